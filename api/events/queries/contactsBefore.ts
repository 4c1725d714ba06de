import { z } from 'zod';
import { contacts, pairs, sided } from './pairs.ts';
import { eventQuery, kindParameter, windowParameters, windowValues } from './query.ts';

/** Contact of the listed persons around the listed `instants`: at_s in [instant − beforeSeconds, instant + afterSeconds), so
 * the moment itself is no longer before it. Control moments of a case-crossover are instants like any other. */
export const contactsBefore = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    beforeSeconds: z.int().min(0),
    afterSeconds: z.int().min(0).default(0),
    /** Only contact with the listed `suspects`. */
    suspectsOnly: z.boolean().default(false),
    ...windowParameters,
  }),
  columns: {
    person: 'text',
    instant_s: 'whole',
    other: 'text',
    side: 'text',
    n: 'whole',
    row_count: 'whole',
    amount: 'whole',
    first_s: 'whole',
    last_s: 'whole',
  },
  sql: ({ kind, suspectsOnly }) => `WITH ${pairs(kind)},
${sided},
${contacts}
SELECT i.person AS person, i.instant_s AS instant_s, c.other AS other, c.side AS side, CAST(SUM(c.n) AS BIGINT) AS n,
  CAST(SUM(c.row_count) AS BIGINT) AS row_count, CAST(SUM(c.amount) AS BIGINT) AS amount,
  MIN(c.at_s) AS first_s, MAX(c.at_s) AS last_s
FROM instants AS i JOIN contacts AS c ON c.person = i.person
WHERE c.at_s >= i.instant_s - ? AND c.at_s < i.instant_s + ?${
    suspectsOnly ? '\n  AND EXISTS (SELECT 1 AS found FROM suspects AS s WHERE s.suspect = c.other)' : ''
  }
GROUP BY i.person, i.instant_s, c.other, c.side`,
  values: (params) => [...windowValues(params), params.beforeSeconds, params.afterSeconds],
});
