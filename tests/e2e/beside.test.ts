import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBulk } from '../../seed/index.ts';
import { bundleOf, filesAs, type ImportSaid, smallFiles, stories } from './bundles.ts';
import { type Client, createClient, type Listed, type Problem, signedIn } from './client.ts';
import { powang, type Served, type Started, said, serve, startPowang, temporaryFolder, until } from './processes.ts';
import { lookInto } from './store.ts';

/** One server a folder; commands beside it read as ever, and what they write it sees at once. */
const folder = temporaryFolder();
const data = join(folder, 'data');
const out = ['--data', data, '--out', join(folder, 'rejected.csv')] as const;
let served: Served;
let client: Client;

beforeAll(async () => {
  await powang('import', await bundleOf(stories(), join(folder, 'in')), ...out);
  served = await serve(data);
  ({ client } = await signedIn(served, data, 'reader', 'investigator,inspector,analyst'));
});
const search = async (query: string) =>
  (await client.get<Listed<{ id: string; caption: string }>>(`entities?q=${encodeURIComponent(query)}`)).body;

describe('a second server', () => {
  it('is refused by name, with the pid of the first, exit 1; the first goes on', async () => {
    const second = await powang('serve', '--data', data, '--port', '0', '--no-demo');
    expect([second.code, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toMatch(/^powang: busy: /m);
    expect(second.stderr).toContain(String(served.pid));
    expect((await createClient(served.origin).get('/healthz')).status).toBe(200);
  });

  it('takes over the lock of one that was killed', async () => {
    process.kill(served.pid, 'SIGKILL');
    await served.ended;
    expect(JSON.parse(readFileSync(join(data, 'lock'), 'utf8'))).toMatchObject({ pid: served.pid });
    served = await serve(data);
    expect(JSON.parse(readFileSync(join(data, 'lock'), 'utf8'))).toMatchObject({ pid: served.pid });
    ({ client } = await signedIn(served, data, 'reader-two', 'investigator,inspector,analyst'));
  });
});

describe('commands beside a server', () => {
  it('read: the same answer as without one', async () => {
    const ran = await powang('links', '--data', data, '--as', 'reader');
    expect(ran.code).toBe(0);
    const { links } = said<{ links: unknown[] }>(ran);
    expect(links.length).toBeGreaterThan(0);
    const over = await client.get<{ links: unknown[] }>('official-links');
    expect(over.body.links).toEqual(links);
  });

  it('import: the server answers from the new version within a second', async () => {
    const before = await search('钟离春');
    expect(before.items).toEqual([]);
    const ran = await powang('import', await filesAs(join(folder, 'small'), smallFiles), ...out);
    expect([ran.code, said<ImportSaid>(ran).entities]).toEqual([0, 4]);
    const after = await until(async () => {
      const now = await search('钟离春');
      return now.dataVersion === before.dataVersion ? undefined : now;
    }, 1_000);
    expect(after.items.map(({ caption }) => caption)).toEqual(['钟离春']);
    const [id] = after.items.map((item) => item.id);
    const ties = await client.get<Listed<{ kind: string }>>(`entities/${id}/ties`);
    expect(ties.body.items.map(({ kind }) => kind).sort()).toEqual(['friend', 'owner']);
  });
});

describe('a write while another import runs', () => {
  let first: Started;
  const person = (name: string) => ({ kind: 'Person', properties: { name: [name] }, source: '手工' });

  it('is told that it is busy within five seconds: HTTP with Retry-After, the command line with exit 1', async () => {
    const big = join(folder, 'big');
    await writeBulk(big, { people: 3_000, ties: 3_000, calls: 1_000 });
    first = startPowang(['import', join(big, 'bundle'), ...out], { group: true });
    await until(() => lookInto(data).batches('intended')[0]);
    process.kill(-first.pid, 'SIGSTOP'); // it takes its time
    const refused = await client.post<Problem>('assertions', person('司徒明'));
    expect([refused.status, refused.body.code]).toEqual([503, 'busy']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);

    const second = await powang('import', await filesAs(join(folder, 'small'), smallFiles), ...out);
    expect([second.code, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toMatch(/^powang: busy: /m);
  });

  it('reading goes on meanwhile, and afterwards writing too', async () => {
    expect((await search('雷大江')).items.length).toBeGreaterThan(0);
    process.kill(-first.pid, 'SIGCONT');
    expect((await first.ended).code).toBe(0);
    expect((await client.post('assertions', person('司徒亮'))).status).toBe(201);
    expect((await search('司徒亮')).items).toHaveLength(1);
  });

  it('the server ends in order: exit 0, the lock gone', async () => {
    const ran = await served.stop();
    expect([ran.code, ran.signal]).toEqual([0, null]);
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });
});
