import { z } from 'zod';
import { largestGroup, present } from './pairs.ts';
import { eventQuery, idsParameter, windowParameters, windowValues } from './query.ts';

/** Co-presence events too large to be taken apart into pairs: every answer made of pairs is asked beside this one. */
export const groupsLeftOut = eventQuery({
  parameters: z.object({ ...windowParameters, entities: idsParameter }),
  columns: { group_count: 'whole', largest: 'whole' },
  sql: ({ entities }) => `WITH ${present(entities !== null)},
large AS (
  SELECT group_id, MAX(persons) AS persons FROM present WHERE persons > ${largestGroup} GROUP BY group_id
)
SELECT COUNT(*) AS group_count, COALESCE(MAX(persons), 0) AS largest FROM large`,
  values: windowValues,
  lists: ({ entities }) => (entities === null ? {} : { entities }),
});
