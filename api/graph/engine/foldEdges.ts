import type { Id } from '../../../model/ids.ts';
import type { DutyInterval } from '../../../model/standing/duty.ts';
import { type EventKind, eventKinds } from '../../../model/standing/kinds.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { batchOf, type EventBatch, type EventSession, withoutOf } from '../../events/events.ts';
import { mayBeDuty } from '../../events/queries/pairs.ts';
import type { QueryRow } from '../../events/queries/queries.ts';
import type { Columns } from '../columns/columns.ts';
import type { EdgeCollector } from './edges.ts';
import { createFoldSlots, type FoldSlots } from './foldSlots.ts';
import { createFoldSums, type FoldSums } from './foldSums.ts';
import type { DayWindow, Lens } from './lens.ts';
import type { Nodes } from './nodes.ts';

const secondsOfDay = 86_400;
const kindNumber = (kind: EventKind) => tieKindNames.indexOf(kind);
const copresence = kindNumber('copresence');
/** Above this many ends it is cheaper to ask for all folds of a kind. */
const mostEndsListed = 20_000;

export interface FoldSource {
  readonly columns: Columns;
  readonly lens: Lens;
  readonly window: DayWindow;
  readonly nodes: Nodes;
  /** Batches whose event sets are read. */
  readonly withEvents: readonly EventBatch[];
  readonly duties: readonly DutyInterval[];
  /** Opened only when the columns cannot tell. */
  readonly openSession: () => Promise<EventSession>;
}

/** Folded events between existing nodes, each side (private, duty) an edge of its own.
 *
 * The columns hold the all-time fold of each batch. It stands where nothing cuts into it; the event rows themselves are asked
 * - for pairs of which the clocks or the window cut a batch's fold in two,
 * - for pairs that an office explains at some time within their contact,
 * - for all co-presence: who met whom depends on which participants a reader may see, over all batches together.
 * Cost: O(fold rows), and one query a kind where rows are asked. */
export async function addFoldEdges(source: FoldSource, into: EdgeCollector): Promise<void> {
  const slots = createFoldSlots(source.columns, source.nodes);
  const sums = createFoldSums(slots.count);
  const meetings = addUp(source, slots, sums);
  markDuties(source, slots, sums);
  const asked = new Map(eventKinds.map((kind) => [kind, endsToAsk(kindNumber(kind), source.nodes, slots, sums)]));
  for (let slot = 0; slot < slots.count; slot++) addSlot(slot, slots, sums, into);
  if (meetings || [...asked.values()].some((ends) => ends.length > 0))
    await addExact(source, slots, sums, asked, meetings, into);
}

/** Adds the visible fold rows up by slot, marking those that are cut into. Answers whether there is any co-presence to be asked for. */
function addUp({ columns, lens, window, withEvents }: FoldSource, slots: FoldSlots, sums: FoldSums): boolean {
  const { clocks, compartments, approvals } = lens;
  const bounds = secondsBounds(lens, window);
  const read = new Map(withEvents.map((one) => [batchOf(one), withoutOf(one)]));
  let meetings = false;
  for (const { batch, foldRows, foldPairs } of columns.segments) {
    const without = read.get(batch);
    if (without === undefined) continue;
    const gone = Uint8Array.from(columns.compartments, (name) => (without.includes(name) ? 1 : 0));
    const {
      compartment,
      approval,
      otherCompartment,
      otherApproval,
      knownDay,
      firstSeconds,
      lastSeconds,
      count,
      sum,
      grade,
    } = foldRows;
    for (let row = 0; row < foldRows.rows; row++) {
      if (compartments[compartment[row]!] !== 1 || compartments[otherCompartment[row]!] !== 1) continue;
      if (gone[compartment[row]!] === 1 || gone[otherCompartment[row]!] === 1) continue;
      if (approvals[approval[row]!] !== 1 || approvals[otherApproval[row]!] !== 1) continue;
      const first = firstSeconds[row]!;
      const last = lastSeconds[row]!;
      if (knownDay[row]! > clocks.knownTo || last < bounds.from || first > bounds.to) continue;
      const pair = foldPairs[row]!;
      if (columns.pairs.kind(pair) === copresence) meetings = true;
      const slot = slots.of(pair);
      if (slot === -1) continue;
      sums.counts[slot]! += count[row]!;
      sums.sums[slot]! += sum[row]!;
      if (first < sums.first[slot]!) sums.first[slot] = first;
      if (last > sums.last[slot]!) sums.last[slot] = last;
      if (grade[row]! < sums.grades[slot]!) sums.grades[slot] = grade[row]!;
      if (first < bounds.from || last > bounds.to) sums.exact[slot] = 1;
    }
  }
  return meetings;
}

