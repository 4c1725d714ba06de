import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import type { Fold, FoldsAsked } from '../graph.ts';
import { countOf } from './edges.ts';
import { edgeFilter, type MaskedGraph } from './maskedGraph.ts';
import { edgesAt, foldOf } from './ties.ts';

/** Folded ties at these entities: those of most events first, then by their ends, kind and side. */
export function foldsIn(graph: MaskedGraph, asked: FoldsAsked): { folds: Fold[] } & Cut {
  const { nodes, edges } = graph;
  const passes = edgeFilter(edges, { kinds: asked.kinds, duty: 'include' });
  const ends = new Set(asked.entities.map(nodes.find));
  ends.delete(-1);
  const found = new Set<number>();
  for (const node of ends) {
    for (const edge of edgesAt(graph, node)) {
      if (edge < edges.firstFold || !passes(edge)) continue;
      if (asked.between === true && !(ends.has(edges.from[edge]!) && ends.has(edges.to[edge]!))) continue;
      found.add(edge);
    }
  }
  const order = [...found].sort(
    (a, b) =>
      countOf(edges, b) - countOf(edges, a) ||
      edges.from[a]! - edges.from[b]! ||
      edges.to[a]! - edges.to[b]! ||
      edges.kind[a]! - edges.kind[b]! ||
      edges.duty[a]! - edges.duty[b]!,
  );
  return {
    folds: order.slice(0, asked.limit).map((edge) => foldOf(graph, edge)),
    ...(order.length > asked.limit ? cutByLimit(asked.limit) : whole(asked.limit)),
  };
}
