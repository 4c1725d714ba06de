import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../api/import/zip.ts';
import { bundleOf, type ImportSaid, smallFiles, stories } from './bundles.ts';
import { type Client, createClient, type JobSaid, type Listed, type Problem, signedIn } from './client.ts';
import { powang, type Served, serve, temporaryFolder } from './processes.ts';

/** Bad input over HTTP: every refusal is a named problem, and the server stays up. */
const folder = temporaryFolder();
const data = join(folder, 'data');
let served: Served;
let client: Client;
let [official, suspect] = ['', ''];

beforeAll(async () => {
  await powang('import', await bundleOf(stories(), join(folder, 'in')), '--data', data);
  served = await serve(data);
  ({ client } = await signedIn(served, data, 'reader', 'investigator,analyst'));
  const found = await client.get<{ links: { officialId: string; suspectId: string }[] }>('official-links');
  ({ officialId: official, suspectId: suspect } = found.body.links[0]!);
});
const stays = async () => {
  expect(served.child.exitCode).toBeNull();
  expect((await createClient(served.origin).get('/readyz')).status).toBe(200);
};
const unknown = `e_${'a'.repeat(26)}`;

describe('a question that cannot be answered', () => {
  const paths = (more: object) => ['POST', 'paths', { from: [official], to: [suspect], ...more }] as const;
  type Asked = readonly [string, string, unknown?];
  const cases: readonly (readonly [string, () => Asked, number, string, RegExp | null])[] = [
    ['hops over the bound', () => paths({ maxHops: 9 }), 400, 'invalid_input', /maxHops/],
    ['no hops', () => paths({ maxHops: 0 }), 400, 'invalid_input', /maxHops/],
    ['k = 0', () => paths({ k: 0 }), 400, 'invalid_input', /\bk\b/],
    ['k over the bound', () => paths({ k: 101 }), 400, 'invalid_input', /\bk\b/],
    ['k that is no whole number', () => paths({ k: 1.5 }), 400, 'invalid_input', /\bk\b/],
    ['sets that overlap', () => paths({ to: [suspect, official] }), 400, 'invalid_input', /to/],
    ['an empty set', () => paths({ to: [] }), 400, 'invalid_input', /to/],
    ['an unknown id', () => paths({ to: [unknown] }), 400, 'invalid_input', /to/],
    ['what is no id', () => paths({ to: ['Robert'] }), 400, 'invalid_input', /to/],
    ['an unknown kind', () => paths({ kinds: ['frenemy'] }), 400, 'invalid_input', /kinds/],
    ['an unknown field', () => paths({ hops: 2 }), 400, 'invalid_input', /hops/],
    ['a day there is not', () => paths({ fromDate: '2024-02-30' }), 400, 'invalid_input', /fromDate/],
    ['clocks the wrong way round', () => paths({ trueAt: '2024-05-01..2023-05-01' }), 400, 'invalid_input', /trueAt/],
    ['links over the bound', () => ['GET', 'official-links?maxHops=5'], 400, 'invalid_input', /maxHops/],
    ['links of a kind there is not', () => ['GET', 'official-links?kinds=frenemy'], 400, 'invalid_input', /kinds/],
    ['links of an unknown official', () => ['GET', `official-links?official=${unknown}`], 404, 'not_found', null],
    ['a subgraph over the bound', () => ['GET', `subgraph?center=${official}&hops=4`], 400, 'invalid_input', /hops/],
    ['an unknown centre', () => ['GET', `subgraph?center=${unknown}`], 404, 'not_found', null],
    ['too many items', () => ['GET', 'entities?q=a&limit=501'], 400, 'invalid_input', /limit/],
    ['no items', () => ['GET', 'entities?q=a&limit=0'], 400, 'invalid_input', /limit/],
    ['nothing to look for', () => ['GET', 'entities?q=%20'], 400, 'invalid_input', /q/],
    ['a type there is not', () => ['GET', 'entities?q=a&type=Dragon'], 400, 'invalid_input', /type/],
    ['a cursor of nobody', () => ['GET', 'entities?q=a&cursor=xyz'], 400, 'invalid_input', /cursor/],
    ['a day that is none', () => ['GET', 'entities?q=a&trueAt=yesterday'], 400, 'invalid_input', /trueAt/],
    ['an unknown entity', () => ['GET', `entities/${unknown}`], 404, 'not_found', null],
    ['an entity that cannot be', () => ['GET', 'entities/..%2Fpasswd'], 404, 'not_found', null],
    ['an unknown assertion', () => ['GET', `assertions/a_${'a'.repeat(26)}`], 404, 'not_found', null],
    ['an unknown job', () => ['GET', `jobs/j_${'a'.repeat(26)}`], 404, 'not_found', null],
    ['an unknown run', () => ['GET', `screens/r_${'a'.repeat(26)}`], 404, 'not_found', null],
    ['an event query of nobody', () => ['GET', 'events/q_e30'], 404, 'not_found', null],
    ['a suspect who is none', () => ['POST', 'screens', { suspects: [unknown] }], 202, '', null],
    ['an export of nothing', () => ['POST', 'exports', { format: 'gexf', reason: 'x' }], 400, 'invalid_input', /ids/],
    ['an unknown path', () => ['GET', 'nowhere'], 404, 'not_found', null],
    ['the wrong method', () => ['DELETE', 'entities'], 405, 'method_not_allowed', null],
  ];
  it.each(cases)('%s', async (_, asked, status, code, fault) => {
    const [method, path, body] = asked();
    const answer = await client.ask<Problem & JobSaid>(method, path, body);
    expect([answer.status, answer.body.code ?? '']).toEqual([status, code]);
    if (status === 202) {
      const { last } = await client.follow(answer.headers.get('location')!);
      expect([last.state, last.error?.code]).toEqual(['failed', expect.stringMatching(/^(not_found|invalid_input)$/)]);
      return;
    }
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    if (fault !== null) expect(answer.body.errors.map(({ path }) => path).join(' ')).toMatch(fault);
    expect(answer.text).not.toMatch(/node_modules|at .*\.js/);
    expect(answer.text).not.toContain(process.cwd());
  });

  it('is told in Chinese to whoever reads Chinese', async () => {
    const answer = await client.ask<{ title: string }>('POST', 'paths', {}, { 'Accept-Language': 'zh' });
    expect([answer.status, answer.body.title]).toEqual([400, '输入有误']);
  });

  it('bodies that are no JSON, too long, of another type or hostile', async () => {
    const raw = (text: string, type = 'application/json') =>
      client.ask<Problem>('POST', 'paths', new TextEncoder().encode(text), { 'Content-Type': type });
    const codes = [
      await raw('{"from":'),
      await raw('[]'),
      await raw('{"__proto__":{"x":1},"from":[],"to":[]}'),
      await raw('{}', 'text/plain'),
      await raw(`{"x":"${'y'.repeat(6_000_000)}"}`),
    ].map(({ status, body }) => `${status} ${body.code}`);
    expect(codes).toEqual([
      '400 invalid_input',
      '400 invalid_input',
      '400 invalid_input',
      '415 unsupported_media',
      '413 too_large',
    ]);
    await stays();
  });
});

