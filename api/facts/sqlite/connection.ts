import { DatabaseSync } from '@photostructure/sqlite';
import { withNames } from './errors.ts';

export type Statement = ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;
export type SqlValue = string | number | null;

/** One connection to the facts file and the statements prepared on it. */
export interface Connection {
  readonly database: InstanceType<typeof DatabaseSync>;
  /** Prepared once; rows come as objects. */
  statement(sql: string): Statement;
  /** Prepared once; rows come as arrays: for long lists. */
  arrays(sql: string): Statement;
  /** Everything read inside is of one moment. */
  snapshot<T>(work: () => T): T;
  close(): void;
}

const common = 'PRAGMA temp_store = MEMORY;'; // nothing sensitive in temporary files
const settings = {
  // A whole import is one transaction: its pages stay in memory until they are written once.
  write: `${common} PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -262144`,
  read: `${common} PRAGMA cache_size = -65536`,
};

export function openConnection(path: string, use: 'read' | 'write'): Connection {
  const database = withNames(
    () => new DatabaseSync(path, { readOnly: use === 'read', timeout: use === 'read' ? 250 : 0 }),
  );
  withNames(() => database.exec(settings[use]));
  const objects = new Map<string, Statement>();
  const lists = new Map<string, Statement>();
  const prepared = (known: Map<string, Statement>, sql: string, asArrays: boolean): Statement => {
    const existing = known.get(sql);
    if (existing !== undefined) return existing;
    const made = database.prepare(sql);
    if (asArrays) made.setReturnArrays(true);
    known.set(sql, made);
    return made;
  };
  return {
    database,
    statement: (sql) => prepared(objects, sql, false),
    arrays: (sql) => prepared(lists, sql, true),
    snapshot(work) {
      return withNames(() => {
        if (database.isTransaction) return work();
        database.exec('BEGIN');
        try {
          return work();
        } finally {
          if (database.isTransaction) database.exec('ROLLBACK'); // it only read
        }
      });
    },
    close() {
      if (!database.isOpen) return;
      // Closed inside a transaction it would hold its place in the log until its statements are collected, and no log could be emptied.
      if (database.isTransaction) database.exec('ROLLBACK');
      database.close();
    },
  };
}
