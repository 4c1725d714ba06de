import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { createDuckdbEvents } from '../../../../api/events/duckdb/createDuckdbEvents.ts';
import { audienceOf } from '../../../../model/audience.ts';
import { batchId, call, inChunks } from '../../../fixtures/events.ts';
import { calls, chen } from '../../../fixtures/eventsStory.ts';
import { withEvents } from './folder.ts';

const today = { trueAt: '2026-01-01', knownAt: '2026-01-01' };
const batch = batchId('a');

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Whether a number stands anywhere in the folder: in the bytes of a file, or in a column once unpacked. */
async function stands(folder: string, number: string): Promise<boolean> {
  const files = await filesUnder(folder);
  for (const file of files) if ((await readFile(file)).includes(number)) return true;
  const connection = await (await DuckDBInstance.create()).connect();
  for (const file of files.filter((name) => name.endsWith('.parquet'))) {
    const found = await connection.runAndReadAll(
      `SELECT count(*) FROM read_parquet('${file}') AS e WHERE contains(CAST(e AS VARCHAR), '${number}')`,
    );
    if (found.getRows()[0]?.[0] !== 0n) return true;
  }
  return false;
}

test(
  'nothing of erased rows is left on disk, in files or scratch',
  withEvents(async (engine, folder) => {
    const number = '13912345678';
    const marked = call('chen', 'gao', '2024-05-01', { toGiven: number, note: `call ${number}`, approval: 'A-9' });
    await engine.put(batch, 'calls', inChunks([...calls, marked]), { stored: [] });
    expect(await stands(folder, number)).toBe(true);
    await engine.erase({ approvals: ['A-9'] });
    expect(await stands(folder, number)).toBe(false);
    expect(await stands(folder, calls[0]!.fromGiven)).toBe(true);
  }),
);

test(
  'nothing of an erased batch is left but a mark',
  withEvents(async (engine, folder) => {
    await engine.put(batch, 'calls', inChunks(calls), { stored: [] });
    await engine.erase({ batches: [batch] });
    expect(await filesUnder(folder)).toEqual([join(folder, 'erased', batch)]);
  }),
);

test(
  'scratch of a process that is gone is swept, that of a running one stays',
  withEvents(async (_, folder) => {
    const gone = join(folder, '.scratch', '4194999-abc'); // above the largest process id
    const running = join(folder, '.scratch', `${process.pid}-abc`);
    for (const path of [gone, running]) {
      await mkdir(path);
      await writeFile(join(path, 'part-0000.parquet'), '');
    }
    await (await createDuckdbEvents({ folder })).close();
    expect([existsSync(gone), existsSync(running)]).toEqual([false, true]);
  }),
);

test(
  'a set appears under its name whole, and nothing stays aside',
  withEvents(async (engine, folder) => {
    await engine.put(batch, 'calls', inChunks(calls), { stored: [] });
    expect(await filesUnder(folder)).toEqual([join(folder, 'calls', `batch=${batch}`, 'part-0000.parquet')]);
  }),
);

test(
  'a broken file is an error without a value or a path in it',
  withEvents(async (engine, folder) => {
    await engine.put(batch, 'calls', inChunks(calls), { stored: [] });
    await writeFile(join(folder, 'calls', `batch=${batch}`, 'part-0000.parquet'), 'secret words');
    const asked = engine
      .open(audienceOf([]), today, [batch])
      .then((session) => session.facts('countBehind', { kind: 'calls', from: chen }));
    const error: unknown = await asked.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'engine_unavailable' });
    expect(String(error)).not.toMatch(/secret|parquet|batch=|\//);
  }),
);

test(
  'a batch or a compartment that is no name is refused before it reaches a path or a statement',
  withEvents(async (engine) => {
    const evil = ['../../etc', `b_${'a'.repeat(25)}/`, '', 'b_*'];
    for (const id of evil) {
      await expect(engine.put(id, 'calls', inChunks([]), { stored: [] })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      await expect(engine.open(audienceOf([]), today, [id])).rejects.toMatchObject({ code: 'invalid_input' });
    }
    await engine.put(batch, 'calls', inChunks(calls), { stored: [] });
    await expect(engine.open(audienceOf(['a\0']), today, [batch])).rejects.toMatchObject({ code: 'invalid_input' });
    const session = await engine.open(audienceOf(["x') OR TRUE --"]), today, [batch]);
    expect(await session.facts('countBehind', { kind: 'calls', from: chen })).toMatchObject([{ row_count: 4 }]);
    await session.close();
  }),
);
