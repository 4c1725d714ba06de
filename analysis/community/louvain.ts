import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from '../graph/components.ts';
import type { Csr } from '../graph/csr.ts';
import { createSeededRandom } from '../graph/seededRandom.ts';
import type { Partition } from './community.ts';
import { groupWeights, modularity } from './modularity.ts';

export interface LouvainOptions {
  readonly resolution: number;
  readonly seed: number;
}
export interface LouvainGraph {
  readonly csr: Csr;
  readonly graph: UndirectedGraph<Record<string, never>, { weight: number }>;
}

/** Where one run takes a few milliseconds, several are made and the best is kept: on small graphs the greedy order decides much
 * (of thirty seeds on a public network of 25 people, seventeen stopped 4 % short of the best). */
const startsOnSmall = 10;
const smallHalfEdges = 40_000;

/** Louvain (Blondel et al. 2008) by graphology-communities-louvain. It may leave a group whose members hang together only through
 * others (Traag et al. 2019), so each group is split into its connected components before it is reported, which never
 * lowers modularity, and modularity is taken again from the split partition. Same seed, same groups.
 * Cost: near O(E) a pass in practice; the graph is copied into graphology first, some 300 bytes an edge. */
export function runLouvain({ csr, graph }: LouvainGraph, { resolution, seed }: LouvainOptions): Partition {
  if (csr.targets.length === 0)
    return partition(
      csr,
      Int32Array.from({ length: csr.nodes }, (_, node) => node),
      resolution,
    );
  const rng = createSeededRandom(seed);
  const starts = csr.targets.length <= smallHalfEdges ? startsOnSmall : 1;
  let best: Partition | undefined;
  for (let start = 0; start < starts; start++) {
    const mapping = louvain(graph, { resolution, rng, getEdgeWeight: 'weight' });
    const found = partition(
      csr,
      Int32Array.from({ length: csr.nodes }, (_, node) => mapping[node]!),
      resolution,
    );
    if (best === undefined || found.quality > best.quality) best = found;
  }
  return best!;
}

function partition(csr: Csr, groups: Int32Array, resolution: number): Partition {
  const { componentOf: groupOf, sizes } = connectedComponents(csr, groups);
  const weights = groupWeights(csr, groupOf, sizes.length);
  return { groupOf, sizes, ...weights, quality: modularity(weights, resolution) };
}

/** Nodes and edges enter in rising order, so that the result depends on the graph and the seed alone. */
export function toLouvainGraph(csr: Csr): LouvainGraph {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (let node = 0; node < csr.nodes; node++) graph.addNode(node);
  for (let node = 0; node < csr.nodes; node++) {
    for (let half = csr.offsets[node]!; half < csr.offsets[node + 1]!; half++) {
      const next = csr.targets[half]!;
      if (node < next)
        graph.addUndirectedEdgeWithKey(half, node, next, { weight: csr.weights === null ? 1 : csr.weights[half]! });
    }
  }
  return { csr, graph };
}
