import { z } from 'zod';
import { behind, behindLists, behindParameters, behindValues } from './behind.ts';
import { eventQuery } from './query.ts';

/** The rows behind a figure, a page at a time in the order (at_s, id): the next page starts after the last row of this one. */
export const rowsBehind = eventQuery({
  parameters: z.object({
    ...behindParameters,
    /** Moment and id of the last row seen; null starts. */
    after: z.object({ atSeconds: z.int(), id: z.string() }).nullable().default(null),
    limit: z.int().min(1).max(10_000),
  }),
  columns: {
    id: 'text',
    batch: 'text',
    from_id: 'text',
    to_id: 'text?',
    from_given: 'text',
    to_given: 'text?',
    group_id: 'text?',
    at_s: 'whole',
    until_s: 'whole?',
    amount: 'whole',
    n: 'whole',
    detail: 'text',
    note: 'text',
    on_duty: 'flag?',
    source: 'text',
    origin: 'text',
    grade: 'whole',
    compartment: 'text',
    approval: 'text',
    known_day: 'whole',
    file: 'text',
    line: 'whole',
    side: 'text',
    reason: 'text?',
  },
  sql: (params) => `WITH ${behind(params)}
SELECT id, batch, from_id, to_id, from_given, to_given, group_id, at_s, until_s, amount, n, detail, note, on_duty,
  source, origin, grade, compartment, approval, known_day, file, line, side, reason
FROM behind${params.after === null ? '' : '\nWHERE at_s > ? OR (at_s = ? AND id > ?)'}
ORDER BY at_s, id
LIMIT ${params.limit}`,
  values: (params) => [
    ...behindValues(params),
    ...(params.after === null ? [] : [params.after.atSeconds, params.after.atSeconds, params.after.id]),
  ],
  lists: behindLists,
});
