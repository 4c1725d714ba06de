import type { ScreenJson } from '../../../api/services/screen/run.ts';

type Official = ScreenJson['officials'][number];

/** What an office without a model would do with the same figures: add up standardised differences, or count those that stand out. */
export const bySum = (officials: readonly Official[]): string[] =>
  ranked(officials, (one) => zOf(one).reduce((sum, z) => sum + z, 0));
export const byFlags = (officials: readonly Official[]): string[] =>
  ranked(officials, (one) => zOf(one).filter((z) => z > 2).length);

/** The greatest z of each indicator. */
function zOf(official: Official): number[] {
  const greatest = new Map<string, number>();
  for (const { id, z } of official.indicators)
    if (z !== null) greatest.set(id, Math.max(greatest.get(id) ?? Number.NEGATIVE_INFINITY, z));
  return [...greatest.values()];
}

function ranked(officials: readonly Official[], scoreOf: (one: Official) => number): string[] {
  return officials
    .map((one) => ({ key: one.key, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}
