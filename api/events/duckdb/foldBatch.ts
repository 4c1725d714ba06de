import type { DuckDBConnection } from '@duckdb/node-api';
import { general } from '../../../model/audience.ts';
import type { EventKind } from '../../../model/standing/kinds.ts';
import type { FoldRow } from '../events.ts';
import { largestGroup } from '../queries/pairs.ts';
import type { ColumnType } from '../queries/query.ts';
import { textLiteral } from './literals.ts';
import { packedRows } from './packedRows.ts';
import { run } from './run.ts';

const rowsAtOnce = 50_000;
const columns = {
  from_id: 'text',
  to_id: 'text',
  compartment: 'text',
  approval: 'text',
  other_compartment: 'text?',
  other_approval: 'text?',
  known_day: 'whole',
  first_s: 'whole',
  last_s: 'whole',
  n: 'whole',
  amount: 'whole',
  grade: 'whole',
} as const satisfies Record<string, ColumnType>;

/** The fold of one set for the graph columns. No audience: every compartment comes with its rows, and no reader sees them. */
export async function* foldSet(
  connection: DuckDBConnection,
  kind: EventKind,
  files: readonly string[],
): AsyncGenerator<readonly FoldRow[]> {
  if (files.length === 0) return;
  const source = `read_parquet([${files.map(textLiteral).join(', ')}], hive_partitioning = false)`;
  await run(
    connection,
    `CREATE TEMP TABLE fold AS ${kind === 'copresence' ? foldMeetings(source) : foldContacts(source)}`,
  );
  for await (const rows of packedRows(connection, 'fold', columns, rowsAtOnce))
    yield rows.map((row) => ({
      from: row.from_id,
      to: row.to_id,
      compartment: row.compartment,
      approval: row.approval,
      otherCompartment: row.other_compartment,
      otherApproval: row.other_approval,
      knownDay: row.known_day,
      firstSeconds: row.first_s,
      lastSeconds: row.last_s,
      count: row.n,
      sum: row.amount,
      grade: row.grade,
    }));
}

const foldContacts = (source: string) => `SELECT from_id, to_id, compartment, approval,
  CAST(NULL AS VARCHAR) AS other_compartment, CAST(NULL AS VARCHAR) AS other_approval, known_day,
  MIN(at_s) AS first_s, MAX(at_s) AS last_s, SUM(n) AS n, SUM(amount) AS amount, MIN(grade) AS grade
FROM ${source}
WHERE to_id IS NOT NULL
GROUP BY from_id, to_id, compartment, approval, known_day`;

/** As in `queries/pairs.ts`, but a participant is one for each compartment, approval and day of knowing: what only some may see
 * stays apart. So is the size of an event: a participant of compartment C is paired where those whom the readers of C see
 * (general and C) are not too many; whom a sealed row puts there beside them takes nobody else's pair away. */
const foldMeetings = (source: string) => `WITH participants AS (
  SELECT group_id, from_id AS person, compartment, approval, known_day, MIN(at_s) AS at_s, MIN(grade) AS grade
  FROM ${source}
  WHERE group_id IS NOT NULL
  GROUP BY group_id, from_id, compartment, approval, known_day
),
present AS (SELECT DISTINCT group_id, compartment, person FROM participants),
sizes AS (
  SELECT c.group_id, c.compartment
  FROM (SELECT DISTINCT group_id, compartment FROM present) AS c JOIN present AS p ON p.group_id = c.group_id
  WHERE p.compartment = c.compartment OR p.compartment = ${textLiteral(general)}
  GROUP BY c.group_id, c.compartment HAVING COUNT(DISTINCT p.person) <= ${largestGroup}
),
met AS MATERIALIZED (
  SELECT p.* FROM participants AS p
  WHERE EXISTS (SELECT 1 FROM sizes AS s WHERE s.group_id = p.group_id AND s.compartment = p.compartment)
),
pairs AS (
  SELECT a.person AS from_id, b.person AS to_id, a.compartment, a.approval,
    CASE WHEN b.compartment <> a.compartment THEN b.compartment END AS other_compartment,
    CASE WHEN b.approval <> a.approval THEN b.approval END AS other_approval,
    greatest(a.known_day, b.known_day) AS known_day, greatest(a.at_s, b.at_s) AS at_s, greatest(a.grade, b.grade) AS grade,
    a.group_id
  FROM met AS a JOIN met AS b ON a.group_id = b.group_id AND a.person < b.person
)
SELECT from_id, to_id, compartment, approval, other_compartment, other_approval, known_day,
  MIN(at_s) AS first_s, MAX(at_s) AS last_s, COUNT(DISTINCT group_id) AS n, 0 AS amount, MIN(grade) AS grade
FROM pairs
GROUP BY from_id, to_id, compartment, approval, other_compartment, other_approval, known_day`;