function secondsBounds({ clocks }: Lens, window: DayWindow): { from: number; to: number } {
  const fromDay = Math.max(clocks.trueFrom ?? window.fromDay, window.fromDay);
  const toDay = Math.min(clocks.trueTo, window.toDay);
  return { from: fromDay * secondsOfDay, to: (toDay + 1) * secondsOfDay - 1 };
}

function markDuties({ nodes, duties }: FoldSource, slots: FoldSlots, sums: FoldSums): void {
  for (const { official, other, fromSeconds, toSeconds } of duties) {
    const a = nodes.find(official);
    const b = nodes.find(other);
    if (a === -1 || b === -1) continue;
    for (const kind of eventKinds) {
      if (!mayBeDuty(kind)) continue;
      for (const slot of [slots.find(a, b, kindNumber(kind)), slots.find(b, a, kindNumber(kind))]) {
        if (slot !== -1 && sums.first[slot]! <= toSeconds && sums.last[slot]! >= fromSeconds) sums.exact[slot] = 1;
      }
    }
  }
}

/** Ends of the pairs of this kind whose rows have to be asked. */
function endsToAsk(kind: number, nodes: Nodes, slots: FoldSlots, sums: FoldSums): Id[] {
  const ends = new Set<number>();
  if (kind === copresence) return [];
  for (let slot = 0; slot < slots.count; slot++) {
    if (sums.exact[slot] !== 1 || slots.kind(slot) !== kind) continue;
    const [a, b] = [slots.from(slot), slots.to(slot)];
    if (a !== -1 && b !== -1 && a !== b) ends.add(a).add(b);
  }
  return [...ends].sort((a, b) => a - b).map(nodes.idOf);
}

function addSlot(slot: number, slots: FoldSlots, sums: FoldSums, into: EdgeCollector): void {
  const kind = slots.kind(slot);
  if (sums.counts[slot] === 0 || sums.exact[slot] === 1 || kind === copresence) return;
  const [a, b] = [slots.from(slot), slots.to(slot)];
  if (a === -1 || b === -1 || a === b) return;
  into.addFold(a, b, kind, false, sums.grades[slot]!, {
    count: sums.counts[slot]!,
    sum: sums.sums[slot]!,
    firstSeconds: sums.first[slot]!,
    lastSeconds: sums.last[slot]!,
    reason: null,
  });
}

async function addExact(
  { lens, window, nodes, openSession }: FoldSource,
  slots: FoldSlots,
  sums: FoldSums,
  asked: ReadonlyMap<EventKind, readonly Id[]>,
  meetings: boolean,
  into: EdgeCollector,
): Promise<void> {
  const { from, to } = secondsBounds(lens, window);
  const session = await openSession();
  try {
    for (const kind of eventKinds) {
      const ends = asked.get(kind) ?? [];
      const all = kind === 'copresence';
      if (all ? !meetings : ends.length === 0) continue;
      const entities = all || ends.length > mostEndsListed ? null : [...ends];
      const rows = await session.facts('folds', {
        kind,
        fromSeconds: from,
        toSeconds: to,
        entities,
        between: entities !== null,
      });
      for (const row of rows) addRow(row, kindNumber(kind), all);
    }
  } finally {
    await session.close();
  }

  function addRow(row: QueryRow<'folds'>, kind: number, all: boolean): void {
    const a = nodes.find(row.from_id);
    const b = nodes.find(row.to_id);
    if (a === -1 || b === -1 || a === b) return;
    const slot = all ? -1 : slots.find(a, b, kind);
    if (!all && (slot === -1 || sums.exact[slot] !== 1)) return;
    into.addFold(a, b, kind, row.side === 'duty', row.grade, {
      count: row.n,
      sum: row.amount,
      firstSeconds: row.first_s,
      lastSeconds: row.last_s,
      reason: row.reason,
    });
  }
}
