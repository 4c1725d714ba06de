import { runLouvain, toLouvainGraph } from '../../../analysis/community/louvain.ts';
import { groupWeights } from '../../../analysis/community/modularity.ts';
import { type Csr, createCsr } from '../../../analysis/graph/csr.ts';
import { createGrowingFloats, createGrowingInts } from '../../../analysis/graph/growing.ts';
import { InvalidInput } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { dutyKinds } from '../../../model/standing/kinds.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import type { CommunitiesAsked, CommunityRun } from '../graph.ts';
import { countOf } from './edges.ts';
import { edgeFilter, type MaskedGraph } from './maskedGraph.ts';

const privateKinds = tieKindNames.filter((kind) => !dutyKinds.has(kind));

/** Groups that hang together. Of the kinds asked, else of all that say something private; what an office explains is left out
 * unless its kind was asked by name. A stored tie weighs 1, a fold 1 + log2 of its events, ties of one pair add up.
 * Entities without any such tie are in no group: half a million of the registers would be groups of one. */
export function communitiesIn(graph: MaskedGraph, asked: CommunitiesAsked): CommunityRun {
  if (asked.algorithm !== 'louvain')
    throw new InvalidInput('algorithm', 'this algorithm is not there yet; louvain is', 'not_available');
  const { csr, nodeOf } = tiedPart(graph, asked);
  const { groupOf, sizes, quality } = runLouvain(toLouvainGraph(csr), asked);
  const pairs = groupWeights({ ...csr, weights: null }, groupOf, sizes.length);
  const members: Id[][] = Array.from(sizes, () => []);
  for (let node = 0; node < csr.nodes; node++) members[groupOf[node]!]!.push(graph.nodes.idOf(nodeOf[node]!));
  return {
    nodes: csr.nodes,
    edges: csr.targets.length / 2,
    quality,
    communities: members.map((ids, group) => ({
      members: ids,
      inside: pairs.inside[group]!,
      outside: pairs.outside[group]!,
    })),
  };
}

/** The nodes that have such a tie, under numbers of their own in the same order. */
function tiedPart(
  { edges, nodes }: MaskedGraph,
  { kinds = privateKinds }: CommunitiesAsked,
): { csr: Csr; nodeOf: Int32Array } {
  const asksForDuty = kinds.some((kind) => dutyKinds.has(kind));
  const passesKind = edgeFilter(edges, { kinds, duty: 'include' });
  const passes = (edge: number) =>
    passesKind(edge) && (edges.duty[edge] === 0 || (asksForDuty && edge < edges.firstFold));
  const tied = new Uint8Array(nodes.count);
  for (let edge = 0; edge < edges.count; edge++) if (passes(edge)) tied[edges.from[edge]!] = tied[edges.to[edge]!] = 1;
  const numberOf = new Int32Array(nodes.count);
  const nodeOf = createGrowingInts();
  for (let node = 0; node < nodes.count; node++) {
    if (tied[node] !== 1) continue;
    numberOf[node] = nodeOf.length;
    nodeOf.push(node);
  }
  const from = createGrowingInts();
  const to = createGrowingInts();
  const weights = createGrowingFloats();
  for (let edge = 0; edge < edges.count; edge++) {
    if (!passes(edge)) continue;
    from.push(numberOf[edges.from[edge]!]!);
    to.push(numberOf[edges.to[edge]!]!);
    weights.push(1 + Math.log2(Math.max(countOf(edges, edge), 1)));
  }
  const csr = createCsr({ nodes: nodeOf.length, from: from.take(), to: to.take(), weights: weights.take() }, 'add');
  return { csr, nodeOf: nodeOf.take() };
}
