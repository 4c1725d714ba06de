import {
  BIGINT,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { Cancelled, EngineUnavailable, PowangError } from '../../../model/errors.ts';

type Parameter = string | number;
const interruptAgainMs = 20;

/** Runs one statement. An aborted signal interrupts it (again and again, as an interrupt that comes before the statement has
 * started is lost) and it ends as Cancelled; the connection stays usable. */
export async function run(
  connection: DuckDBConnection,
  sql: string,
  values: readonly Parameter[] = [],
  signal?: AbortSignal,
): Promise<DuckDBDataChunk[]> {
  return guarded(connection, signal, async () => {
    const result =
      (await values.length) === 0
        ? await connection.run(sql)
        : await connection.run(sql, values.map(bound), values.map(typeOf));
    return result.fetchAllChunks();
  });
}

export async function firstValue(
  connection: DuckDBConnection,
  sql: string,
  values: readonly Parameter[] = [],
  signal?: AbortSignal,
): Promise<DuckDBValue> {
  const [chunk] = await run(connection, sql, values, signal);
  return chunk === undefined || chunk.rowCount === 0 ? null : (chunk.getColumnValues(0)[0] ?? null);
}

async function guarded<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new Cancelled();
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    connection.interrupt();
    timer ??= setInterval(() => connection.interrupt(), interruptAgainMs);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) throw new Cancelled();
    throw unavailable(error);
  } finally {
    signal?.removeEventListener('abort', stop);
    clearInterval(timer);
  }
}

/** Messages of the library hold values of rows and paths of files: only their class goes on. */
export function unavailable(error: unknown): PowangError {
  if (error instanceof PowangError) return error;
  const kind = error instanceof Error ? /^([A-Za-z ]{3,40}) Error:/.exec(error.message)?.[1] : undefined;
  if (kind === 'INTERRUPT') return new Cancelled();
  return new EngineUnavailable(kind === undefined ? 'the event engine failed' : `the event engine failed: ${kind}`);
}

/** Whole numbers as 64 bits whatever their size: wider ones would keep the statistics of the files from being used. */
const typeOf = (value: Parameter): DuckDBType => (typeof value === 'number' ? BIGINT : VARCHAR);
const bound = (value: Parameter): DuckDBValue => (typeof value === 'number' ? BigInt(value) : value);
