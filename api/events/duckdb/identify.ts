import { rename } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventKind } from '../../../model/standing/kinds.ts';
import { eventColumnNames, fileOrder, parquetOptions } from './columns.ts';
import { textLiteral } from './literals.ts';
import { firstValue, run } from './run.ts';
import type { Stage } from './stage.ts';

/** What one put knows of its rows so far: their ids, and how often equal rows came. 24 bytes a row. */
export interface PutTables {
  /** `fresh (id UUID, compartment INTEGER, part INTEGER)`: every row of this put. */
  readonly fresh: string;
  /** `repeats (content UUID, last BIGINT)`: contents that came more than once, with their last ordinal. */
  readonly repeats: string;
  /** `compartments (compartment INTEGER, text VARCHAR)`. */
  readonly compartments: string;
  /** Scratch of one part: ids that are not of one row alone. */
  readonly shared: string;
}

export async function createPutTables(connection: DuckDBConnection, name: string): Promise<PutTables> {
  const tables: PutTables = {
    fresh: `${name}_fresh`,
    repeats: `${name}_repeats`,
    compartments: `${name}_compartments`,
    shared: `${name}_shared`,
  };
  await run(connection, `CREATE TABLE ${tables.fresh} (id UUID, compartment INTEGER, part INTEGER)`);
  await run(connection, `CREATE TABLE ${tables.repeats} (content UUID, last BIGINT)`);
  await run(connection, `CREATE TABLE ${tables.compartments} (compartment INTEGER, text VARCHAR)`);
  return tables;
}

export async function dropPutTables(connection: DuckDBConnection, tables: PutTables): Promise<void> {
  for (const table of Object.values(tables)) await run(connection, `DROP TABLE IF EXISTS ${table}`);
}

export interface PartPlace {
  readonly kind: EventKind;
  readonly batch: string;
  readonly part: number;
  readonly path: string;
}

/** Writes a sealed stage as one sorted file, its rows with their ids.
 *
 * The id of a row is the first 128 bits of a SHA-256 over its content: kind, source, origin, grade, compartment, approval, ends
 * as given, group, times, amount, count, detail, note and on-duty mark; texts with their length in bytes before them, so that no
 * two contents share a text. Where and when it was read (file, line, batch, day of knowing) and whom the ends were resolved to
 * do not enter, so the same row imported again is the same. The second of equal rows in a batch, and each later one, hashes
 * that once more with its ordinal: equal payments are payments of their own.
 * Cost: one pass and a sort of the stage; a file with equal rows is written twice. */
export async function writeStage(
  connection: DuckDBConnection,
  stage: Stage,
  tables: PutTables,
  place: PartPlace,
  signal?: AbortSignal,
): Promise<void> {
  const ask = (sql: string) => run(connection, sql, [], signal);
  const columns = eventColumnNames.filter((name) => name !== 'id' && name !== 'batch');
  const ordered = ['id', 'batch', ...columns].join(', ');
  await ask(`COPY (
    SELECT ${ordered} FROM (
      SELECT left(sha256(${content(place.kind)}), 32) AS id, ${textLiteral(place.batch)} AS batch, ${columns.join(', ')}
      FROM (${stage.select}) AS r)
    ORDER BY ${fileOrder}
  ) TO ${textLiteral(place.path)} (${parquetOptions})`);
  await tellEqualRowsApart(connection, tables, place, signal);
  const written = `read_parquet(${textLiteral(place.path)}, hive_partitioning = false)`;
  await ask(`INSERT INTO ${tables.compartments}
    SELECT (SELECT COUNT(*) FROM ${tables.compartments}) + row_number() OVER (ORDER BY w.text), w.text
    FROM (SELECT DISTINCT compartment AS text FROM ${written}) AS w
    WHERE NOT EXISTS (SELECT 1 FROM ${tables.compartments} AS c WHERE c.text = w.text)`);
  await ask(`INSERT INTO ${tables.fresh}
    SELECT CAST(e.id AS UUID), c.compartment, ${place.part}
    FROM ${written} AS e JOIN ${tables.compartments} AS c ON c.text = e.compartment`);
}

