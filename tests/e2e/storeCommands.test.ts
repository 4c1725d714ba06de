import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, counts, nothing, stories } from './bundles.ts';
import { createClient, redeem } from './client.ts';
import { powang, said, serve, temporaryFolder } from './processes.ts';

/** Every command on a store that is not an import: questions, exports, accounts, the audit, the template. */
const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...args: string[]) => powang(...args, '--data', data);
const key = (id: string) => `key:${id}`;

interface Stamped {
  readonly trueAt: string;
  readonly knownAt: string;
  readonly dataVersion: string;
  readonly complete: boolean;
}

beforeAll(async () => {
  expect((await on('import', await bundleOf(stories(), join(folder, 'in')))).code).toBe(0);
});

describe('questions to a store', () => {
  it('links: the deputy by private calls, the constable by duty alone', async () => {
    const ran = await on('links', '--official', `${key('SP-P01')},${key('SP-P02')}`, '--suspect', key('SP-P03'));
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const found = said<Stamped & { links: { officialId: string; private: unknown[]; duty: unknown[] }[] }>(ran);
    expect(found).toMatchObject({ complete: true, trueAt: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    const deputy = found.links.find(({ officialId }) => officialId !== found.links[1]?.officialId);
    expect(deputy!.private.length).toBeGreaterThan(0);
    expect(found.links.some((link) => link.private.length === 0 && link.duty.length > 0)).toBe(true);
  });

  it('paths, by the ids of the file; fewest hops first, each step with what is behind it', async () => {
    const ran = await on('paths', '--from', key('SP-P01'), '--to', `${key('SP-P03')},${key('LR-P06')}`);
    expect(ran.code).toBe(0);
    const { paths } = said<{
      paths: { hops: number; ties: { assertions: string[]; events: string | null }[] }[];
    }>(ran);
    expect(paths[0]!.hops).toBe(1);
    expect(paths.map(({ hops }) => hops)).toEqual(paths.map(({ hops }) => hops).sort());
    for (const tie of paths.flatMap(({ ties }) => ties))
      expect(tie.assertions.length > 0 || tie.events !== null).toBe(true);
    // The loan ring is another place: nothing leads there.
    expect(ran.stdout).not.toContain('汤小燕');
  });

  it('communities and rank list officials, suspects and organisations; the rest is a number', async () => {
    const [communities, rank] = await Promise.all([
      on('communities'),
      on('rank', '--measure', 'pagerank', '--top', '3'),
    ]);
    const found = said<
      Stamped & { communities: { members: unknown[]; others: number; size: number; officials: string[] }[] }
    >(communities);
    expect(communities.code).toBe(0);
    for (const one of found.communities) expect(one.members.length + one.others).toBe(one.size);
    expect(found.communities.some(({ officials }) => officials.length > 0)).toBe(true);
    expect([rank.code, said<{ items: unknown[] }>(rank).items.length, said<Stamped>(rank).complete]).toEqual([
      0,
      3,
      false,
    ]);
  });

  it('equal questions give equal bytes; --out writes the same and leaves standard output to the path', async () => {
    const out = join(folder, 'links.json');
    const [one, two] = [await on('links'), await on('links', '--out', out)];
    expect(two.code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(one.stdout);
    expect(two.stdout).not.toContain('{');
  });
});

describe('what cannot be done is exit 1, by name', () => {
  it.each([
    ['an unknown id', ['paths', '--from', 'key:SP-P01', '--to', 'key:NOBODY'], /^powang: not_found: /],
    [
      'sets that overlap',
      ['paths', '--from', 'key:SP-P01', '--to', 'key:SP-P03,key:SP-P01'],
      /^powang: invalid_input: [\s\S]*\bto: /,
    ],
    ['an unknown kind', ['links', '--kinds', 'frenemy'], /^powang: invalid_input: [\s\S]*--kinds: /],
    ['no purpose of ours', ['links', '--purpose', 'curiosity'], /^powang: invalid_input: [\s\S]*--purpose: /],
    ['a day there is not', ['links', '--true-at', '2024-02-30'], /^powang: invalid_input: [\s\S]*trueAt/],
    [
      'a place nothing can be written to',
      ['links', '--out', join(folder, 'no', 'such', 'folder', 'x.json')],
      /^powang: unwritable: /,
    ],
  ])('%s', async (_, args, words) => {
    const ran = await on(...args);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, '', expect.stringMatching(words)]);
    expect(ran.stderr).not.toMatch(/^ +at /m);
  });
});

describe('export', () => {
  it('FollowTheMoney, CSV and GEXF, each with its notice', async () => {
    const out = (name: string) => join(folder, name);
    const ran = await Promise.all([
      on('export', '--format', 'ftm', '--out', out('out.ftm.json'), '--reason', '演练'),
      on('export', '--format', 'csv', '--out', out('csv')),
      on('export', '--format', 'gexf', '--out', out('out.gexf'), '--ids', `${key('SP-P01')},${key('SP-P03')}`),
    ]);
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
    for (const one of ran) expect(said<{ entities: number }>(one).entities).toBeGreaterThan(0);
    const lines = readFileSync(out('out.ftm.json'), 'utf8').trimEnd().split('\n');
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({
        id: expect.any(String),
        schema: expect.any(String),
        properties: expect.any(Object),
      });
    expect(readFileSync(out('out.ftm.json.NOTICE.txt'), 'utf8')).toContain('演练');
    expect(readdirSync(out('csv')).sort()).toEqual(expect.arrayContaining(['NOTICE.txt']));
    expect(readdirSync(out('csv')).filter((name) => name.endsWith('.csv')).length).toBeGreaterThan(0);
    expect(readFileSync(out('out.gexf'), 'utf8')).toMatch(/^<\?xml[\s\S]*<gexf [\s\S]*段永刚[\s\S]*<\/gexf>\s*$/);
    expect(readFileSync(out('out.gexf.NOTICE.txt'), 'utf8').length).toBeGreaterThan(0);
  });
});

describe('accounts', () => {
  it('are added, listed, given other roles and disabled; a disabled one is out at once', async () => {
    const added = said<{ user: { id: string }; link: string }>(
      await on('user', 'add', 'clerk', '--roles', 'inspector', '--unit', '一室'),
    );
    const served = await serve(data);
    const session = await redeem(served.origin, added.link);
    const client = createClient(served.origin, session.body.token);
    expect((await client.get('session')).status).toBe(200);

    const twice = await on('user', 'add', 'clerk', '--roles', 'inspector');
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringMatching(/^powang: conflict: /)]);
    const mixed = await on('user', 'add', 'other', '--roles', 'audit,inspector');
    expect([mixed.code, mixed.stderr]).toEqual([1, expect.stringMatching(/^powang: invalid_input: /)]);
    expect((await on('user', 'roles', 'clerk', '--roles', 'supervisor,analyst')).code).toBe(0);
    const listed = said<{ users: { name: string; roles: string[]; disabled: boolean }[] }>(await on('user', 'list'));
    expect(listed.users).toMatchObject([{ name: 'clerk', roles: ['analyst', 'supervisor'], disabled: false }]);
    expect((await client.get<{ user: { roles: string[] } }>('session')).body.user.roles).toEqual([
      'analyst',
      'supervisor',
    ]);

    const disabled = said<{ user: { disabled: boolean } }>(await on('user', 'disable', 'clerk'));
    expect(disabled.user.disabled).toBe(true);
    expect((await client.get('session')).status).toBe(401);
    expect((await on('links', '--as', 'clerk')).code).toBe(1);
    await served.stop();
  });
});

