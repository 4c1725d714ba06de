import { z } from 'zod';
import { contacts, isNight, isShort, pairs, sided, sumOf, sumWhere } from './pairs.ts';
import { isAsked, personLists } from './persons.ts';
import { eventQuery, idsParameter, kindParameter, windowParameters, windowValues } from './query.ts';

/** A person's contact in all, by side, with whom it is strong (`strongFrom` private contacts or more), at night and short:
 * what shares and rates are taken of. */
export const contactTotals = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    persons: idsParameter,
    strongFrom: z.int().min(1).default(6),
    ...windowParameters,
  }),
  columns: {
    person: 'text',
    n_private: 'whole',
    n_duty: 'whole',
    amount_private: 'whole',
    amount_duty: 'whole',
    partners: 'whole',
    partners_private: 'whole',
    partners_duty: 'whole',
    strong_partners: 'whole',
    strong_n: 'whole',
    night_n: 'whole',
    short_n: 'whole',
    row_count: 'whole',
    first_s: 'whole',
    last_s: 'whole',
  },
  sql: ({ kind, persons }) => `WITH ${pairs(kind)},
${sided},
${contacts},
by_partner AS (
  SELECT c.person AS person, c.other AS other, ${sumOf('n', '')} AS n_private, ${sumOf('n', 'duty')} AS n_duty,
    ${sumOf('amount', '')} AS amount_private, ${sumOf('amount', 'duty')} AS amount_duty,
    ${sumWhere(`side = '' AND (${isNight('at_s')})`)} AS night_n, ${sumWhere(`side = '' AND ${isShort}`)} AS short_n,
    CAST(SUM(row_count) AS BIGINT) AS row_count, MIN(at_s) AS first_s, MAX(at_s) AS last_s
  FROM contacts AS c
  WHERE ${isAsked(persons)}
  GROUP BY c.person, c.other
),
graded AS (
  SELECT person, n_private, n_duty, amount_private, amount_duty, night_n, short_n, row_count, first_s, last_s,
    CASE WHEN n_private >= ? THEN 1 ELSE 0 END AS is_strong
  FROM by_partner
)
SELECT person, CAST(SUM(n_private) AS BIGINT) AS n_private, CAST(SUM(n_duty) AS BIGINT) AS n_duty,
  CAST(SUM(amount_private) AS BIGINT) AS amount_private, CAST(SUM(amount_duty) AS BIGINT) AS amount_duty,
  COUNT(*) AS partners, ${sumWhere('n_private > 0', '1')} AS partners_private,
  ${sumWhere('n_duty > 0', '1')} AS partners_duty, CAST(SUM(is_strong) AS BIGINT) AS strong_partners,
  ${sumWhere('is_strong = 1', 'n_private')} AS strong_n, CAST(SUM(night_n) AS BIGINT) AS night_n,
  CAST(SUM(short_n) AS BIGINT) AS short_n, CAST(SUM(row_count) AS BIGINT) AS row_count,
  MIN(first_s) AS first_s, MAX(last_s) AS last_s
FROM graded
GROUP BY person`,
  values: (params) => [...windowValues(params), params.strongFrom],
  lists: personLists,
});
