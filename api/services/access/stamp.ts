import { type Clocks, parseClocks } from '../../../model/clocks.ts';
import type { Day } from '../../../model/dates.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Viewer } from './viewer.ts';

/** What every answer names: the clocks as asked (else today) and the version of what this viewer holds. */
export interface Stamp extends Clocks {
  readonly dataVersion: string;
}

export function stampOf(
  ledger: Ledger,
  viewer: Viewer,
  asked: { trueAt?: string | undefined; knownAt?: string | undefined },
  today: Day,
): Stamp {
  return { ...parseClocks(asked, today), dataVersion: ledger.batches.dataVersion(viewer.audience) };
}
