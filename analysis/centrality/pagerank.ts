import type { Csr } from '../graph/csr.ts';
import type { Deadline } from '../path/question.ts';

export interface PagerankOptions {
  readonly damping?: number;
  /** Stops when the values of all nodes together change by less. */
  readonly tolerance?: number;
  readonly deadline?: Deadline | null;
}
export interface PagerankResult {
  readonly values: Float64Array;
  readonly converged: boolean;
}

/** PageRank (Brin & Page 1998) by power iteration on the undirected graph, a walker choosing ties by their weight.
 * A node without ties sends its share to all nodes alike. Values sum to 1.
 * The change shrinks by the damping with each pass of O(V + E), so .85 and 1e-10 take at most 143 passes. */
export function pagerank(csr: Csr, options: PagerankOptions = {}): PagerankResult {
  const { damping = 0.85, tolerance = 1e-10, deadline = null } = options;
  const { nodes, offsets, targets, weights } = csr;
  const strengths = nodeStrengths(csr);
  let values = new Float64Array(nodes).fill(1 / nodes);
  const shares = new Float64Array(nodes);

  const mostPasses = Math.ceil(Math.log(tolerance / 2) / Math.log(damping)) + 1;
  for (let pass = 0; pass < mostPasses; pass++) {
    if (deadline?.passed()) return { values, converged: false };
    let idle = 0;
    for (let node = 0; node < nodes; node++) {
      if (strengths[node] === 0) idle += values[node]!;
      else shares[node] = values[node]! / strengths[node]!;
    }
    const base = (1 - damping + damping * idle) / nodes;
    const next = new Float64Array(nodes);
    let change = 0;
    for (let node = 0; node < nodes; node++) {
      let sum = 0;
      for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
        sum += shares[targets[half]!]! * (weights === null ? 1 : weights[half]!);
      }
      next[node] = base + damping * sum;
      change += Math.abs(next[node]! - values[node]!);
    }
    values = next;
    if (change < tolerance) return { values, converged: true };
  }
  return { values, converged: true };
}

function nodeStrengths({ nodes, offsets, weights }: Csr): Float64Array {
  const strengths = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1]!;
    if (weights === null) strengths[node] = end - offsets[node]!;
    else for (let half = offsets[node]!; half < end; half++) strengths[node]! += weights[half]!;
  }
  return strengths;
}
