import type { Judgement } from '../../../model/assertion.ts';
import type { ClockDays } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import { groupsOf } from '../../../model/merge.ts';
import type { Columns } from '../columns/columns.ts';
import { digestText, wordsInDigest, writeDigest } from '../columns/digests.ts';
import type { Existence } from './existence.ts';
import type { Lens } from './lens.ts';

/** The nodes of a reader's graph: existing entities, those judged to be the same as one. Numbered in order of the texts of their
 * ids, so that comparing numbers compares ids. */
export interface Nodes {
  readonly count: number;
  /** By entity; -1 where it does not exist. */
  readonly nodeOf: Int32Array;
  /** By node: the entity it goes by, its least visible member. */
  readonly entityOf: Int32Array;
  /** Members that go by another's id. */
  readonly merged: readonly { readonly member: Id; readonly one: Id }[];
  idOf(node: number): Id;
  /** -1 when this reader has no such entity. */
  find(id: Id): number;
}

export function createNodes(columns: Columns, lens: Lens, { exists }: Existence): Nodes {
  const words = new Uint32Array(wordsInDigest);
  const entityNumber = (id: Id) =>
    id.startsWith('e_') && writeDigest(id, words, 0) ? columns.entities.find(words, 0) : -1;
  const isThere = (id: Id) => {
    const entity = entityNumber(id);
    return entity >= 0 && entity < columns.entityCount && exists[entity] === 1;
  };
  const merged = joined(columns, lens, isThere, lens.clocks);
  const goesBy = new Map(merged.map(({ member, one }) => [entityNumber(member), entityNumber(one)]));

  const nodeOf = new Int32Array(columns.entityCount).fill(-1);
  const entityOf = new Int32Array(columns.entityCount);
  let count = 0;
  for (const entity of columns.entitiesByText) {
    if (entity >= columns.entityCount || exists[entity] !== 1 || goesBy.has(entity)) continue;
    nodeOf[entity] = count;
    entityOf[count++] = entity;
  }
  for (const [member, one] of goesBy) nodeOf[member] = nodeOf[one]!;

  return {
    count,
    nodeOf,
    entityOf: entityOf.slice(0, count),
    merged,
    idOf: (node) => `e_${digestText(columns.entities.words, entityOf[node]! * wordsInDigest)}`,
    find: (id) => {
      const entity = entityNumber(id);
      return entity < 0 || entity >= columns.entityCount ? -1 : nodeOf[entity]!;
    },
  };
}

/** A judgement counts when the reader may see it and both its ends exist for him. */
function joined(
  columns: Columns,
  lens: Lens,
  isThere: (id: Id) => boolean,
  clocks: ClockDays,
): { member: Id; one: Id }[] {
  const judgements = columns.judgements
    .filter(({ compartment, a, b }) => lens.held.has(compartment) && isThere(a) && isThere(b))
    .map((row): Judgement => ({ ...row, by: '', reason: '' }));
  return [...groupsOf(judgements, clocks)].flatMap(([member, [one]]) =>
    one === undefined || one === member ? [] : [{ member, one }],
  );
}
