/** Average precision of a ranking: the mean, over those sought, of the share of sought ones up to each of them. Those missing from
 * the ranking count with precision 0. */
export function averagePrecision(ranking: readonly string[], sought: ReadonlySet<string>): number {
  if (sought.size === 0) return Number.NaN;
  let found = 0;
  let sum = 0;
  ranking.forEach((id, i) => {
    if (!sought.has(id)) return;
    found += 1;
    sum += found / (i + 1);
  });
  return sum / sought.size;
}

export const foundAmong = (ranking: readonly string[], sought: ReadonlySet<string>, first: number): number =>
  ranking.slice(0, first).filter((id) => sought.has(id)).length;
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
