/** Compressed sparse rows of an undirected graph: the neighbours of node v are `targets[offsets[v] … offsets[v + 1])`.
 * Every edge is stored both ways, the neighbours of a node in rising order; edges from a node to itself are left out.
 *
 * Built by two counting sorts (half-edges by their far end, then stably by their near end): O(V + E) time, no comparison.
 * Parallel edges are either kept, each with the index of the edge it came from, or added up into one neighbour. */
export interface Csr {
  readonly nodes: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** Of each half-edge; null when the edges have none. Where parallel edges were added up: their sum (each 1 without weights). */
  readonly weights: Float64Array | null;
  /** Index of the edge each half-edge came from; null where parallel edges were added up. */
  readonly edgeIds: Int32Array | null;
}

export interface EdgeArrays {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights?: Float64Array | null;
}

export function createCsr(edges: EdgeArrays, parallel: 'keep' | 'add'): Csr {
  const sorted = sortHalfEdges(edges);
  if (parallel === 'keep') {
    const weights = edges.weights == null ? null : gather(edges.weights, sorted.edgeIds);
    return { nodes: edges.nodes, ...sorted, weights };
  }
  return addParallel(edges, sorted);
}

export const degreeOf = (csr: Csr, node: number): number => csr.offsets[node + 1]! - csr.offsets[node]!;

interface HalfEdges {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly edgeIds: Int32Array;
}

function sortHalfEdges({ nodes, from, to }: EdgeArrays): HalfEdges {
  const offsets = countEnds(nodes, from, to);
  const halves = offsets[nodes]!;
  // First sort: under each node, the half-edges that arrive at it.
  const origins = new Int32Array(halves);
  const arriving = new Int32Array(halves);
  const place = offsets.slice();
  for (let edge = 0; edge < from.length; edge++) {
    const a = from[edge]!;
    const b = to[edge]!;
    if (a === b) continue;
    const atB = place[b]!++;
    origins[atB] = a;
    arriving[atB] = edge;
    const atA = place[a]!++;
    origins[atA] = b;
    arriving[atA] = edge;
  }
  // Second sort, stable: far ends are met in rising order, so each node's neighbours come out rising.
  const targets = new Int32Array(halves);
  const edgeIds = new Int32Array(halves);
  place.set(offsets);
  for (let far = 0; far < nodes; far++) {
    for (let half = offsets[far]!; half < offsets[far + 1]!; half++) {
      const at = place[origins[half]!]!++;
      targets[at] = far;
      edgeIds[at] = arriving[half]!;
    }
  }
  return { offsets, targets, edgeIds };
}

function countEnds(nodes: number, from: Int32Array, to: Int32Array): Int32Array {
  const offsets = new Int32Array(nodes + 1);
  for (let edge = 0; edge < from.length; edge++) {
    if (from[edge] === to[edge]) continue;
    offsets[from[edge]! + 1]!++;
    offsets[to[edge]! + 1]!++;
  }
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
  return offsets;
}

function addParallel(edges: EdgeArrays, sorted: HalfEdges): Csr {
  const { nodes } = edges;
  const offsets = new Int32Array(nodes + 1);
  const targets = new Int32Array(sorted.targets.length);
  const weights = new Float64Array(sorted.targets.length);
  let length = 0;
  for (let node = 0; node < nodes; node++) {
    const start = length;
    for (let half = sorted.offsets[node]!; half < sorted.offsets[node + 1]!; half++) {
      const target = sorted.targets[half]!;
      const weight = edges.weights == null ? 1 : edges.weights[sorted.edgeIds[half]!]!;
      if (length > start && targets[length - 1] === target) weights[length - 1]! += weight;
      else {
        targets[length] = target;
        weights[length++] = weight;
      }
    }
    offsets[node + 1] = length;
  }
  return { nodes, offsets, targets: targets.slice(0, length), weights: weights.slice(0, length), edgeIds: null };
}

function gather(values: Float64Array, indices: Int32Array): Float64Array {
  const gathered = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at++) gathered[at] = values[indices[at]!]!;
  return gathered;
}
