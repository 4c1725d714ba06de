import { z } from 'zod';
import { contacts, isShort, pairs, sided } from './pairs.ts';
import { isAsked, personLists } from './persons.ts';
import { eventQuery, idsParameter, kindParameter, windowParameters, windowValues } from './query.ts';

/** Every moment of contact between these people and the listed suspects, either side, but for calls placed to the person that were
 * unanswered or short: what a case-crossover (I10) takes its own days and the hours before an operation from. */
export const contactMoments = eventQuery({
  parameters: z.object({ kind: kindParameter, persons: idsParameter, ...windowParameters }),
  columns: { person: 'text', suspect: 'text', at_s: 'whole', n: 'whole' },
  sql: ({ kind, persons }) => `WITH ${pairs(kind)},
${sided},
${contacts}
SELECT c.person AS person, c.other AS suspect, c.at_s AS at_s, CAST(SUM(c.n) AS BIGINT) AS n
FROM contacts AS c JOIN suspects AS s ON s.suspect = c.other
WHERE ${isAsked(persons)} AND NOT (outgoing = 0 AND ${isShort})
GROUP BY c.person, c.other, c.at_s`,
  values: windowValues,
  lists: personLists,
});
