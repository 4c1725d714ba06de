import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteFacts, type SqliteFacts } from '../../api/facts/sqlite/open.ts';
import { StoreBusy, StoreUnavailable } from '../../model/errors.ts';
import { batchId, general, now, said, sealed, tied } from '../fixtures/facts.ts';
import { store, write } from './factsStore.ts';

/** What only the SQLite store promises: its file, its lock, its disk. */
let folder: string;
let path: string;
const opened: SqliteFacts[] = [];
const open = (...[options]: [Parameters<typeof openSqliteFacts>[1]?]): SqliteFacts => {
  const facts = openSqliteFacts(path, options);
  opened.push(facts);
  return facts;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-store-'));
  path = join(folder, 'facts.sqlite');
});
afterEach(async () => {
  for (const facts of opened.splice(0)) await facts.close();
  await rm(folder, { recursive: true });
});

const zhang = said('P1', { name: ['张伟'] });
const people = async (facts: SqliteFacts): Promise<number> => (await facts.counts(general, now)).entities.Person ?? 0;

describe('the file', () => {
  test('keeps what was committed, and nothing of a write that was rolled back or left open', async () => {
    const first = open();
    await store(first, zhang);
    const undone = await first.begin(batchId);
    await undone.put([said('P2', { name: ['李芳'] })]);
    await undone.rollback();
    const left = await first.begin(batchId);
    await left.put([said('P3', { name: ['王强'] })]);
    await first.close();

    const second = open();
    expect(await people(second)).toBe(1);
    await store(second, said('P2', { name: ['李芳'] }));
    expect(await people(second)).toBe(2);
    expect((await second.search(general, now, '李芳', { limit: 5 })).hits).toHaveLength(1);
  });

  test('a batch that outgrows the store is found like any other, also in its middle and when it is undone', async () => {
    const register = (from: number) =>
      Array.from({ length: 18_000 }, (_, at) =>
        said(`P${from + at}`, { name: [`赵${from + at}`], phone: [`139${String(from + at).padStart(8, '0')}`] }),
      );
    const facts = open();
    await store(facts, zhang);
    const indexes = () =>
      new DatabaseSync(path, { readOnly: true })
        .prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'search_values_text'`)
        .get();
    const found = async (query: string) => (await facts.search(general, now, query, { limit: 5 })).hits.length;

    const undone = await facts.begin(batchId);
    await undone.put(register(100_000));
    await undone.rollback();
    expect(indexes()).toEqual({ n: 1 });
    expect(await found('13900100007')).toBe(0);

    const batch = await facts.begin(batchId);
    await batch.put(register(100_000));
    expect([...(await batch.holders(general, 'phone', ['13900100007'])).keys()]).toEqual(['13900100007']);
    await batch.put(register(200_000));
    expect(await found('张伟')).toBe(1);
    await batch.commit();
    expect(indexes()).toEqual({ n: 1 });
    expect(await found('13900100007')).toBe(1);
    expect(await found('13900200007')).toBe(1);
    expect(await found('赵217999')).toBe(1);
  });

  test('a process killed in the middle of a write leaves nothing of it', async () => {
    const rows = Array.from({ length: 200 }, (_, number) => said(`Q${number}`, { name: ['赵某'] }));
    const script = fileURLToPath(new URL('../fixtures/facts-killed.mjs', import.meta.url));
    const dist = fileURLToPath(new URL('../../dist', import.meta.url));
    const child = spawn(process.execPath, [script, dist, path, JSON.stringify([zhang]), JSON.stringify(rows)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = await Promise.race([
      once(child.stdout, 'data').then(String),
      once(child, 'exit').then(([code]) => `exit ${code}`),
    ]);
    expect(told).toBe('waiting\n');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const facts = open();
    expect(await facts.committed('b_first')).toBe(true);
    expect(await facts.committed('b_second')).toBe(false);
    expect(await people(facts)).toBe(1);
    expect((await facts.search(general, now, '赵某', { limit: 5 })).hits).toEqual([]);
  });

  test('is refused by name where it is missing, foreign, no database, or of a newer version', async () => {
    expect(() => openSqliteFacts(path, { readOnly: true })).toThrow(StoreUnavailable);
    const foreign = join(folder, 'foreign.sqlite');
    const other = new DatabaseSync(foreign);
    other.exec('CREATE TABLE t (x)');
    other.close();
    expect(() => openSqliteFacts(foreign)).toThrow('the facts file is not one of Powang');
    const text = join(folder, 'text.sqlite');
    await writeFile(text, 'x'.repeat(5_000));
    expect(() => openSqliteFacts(text)).toThrow('the facts file is not a database');
    await open().close();
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openSqliteFacts(path)).toThrow(/written by a newer version \(shape 99/);
  });

  test('opened for reading only, it reads what others write and writes nothing', async () => {
    const writer = open();
    const reader = open({ readOnly: true });
    await store(writer, zhang);
    expect(await people(reader)).toBe(1);
    await expect(reader.begin(batchId)).rejects.toThrow(StoreUnavailable);
  });

  test('a full disk is named, undoes the write and leaves the store readable', async () => {
    await store(open(), zhang);
    const small = open({ mostPages: 60 });
    const batch = await small.begin(batchId);
    const much = Array.from({ length: 3_000 }, (_, number) =>
      said(`Q${number}`, { name: [`赵某${number}`], notes: ['x'.repeat(500)] }),
    );
    await expect(batch.put(much).then(() => batch.commit())).rejects.toThrow('disk full');
    await batch.rollback();
    expect(await people(small)).toBe(1);
    await store(small, said('P2', { name: ['李芳'] }));
    expect(await people(small)).toBe(2);
  });

  test('tokens made under other rules are made anew when it is opened', async () => {
    const first = open();
    await store(first, zhang);
    await first.close();
    const raw = new DatabaseSync(path);
    raw.exec(`INSERT INTO search_tokens (search_tokens) VALUES ('delete-all'); UPDATE search_rules SET version = 0`);
    raw.close();
    expect((await open().search(general, now, '伟', { limit: 5 })).hits).toHaveLength(1);
  });
});

describe('one writer', () => {
  test('another process that writes is waited for, then the store is busy; readers read on', async () => {
    const first = open();
    await store(first, zhang);
    const second = open({ waitMs: 120 });
    const batch = await first.begin(batchId);
    await batch.put([said('P2', { name: ['李芳'] })]);
    await expect(second.begin('b_second')).rejects.toThrow(StoreBusy);
    expect(await people(second)).toBe(1);
    const waiting = open({ waitMs: 5_000 }).begin('b_third');
    await batch.commit();
    await (await waiting).rollback();
    expect(await people(second)).toBe(2);
  });

  test('a scan is of one moment, whatever is written meanwhile', async () => {
    const facts = open();
    await store(facts, ...Array.from({ length: 4_500 }, (_, number) => said(`Q${number}`, { name: ['赵某'] })));
    let rows = 0;
    for await (const chunk of facts.scan(general, now, {})) {
      if (rows === 0) await store(facts, said('P1', { name: ['张伟'] }), said('P2', { name: ['李芳'] }));
      rows += chunk.length;
    }
    expect(rows).toBe(4_500);
  });
});

describe('erasing from the disk', () => {
  const number = '13987650123';
  const phone = said(
    number,
    { number: [number], notes: ['绝密内容'], name: ['钱某某'] },
    { kind: 'Phone', space: 'phone', approval: 'A1', compartment: 'sealed' },
  );
  const use = tied('phone', zhang.about, phone.about, {
    key: number,
    approval: 'A1',
    compartment: 'sealed',
    properties: { summary: [number] },
  });

  async function hits(...needles: readonly string[]): Promise<number> {
    let found = 0;
    for (const name of await readdir(folder)) {
      const content = await readFile(join(folder, name));
      for (const needle of needles) if (content.includes(needle)) found++;
    }
    return found;
  }

  test('neither number, text nor id is left in database or log; a tombstone is', async () => {
    const facts = open();
    await store(facts, zhang, phone, use);
    const needles = [number, '绝密内容', '~qianmoumou', phone.id, phone.about, use.id, use.about];
    expect(await hits(...needles)).toBeGreaterThanOrEqual(needles.length);
    let erased = { assertions: 0, hash: '' };
    await write(facts, async (batch) => {
      erased = await batch.erase({ approvals: ['A1'] });
    });
    expect(await hits(...needles)).toBe(0);
    expect(await hits('张伟')).toBeGreaterThan(0);
    expect(await facts.tombstones()).toEqual([{ kind: 'approval', name: 'A1', assertions: 2, hash: erased.hash }]);
    expect((await facts.search(sealed, now, '0123', { limit: 5 })).hits).toEqual([]);
    await facts.close();
    expect(await hits(...needles)).toBe(0);
  });

  test('nor after most of the store went', async () => {
    const facts = open();
    const many = Array.from({ length: 2_600 }, (_, at) =>
      said(`Q${at}`, { name: ['赵某某'], phone: [`1398765${1000 + at}`] }, { approval: 'A1' }),
    );
    await store(facts, zhang, ...many);
    await write(facts, async (batch) => void (await batch.erase({ approvals: ['A1'] })));
    expect(await hits('赵某', '13987652', '~zhaomou', many[7]!.id)).toBe(0);
    expect((await facts.search(general, now, '伟', { limit: 5 })).hits).toHaveLength(1);
  });
});
