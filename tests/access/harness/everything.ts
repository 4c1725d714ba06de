import type { Installation } from '../../../api/installation.ts';
import { type Audience, audienceOf } from '../../../model/audience.ts';

/** Whoever may see all of a store: for laying out a comparison, and for the leaks that are put in on purpose. */
export const everything = ({ ledger }: Pick<Installation, 'ledger'>): Audience =>
  audienceOf(ledger.batches.compartments());
