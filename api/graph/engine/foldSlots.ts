import type { Columns } from '../columns/columns.ts';
import { createPairTable } from '../columns/pairTable.ts';
import type { Nodes } from './nodes.ts';

/** Where the folds of a pair of nodes are added up. Without merged entities that is the columns' own number of the pair;
 * with them, pairs of several members come together in one place. */
export interface FoldSlots {
  readonly count: number;
  of(pair: number): number;
  find(fromNode: number, toNode: number, kind: number): number;
  from(slot: number): number;
  to(slot: number): number;
  kind(slot: number): number;
}

export function createFoldSlots(columns: Columns, nodes: Nodes): FoldSlots {
  const { pairs, pairCount } = columns;
  if (nodes.merged.length === 0) {
    return {
      count: pairCount,
      of: (pair) => pair,
      find: (a, b, kind) => {
        const pair = pairs.find(nodes.entityOf[a]!, nodes.entityOf[b]!, kind);
        return pair < pairCount ? pair : -1;
      },
      from: (slot) => nodes.nodeOf[pairs.from(slot)]!,
      to: (slot) => nodes.nodeOf[pairs.to(slot)]!,
      kind: pairs.kind,
    };
  }
  const table = createPairTable(2 ** Math.ceil(Math.log2(Math.max(pairCount, 1024))));
  const slotOf = new Int32Array(pairCount).fill(-1);
  for (let pair = 0; pair < pairCount; pair++) {
    const a = nodes.nodeOf[pairs.from(pair)]!;
    const b = nodes.nodeOf[pairs.to(pair)]!;
    if (a !== -1 && b !== -1) slotOf[pair] = table.add(a, b, pairs.kind(pair));
  }
  return {
    count: table.size,
    of: (pair) => slotOf[pair]!,
    find: table.find,
    from: table.from,
    to: table.to,
    kind: table.kind,
  };
}
