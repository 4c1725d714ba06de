import { logChoose } from './logGamma.ts';

/** How many marked ones are drawn: chances of 0, 1, 2 … when `drawn` are taken from `all` of which `marked` are marked. */
export function hypergeometric(all: number, marked: number, drawn: number): number[] {
  const chances: number[] = [];
  for (let k = 0; k <= Math.min(marked, drawn); k++) {
    const log = logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn);
    chances.push(Number.isFinite(log) ? Math.exp(log) : 0);
  }
  return chances;
}

/** Chances of each total of two independent counts. Cost: product of the lengths. */
export function convolved(a: readonly number[], b: readonly number[]): number[] {
  const total = new Array<number>(a.length + b.length - 1).fill(0);
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) total[i + j]! += a[i]! * b[j]!;
  return total;
}

/** Chance of `least` or more. */
export const upperTail = (chances: readonly number[], least: number): number =>
  Math.min(
    1,
    chances.slice(least).reduce((sum, chance) => sum + chance, 0),
  );

export function momentsOf(chances: readonly number[]): { mean: number; variance: number } {
  const mean = chances.reduce((sum, chance, k) => sum + k * chance, 0);
  return { mean, variance: chances.reduce((sum, chance, k) => sum + (k - mean) ** 2 * chance, 0) };
}
