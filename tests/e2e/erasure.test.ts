import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, type ImportSaid, stories } from './bundles.ts';
import { type Client, createClient, type Listed, signedIn } from './client.ts';
import { powang, type Ran, type Served, said, serve, temporaryFolder } from './processes.ts';

/** What an approval carried is unreadable on the day it ends, and gone for good when it is erased. */
const folder = temporaryFolder();
const data = join(folder, 'data');

/** In the records of SP-A1 alone; no register lists them. */
const number = '13987650123';
const device = '终端丙戊';
const county = stories();
const [firstPhone] = county.tables.phones.filter((row) => row.approval_id === 'SP-A1');
const [firstCall] = county.tables.calls.filter((row) => row.approval_id === 'SP-A1');
const bundle = bundleOf(
  {
    ...county,
    tables: {
      ...county.tables,
      phones: [...county.tables.phones, { ...firstPhone, number, device }],
      calls: [...county.tables.calls, { ...firstCall, from_id: number, at: '2025-04-01T23:11:00' }],
    },
  },
  join(folder, 'in'),
);

interface Approval {
  readonly id: string;
  readonly ended: { day: string } | null;
  readonly erased: { rows: number; hash: string } | null;
}
interface Tie {
  readonly kind: string;
  readonly events: string | null;
}
let served: Served;
let reader: Client;
let supervisor: Client;
let holder: string;
let calls: string;
let screenBefore: string;

const files = (): string[] =>
  readdirSync(data, { recursive: true, encoding: 'utf8' })
    .map((name) => join(data, name))
    .filter((path) => statSync(path).isFile());
const bytesWith = (text: string): string[] => files().filter((path) => readFileSync(path).includes(text));

/** Parquet packs what it holds: what stands in the event files is read back by DuckDB itself. */
async function eventRows(): Promise<string> {
  const paths = files().filter((path) => path.endsWith('.parquet'));
  if (paths.length === 0) return '';
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = paths.map((path) => `'${path}'`).join(', ');
  const found = await connection.runAndReadAll(`SELECT * FROM read_parquet([${list}], union_by_name = true)`);
  const text = JSON.stringify(found.getRowsJson());
  connection.closeSync();
  instance.closeSync();
  return text;
}
const approval = async (): Promise<Approval | undefined> =>
  (await reader.get<Listed<Approval>>('approvals')).body.items.find(({ id }) => id === 'SP-A1');
const search = async (query: string) =>
  (
    await reader.get<Listed<{ id: string; caption: string }>>(
      `entities?type=Person,Phone&q=${encodeURIComponent(query)}`,
    )
  ).body.items;

beforeAll(async () => {
  const imported = await powang('import', await bundle, '--data', data);
  expect([imported.code, said<ImportSaid>(imported).rejected]).toEqual([0, 0]);
  served = await serve(data);
  ({ client: reader } = await signedIn(served, data, 'reader', 'inspector,analyst'));
  ({ client: supervisor } = await signedIn(served, data, 'supervisor', 'supervisor'));
});

describe('before', () => {
  it('the number, its calls and the screen that counts them are there', async () => {
    expect(await search(number)).toHaveLength(1);
    [holder] = (await search('雷大江')).map(({ id }) => id) as [string];
    const ties = await reader.get<Listed<Tie>>(`entities/${holder}/ties?kinds=calls`);
    calls = ties.body.items.flatMap(({ events }) => events ?? [])[0]!;
    expect((await reader.get<Listed<unknown>>(`events/${calls}`)).body.items.length).toBeGreaterThan(0);
    expect(bytesWith(number).length).toBeGreaterThan(0);
    expect(await eventRows()).toContain(number);
    const job = await reader.work('screens', {});
    screenBefore = job.result!;
    expect((await reader.get(screenBefore)).text).toContain('"I2"');
  });

  it('only a supervisor ends an approval, and an unknown one is not found', async () => {
    expect((await reader.post('approvals/SP-A1/end', { reason: '无罪' })).status).toBe(403);
    expect((await supervisor.post('approvals/SP-A9/end', { reason: '无罪' })).status).toBe(404);
    expect((await supervisor.post('approvals/SP-A1/end', {})).status).toBe(400);
    expect((await approval())?.ended).toBeNull();
  });
});

describe('the approval is ended', () => {
  it('its rows are unreadable at once: no row behind the figure, no phone, no tie', async () => {
    const ended = await supervisor.post<Approval>('approvals/SP-A1/end', { reason: '审查终结' });
    expect([ended.status, ended.body.ended !== null]).toEqual([200, true]);
    expect(await search(number)).toEqual([]);
    const behind = await reader.get<Listed<unknown>>(`events/${calls}`);
    expect(behind.status === 404 ? [] : behind.body.items).toEqual([]);
    const ties = await reader.get<Listed<Tie>>(`entities/${holder}/ties?kinds=calls`);
    expect(ties.body.items).toEqual([]);
    expect((await search('雷大江')).length).toBe(1);
  });

  it('a screen made before is not what is answered now', async () => {
    const job = await reader.work('screens', {});
    expect(job.result).not.toBe(screenBefore);
  });

  it('the same rows do not come back in: exit 3, no_basis', async () => {
    const again = await powang('import', await bundle, '--data', data, '--out', join(folder, 'again.csv'));
    const report = said<ImportSaid>(again);
    expect([again.code, report.entities, report.ties, report.events]).toEqual([3, 0, 0, 0]);
    expect(new Set(report.rejects.map(({ code }) => code))).toEqual(new Set(['no_basis']));
  });
});

describe('approvals expire', () => {
  let expired: Ran;

  it('erases: the number is in no file of the folder, the tombstone stays', async () => {
    expired = await powang('approvals', 'expire', '--data', data);
    expect(expired.code).toBe(0);
    const count = said<{ erased: number; assertions: number; events: number }>(expired);
    expect(count.erased).toBe(1);
    expect(count.events).toBe(county.tables.calls.filter((row) => row.approval_id === 'SP-A1').length + 1);

    const { erased } = (await approval())!;
    expect(erased).toMatchObject({ rows: count.assertions + count.events });
    expect(erased!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await eventRows()).not.toContain(number);
    expect(bytesWith(number)).toEqual([]);
    expect(bytesWith(device)).toEqual([]);
  });

  it('stored screens that rested on it are gone, a new one is made without it', async () => {
    expect((await reader.get(screenBefore)).status).toBe(404);
    const { result, state } = await reader.work('screens', {});
    expect(state).toBe('done');
    expect((await reader.get(result!)).status).toBe(200);
  });

  it('a second time there is nothing to do; the folder is healthy, and the server still answers', async () => {
    const second = await powang('approvals', 'expire', '--data', data);
    expect([second.code, said(second)]).toEqual([0, { erased: 0, assertions: 0, events: 0 }]);
    const doctor = await powang('doctor', '--data', data);
    expect([doctor.code, doctor.stdout.includes('nothing to erase')]).toEqual([0, true]);
    expect((await search('雷大江')).length).toBe(1);
    expect((await createClient(served.origin).get('/readyz')).status).toBe(200);
    await served.stop();
    expect(existsSync(join(data, 'lock'))).toBe(false);
    expect(bytesWith(number)).toEqual([]);
  });
});
