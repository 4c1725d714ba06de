import { z } from 'zod';
import { contacts, dayNumber, pairs, sided, sumWhere } from './pairs.ts';
import { isAsked, personLists } from './persons.ts';
import { eventQuery, idsParameter, kindParameter, windowParameters, windowValues } from './query.ts';

/** A person's own active days and contacts by duty state, and those with listed suspects: what a case-crossover (I3, I10)
 * compares with. Days are distinct calendar days on which there was contact of that side. */
export const ownDays = eventQuery({
  parameters: z.object({ kind: kindParameter, persons: idsParameter, ...windowParameters }),
  columns: {
    person: 'text',
    side: 'text',
    day_count: 'whole',
    n: 'whole',
    row_count: 'whole',
    suspect_days: 'whole',
    suspect_n: 'whole',
    first_day: 'whole',
    last_day: 'whole',
  },
  sql: ({ kind, persons }) => `WITH ${pairs(kind)},
${sided},
${contacts},
asked AS (
  SELECT c.person AS person, c.side AS side, ${dayNumber('c.at_s')} AS day_no, c.n AS n, c.row_count AS row_count,
    CASE WHEN s.suspect IS NULL THEN 0 ELSE 1 END AS with_suspect
  FROM contacts AS c LEFT JOIN suspects AS s ON s.suspect = c.other
  WHERE ${isAsked(persons)}
),
daily AS (
  SELECT person, side, day_no, CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(row_count) AS BIGINT) AS row_count,
    ${sumWhere('with_suspect = 1')} AS suspect_n, MAX(with_suspect) AS with_suspect
  FROM asked
  GROUP BY person, side, day_no
)
SELECT person, side, COUNT(*) AS day_count, CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(row_count) AS BIGINT) AS row_count,
  CAST(SUM(with_suspect) AS BIGINT) AS suspect_days, CAST(SUM(suspect_n) AS BIGINT) AS suspect_n,
  MIN(day_no) AS first_day, MAX(day_no) AS last_day
FROM daily
GROUP BY person, side`,
  values: windowValues,
  lists: personLists,
});
