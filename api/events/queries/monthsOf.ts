import { z } from 'zod';
import { monthNumber, pairs, sided } from './pairs.ts';
import { eventQuery, idParameter, kindParameter, windowParameters, windowValues } from './query.ts';

/** Contact of one entity by counterpart, month (202403) and side, both directions together: what a timeline shows. */
export const monthsOf = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    entity: idParameter,
    /** Only contact with this one; null is with anybody. */
    other: idParameter.nullable().default(null),
    ...windowParameters,
    limit: z.int().min(1).max(100_000),
  }),
  columns: { other: 'text', month: 'whole', side: 'text', n: 'whole', row_count: 'whole', amount: 'whole' },
  sql: ({ kind, other, limit }) => `WITH ${pairs(kind, { listed: true })},
${sided},
monthly AS (
  SELECT from_id AS person, to_id AS other, ${monthNumber} AS month, side, n, row_count, amount
  FROM sided WHERE from_id <> to_id
  UNION ALL
  SELECT to_id AS person, from_id AS other, ${monthNumber} AS month, side, n, row_count, amount
  FROM sided WHERE from_id <> to_id
)
SELECT other, CAST(month AS BIGINT) AS month, side, CAST(SUM(n) AS BIGINT) AS n,
  CAST(SUM(row_count) AS BIGINT) AS row_count, CAST(SUM(amount) AS BIGINT) AS amount
FROM monthly
WHERE person = ?${other === null ? '' : ' AND other = ?'}
GROUP BY other, month, side
ORDER BY month, other, side
LIMIT ${limit}`,
  values: (params) => [...windowValues(params), params.entity, ...(params.other === null ? [] : [params.other])],
  lists: ({ entity }) => ({ entities: [entity] }),
});
