import type { Id } from '../../../model/ids.ts';
import { type TieKind, tieKindNames } from '../../../model/vocabulary/kinds.ts';
import type { TieCounts } from '../graph.ts';
import type { MaskedGraph } from './maskedGraph.ts';
import { edgesAt } from './ties.ts';

/** Ties by kind and side at each of these entities that exists, under the id it was asked by. */
export function tieCountsIn(graph: MaskedGraph, ids: readonly Id[]): TieCounts[] {
  return [...new Set(ids)].flatMap((id) => {
    const node = graph.nodes.find(id);
    return node === -1 ? [] : [countsAt(graph, id, node)];
  });
}

function countsAt(graph: MaskedGraph, id: Id, node: number): TieCounts {
  const edges = edgesAt(graph, node);
  const byKind: Partial<Record<TieKind, { private: number; duty: number }>> = {};
  for (const edge of edges) {
    const kind = tieKindNames[graph.edges.kind[edge]!]!;
    byKind[kind] ??= { private: 0, duty: 0 };
    byKind[kind][graph.edges.duty[edge] === 1 ? 'duty' : 'private']++;
  }
  return { id, total: edges.length, byKind };
}
