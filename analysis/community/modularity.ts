import type { Csr } from '../graph/csr.ts';

export interface GroupWeights {
  /** Weight of the edges inside each group, each edge once. */
  readonly inside: Float64Array;
  /** Weight of the edges from each group to others. */
  readonly outside: Float64Array;
}

export function groupWeights(
  { nodes, offsets, targets, weights }: Csr,
  groupOf: Int32Array,
  groups: number,
): GroupWeights {
  const inside = new Float64Array(groups);
  const outside = new Float64Array(groups);
  for (let node = 0; node < nodes; node++) {
    const group = groupOf[node]!;
    for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
      const weight = weights === null ? 1 : weights[half]!;
      if (groupOf[targets[half]!] !== group) outside[group]! += weight;
      else inside[group]! += weight / 2;
    }
  }
  return { inside, outside };
}

/** Newman's modularity with resolution γ (Reichardt & Bornholdt 2006): Σ over groups of in/m − γ (total/2m)², where `total` is the sum
 * of the weighted degrees. 0 for a graph without edges. O(groups). */
export function modularity({ inside, outside }: GroupWeights, resolution: number): number {
  let total = 0; // 2m
  for (let group = 0; group < inside.length; group++) total += 2 * inside[group]! + outside[group]!;
  if (total === 0) return 0;
  let quality = 0;
  for (let group = 0; group < inside.length; group++) {
    const ends = 2 * inside[group]! + outside[group]!;
    quality += (2 * inside[group]!) / total - resolution * (ends / total) ** 2;
  }
  return quality;
}
