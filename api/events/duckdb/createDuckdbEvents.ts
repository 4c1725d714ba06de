import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { EngineUnavailable } from '../../../model/errors.ts';
import type { EventEngine } from '../events.ts';
import { eraseEvents } from './erase.ts';
import { foldSet } from './foldBatch.ts';
import { openInstance } from './instance.ts';
import { type Layout, partsOf } from './layout.ts';
import { checkedBatch } from './literals.ts';
import { defaultRowsPerFile, putEvents } from './put.ts';
import { unavailable } from './run.ts';
import { makeScratch } from './scratch.ts';
import { openSession } from './session.ts';

export interface DuckdbEventsOptions {
  /** The folder of the events alone: nothing outside it is read or written. */
  readonly folder: string;
  readonly threads?: number;
  readonly memoryLimitMb?: number;
  readonly rowsPerFile?: number;
}

/** Events in Parquet files, read and written by DuckDB in this process: the caller runs it in a child that may be killed. */
export async function createDuckdbEvents(options: DuckdbEventsOptions): Promise<EventEngine> {
  const { threads = 2, memoryLimitMb = 1024, rowsPerFile = defaultRowsPerFile } = options;
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const layout: Layout = { folder, scratch: await makeScratch(folder) };
  const instance = await told(() => openInstance({ ...layout, threads, memoryLimitMb }));

  return {
    put(batch, kind, rows, put) {
      const source = watched(rows);
      const job = { kind, name: uniqueName('put'), rowsPerFile };
      return told(
        () => putEvents(instance, layout, { ...job, batch: checkedBatch(batch) }, source.rows, put),
        source.failed,
      );
    },
    erase: (what) => told(() => withConnection(instance, (one) => eraseEvents(one, layout, uniqueName('erase'), what))),
    async *foldBatch(batch, kind) {
      const files = await partsOf(layout, kind, batch);
      if (files === undefined) throw new EngineUnavailable('there are no events of this kind in the batch');
      const connection = await instance.connect();
      try {
        yield* foldSet(connection, kind, files);
      } finally {
        connection.closeSync();
      }
    },
    open: (audience, clocks, batches, lists = {}) =>
      told(() => openSession(instance, layout, audience, clocks, batches, lists)),
    async close() {
      instance.closeSync();
      await rm(layout.scratch, { recursive: true, force: true });
    },
  };
}

async function withConnection<T>(
  instance: DuckDBInstance,
  work: (connection: Awaited<ReturnType<DuckDBInstance['connect']>>) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
  }
}

/** Whatever goes wrong here has a name of ours and no values in its text; what went wrong with the rows' own maker goes through. */
async function told<T>(work: () => Promise<T>, isForeign: (error: unknown) => boolean = () => false): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isForeign(error) ? error : unavailable(error);
  }
}

function watched<T>(rows: AsyncIterable<T>) {
  const errors = new Set<unknown>();
  async function* watch(): AsyncGenerator<T> {
    try {
      yield* rows;
    } catch (error) {
      errors.add(error);
      throw error;
    }
  }
  return { rows: watch(), failed: (error: unknown) => errors.has(error) };
}

const uniqueName = (what: string) => `${what}_${randomBytes(8).toString('hex')}`;
