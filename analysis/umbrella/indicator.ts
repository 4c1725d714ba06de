import type { Id } from '../../model/ids.ts';
import type { Words } from '../../model/vocabulary/words.ts';
import type { Context } from './context.ts';
import type { OfficialFact } from './facts.ts';
import type { Group } from './groups.ts';

export type Family = 'contact' | 'leniency' | 'money' | 'interest' | 'other';
export type IndicatorId = 'I1b' | 'I2' | 'I6' | 'I10' | 'I12' | 'I15' | 'I17';

/** An innocent explanation that was tested, and whether the records bear it out. */
export interface Explanation extends Words {
  readonly id: string;
  readonly holds: boolean;
  readonly evidence: readonly string[];
}

/** What one indicator says of one official and one group. */
export interface Part {
  readonly id: IndicatorId;
  readonly family: Family;
  readonly groupId: Id;
  /** null where the records that would show it were not asked for: missing is not zero. */
  readonly observed: number | null;
  readonly expected: number | null;
  readonly stratum: Words;
  /** What `observed` is counted among: suspects, decisions, operations, months, companies, tenders. */
  readonly n: number;
  readonly logLr: number;
  readonly z: number | null;
  /** Share of what would have to be seen that was asked for; null: not known. */
  readonly coverage: number | null;
  readonly evidence: readonly string[];
  readonly innocent: readonly Explanation[];
  readonly text: Words;
}

/** One indicator: `prepare` reads the facts once, the answer is asked for each official and group of the pool;
 * null where it does not apply to them (he decided nothing, runs no tender). Pure: same facts, same parts. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly family: Family;
  readonly prepare: (context: Context) => (official: OfficialFact, group: Group) => Part | null;
}

/** Standardised difference of a count under the null. */
export function countZ(observed: number, expected: number, spread = Number.POSITIVE_INFINITY): number {
  const variance = expected + expected ** 2 / spread;
  return variance > 0 ? (observed - expected) / Math.sqrt(variance) : 0;
}
