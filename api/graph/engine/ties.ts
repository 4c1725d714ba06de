import { tieId } from '../../../model/ids.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { digestText, wordsInDigest } from '../columns/digests.ts';
import type { Fold, GraphTie } from '../graph.ts';
import { countOf } from './edges.ts';
import type { MaskedGraph } from './maskedGraph.ts';

/** An edge in the words of the port. The id of a fold follows from its ends, kind and side. */
export function tieOf({ columns, nodes, edges }: MaskedGraph, edge: number): GraphTie {
  const kind = tieKindNames[edges.kind[edge]!]!;
  const from = nodes.idOf(edges.from[edge]!);
  const to = nodes.idOf(edges.to[edge]!);
  const duty = edges.duty[edge] === 1;
  const stored = edges.tie[edge]!;
  return {
    id:
      stored === -1
        ? tieId(kind, from, to, duty ? 'duty' : '')
        : `t_${digestText(columns.ties.words, stored * wordsInDigest)}`,
    kind,
    from,
    to,
    duty,
    count: countOf(edges, edge),
    gradeRank: edges.grade[edge]!,
  };
}

export function foldOf(graph: MaskedGraph, edge: number): Fold {
  const { edges } = graph;
  const fold = edge - edges.firstFold;
  return {
    ...tieOf(graph, edge),
    sum: edges.sums[fold]!,
    firstSeconds: edges.firstSeconds[fold]!,
    lastSeconds: edges.lastSeconds[fold]!,
    dutyReason: edges.reasons[fold] ?? null,
  };
}

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** All edges between two nodes. Neighbours stand in order: found by halving, from the node with fewer of them. */
export function edgesBetween(graph: MaskedGraph, a: number, b: number): number[] {
  const { offsets, targets, edgeIds } = graph.adjacency();
  const size = (node: number) => offsets[node + 1]! - offsets[node]!;
  const [near, far] = size(a) <= size(b) ? [a, b] : [b, a];
  let low = offsets[near]!;
  let high = offsets[near + 1]!;
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle]! < far) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let half = low; half < end && targets[half] === far; half++) found.push(edgeIds![half]!);
  return found;
}

export function edgesAt(graph: MaskedGraph, node: number): Int32Array {
  const { offsets, edgeIds } = graph.adjacency();
  return edgeIds!.subarray(offsets[node]!, offsets[node + 1]!);
}
