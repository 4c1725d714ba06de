import { z } from 'zod';
import { behind, behindLists, behindParameters, behindValues } from './behind.ts';
import { eventQuery } from './query.ts';

/** How many rows `rowsBehind` gives in all, exactly. */
export const countBehind = eventQuery({
  parameters: z.object(behindParameters),
  columns: { row_count: 'whole', n: 'whole', amount: 'whole', first_s: 'whole?', last_s: 'whole?' },
  sql: (params) => `WITH ${behind(params)}
SELECT COUNT(*) AS row_count, CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n,
  CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS amount, MIN(at_s) AS first_s, MAX(at_s) AS last_s
FROM behind`,
  values: behindValues,
  lists: behindLists,
});
