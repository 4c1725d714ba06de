import type { z } from 'zod';
import { contactByPair } from './contactByPair.ts';
import { contactMoments } from './contactMoments.ts';
import { contactsBefore } from './contactsBefore.ts';
import { contactsOf } from './contactsOf.ts';
import { contactTotals } from './contactTotals.ts';
import { countBehind } from './countBehind.ts';
import { foldByMonth } from './foldByMonth.ts';
import { folds } from './folds.ts';
import { groupsLeftOut } from './groupsLeftOut.ts';
import { monthlyPayments } from './monthlyPayments.ts';
import { monthsOf } from './monthsOf.ts';
import { notedPayments } from './notedPayments.ts';
import { ownDays } from './ownDays.ts';
import type { RowOf } from './query.ts';
import { rowsBehind } from './rowsBehind.ts';
import { rowsUnder } from './rowsUnder.ts';

/** Every question to the events, once, for every engine. */
export const queries = {
  folds,
  groupsLeftOut,
  foldByMonth,
  rowsBehind,
  countBehind,
  contactsBefore,
  contactByPair,
  contactTotals,
  ownDays,
  monthlyPayments,
  contactsOf,
  contactMoments,
  notedPayments,
  rowsUnder,
  monthsOf,
};

export type QueryName = keyof typeof queries;
export const queryNames = Object.keys(queries) as QueryName[]; // the keys of the literal above
export const isQueryName = (name: string): name is QueryName => Object.hasOwn(queries, name);
/** As the caller writes them: what has a default may be left out. */
export type QueryParams<N extends QueryName> = z.input<(typeof queries)[N]['parameters']>;
export type QueryRow<N extends QueryName> = RowOf<(typeof queries)[N]['columns']>;