/** Rows of equal content have one id so far. Where there are such, in this file or in earlier ones, they get their ordinals (in
 * the order of file and line) and the file is written again. */
async function tellEqualRowsApart(
  connection: DuckDBConnection,
  tables: PutTables,
  { path }: PartPlace,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ask = (sql: string) => run(connection, sql, [], signal);
  const written = `read_parquet(${textLiteral(path)}, hive_partitioning = false)`;
  // the ids so far are the larger side by far: they are walked past those of this file, never hashed themselves
  await ask(`CREATE OR REPLACE TABLE ${tables.shared} AS
    WITH ids AS MATERIALIZED (SELECT CAST(id AS UUID) AS id, COUNT(*) AS n FROM ${written} GROUP BY ALL),
    known AS (SELECT f.id FROM ${tables.fresh} AS f WHERE EXISTS (SELECT 1 FROM ids AS i WHERE i.id = f.id))
    SELECT i.id, i.n, CASE WHEN k.id IS NULL THEN 0 ELSE 1 + COALESCE(r.last, 0) END AS earlier
    FROM ids AS i LEFT JOIN known AS k ON k.id = i.id LEFT JOIN ${tables.repeats} AS r ON r.content = i.id
    WHERE i.n > 1 OR k.id IS NOT NULL`);
  if ((await firstValue(connection, `SELECT COUNT(*) FROM ${tables.shared}`)) === 0n) return;
  const again = `${path}.again`;
  const columns = eventColumnNames.filter((name) => name !== 'id').map((name) => `e.${name}`);
  const columnsOfUnion = eventColumnNames.join(', ');
  await ask(`COPY (
    SELECT ${columnsOfUnion} FROM (
      SELECT e.id, ${columns.join(', ')} FROM ${written} AS e
      WHERE NOT EXISTS (SELECT 1 FROM ${tables.shared} AS h WHERE h.id = CAST(e.id AS UUID))
      UNION ALL
      SELECT CASE WHEN e.ordinal = 0 THEN e.id ELSE left(sha256(e.id || ':' || e.ordinal), 32) END AS id,
        ${columns.join(', ')}
      FROM (
        SELECT e.*, h.earlier - 1 + row_number() OVER (PARTITION BY e.id ORDER BY e.file, e.line) AS ordinal
        FROM ${written} AS e JOIN ${tables.shared} AS h ON h.id = CAST(e.id AS UUID)) AS e)
    ORDER BY ${fileOrder}
  ) TO ${textLiteral(again)} (${parquetOptions})`);
  await rename(again, path);
  await ask(`CREATE OR REPLACE TABLE ${tables.repeats} AS
    SELECT content, MAX(last) AS last FROM (
      SELECT content, last FROM ${tables.repeats} UNION ALL SELECT id, earlier + n - 1 FROM ${tables.shared})
    GROUP BY content`);
}

function content(kind: EventKind): string {
  const text = (value: string) => `strlen(${value}), ':', ${value}`;
  const maybe = (value: string) => `CASE WHEN ${value} IS NULL THEN '-' ELSE concat(${text(value)}) END`;
  const whole = (column: string) => `COALESCE(CAST(${column} AS VARCHAR), '-')`;
  const parts = [
    `'${kind}'`,
    ...['source', 'origin', 'compartment', 'approval'].map(text),
    text(`CASE WHEN from_given = '' THEN from_id ELSE from_given END`),
    maybe(`CASE WHEN to_given IS NULL OR to_given = '' THEN to_id ELSE to_given END`),
    maybe('group_id'),
    ...['at_s', 'until_s', 'amount', 'n', 'grade'].map(whole),
    ...['detail', 'note'].map(text),
    whole('on_duty'),
  ];
  return `concat(${parts.join(", ';', ")})`;
}
