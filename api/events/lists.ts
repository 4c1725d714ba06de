import { compareText } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import type { DutyInterval } from '../../model/standing/duty.ts';

/** Small lists handed to a session: tables that the queries name beside the events. Absent is empty. */
export interface EventLists {
  /** When contact between an official and another is explained; both directions are meant. */
  readonly duties?: readonly DutyInterval[];
  readonly officials?: readonly Id[];
  readonly suspects?: readonly Id[];
  /** Moments to look around (an operation, a step of a case), each for the person it is asked about. */
  readonly instants?: readonly { readonly person: Id; readonly atSeconds: number }[];
  /** Members of merged entities, each with the id the merged entity answers under; only when a session is opened. */
  readonly merged?: readonly { readonly member: Id; readonly one: Id }[];
}
/** Lists that come with the parameters of one query. */
export type ParameterLists = Partial<Record<'entities' | 'payers' | 'payees' | 'persons', readonly Id[]>>;

type Cell = string | number;
export interface ListTable {
  readonly columns: Readonly<Record<string, 'text' | 'whole'>>;
  readonly rows: readonly (readonly Cell[])[];
}

const idList = (column: string, ids: readonly Id[] = []): ListTable => ({
  columns: { [column]: 'text' },
  rows: [...new Set(ids)].map((id) => [id]),
});

/** Every list as a table: one definition for all engines. */
export const listTables = {
  duties: (lists: EventLists) => dutyTable(lists.duties ?? []),
  officials: (lists: EventLists) => idList('official', lists.officials),
  suspects: (lists: EventLists) => idList('suspect', lists.suspects),
  instants: (lists: EventLists): ListTable => ({
    columns: { person: 'text', instant_s: 'whole' },
    rows: uniqueRows((lists.instants ?? []).map(({ person, atSeconds }) => [person, atSeconds])),
  }),
  merged: (lists: EventLists): ListTable => ({
    columns: { member: 'text', one_id: 'text' },
    rows: uniqueRows((lists.merged ?? []).map(({ member, one }) => [member, one])),
  }),
} as const satisfies Record<keyof EventLists, (lists: EventLists) => ListTable>;

export const parameterTables = {
  entities: (lists: ParameterLists) => idList('entity', lists.entities),
  payers: (lists: ParameterLists) => idList('payer', lists.payers),
  payees: (lists: ParameterLists) => idList('payee', lists.payees),
  persons: (lists: ParameterLists) => idList('person', lists.persons),
} as const satisfies Record<keyof ParameterLists, (lists: ParameterLists) => ListTable>;

function uniqueRows(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Duties in both directions, cut into stretches that do not overlap, each with its least reason: so an event meets one
 * stretch at most and a plain left join tells its side. Cost O(n log n) for n intervals, n² only where all of a pair overlap. */
function dutyTable(duties: readonly DutyInterval[]): ListTable {
  const byPair = new Map<string, DutyInterval[]>();
  for (const duty of duties) {
    for (const [one, other] of [
      [duty.official, duty.other],
      [duty.other, duty.official],
    ]) {
      const key = JSON.stringify([one, other]);
      const known = byPair.get(key);
      if (known === undefined) byPair.set(key, [duty]);
      else known.push(duty);
    }
  }
  const rows: Cell[][] = [];
  for (const [key, intervals] of byPair) {
    const [one, other] = JSON.parse(key) as [string, string]; // written just above
    for (const { from, to, reason } of stretches(intervals)) rows.push([one, other, from, to, reason]);
  }
  return {
    columns: { one_id: 'text', other_id: 'text', from_s: 'whole', to_s: 'whole', reason: 'text' },
    rows,
  };
}

function stretches(intervals: readonly DutyInterval[]): { from: number; to: number; reason: string }[] {
  const valid = intervals.filter(({ fromSeconds, toSeconds }) => fromSeconds <= toSeconds);
  const starts = [...new Set(valid.flatMap(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds + 1]))].sort(
    (a, b) => a - b,
  );
  const found: { from: number; to: number; reason: string }[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    const from = starts[i]!;
    const to = starts[i + 1]! - 1;
    const reasons = valid.filter((duty) => duty.fromSeconds <= from && duty.toSeconds >= to).map((duty) => duty.reason);
    const reason = reasons.sort(compareText)[0];
    if (reason === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to + 1 === from && last.reason === reason) last.to = to;
    else found.push({ from, to, reason });
  }
  return found;
}
