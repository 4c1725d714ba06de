import type { Csr } from '../graph/csr.ts';

/** Distinct neighbours of each node; parallel edges count once. O(V + E), because neighbours stand in order. */
export function degrees({ nodes, offsets, targets }: Csr): Int32Array {
  const counts = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    let previous = -1;
    for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
      if (targets[half] !== previous) counts[node]!++;
      previous = targets[half]!;
    }
  }
  return counts;
}
