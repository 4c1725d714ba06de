import type { Clocks } from '../../model/clocks.ts';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Stamp, stampOf } from '../services/access/stamp.ts';
import type { Viewer } from '../services/access/viewer.ts';
import type { Services } from '../services/services.ts';

/** What routes that read data are made of. */
export interface ReadingDeps {
  readonly services: Services;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** The clocks of a request and what every answer names. */
export function atClocks(
  { ledger, clock }: ReadingDeps,
  viewer: Viewer,
  asked: { trueAt?: string | undefined; knownAt?: string | undefined },
): { clocks: Clocks; stamp: Stamp } {
  const stamp = stampOf(ledger, viewer, asked, clock.today());
  return { clocks: { trueAt: stamp.trueAt, knownAt: stamp.knownAt }, stamp };
}

/** Leaves out what was not asked: an absent option and an undefined one are told apart. */
export function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    // what is undefined was just left out
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
