import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createImporter } from '../../api/import/process.ts';
import { bundleOf, filesAs, type ImportSaid, smallFiles, stories } from './bundles.ts';
import { type Client, createClient, type Listed, redeem, signedIn } from './client.ts';
import { powang, type Served, said, serve, temporaryFolder } from './processes.ts';
import { lookInto } from './store.ts';

/** A store that holds the demonstration alone opens by a link; the first real import by the command line ends it. */
const folder = temporaryFolder();
const data = join(folder, 'data');
const shellOptions = {
  namespace: '',
  source: null,
  compartment: null,
  approval: null,
  strict: false,
  dryRun: false,
  rejectsPath: null,
  user: 'u_local',
  account: null,
  purpose: null,
  allowedCompartments: null,
};
const out = ['--data', data, '--out', join(folder, 'rejected.csv')] as const;
let served: Served;
let demo: Client;
let secondLink: string;

const names = async (client: Client, query: string): Promise<string[]> =>
  (await client.get<Listed<{ caption: string }>>(`entities?type=Person&q=${encodeURIComponent(query)}`)).body.items.map(
    ({ caption }) => caption,
  );

/** The county itself takes its time: the three stories, brought in through the same door, are the demonstration here. */
beforeAll(async () => {
  const importer = createImporter({ dataFolder: data, timeZone: 'Asia/Shanghai' });
  const report = await importer.run({
    ...shellOptions,
    paths: [await bundleOf(stories(), join(folder, 'county'))],
    demonstration: true,
  });
  expect(report.rejected).toBe(0);
  served = await serve(data, { by: 'main' });
});

describe('the demonstration', () => {
  it('opens by the link that the server prints, once, and asks for no purpose', async () => {
    expect(served.line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in#[\w-]+$/);
    expect(served.stdout()).toBe(`${served.line}\n`);
    const session = await redeem(served.origin, served.line);
    expect([session.status, session.body.user]).toEqual([
      201,
      expect.objectContaining({ name: 'demo', demonstration: true }),
    ]);
    expect((await redeem(served.origin, served.line)).status).toBe(401);
    demo = createClient(served.origin, session.body.token, null);
    expect(await names(demo, '段永刚')).toEqual(['段永刚']);
    const links = await demo.get<{ links: unknown[] }>('official-links');
    expect([links.status, links.body.links.length > 0]).toEqual([200, true]);
  });

  it('was screened before the link was printed: its first list is the stored one', async () => {
    expect(lookInto(data).runs()).toHaveLength(1);
    const { state, result } = await demo.work('screens', {});
    expect([state, result]).toEqual(['done', `/api/v1/screens/${lookInto(data).runs()[0]}`]);
    expect(lookInto(data).runs()).toHaveLength(1);
  });

  it('what it imports over HTTP is practice: followed to its end, marked, and it ends nothing', async () => {
    const archive = zipSync(
      Object.fromEntries(Object.entries(smallFiles).map(([name, text]) => [name, strToU8(text)])),
    );
    const { events, last } = await demo.upload('一个包.zip', archive);
    expect(events.at(-1)).toBe('end');
    expect(events.slice(0, -1).every((name) => name === 'progress')).toBe(true);
    expect(last).toMatchObject({ kind: 'import', state: 'done', error: null });
    const result = await demo.get<{ entities: number; rejected: number; report: ImportSaid }>(last.result!);
    expect(result.body).toMatchObject({ entities: 4, ties: 2, rejected: 0, report: { entities: 4, rejected: 0 } });
    expect(await names(demo, '钟离春')).toEqual(['钟离春']);
    expect(await names(demo, '段永刚')).toEqual(['段永刚']);
  });

  it('after a restart it is there as it was, with a new link, and the old session holds', async () => {
    expect((await served.stop()).code).toBe(0);
    served = await serve(data, { by: 'main' });
    secondLink = served.line;
    expect(secondLink).toContain('/sign-in#');
    const token = (await redeem(served.origin, served.line)).body.token;
    demo = createClient(served.origin, token, null);
    expect(await names(demo, '钟离春')).toEqual(['钟离春']);
  });
});

describe('an import that comes to nothing', () => {
  it('does not end it: no such file, a dry run, a bundle refused whole', async () => {
    const broken = await filesAs(join(folder, 'broken'), { 'people.csv': 'id,name\nY1,\n' });
    const tries = [
      await powang('import', join(folder, 'nowhere'), ...out),
      await powang('import', await filesAs(join(folder, 'real'), smallFiles), '--dry-run', ...out),
      await powang('import', broken, '--strict', ...out),
    ];
    expect(tries.map(({ code }) => code)).toEqual([1, 0, 1]);
    expect(await names(demo, '段永刚')).toEqual(['段永刚']);
    expect(lookInto(data).users()).toContain('demo');
  });
});

describe('the first real import by the command line', () => {
  let real: Client;

  it('ends the demonstration beside the running server: its sessions and links are dead', async () => {
    const unused = secondLink;
    const ran = await powang('import', join(folder, 'real'), '--namespace', 'R', ...out);
    expect([ran.code, said<ImportSaid>(ran).entities]).toEqual([0, 4]);
    expect(ran.stderr).toMatch(/demonstration/);
    expect((await demo.get('session')).status).toBe(401);
    expect((await demo.get('entities?q=%E6%AE%B5')).status).toBe(401);
    expect((await redeem(served.origin, unused)).status).toBe(401);
    expect(lookInto(data).users()).not.toContain('demo');
  });

  it('nothing of the county is left to find; the real data are there', async () => {
    ({ client: real } = await signedIn(served, data, 'first', 'inspector,analyst'));
    expect(await names(real, '段永刚')).toEqual([]);
    expect(await names(real, '钟离春')).toEqual(['钟离春']);
    const people = await real.get<Listed<{ caption: string }>>('entities?q=%E5%BC%A0&limit=500'); // 张
    expect(people.body.items).toEqual([]);
    const batches = await real.get<Listed<{ kind: string; entities: number }>>('imports');
    expect(batches.body.items.filter(({ kind }) => kind === 'import').map(({ entities }) => entities)).toEqual([4]);
    const approvals = await real.get<Listed<unknown>>('approvals');
    expect(approvals.body.items).toEqual([]);
  });

  it('a purpose is demanded from now on, and a server that starts again prints no link', async () => {
    const careless = createClient(served.origin, null, null);
    expect((await careless.get('entities?q=a')).status).toBe(401);
    const { client: other } = await signedIn(served, data, 'second', 'inspector');
    expect((await other.ask('GET', 'entities?q=a', undefined, { 'Powang-Purpose': '' })).status).toBe(403);
    await served.stop();
    served = await serve(data, { by: 'main' });
    expect(served.line).toBe(served.origin);
    const doctor = await powang('doctor', '--data', data);
    expect([doctor.code, doctor.stdout]).toEqual([0, expect.stringContaining('"4 entities')]);
  });
});

describe('a server without a demonstration', () => {
  it('prints where it listens, makes no account, and lets nobody in', async () => {
    const empty = join(folder, 'empty');
    const other = await serve(empty);
    expect(other.line).toBe(other.origin);
    expect(lookInto(empty).users()).toEqual([]);
    await other.stop();
  });
});
