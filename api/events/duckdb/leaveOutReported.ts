import { join } from 'node:path';
import type { EventKind } from '../../../model/standing/kinds.ts';
import { batchOf, type EventBatch, withoutOf } from '../events.ts';
import { filesOf, type Layout } from './layout.ts';
import { textLiteral } from './literals.ts';

/** Files of stored batches, less the compartments whose rows were taken back. */
export interface ReportedFiles {
  readonly files: readonly string[];
  readonly without: readonly string[];
}

export async function reportedIn(
  layout: Layout,
  kind: EventKind,
  batches: readonly EventBatch[],
): Promise<readonly ReportedFiles[]> {
  const found: ReportedFiles[] = [];
  for (const one of batches) {
    const files = (await filesOf(layout, [batchOf(one)]))[kind];
    if (files.length > 0) found.push({ files, without: withoutOf(one) });
  }
  return found;
}

/** What two reports of one event agree in, whoever sent them. Equal approvals keep records of one approval from standing for those
 * of another; texts (memo, channel) are each sender's own. */
const alike: Readonly<Record<EventKind, readonly string[]>> = {
  payments: ['compartment', 'approval', 'at_s', 'from_given', 'to_given', 'amount'],
  calls: ['compartment', 'approval', 'at_s', 'from_given', 'to_given', 'detail'],
  copresence: [],
};

/** Adds to the rows known already those that stored rows report too, one for one: rows that are the very same (by id) are out of it
 * on both sides. Cost: one pass over the stored rows, hashed against the new ones. */
export function addReported(what: {
  known: string;
  fresh: string;
  aside: string;
  kind: EventKind;
  reported: readonly ReportedFiles[];
}): string {
  const { known, fresh, aside, kind, reported } = what;
  const columns = alike[kind].join(', ');
  if (columns === '') return 'SELECT 1';
  const list = (texts: readonly string[]) => texts.map(textLiteral).join(', ');
  const unknown = (table: string) => `NOT EXISTS (SELECT 1 FROM ${known} AS k WHERE k.id = CAST(${table}.id AS UUID))`;
  const stored = reported
    .map(({ files, without }) => {
      const held = without.length === 0 ? '' : ` WHERE compartment NOT IN (${list(without)})`;
      return `SELECT id, ${columns} FROM read_parquet([${list(files)}], hive_partitioning = false)${held}`;
    })
    .join(' UNION ALL ');
  const written = `read_parquet(${textLiteral(join(aside, '*.parquet'))}, hive_partitioning = false)`;
  return `INSERT INTO ${known}
    WITH stored AS (${stored}),
    told AS MATERIALIZED (
      SELECT ${columns}, COUNT(*) AS times FROM stored AS s SEMI JOIN ${written} AS w USING (${columns})
      WHERE ${unknown('s')} GROUP BY ALL),
    again AS (
      SELECT w.id, t.times, row_number() OVER (PARTITION BY ${columns} ORDER BY w.id) AS place
      FROM ${written} AS w JOIN told AS t USING (${columns}) WHERE ${unknown('w')})
    SELECT f.id, f.part FROM again AS a JOIN ${fresh} AS f ON f.id = CAST(a.id AS UUID) WHERE a.place <= a.times`;
}
