import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventKind } from '../../../model/standing/kinds.ts';
import { fileOrder, parquetOptions } from './columns.ts';
import type { PutTables } from './identify.ts';
import { partName } from './layout.ts';
import { addReported, type ReportedFiles } from './leaveOutReported.ts';
import { textLiteral } from './literals.ts';
import { readRows } from './readRows.ts';
import { run } from './run.ts';

/** Takes the rows out of a written set whose id is stored already, or that somebody else has reported before: one pass over the stored ids, then only the files that hold
 * such rows are written anew, or removed where nothing is left. Returns how many were removed. */
export async function leaveOutStored(
  connection: DuckDBConnection,
  {
    tables,
    aside,
    kind,
    stored,
    reported,
  }: {
    tables: PutTables;
    aside: string;
    kind: EventKind;
    stored: readonly string[];
    reported: readonly ReportedFiles[];
  },
  signal: AbortSignal | undefined,
): Promise<number> {
  if (stored.length === 0) return 0;
  const known = `${tables.fresh}_known`;
  const ask = (sql: string) => run(connection, sql, [], signal);
  try {
    await ask(`CREATE TABLE ${known} AS
      SELECT f.id, f.part FROM ${tables.fresh} AS f
      WHERE EXISTS (
        SELECT 1 FROM read_parquet([${stored.map(textLiteral).join(', ')}], hive_partitioning = false) AS s
        WHERE CAST(s.id AS UUID) = f.id)`);
    if (reported.length > 0) await ask(addReported({ known, fresh: tables.fresh, aside, kind, reported }));
    const touched = await ask(`SELECT k.part, k.n, f.n AS of_n
      FROM (SELECT part, COUNT(*) AS n FROM ${known} GROUP BY part) AS k
        JOIN (SELECT part, COUNT(*) AS n FROM ${tables.fresh} GROUP BY part) AS f ON f.part = k.part`);
    let removed = 0;
    for (const chunk of touched)
      for (const { part, n, of } of readRows(chunk, { part: 'whole', n: 'whole', of: 'whole' })) {
        const path = join(aside, partName(part));
        if (n === of) {
          await rm(path);
          removed++;
          continue;
        }
        await ask(`COPY (
          SELECT e.* FROM read_parquet(${textLiteral(path)}, hive_partitioning = false) AS e
          WHERE NOT EXISTS (SELECT 1 FROM ${known} AS k WHERE k.part = ${part} AND k.id = CAST(e.id AS UUID))
          ORDER BY ${fileOrder}
        ) TO ${textLiteral(`${path}.new`)} (${parquetOptions})`);
        await rename(`${path}.new`, path);
      }
    await ask(`DELETE FROM ${tables.fresh} AS f WHERE EXISTS (SELECT 1 FROM ${known} AS k WHERE k.id = f.id)`);
    return removed;
  } finally {
    await run(connection, `DROP TABLE IF EXISTS ${known}`);
  }
}
