import { z } from 'zod';
import { monthNumber } from './pairs.ts';
import { eventQuery, idsParameter, windowParameters, windowValues } from './query.ts';

/** Payments by payer, payee and month (202403): what I12 looks for regularity in. Duty does not enter: no office explains a payment. */
export const monthlyPayments = eventQuery({
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
    n: 'whole',
    row_count: 'whole',
    amount: 'whole',
    least: 'whole',
    most: 'whole',
  },
  sql: ({ payers, payees }) => `WITH monthly AS (
  SELECT from_id AS payer, to_id AS payee, ${monthNumber} AS month, n, amount
  FROM payments AS p
  WHERE at_s >= ? AND at_s <= ? AND to_id IS NOT NULL${
    payers === null ? '' : '\n    AND EXISTS (SELECT 1 AS found FROM payers AS l WHERE l.payer = p.from_id)'
  }${payees === null ? '' : '\n    AND EXISTS (SELECT 1 AS found FROM payees AS l WHERE l.payee = p.to_id)'}
)
SELECT payer, payee, CAST(month AS BIGINT) AS month, CAST(SUM(n) AS BIGINT) AS n, COUNT(*) AS row_count,
  CAST(SUM(amount) AS BIGINT) AS amount, MIN(amount) AS least, MAX(amount) AS most
FROM monthly
GROUP BY payer, payee, month`,
  values: windowValues,
  lists: ({ payers, payees }) => ({
    ...(payers === null ? {} : { payers }),
    ...(payees === null ? {} : { payees }),
  }),
});
