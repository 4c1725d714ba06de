import type { Said } from '../../model/assertion.ts';
import { type Audience, compareText } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import { localTimeText } from '../../model/dates.ts';
import { type Cut, cutByLimit, whole } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import { mergeTie, type TieView } from '../../model/merge.ts';
import { dutyKinds, type EventKind, eventKinds, isEventKind } from '../../model/standing/kinds.ts';
import { type TieKind, tieKindNames, tieKinds } from '../../model/vocabulary/kinds.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fold, Graph } from '../graph/graph.ts';
import type { Entities, EntityName } from './entities.ts';
import { eventQueryId } from './evidence/eventQuery.ts';
import type { StandingModel, StandingSource } from './standing.ts';

/** The contract's tie JSON. */
export interface Tie {
  readonly id: Id;
  readonly kind: TieKind;
  readonly type: string;
  readonly from: Id;
  readonly to: Id;
  readonly other: EntityName;
  readonly directed: boolean;
  readonly duty: boolean;
  readonly dutyReason: string | null;
  readonly role: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly count: number;
  /** Calls: seconds; payments: fen; else null. */
  readonly sum: number | null;
  readonly certainty: 'confirmed' | 'suspected' | null;
  readonly assertions: readonly Id[];
  readonly events: string | null;
}
export interface TiesAsked {
  readonly kinds?: readonly TieKind[];
  readonly duty?: 'include' | 'exclude' | 'only';
  readonly limit: number;
  readonly after?: string;
}

const mostFolds = 50_000;

/** Ties of one entity: those that sources state, then those folded from events, each side (private, duty) on its own. */
export function createTies({
  facts,
  graph,
  entities,
  standing,
}: {
  facts: Facts;
  graph: Graph;
  entities: Entities;
  standing: StandingSource;
}) {
  return {
    async ofEntity(
      audience: Audience,
      clocks: Clocks,
      id: Id,
      asked: TiesAsked,
    ): Promise<{ items: Tie[]; after: string | null } & Cut> {
      await entities.get(audience, clocks, id);
      const who = await standing(audience, clocks);
      const self = who.one(id);
      const kinds = asked.kinds ?? tieKindNames;
      const [stored, folded] = await Promise.all([storedTies(), foldedTies()]);
      const all = [...stored.ties, ...folded.ties]
        .filter((tie) => keepsSide(tie.duty, asked.duty))
        .sort((a, b) => compareText(a.id, b.id));
      const start = asked.after === undefined ? 0 : firstAfter(all, asked.after);
      const page = all.slice(start, start + asked.limit);
      const names = await entities.names(
        audience,
        clocks,
        page.map((tie) => tie.other.id),
      );
      const items = page.map((tie) => ({ ...tie, other: names.get(tie.other.id) ?? tie.other }));
      const more = start + asked.limit < all.length;
      const cut = stored.cut ?? folded.cut;
      return { items, after: more ? page.at(-1)!.id : null, ...(cut ?? whole(asked.limit)) };

      async function storedTies(): Promise<{ ties: Tie[]; cut: Cut | null }> {
        const ordinary = kinds.filter((kind) => !isEventKind(kind));
        if (ordinary.length === 0) return { ties: [], cut: null };
        const found = await facts.ties(audience, clocks, who.membersOf(id), { kinds: ordinary, limit: mostFolds });
        const ties = mergeTies(found.said, clocks).flatMap((view) => storedTie(view, self, who));
        return { ties, cut: found.complete ? null : cutByLimit(mostFolds) };
      }

      async function foldedTies(): Promise<{ ties: Tie[]; cut: Cut | null }> {
        const events = eventKinds.filter((kind) => kinds.includes(kind));
        if (events.length === 0) return { ties: [], cut: null };
        const found = await graph.folds(audience, clocks, { entities: [self], kinds: events, limit: mostFolds });
        return {
          ties: found.folds.map((fold) => foldedTie(fold, self)),
          cut: found.complete ? null : cutByLimit(mostFolds),
        };
      }
    },
  };
}
export type Ties = ReturnType<typeof createTies>;

export function keepsSide(duty: boolean, wanted: 'include' | 'exclude' | 'only' | undefined): boolean {
  return wanted === 'exclude' ? !duty : wanted === 'only' ? duty : true;
}

/** Views of the ties these assertions are about, in order of tie id. */
export function mergeTies(said: readonly Said[], clocks: Clocks): TieView[] {
  const byTie = new Map<Id, Said[]>();
  for (const one of said) {
    const held = byTie.get(one.about);
    if (held === undefined) byTie.set(one.about, [one]);
    else held.push(one);
  }
  const days = clockDays(clocks);
  return [...byTie.values()].flatMap((group) => mergeTie(group, days) ?? []).sort((a, b) => compareText(a.id, b.id));
}

function storedTie(view: TieView, self: Id, who: StandingModel): Tie[] {
  const [from, to] = [who.one(view.ends.from), who.one(view.ends.to)];
  if (from === to) return []; // its two ends were judged to be one
  const other = from === self ? to : from;
  return [
    {
      id: view.id,
      kind: view.ends.kind,
      type: view.type,
      from,
      to,
      other: { id: other, type: 'Person', caption: '' }, // named by the caller, page by page
      directed: tieKinds[view.ends.kind].directed,
      duty: dutyKinds.has(view.ends.kind),
      dutyReason: dutyKinds.has(view.ends.kind) ? `office:${view.ends.kind}` : null,
      role: view.ends.role,
      first: view.first,
      last: view.last,
      count: view.assertions.length,
      sum: null,
      certainty: view.certainty,
      assertions: view.assertions,
      events: null,
    },
  ];
}

function foldedTie(fold: Fold, self: Id): Tie {
  const other = fold.from === self ? fold.to : fold.from;
  return {
    id: fold.id,
    kind: fold.kind,
    type: tieKinds[fold.kind].type,
    from: fold.from,
    to: fold.to,
    other: { id: other, type: 'Person', caption: '' },
    directed: tieKinds[fold.kind].directed,
    duty: fold.duty,
    dutyReason: fold.dutyReason,
    role: '',
    first: localTimeText(fold.firstSeconds),
    last: localTimeText(fold.lastSeconds),
    count: fold.count,
    sum: fold.kind === 'copresence' ? null : fold.sum,
    certainty: null,
    assertions: [],
    events: foldQuery(fold),
  };
}

/** The query that yields the rows of a folded tie. */
export function foldQuery(fold: { kind: TieKind; from: Id; to: Id; duty: boolean }): string {
  return eventQueryId({
    name: 'rows',
    kind: fold.kind as EventKind, // folds are made of events alone
    from: fold.from,
    to: fold.to,
    either: fold.kind === 'copresence',
    side: fold.duty ? 'duty' : 'private',
  });
}

function firstAfter(ties: readonly Tie[], after: string): number {
  const at = ties.findIndex((tie) => compareText(tie.id, after) > 0);
  return at < 0 ? ties.length : at;
}
