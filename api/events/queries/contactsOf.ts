import { z } from 'zod';
import { contacts, isShort, pairs, sided, sumOf, sumWhere } from './pairs.ts';
import { isAsked, personLists } from './persons.ts';
import { eventQuery, idsParameter, kindParameter, windowParameters, windowValues } from './query.ts';

/** With whom these people are in contact: what ways through a third person (I2, the pool) are found in.
 * `incoming_short_n` are private calls placed to the person, unanswered or short, which anybody can place. */
export const contactsOf = eventQuery({
  parameters: z.object({
    kind: kindParameter,
    persons: idsParameter,
    /** Only contact with these; null is anybody. */
    others: idsParameter,
    ...windowParameters,
  }),
  columns: { person: 'text', other: 'text', n_private: 'whole', n_duty: 'whole', incoming_short_n: 'whole' },
  sql: ({ kind, persons, others }) => `WITH ${pairs(kind)},
${sided},
${contacts}
SELECT c.person AS person, c.other AS other, ${sumOf('n', '')} AS n_private, ${sumOf('n', 'duty')} AS n_duty,
  ${sumWhere(`side = '' AND outgoing = 0 AND ${isShort}`)} AS incoming_short_n
FROM contacts AS c
WHERE ${isAsked(persons)}${others === null ? '' : '\n  AND EXISTS (SELECT 1 AS found FROM entities AS l WHERE l.entity = c.other)'}
GROUP BY c.person, c.other`,
  values: windowValues,
  lists: ({ persons, others }) => ({ ...personLists({ persons }), ...(others === null ? {} : { entities: others }) }),
});
