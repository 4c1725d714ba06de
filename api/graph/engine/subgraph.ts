import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import type { Subgraph, SubgraphAsked } from '../graph.ts';
import { edgeFilter, type MaskedGraph } from './maskedGraph.ts';
import { byId, edgesAt, tieOf } from './ties.ts';

/** What a picture shows: the neighbourhood of one entity, or given entities, and the ties among them. Entities come by hops, then
 * by number of ties, most first, then by id; what is over the limit is left out from the end. Protected people are shown
 * and not walked through. */
export function subgraphIn(graph: MaskedGraph, asked: SubgraphAsked): Subgraph & Cut {
  const passes = edgeFilter(graph.edges, { kinds: asked.kinds, duty: asked.duty ?? 'include' });
  const tiesAt = createTieCount(graph, passes);
  const { chosen, cut } =
    asked.center === undefined ? given(graph, asked, tiesAt) : around(graph, asked, passes, tiesAt);
  const there = new Set(chosen);
  const edges = new Set<number>();
  for (const node of chosen) {
    for (const edge of edgesAt(graph, node)) {
      if (passes(edge) && there.has(graph.edges.from[edge]!) && there.has(graph.edges.to[edge]!)) edges.add(edge);
    }
  }
  return {
    entities: chosen.map(graph.nodes.idOf),
    ties: [...edges].map((edge) => tieOf(graph, edge)).sort(byId),
    ...(cut ? cutByLimit(asked.limit) : whole(asked.limit)),
  };
}

interface Chosen {
  readonly chosen: number[];
  readonly cut: boolean;
}

function given({ nodes }: MaskedGraph, { ids = [], limit }: SubgraphAsked, tiesAt: (node: number) => number): Chosen {
  const asked = [...new Set(ids.map(nodes.find))].filter((node) => node !== -1);
  return { chosen: mostTiesFirst(asked, tiesAt).slice(0, limit), cut: asked.length > limit };
}

function around(
  graph: MaskedGraph,
  { center, hops = 1, limit }: SubgraphAsked,
  passes: (edge: number) => boolean,
  tiesAt: (node: number) => number,
): Chosen {
  const { nodes, edges, blocked } = graph;
  const start = nodes.find(center ?? '');
  if (start === -1) return { chosen: [], cut: false };
  const chosen = [start];
  const met = new Set(chosen);
  let level = [start];
  for (let hop = 1; hop <= hops && level.length > 0; hop++) {
    const next: number[] = [];
    for (const node of level) {
      if (blocked[node] === 1 && node !== start) continue;
      for (const edge of edgesAt(graph, node)) {
        const other = edges.from[edge] === node ? edges.to[edge]! : edges.from[edge]!;
        if (!passes(edge) || met.has(other)) continue;
        met.add(other);
        next.push(other);
      }
    }
    level = mostTiesFirst(next, tiesAt);
    const room = limit - chosen.length;
    chosen.push(...level.slice(0, room));
    if (level.length > room) return { chosen, cut: true };
  }
  return { chosen, cut: false };
}

/** Numbers of ties are worked out once for each node. */
function createTieCount(graph: MaskedGraph, passes: (edge: number) => boolean): (node: number) => number {
  const known = new Map<number, number>();
  return (node) => {
    let count = known.get(node);
    if (count === undefined) {
      count = 0;
      for (const edge of edgesAt(graph, node)) if (passes(edge)) count++;
      known.set(node, count);
    }
    return count;
  };
}

const mostTiesFirst = (list: readonly number[], tiesAt: (node: number) => number): number[] =>
  [...list].sort((a, b) => tiesAt(b) - tiesAt(a) || a - b);
