import { z } from 'zod';
import { eventQuery, idParameter, kindParameter } from './query.ts';

/** What goes when a batch is taken back: its own rows, and rows of other batches that rest on its approvals. */
export const rowsUnder = eventQuery({
  parameters: z.object({ kind: kindParameter, batch: idParameter, approvals: z.array(idParameter).max(100_000) }),
  columns: { own: 'whole', others: 'whole' },
  sql: ({ kind }) => `WITH counted AS (
  SELECT CASE WHEN e.batch = ? THEN 1 ELSE 0 END AS own,
    CASE WHEN e.batch <> ? AND EXISTS (SELECT 1 AS found FROM entities AS i WHERE i.entity = e.approval) THEN 1 ELSE 0 END AS other
  FROM ${kind} AS e
)
SELECT CAST(COALESCE(SUM(own), 0) AS BIGINT) AS own, CAST(COALESCE(SUM(other), 0) AS BIGINT) AS others FROM counted`,
  values: ({ batch }) => [batch, batch],
  lists: ({ approvals }) => ({ entities: approvals }),
});
