import { compareText } from '../../model/audience.ts';
import type { Family, Part } from './indicator.ts';
import { logistic, logit } from './logistic.ts';
import { rules } from './rules.ts';

/** Parts of one official and one group into one ln LR: inside a family the greatest plus half the second (parts of a family rest on
 * the same rows, so they never add up in full), across families the weighted sum. Parts without coverage are no part of it. */
export function combineParts(parts: readonly Part[]): number {
  const families = new Map<Family, number[]>();
  for (const part of parts)
    if (part.coverage !== null) families.set(part.family, [...(families.get(part.family) ?? []), part.logLr]);
  let sum = 0;
  for (const family of [...families.keys()].sort(compareText)) {
    const [first = 0, second = 0] = families.get(family)!.sort((a, b) => b - a);
    sum += rules.families[family] * (first + rules.secondInFamily * second);
  }
  return sum;
}

/** Several groups: the official may protect any one of them, each as likely beforehand, so the factors are averaged:
 * ln (1/G Σ e^s_g). The share of a group is its part of that sum. */
export function combineGroups(scores: readonly number[]): { score: number; shares: number[] } {
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { score: most + Math.log(total / scores.length), shares: weights.map((weight) => weight / total) };
}

/** Chance beforehand of somebody in the pool: the officials expected to protect somebody, spread over the pool, within its bounds. */
export function poolPrior(officials: number, pool: number): number {
  const { ofOfficials, leastInPool, mostInPool } = rules.prior;
  return pool === 0 ? leastInPool : Math.min(mostInPool, Math.max(leastInPool, (officials * ofOfficials) / pool));
}

export const posteriorOf = (prior: number, score: number): number => logistic(logit(prior) + score);

export type Band = 'at' | 'above' | 'well_above';
export function bandOf(posterior: number, baseRate: number): Band {
  const ratio = posterior / baseRate;
  if (ratio < rules.bands.above) return 'at';
  return ratio < rules.bands.wellAbove ? 'above' : 'well_above';
}

export type Level = 'none' | 'watch' | 'check';
/** `check` needs q ≤ .10, two families and two independent origins; no q is computed by this model, so nothing goes above `watch`,
 * and what rests on contact alone never would. */
export function levelOf(band: Band): Level {
  return band === 'at' ? 'none' : 'watch';
}
