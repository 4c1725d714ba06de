import { z } from 'zod';
import { contacts, dayNumber, isNight, isShort, pairs, sided, sumOf, sumWhere } from './pairs.ts';
import { eventQuery, kindParameter, windowParameters, windowValues } from './query.ts';

/** Contact between each listed official and each listed suspect, both directions: what I1, I3 and I4 compare.
 * `strong_days` are days with at least `strongPerDay` private contacts; `incoming_short_n` short calls placed to the official,
 * which anybody can place. Night and short are of private contact. */
export const contactByPair = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    strongPerDay: z.int().min(1).default(2),
    ...windowParameters,
  }),
  columns: {
    official: 'text',
    suspect: 'text',
    n_private: 'whole',
    n_duty: 'whole',
    amount_private: 'whole',
    amount_duty: 'whole',
    days_private: 'whole',
    days_duty: 'whole',
    strong_days: 'whole',
    night_n: 'whole',
    short_n: 'whole',
    incoming_short_n: 'whole',
    row_count: 'whole',
    first_s: 'whole',
    last_s: 'whole',
  },
  sql: ({ kind }) => `WITH ${pairs(kind)},
${sided},
${contacts},
asked AS (
  SELECT c.person AS official, c.other AS suspect, ${dayNumber('c.at_s')} AS day_no, c.at_s AS at_s, c.side AS side,
    c.n AS n, c.amount AS amount, c.row_count AS row_count, c.detail AS detail, c.outgoing AS outgoing
  FROM contacts AS c JOIN officials AS o ON o.official = c.person JOIN suspects AS s ON s.suspect = c.other
),
daily AS (
  SELECT official, suspect, day_no, ${sumOf('n', '')} AS n_private, ${sumOf('n', 'duty')} AS n_duty,
    ${sumOf('amount', '')} AS amount_private, ${sumOf('amount', 'duty')} AS amount_duty,
    ${sumWhere(`side = '' AND (${isNight('at_s')})`)} AS night_n,
    ${sumWhere(`side = '' AND ${isShort}`)} AS short_n,
    ${sumWhere(`side = '' AND outgoing = 0 AND ${isShort}`)} AS incoming_short_n,
    CAST(SUM(row_count) AS BIGINT) AS row_count, MIN(at_s) AS first_s, MAX(at_s) AS last_s
  FROM asked
  GROUP BY official, suspect, day_no
)
SELECT official, suspect, CAST(SUM(n_private) AS BIGINT) AS n_private, CAST(SUM(n_duty) AS BIGINT) AS n_duty,
  CAST(SUM(amount_private) AS BIGINT) AS amount_private, CAST(SUM(amount_duty) AS BIGINT) AS amount_duty,
  ${sumWhere('n_private > 0', '1')} AS days_private, ${sumWhere('n_duty > 0', '1')} AS days_duty,
  ${sumWhere('n_private >= ?', '1')} AS strong_days, CAST(SUM(night_n) AS BIGINT) AS night_n,
  CAST(SUM(short_n) AS BIGINT) AS short_n, CAST(SUM(incoming_short_n) AS BIGINT) AS incoming_short_n,
  CAST(SUM(row_count) AS BIGINT) AS row_count, MIN(first_s) AS first_s, MAX(last_s) AS last_s
FROM daily
GROUP BY official, suspect`,
  values: (params) => [...windowValues(params), params.strongPerDay],
});
