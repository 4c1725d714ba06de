import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Id } from '../../../model/ids.ts';
import { eventKinds } from '../../../model/standing/kinds.ts';
import type { EventsErased } from '../events.ts';
import { fileOrder, parquetOptions } from './columns.ts';
import { digestOf } from './digest.ts';
import { batchesOf, type Layout, partsOf, removeBatch, replacePart } from './layout.ts';
import { textList, textLiteral } from './literals.ts';
import { readRows } from './readRows.ts';
import { firstValue, run } from './run.ts';
import { sweepScratch } from './scratch.ts';

export interface Erasure {
  readonly approvals?: readonly string[];
  readonly batches?: readonly Id[];
}

/** Erases rows: first counts and digests all that go, then writes each file that holds some of them anew without them and puts
 * it over the old one, and removes the folders of the batches. Repeating it after a break finishes it, but tells only what was left. */
export async function eraseEvents(
  connection: DuckDBConnection,
  layout: Layout,
  name: string,
  { approvals = [], batches = [] }: Erasure,
): Promise<EventsErased> {
  const gone = `${name}_gone`;
  await sweepScratch(layout.folder);
  await run(connection, `CREATE TABLE ${gone} (id UUID, compartment VARCHAR)`);
  try {
    const doomed = approvals.length === 0 ? 'FALSE' : `approval IN (${textList(approvals)})`;
    const removed = new Set(batches);
    const rewrite: string[] = [];
    for (const kind of eventKinds)
      for (const batch of new Set([...(approvals.length === 0 ? [] : await batchesOf(layout, kind)), ...removed]))
        for (const path of (await partsOf(layout, kind, batch)) ?? []) {
          const where = removed.has(batch) ? 'TRUE' : doomed;
          const found = await firstValue(connection, `SELECT COUNT(*) FROM ${rowsOf(path)} WHERE ${where}`);
          if (found === 0n) continue;
          await run(
            connection,
            `INSERT INTO ${gone} SELECT CAST(id AS UUID), compartment FROM ${rowsOf(path)} WHERE ${where}`,
          );
          if (!removed.has(batch)) rewrite.push(path);
        }
    const erased = await summary(connection, gone);
    for (const [part, path] of rewrite.entries()) {
      const aside = join(layout.scratch, `${name}-${part}.parquet`);
      await run(
        connection,
        `COPY (SELECT * FROM ${rowsOf(path)} WHERE NOT (${doomed}) ORDER BY ${fileOrder})
         TO ${textLiteral(aside)} (${parquetOptions})`,
      );
      await replacePart(aside, path);
    }
    for (const batch of removed) await removeBatch(layout, batch);
    return erased;
  } finally {
    await run(connection, `DROP TABLE IF EXISTS ${gone}`);
  }
}

const rowsOf = (path: string) => `read_parquet(${textLiteral(path)}, hive_partitioning = false)`;

async function summary(connection: DuckDBConnection, gone: string): Promise<EventsErased> {
  const digests: Record<string, string> = {};
  const counts: Record<string, number> = {};
  let rows = 0;
  const counted = await run(
    connection,
    `SELECT compartment, COUNT(*) AS n FROM ${gone} GROUP BY compartment ORDER BY compartment`,
  );
  for (const chunk of counted)
    for (const { compartment, n } of readRows(chunk, { compartment: 'text', n: 'whole' })) {
      const where = `compartment = ${textLiteral(compartment)}`;
      digests[compartment] = await digestOf(connection, { table: gone, where, rows: n });
      counts[compartment] = n;
      rows += n;
    }
  const hash = rows === 0 ? '' : await digestOf(connection, { table: gone, where: 'TRUE', rows });
  return { rows, hash, digests, counts };
}
