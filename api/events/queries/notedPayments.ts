import { z } from 'zod';
import { monthNumber } from './pairs.ts';
import { eventQuery, idsParameter, windowParameters, windowValues } from './query.ts';

/** Payments by payer, payee, month (202403) and note: what I12 looks for regularity and for lawful reasons in. */
export const notedPayments = eventQuery({
  parameters: z.object({
    /** null is anybody. */
    payers: idsParameter,
    payees: idsParameter,
    ...windowParameters,
  }),
  columns: {
    payer: 'text',
    payee: 'text',
    month: 'whole',
    note: 'text',
    n: 'whole',
    amount: 'whole',
    least: 'whole',
    most: 'whole',
  },
  sql: ({ payers, payees }) => `WITH monthly AS (
  SELECT from_id AS payer, to_id AS payee, ${monthNumber} AS month, note, n, amount
  FROM payments AS p
  WHERE at_s >= ? AND at_s <= ? AND to_id IS NOT NULL AND from_id <> to_id${
    payers === null ? '' : '\n    AND EXISTS (SELECT 1 AS found FROM payers AS l WHERE l.payer = p.from_id)'
  }${payees === null ? '' : '\n    AND EXISTS (SELECT 1 AS found FROM payees AS l WHERE l.payee = p.to_id)'}
)
SELECT payer, payee, CAST(month AS BIGINT) AS month, note, CAST(SUM(n) AS BIGINT) AS n,
  CAST(SUM(amount) AS BIGINT) AS amount, MIN(amount) AS least, MAX(amount) AS most
FROM monthly
GROUP BY payer, payee, month, note`,
  values: windowValues,
  lists: ({ payers, payees }) => ({
    ...(payers === null ? {} : { payers }),
    ...(payees === null ? {} : { payees }),
  }),
});
