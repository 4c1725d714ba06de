import type { Connection, SqlValue } from './connection.ts';

/** Rows of one call into SQLite: half the cost of a call each. */
const together = 64;
const remainders = [8, 1];

/** Inserts rows many at a time. `add` takes the values of one row; `flush` writes what is left and tells how many rows were
 * inserted since the last flush (rows that `tail` lets pass as known are not counted). */
export function createBulkInsert(connection: Connection, head: string, columns: number, tail = '') {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const sqlFor = (rows: number): string => `${head} ${Array.from({ length: rows }, () => row).join(', ')} ${tail}`;
  const full = connection.statement(sqlFor(together));
  const waiting = new Array<SqlValue>(together * columns).fill(null);
  let filled = 0;
  let inserted = 0;

  return {
    add(...values: SqlValue[]): void {
      for (let at = 0; at < columns; at++) waiting[filled++] = values[at] ?? null;
      if (filled < waiting.length) return;
      inserted += Number(full.run(...waiting).changes);
      filled = 0;
    },
    flush(): number {
      let at = 0;
      for (const rows of remainders) {
        for (; filled - at >= rows * columns; at += rows * columns) {
          inserted += Number(connection.statement(sqlFor(rows)).run(...waiting.slice(at, at + rows * columns)).changes);
        }
      }
      const done = inserted;
      filled = 0;
      inserted = 0;
      return done;
    },
  };
}
