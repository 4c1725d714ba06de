import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Cancelled } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventKind } from '../../../model/standing/kinds.ts';
import type { EventRow, EventsPut, PutOptions } from '../events.ts';
import { largestGroup } from '../queries/pairs.ts';
import { eventColumnNames, eventColumns, parquetOptions } from './columns.ts';
import { digestOf } from './digest.ts';
import { createPutTables, dropPutTables, type PutTables, writeStage } from './identify.ts';
import { filesOf, type Layout, partName, publishSet } from './layout.ts';
import { leaveOutStored } from './leaveOut.ts';
import { reportedIn } from './leaveOutReported.ts';
import { textLiteral } from './literals.ts';
import { readRows } from './readRows.ts';
import { firstValue, run } from './run.ts';
import { createStage, type Stage } from './stage.ts';

/** Rows of a stage, and so at most of one file: sorting one bounds the memory, while the next is filled. */
export const defaultRowsPerFile = 300_000;

export interface PutJob {
  readonly batch: Id;
  readonly kind: EventKind;
  /** Names the tables and the folder of this put. */
  readonly name: string;
  readonly rowsPerFile: number;
}

/** Writes one kind of one batch: stage by stage into sorted files aside, then leaves out what is stored already, then takes
 * its place by one rename. Bounded memory: a stage and 24 bytes a row. */
export async function putEvents(
  instance: DuckDBInstance,
  layout: Layout,
  job: PutJob,
  rows: AsyncIterable<readonly EventRow[]>,
  options: PutOptions,
): Promise<EventsPut> {
  const { batch, kind, name } = job;
  const aside = join(layout.scratch, name);
  await mkdir(aside);
  const writing = await instance.connect();
  const tables = await createPutTables(writing, name);
  try {
    const parts = await writeParts({ writing, tables, aside, job }, rows, options);
    const stored = (await filesOf(layout, options.stored))[kind];
    const reported = parts === 0 ? [] : await reportedIn(layout, kind, options.reported ?? []);
    const left = parts - (await leaveOutStored(writing, { tables, aside, kind, stored, reported }, options.signal));
    // an empty set says that there is nothing, a missing one that something is lost
    if (left === 0) await writeEmpty(writing, join(aside, partName(0)));
    const put = await summary(writing, tables, options.signal);
    const groupsLeftOut = kind === 'copresence' ? await countLargeGroups(writing, aside) : 0;
    if (options.signal?.aborted) throw new Cancelled();
    await publishSet(layout, aside, kind, batch);
    return { ...put, groupsLeftOut };
  } finally {
    await dropPutTables(writing, tables);
    writing.closeSync();
    await rm(aside, { recursive: true, force: true });
  }
}

interface Writing {
  readonly writing: DuckDBConnection;
  readonly tables: PutTables;
  readonly aside: string;
  readonly job: PutJob;
}

async function writeParts(
  { writing, tables, aside, job }: Writing,
  rows: AsyncIterable<readonly EventRow[]>,
  { signal, onProgress }: PutOptions,
): Promise<number> {
  let parts = 0;
  let done = 0;
  let stage: Stage | undefined;
  let written: Promise<void> = Promise.resolve();

  async function write(full: Stage): Promise<void> {
    await full.seal();
    await written;
    const part = parts++;
    const path = join(aside, partName(part));
    written = writeStage(writing, full, tables, { ...job, part, path }, signal)
      .then(() => {
        done += full.rows;
        onProgress?.(done);
      })
      .finally(() => full.remove());
    written.catch(() => undefined); // awaited before the next one, and at the end
  }

  try {
    let named = 0;
    for await (const some of rows) {
      if (signal?.aborted) throw new Cancelled();
      for (let at = 0; at < some.length; ) {
        stage ??= await createStage(join(aside, `${named++}.lines`), job.rowsPerFile);
        at = await stage.append(some, at);
        if (!stage.isFull) continue;
        const full = stage;
        stage = undefined;
        await write(full);
      }
    }
    if (stage !== undefined) {
      const full: Stage = stage;
      stage = undefined;
      await write(full);
    }
    await written;
    return parts;
  } catch (error) {
    await written.catch(() => undefined); // the first error is the one to tell
    await stage?.remove();
    throw error;
  }
}

async function writeEmpty(connection: DuckDBConnection, path: string): Promise<void> {
  const columns = eventColumnNames.map((name) => `CAST(NULL AS ${eventColumns[name]}) AS ${name}`).join(', ');
  await run(connection, `COPY (SELECT ${columns} WHERE 1 = 0) TO ${textLiteral(path)} (${parquetOptions})`);
}

async function summary(
  connection: DuckDBConnection,
  tables: PutTables,
  signal: AbortSignal | undefined,
): Promise<Omit<EventsPut, 'groupsLeftOut'>> {
  const digests: Record<string, string> = {};
  const counts: Record<string, number> = {};
  let rows = 0;
  const byCompartment = await run(
    connection,
    `SELECT c.compartment, c.text, COUNT(*) AS n FROM ${tables.fresh} AS f
     JOIN ${tables.compartments} AS c ON c.compartment = f.compartment GROUP BY c.compartment, c.text`,
    [],
    signal,
  );
  for (const chunk of byCompartment)
    for (const { compartment, text, n } of readRows(chunk, { compartment: 'whole', text: 'text', n: 'whole' })) {
      const where = `compartment = ${compartment}`;
      digests[text] = await digestOf(connection, { table: tables.fresh, where, rows: n }, signal);
      counts[text] = n;
      rows += n;
    }
  return { rows, digests, counts };
}

async function countLargeGroups(connection: DuckDBConnection, aside: string): Promise<number> {
  const groups = await firstValue(
    connection,
    `SELECT COUNT(*) FROM (
      SELECT group_id FROM (SELECT DISTINCT group_id, from_id FROM read_parquet(${textLiteral(join(aside, '*.parquet'))}))
      WHERE group_id IS NOT NULL GROUP BY group_id HAVING COUNT(*) > ${largestGroup})`,
  );
  return Number(groups);
}
