import { type PowangError, StoreBusy, StoreUnavailable } from '../../../model/errors.ts';

/** SQLite's primary result codes that have a name of ours; the rest stays a fault of the program. */
const named: Readonly<Record<number, (message: string) => PowangError>> = {
  5: () => new StoreBusy(), // SQLITE_BUSY
  6: () => new StoreBusy(), // SQLITE_LOCKED
  8: () => new StoreUnavailable('the facts file is read-only'), // SQLITE_READONLY
  10: () => new StoreUnavailable('the facts file cannot be read or written'), // SQLITE_IOERR
  11: () => new StoreUnavailable('the facts file is damaged'), // SQLITE_CORRUPT
  13: () => new StoreUnavailable('disk full'), // SQLITE_FULL
  14: () => new StoreUnavailable('the facts file cannot be opened'), // SQLITE_CANTOPEN
  26: () => new StoreUnavailable('the facts file is not a database'), // SQLITE_NOTADB
};

export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** The same error by its name in model/errors.ts, where it has one. */
export function namedError(error: unknown): unknown {
  const code = sqliteCode(error);
  return (code === undefined ? undefined : named[code]?.(String(error))) ?? error;
}

/** Runs work on the store; what it throws comes out by name. */
export function withNames<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw namedError(error);
  }
}
