import { z } from 'zod';
import { monthNumber, pairs, sided } from './pairs.ts';
import { eventQuery, idParameter, kindParameter, sideParameter, windowParameters, windowValues } from './query.ts';

/** One pair by month (202403) and side. */
export const foldByMonth = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    from: idParameter,
    to: idParameter,
    /** Both directions together; co-presence always is. */
    either: z.boolean().default(false),
    side: sideParameter,
    ...windowParameters,
  }),
  columns: { month: 'whole', side: 'text', n: 'whole', row_count: 'whole', amount: 'whole' },
  sql: ({ kind, side, either }) => `WITH ${pairs(kind, { listed: true })},
${sided},
monthly AS (
  SELECT ${monthNumber} AS month, side, n, row_count, amount
  FROM sided
  WHERE ${either || kind === 'copresence' ? '((from_id = ? AND to_id = ?) OR (from_id = ? AND to_id = ?))' : 'from_id = ? AND to_id = ?'}${side === null ? '' : ` AND side = '${side}'`}
)
SELECT CAST(month AS BIGINT) AS month, side, CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(row_count) AS BIGINT) AS row_count,
  CAST(SUM(amount) AS BIGINT) AS amount
FROM monthly
GROUP BY month, side`,
  values: (params) => [
    ...windowValues(params),
    params.from,
    params.to,
    ...(params.either || params.kind === 'copresence' ? [params.to, params.from] : []),
  ],
  lists: ({ from, to }) => ({ entities: [from, to] }),
});