describe('the audit record', () => {
  it('holds who asked what for, and its chain is whole until somebody touches it', async () => {
    const whole = await on('audit', 'verify');
    const { records, firstBroken } = said<{ records: number; firstBroken: number | null }>(whole);
    expect([whole.code, firstBroken]).toEqual([0, null]);
    expect(records).toBeGreaterThan(10);

    // Whoever has the file can take the guard away; not the chain.
    const touched = join(folder, 'touched');
    await mkdir(touched);
    await copyFile(join(data, 'ledger.sqlite'), join(touched, 'ledger.sqlite'));
    const ledger = new DatabaseSync(join(touched, 'ledger.sqlite'));
    ledger.exec(
      "DROP TRIGGER audit_is_not_changed; UPDATE audit SET entry = replace(entry, 'local', 'lokal') WHERE sequence = 3",
    );
    ledger.close();
    const broken = await powang('audit', 'verify', '--data', touched);
    expect([broken.code, said<{ firstBroken: number | null }>(broken).firstBroken]).toEqual([1, 3]);
  });
});

describe('the template', () => {
  it('filled in under its Chinese headers imports as it stands', async () => {
    const ran = await powang('import', '--template', join(folder, 'template'));
    expect(ran.code).toBe(0);
    const { files } = said<{ files: string[] }>(ran);
    expect(files.length).toBeGreaterThan(40);
    const path = files.find((name) => name.endsWith(join('zh', 'people.csv')))!;
    const head = (await readFile(path, 'utf8'))
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split(',');
    expect(head).toEqual(expect.arrayContaining(['编号', '姓名', '出生日期']));
    const row = (values: Readonly<Record<string, string>>) => head.map((name) => values[name] ?? '').join(',');
    await writeFile(
      path,
      `${await readFile(path, 'utf8')}${row({ 编号: 'W1', 姓名: '南宫雪', 性别: '女', 出生日期: '1990-02-03' })}\r\n`,
    );

    const whole = await on('import', join(folder, 'template', 'zh'));
    expect([whole.code, counts(said(whole))]).toEqual([0, { ...nothing, entities: 1 }]);
  });
});
