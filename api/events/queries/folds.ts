import { z } from 'zod';
import { pairs, sided } from './pairs.ts';
import { eventQuery, idsParameter, kindParameter, windowParameters, windowValues } from './query.ts';

const ends = {
  either: `(EXISTS (SELECT 1 AS found FROM entities AS l WHERE l.entity = from_id)
    OR EXISTS (SELECT 1 AS found FROM entities AS l WHERE l.entity = to_id))`,
  both: `EXISTS (SELECT 1 AS found FROM entities AS l WHERE l.entity = from_id)
    AND EXISTS (SELECT 1 AS found FROM entities AS l WHERE l.entity = to_id)`,
};

/** Contacts folded to (from, to, side): what a folded tie shows. `row_count` is the number of stored rows behind it
 * (co-presence: those of both participants). Cost: one pass over the window, a hash of the pairs. */
export const folds = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    ...windowParameters,
    /** Only folds at these; null is all. */
    entities: idsParameter,
    /** Only folds with both ends among them. */
    between: z.boolean().default(false),
  }),
  columns: {
    from_id: 'text',
    to_id: 'text',
    side: 'text',
    reason: 'text?',
    n: 'whole',
    row_count: 'whole',
    amount: 'whole',
    first_s: 'whole',
    last_s: 'whole',
    grade: 'whole',
  },
  sql: ({ kind, entities, between }) => `WITH ${pairs(kind, { listed: entities !== null })},
${sided}
SELECT from_id, to_id, side, MIN(reason) AS reason, CAST(SUM(n) AS BIGINT) AS n,
  CAST(SUM(row_count) AS BIGINT) AS row_count, CAST(SUM(amount) AS BIGINT) AS amount,
  MIN(at_s) AS first_s, MAX(at_s) AS last_s, MIN(grade) AS grade
FROM sided${entities === null ? '' : `\nWHERE ${between ? ends.both : ends.either}`}
GROUP BY from_id, to_id, side`,
  values: windowValues,
  lists: ({ entities }) => (entities === null ? {} : { entities }),
});
