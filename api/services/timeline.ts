import { type Audience, compareText } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import { firstDay, lastDay } from '../../model/dates.ts';
import { type Cut, cutByLimit, whole } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import { dutyKinds, type EventKind, eventKinds, isEventKind } from '../../model/standing/kinds.ts';
import { type TieKind, tieKindNames } from '../../model/vocabulary/kinds.ts';
import type { EventBatch, EventEngine } from '../events/events.ts';
import type { Facts } from '../facts/facts.ts';
import type { Entities, EntityName } from './entities.ts';
import { eventQueryId } from './evidence/eventQuery.ts';
import { openSession } from './evidence/events.ts';
import type { StandingModel, StandingSource } from './standing.ts';
import { mergeTies } from './ties.ts';

/** What happened at a time: something sources state (`tie`), or a month of contact folded from events (`month`). */
export interface Moment {
  readonly what: 'tie' | 'month';
  /** As given: a year, a month or a day; null where only the end is known. A month for contact. */
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: TieKind;
  /** Whose timeline it is on: of two asked about, the first whom it concerns. */
  readonly about: EntityName;
  readonly other: EntityName;
  readonly role: string;
  readonly duty: boolean;
  /** Statements, or contacts of the month. */
  readonly count: number;
  /** Calls: seconds; payments: fen; else null. */
  readonly sum: number | null;
  readonly assertions: readonly Id[];
  /** Opens the rows of the month. */
  readonly events: string | null;
}
type Unnamed = Omit<Moment, 'about' | 'other'> & { readonly aboutId: Id; readonly otherId: Id };

const mostTies = 20_000;
const mostMonths = 20_000;
const secondsOfDay = 86_400;

/** A timeline looks back: a day asked stands for everything up to it. */
export function lookingBack(clocks: Clocks): Clocks {
  return clocks.trueAt.includes('..') ? clocks : { ...clocks, trueAt: `1000-01-01..${clocks.trueAt}` };
}

/** One or two entities in time: dated ties of either, and their contact by month (of two: with each other), in one order. */
export function createTimeline({
  facts,
  events,
  batches,
  entities,
  standing,
}: {
  facts: Facts;
  events: EventEngine;
  batches: (clocks: Clocks) => readonly EventBatch[];
  entities: Entities;
  standing: StandingSource;
}) {
  return async function timeline(
    audience: Audience,
    clocks: Clocks,
    id: Id,
    asked: { with?: Id; limit: number; offset: number },
  ): Promise<{ items: Moment[]; undated: number; more: boolean } & Cut> {
    await entities.get(audience, clocks, id);
    if (asked.with !== undefined) await entities.get(audience, clocks, asked.with);
    const who = await standing(audience, clocks);
    const selves = [...new Set([id, ...(asked.with === undefined ? [] : [asked.with])].map(who.one))];
    const ties = await datedTies(audience, clocks, selves, who);
    const months = await contactMonths(audience, clocks, selves, who);
    const all = [...ties.dated, ...months.items];
    const names = await entities.names(audience, clocks, [
      ...new Set(all.flatMap((one) => [one.aboutId, one.otherId])),
    ]);
    const items = all
      .flatMap(({ aboutId, otherId, ...rest }) => {
        const [about, other] = [names.get(aboutId), names.get(otherId)];
        return about === undefined || other === undefined ? [] : [{ ...rest, about, other }];
      })
      .sort(compareMoments);
    const cut = ties.complete && months.complete ? whole(asked.limit) : cutByLimit(Math.min(mostTies, mostMonths));
    const end = asked.offset + asked.limit;
    return { items: items.slice(asked.offset, end), undated: ties.undated, more: end < items.length, ...cut };
  };

  async function datedTies(audience: Audience, clocks: Clocks, selves: readonly Id[], who: StandingModel) {
    const found = await facts.ties(audience, clocks, selves.flatMap(who.membersOf), {
      kinds: tieKindNames.filter((kind) => !isEventKind(kind)),
      limit: mostTies,
    });
    const moments = mergeTies(found.said, clocks).flatMap((view): Unnamed[] => {
      const [from, to] = [who.one(view.ends.from), who.one(view.ends.to)];
      if (from === to) return [];
      const aboutId = selves.find((self) => self === from || self === to) ?? from;
      return [
        {
          what: 'tie',
          from: view.first,
          to: view.last,
          kind: view.ends.kind,
          aboutId,
          otherId: aboutId === from ? to : from,
          role: view.ends.role,
          duty: dutyKinds.has(view.ends.kind),
          count: view.assertions.length,
          sum: null,
          assertions: view.assertions,
          events: null,
        },
      ];
    });
    const dated = moments.filter(({ from, to }) => from !== null || to !== null);
    return { dated, undated: moments.length - dated.length, complete: found.complete };
  }

  async function contactMonths(audience: Audience, clocks: Clocks, selves: readonly Id[], who: StandingModel) {
    const [self, other] = selves;
    const items: Unnamed[] = [];
    let complete = true;
    if (self === undefined) return { items, complete };
    const days = clockDays(clocks);
    const session = await openSession(events, audience, clocks, batches(clocks), who);
    try {
      for (const kind of eventKinds) {
        const rows = await session.facts('monthsOf', {
          kind,
          entity: self,
          ...(other === undefined ? {} : { other }),
          limit: mostMonths,
        });
        if (rows.length === mostMonths) complete = false;
        for (const row of rows) items.push(monthOf(kind, self, row, days.trueFrom ?? -1_000_000, days.trueTo));
      }
    } finally {
      await session.close();
    }
    return { items, complete };
  }
}
export type Timeline = ReturnType<typeof createTimeline>;

function monthOf(
  kind: EventKind,
  self: Id,
  row: { other: string; month: number; side: string; n: number; amount: number },
  fromDay: number,
  toDay: number,
): Unnamed {
  const month = `${Math.floor(row.month / 100)}-${String(row.month % 100).padStart(2, '0')}`;
  // A window that cuts the month cuts its rows as well.
  const [first, last] = [Math.max(firstDay(month), fromDay), Math.min(lastDay(month), toDay)];
  const duty = row.side === 'duty';
  return {
    what: 'month',
    from: month,
    to: month,
    kind,
    aboutId: self,
    otherId: row.other,
    role: '',
    duty,
    count: row.n,
    sum: kind === 'copresence' ? null : row.amount,
    assertions: [],
    events: eventQueryId({
      name: 'rows',
      kind,
      from: self,
      to: row.other,
      either: true,
      side: duty ? 'duty' : 'private',
      fromSeconds: first * secondsOfDay,
      toSeconds: (last + 1) * secondsOfDay - 1,
    }),
  };
}

/** By first day (by the end where only that is known), then by what it is and with whom: one order for equal data. */
function compareMoments(a: Moment, b: Moment): number {
  const day = ({ from, to }: Moment) => firstDay(from ?? to);
  return (
    day(a) - day(b) ||
    compareText(a.kind, b.kind) ||
    compareText(a.other.id, b.other.id) ||
    compareText(a.about.id, b.about.id) ||
    Number(a.duty) - Number(b.duty) ||
    compareText(a.role, b.role) ||
    compareText(a.assertions.join(), b.assertions.join())
  );
}
