import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { PowangError, StoreBusy, StoreUnavailable } from '../../../model/errors.ts';
import { schema, schemaVersion, steps } from './schema.ts';

export type Value = string | number | null;

/** One connection with its prepared statements. Several processes may hold one each: writes are short and take the
 * right to write at once (BEGIN IMMEDIATE), so that none can fail half-way for want of it. */
export interface Store {
  get(sql: string, ...values: Value[]): unknown;
  all(sql: string, ...values: Value[]): unknown[];
  /** Number of rows changed. */
  run(sql: string, ...values: Value[]): number;
  /** One transaction: all of it on disk when it returns, or none of it. Inside another write it joins that one. */
  write<Result>(work: () => Result): Result;
  /** Several reads of one moment. */
  read<Result>(work: () => Result): Result;
  close(): void;
}

/** SQLite's primary result codes that mean "try again" and "the store is not usable"; anything else is our own mistake. */
const busyCodes: readonly number[] = [5, 6]; // BUSY, LOCKED
const unavailableCodes: readonly number[] = [8, 10, 11, 13, 14, 26]; // READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB

export function openStore(path: string, options: { readOnly: boolean }): Store {
  const database = named(
    () => new DatabaseSync(path, { readOnly: options.readOnly, timeout: 5_000, enableForeignKeyConstraints: true }),
  );
  const statements = new Map<string, StatementSyncInstance>();
  const prepare = (sql: string): StatementSyncInstance => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const store: Store = {
    get: (sql, ...values) => named(() => prepare(sql).get(...values)),
    all: (sql, ...values) => named(() => prepare(sql).all(...values)),
    run: (sql, ...values) => named(() => Number(prepare(sql).run(...values).changes)),
    write: (work) => (database.isTransaction ? work() : named(() => transaction(database, 'BEGIN IMMEDIATE', work))),
    read: (work) => (database.isTransaction ? work() : named(() => transaction(database, 'BEGIN', work))),
    close() {
      statements.clear();
      if (!options.readOnly) named(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
      database.close();
    },
  };
  if (!options.readOnly)
    named(() => database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON'));
  prepareTables(store, database, options.readOnly);
  return store;
}

function transaction<Result>(
  database: InstanceType<typeof DatabaseSync>,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE',
  work: () => Result,
): Result {
  database.exec(begin);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function prepareTables(store: Store, database: InstanceType<typeof DatabaseSync>, readOnly: boolean): void {
  const version = (): number => Number(Object.values(database.prepare('PRAGMA user_version').get())[0]);
  if (version() < schemaVersion && !readOnly) {
    store.write(() => {
      // Another process may have made them while this one waited.
      if (version() === 0) database.exec(`${schema}; PRAGMA user_version = 1`);
      while (version() < schemaVersion) {
        const next = version() + 1;
        database.exec(`${steps[next]}; PRAGMA user_version = ${next}`);
      }
    });
  }
  if (version() === schemaVersion) return;
  database.close();
  throw new StoreUnavailable('the ledger was made by another version of powang');
}

/** SQLite's errors by our names; texts of the store (which may hold values) stay behind. */
function named<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof PowangError || !(error instanceof Error) || !('errcode' in error)) throw error;
    const code = Number(error.errcode) & 0xff;
    if (busyCodes.includes(code)) throw new StoreBusy();
    if (unavailableCodes.includes(code)) throw new StoreUnavailable(`the ledger cannot be used (SQLite code ${code})`);
    throw error;
  }
}
