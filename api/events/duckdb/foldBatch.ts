import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventKind } from '../../../model/standing/kinds.ts';
import type { FoldRow } from '../events.ts';
import { largestGroup } from '../queries/pairs.ts';
import type { ColumnType } from '../queries/query.ts';
import { textLiteral } from './literals.ts';
import { readRows } from './readRows.ts';
import { stream } from './run.ts';

const rowsAtOnce = 50_000;
const columns = {
  from: 'text',
  to: 'text',
  compartment: 'text',
  approval: 'text',
  otherCompartment: 'text?',
  otherApproval: 'text?',
  knownDay: 'whole',
  firstSeconds: 'whole',
  lastSeconds: 'whole',
  count: 'whole',
  sum: 'whole',
  grade: 'whole',
} as const satisfies Record<keyof FoldRow, ColumnType>;

/** The fold of one set for the graph columns. No audience: every compartment comes with its rows, and no reader sees them. */
export async function* foldSet(
  connection: DuckDBConnection,
  kind: EventKind,
  files: readonly string[],
): AsyncGenerator<readonly FoldRow[]> {
  if (files.length === 0) return;
  const source = `read_parquet([${files.map(textLiteral).join(', ')}], hive_partitioning = false)`;
  let rows: FoldRow[] = [];
  for await (const chunk of stream(connection, kind === 'copresence' ? foldMeetings(source) : foldContacts(source))) {
    for (const row of readRows(chunk, columns)) rows.push(row);
    if (rows.length < rowsAtOnce - 2048) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

const foldContacts = (source: string) => `SELECT from_id, to_id, compartment, approval, NULL::VARCHAR, NULL::VARCHAR,
  known_day, MIN(at_s), MAX(at_s), CAST(SUM(n) AS BIGINT), CAST(SUM(amount) AS BIGINT), MIN(grade)
FROM ${source}
WHERE to_id IS NOT NULL
GROUP BY from_id, to_id, compartment, approval, known_day`;

/** As in `queries/pairs.ts`, but a participant is one for each compartment, approval and day of knowing: what only some may see stays apart. */
const foldMeetings = (source: string) => `WITH participants AS (
  SELECT group_id, from_id AS person, compartment, approval, known_day, MIN(at_s) AS at_s, MIN(grade) AS grade
  FROM ${source}
  WHERE group_id IS NOT NULL
  GROUP BY group_id, from_id, compartment, approval, known_day
),
sizes AS (
  SELECT group_id FROM (SELECT DISTINCT group_id, person FROM participants) GROUP BY group_id HAVING COUNT(*) <= ${largestGroup}
),
met AS MATERIALIZED (
  SELECT p.* FROM participants AS p WHERE EXISTS (SELECT 1 FROM sizes AS s WHERE s.group_id = p.group_id)
),
pairs AS (
  SELECT a.person AS from_id, b.person AS to_id, a.compartment, a.approval,
    CASE WHEN b.compartment <> a.compartment THEN b.compartment END AS other_compartment,
    CASE WHEN b.approval <> a.approval THEN b.approval END AS other_approval,
    greatest(a.known_day, b.known_day) AS known_day, greatest(a.at_s, b.at_s) AS at_s, greatest(a.grade, b.grade) AS grade,
    a.group_id
  FROM met AS a JOIN met AS b ON a.group_id = b.group_id AND a.person < b.person
)
SELECT from_id, to_id, compartment, approval, other_compartment, other_approval, known_day, MIN(at_s), MAX(at_s),
  COUNT(DISTINCT group_id), CAST(0 AS BIGINT), MIN(grade)
FROM pairs
GROUP BY from_id, to_id, compartment, approval, other_compartment, other_approval, known_day`;