describe('an upload that is not what it seems', () => {
  it('a name that is no bundle, a format there is not, a compartment one does not hold: refused at the door', async () => {
    const put = (query: string, name: string) =>
      client.ask<Problem>('POST', `imports${query}`, strToU8('id,name\n'), {
        'Content-Type': 'text/csv',
        'X-Filename': name,
      });
    const answers = [
      await put('', 'people.exe'),
      await put('', '%E0%A4%A'),
      await put('?format=xlsx', 'people.csv'),
      await put('?compartment=informants', 'people.csv'),
      await put('?dryRun=perhaps', 'people.csv'),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code} ${body.errors[0]?.path}`)).toEqual([
      '400 invalid_input header.x-filename',
      '400 invalid_input header.x-filename',
      '400 invalid_input query.format',
      '400 invalid_input query.compartment',
      '400 invalid_input query.dryRun',
    ]);
  });

  it('an archive that unpacks to too much ends its job as too_large, by name', async () => {
    const bomb = zipOf([{ name: 'people.csv', data: `id,name\nP1,${'x'.repeat(70 * 1024 * 1024)}\n` }]);
    expect(bomb.length).toBeLessThan(400_000);
    const { last } = await client.upload('bomb.zip', bomb);
    expect(last).toMatchObject({ state: 'failed', error: { code: 'too_large', errors: [{ code: 'archive_bomb' }] } });
    await stays();
  });

  it('an archive whose names lead out of it, or that is none, is unreadable by name', async () => {
    for (const bytes of [zipOf([{ name: '../people.csv', data: 'id,name\nP1,x\n' }]), strToU8('PK is not enough')]) {
      const { last } = await client.upload('odd.zip', bytes);
      expect(last).toMatchObject({
        state: 'failed',
        error: { code: 'invalid_input', errors: [{ path: 'path', code: 'unreadable' }] },
      });
    }
    await stays();
  });

  it('one bad table: the job ends partial, its maker reads file, line and field, and the good rows are kept', async () => {
    const { last } = await client.upload(
      'people.csv',
      'id,name,birth_date\nQ1,欧阳锦,1985\nQ2,,\nQ1,欧阳绣,\nQ3,"未闭\n',
    );
    expect(last.state).toBe('partial');
    const { body } = await client.get<{ entities: number; report: ImportSaid }>(last.result!);
    expect(body.entities).toBe(1);
    expect(body.report.rejects.map(({ file, line, field, code }) => [file, line, field, code])).toEqual([
      ['people.csv', 3, 'name', 'missing_field'],
      ['people.csv', 4, 'id', 'duplicate'],
      ['people.csv', 5, null, 'bad_row'],
    ]);
    const found = await client.get<Listed<{ caption: string }>>(`entities?q=${encodeURIComponent('欧阳锦')}`);
    expect(found.body.items).toHaveLength(1);
  });

  it('a dry run and a refused column keep nothing', async () => {
    const tried = await client.upload('people.csv', smallFiles['people.csv'], '?dryRun=true');
    expect(tried.last.error).toBeNull();
    const { body } = await client.get<{ report: ImportSaid }>(tried.last.result!);
    expect([tried.last.state, body.report.entities, body.report.batch]).toEqual(['done', 3, null]);
    const refused = await client.upload('people.csv', 'id,name,民族\nR1,独孤信,x\n');
    expect(refused.last.state).toBe('partial');
    for (const name of ['钟离春', '独孤信'])
      expect((await client.get<Listed<unknown>>(`entities?q=${encodeURIComponent(name)}`)).body.items).toEqual([]);
    await stays();
  });
});
