import { degrees } from '../../../analysis/centrality/degree.ts';
import { pagerank } from '../../../analysis/centrality/pagerank.ts';
import { connectedComponents } from '../../../analysis/graph/components.ts';
import type { Csr } from '../../../analysis/graph/csr.ts';
import type { RankAsked, RankRun } from '../graph.ts';
import type { MaskedGraph } from './maskedGraph.ts';

export type Measure = RankAsked['measure'];

/** Values by node. Degree: distinct neighbours. PageRank: damping .85. Components: the number of the component, 1 the largest. */
export const measures: Readonly<Record<Measure, (csr: Csr) => ArrayLike<number>>> = {
  degree: degrees,
  pagerank: (csr) => pagerank(csr).values,
  components: (csr) => connectedComponents(csr).componentOf.map((component) => component + 1),
};
/** Best first: components by their number, all else the greatest value. */
export const compareValues = (measure: Measure, a: number, b: number): number =>
  measure === 'components' ? a - b : b - a;

/** Over all ties; entities without any are not listed. Nodes stand in order of their ids, so equal values come by id. */
export function rankIn(graph: MaskedGraph, { measure }: RankAsked): RankRun {
  const { csr } = graph.walk({ duty: 'include' });
  const values = measures[measure](csr);
  const tied = Array.from({ length: csr.nodes }, (_, node) => node).filter(
    (node) => csr.offsets[node + 1]! > csr.offsets[node]!,
  );
  tied.sort((a, b) => compareValues(measure, values[a]!, values[b]!) || a - b);
  return { items: tied.map((node) => ({ id: graph.nodes.idOf(node), value: values[node]! })) };
}
