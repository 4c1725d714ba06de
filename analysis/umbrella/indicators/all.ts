import type { Indicator } from '../indicator.ts';
import { beforeOperation } from './beforeOperation.ts';
import { intermediary } from './intermediary.ts';
import { leniency } from './leniency.ts';
import { regularPayments } from './regularPayments.ts';
import { sharedCompanies } from './sharedCompanies.ts';
import { suspectContact } from './suspectContact.ts';
import { tenders } from './tenders.ts';

/** In the order in which parts are shown when they weigh the same. */
export const indicators: readonly Indicator[] = [
  suspectContact,
  intermediary,
  leniency,
  beforeOperation,
  regularPayments,
  sharedCompanies,
  tenders,
];
