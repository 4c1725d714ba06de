import { type LouvainOptions, runLouvain, toLouvainGraph } from '../../../analysis/community/louvain.ts';
import { groupWeights } from '../../../analysis/community/modularity.ts';
import { readEdges } from './readEdges.ts';
import { type Measured, measured } from './timing.ts';

export interface EdgeCommunities {
  readonly nodes: number;
  readonly edges: number;
  readonly selfLoops: number;
  readonly algorithm: 'louvain';
  readonly resolution: number;
  readonly quality: number;
  readonly runs: 1;
  readonly seed: number;
  readonly communities: readonly EdgeCommunity[];
  readonly ambiguity: null;
}
export interface EdgeCommunity {
  readonly id: string;
  readonly size: number;
  readonly members: readonly { readonly id: string; readonly membership: null; readonly role: null }[];
  readonly others: 0;
  /** Pairs inside, and from inside to outside. */
  readonly inside: number;
  readonly outside: number;
  readonly connected: true;
  readonly officials: null;
  readonly suspects: null;
}

/** Communities of an edge list: every node in exactly one. Membership, role and ambiguity need many runs. */
export async function edgeCommunities(
  path: string,
  options: LouvainOptions & { repeat?: number },
): Promise<Measured<EdgeCommunities>> {
  const load = async () => {
    const graph = await readEdges(path);
    return { ...graph, louvain: toLouvainGraph(graph.csr) };
  };
  const { graph, result, timing } = await measured(load, ({ louvain }) => runLouvain(louvain, options), options.repeat);
  const { ids, csr, edges, selfLoops } = graph;
  const { groupOf, sizes, quality } = result;
  const pairs = groupWeights({ ...csr, weights: null }, groupOf, sizes.length);
  const members: string[][] = Array.from(sizes, () => []);
  for (const [node, id] of ids.entries()) members[groupOf[node]!]!.push(id);
  return {
    result: {
      nodes: ids.length,
      edges,
      selfLoops,
      algorithm: 'louvain',
      resolution: options.resolution,
      quality,
      runs: 1,
      seed: options.seed,
      communities: members.map((group, number) => ({
        id: `c${number + 1}`,
        size: group.length,
        members: group.map((id) => ({ id, membership: null, role: null })),
        others: 0,
        inside: pairs.inside[number]!,
        outside: pairs.outside[number]!,
        connected: true,
        officials: null,
        suspects: null,
      })),
      ambiguity: null,
    },
    timing,
  };
}
