import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { dayText, localTimeText } from '../../../model/dates.ts';
import { gradeOfRank, gradeText } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventBatch, EventEngine, EventSession } from '../../events/events.ts';
import type { QueryRow } from '../../events/queries/queries.ts';
import type { Entities } from '../entities.ts';
import type { StandingModel, StandingSource } from '../standing.ts';
import type { EventQuestion } from './eventQuery.ts';

export interface EventRowJson {
  readonly id: Id;
  readonly kind: string;
  readonly from: Id;
  readonly to: Id | null;
  readonly fromGiven: string;
  readonly toGiven: string | null;
  readonly at: string;
  readonly until: string | null;
  /** Calls: seconds; payments: fen; co-presence: 0. */
  readonly amount: number;
  readonly count: number;
  readonly detail: string;
  readonly note: string;
  readonly duty: boolean;
  readonly dutyReason: string | null;
  readonly source: string;
  readonly origin: string;
  readonly grade: string;
  readonly approval: string;
  readonly compartment: string;
  readonly knownAt: string;
  readonly file: string;
  readonly line: number;
}
export interface EventPage {
  readonly rows: readonly EventRowJson[];
  /** Rows, and what they count and come to, in all: exactly. */
  readonly total: { readonly rows: number; readonly count: number; readonly amount: number };
  readonly after: EventPosition | null;
}
export interface EventPosition {
  readonly atSeconds: number;
  readonly id: string;
}
const sides = { private: '', duty: 'duty', all: null } as const;

/** The rows behind a figure, down to source, file and line; opening them is a read like any other. */
export function createEventRows({
  events,
  batches,
  standing,
  entities,
}: {
  events: EventEngine;
  batches: (clocks: Clocks) => readonly EventBatch[];
  standing: StandingSource;
  entities: Entities;
}) {
  return async function rowsBehind(
    audience: Audience,
    clocks: Clocks,
    question: EventQuestion,
    page: { limit: number; after: EventPosition | null; signal?: AbortSignal },
  ): Promise<EventPage> {
    const who = await standing(audience, clocks);
    // Ends that do not exist for the reader yield what unknown ones yield: no rows.
    const visible = await entities.visible(audience, clocks, [question.from, question.to]);
    if (!visible.has(question.from) || !visible.has(question.to))
      return { rows: [], total: { rows: 0, count: 0, amount: 0 }, after: null };
    const session = await openSession(events, audience, clocks, batches(clocks), who);
    try {
      const { from, to, kind, either, side, fromSeconds, toSeconds } = question;
      const params = {
        kind,
        from: who.one(from),
        to: who.one(to),
        either,
        side: sides[side],
        ...(fromSeconds === undefined ? {} : { fromSeconds }),
        ...(toSeconds === undefined ? {} : { toSeconds }),
      };
      const options = page.signal === undefined ? {} : { signal: page.signal };
      const [total] = await session.facts('countBehind', params, options);
      const found = await session.facts('rowsBehind', { ...params, limit: page.limit, after: page.after }, options);
      const rows = [...found].sort((a, b) => a.at_s - b.at_s || (a.id < b.id ? -1 : 1));
      const seen = await entities.visible(audience, clocks, [
        ...new Set(rows.flatMap((row) => [row.from_id, ...(row.to_id === null ? [] : [row.to_id])])),
      ]);
      const last = rows.at(-1);
      const all = { rows: total?.row_count ?? 0, count: total?.n ?? 0, amount: total?.amount ?? 0 };
      return {
        rows: rows
          .filter((row) => seen.has(row.from_id) && (row.to_id === null || seen.has(row.to_id)))
          .map((row) => rowJson(kind, row)),
        total: all,
        after: last !== undefined && rows.length === page.limit ? { atSeconds: last.at_s, id: last.id } : null,
      };
    } finally {
      await session.close();
    }
  };
}
export type EventRows = ReturnType<typeof createEventRows>;

/** A session over what this reader may see, with the duty stretches and joined entities he may know of. */
export function openSession(
  events: EventEngine,
  audience: Audience,
  clocks: Clocks,
  batches: readonly EventBatch[],
  who: StandingModel,
): Promise<EventSession> {
  return events.open(audience, clocks, batches, { duties: who.duties, merged: who.merged });
}

function rowJson(kind: string, row: QueryRow<'rowsBehind'>): EventRowJson {
  return {
    id: row.id,
    kind,
    from: row.from_id,
    to: row.to_id,
    fromGiven: row.from_given,
    toGiven: row.to_given,
    at: localTimeText(row.at_s),
    until: row.until_s === null ? null : localTimeText(row.until_s),
    amount: row.amount,
    count: row.n,
    detail: row.detail,
    note: row.note,
    duty: row.side === 'duty',
    dutyReason: row.reason,
    source: row.source,
    origin: row.origin,
    grade: gradeText(gradeOfRank(row.grade)),
    approval: row.approval,
    compartment: row.compartment,
    knownAt: dayText(row.known_day),
    file: row.file,
    line: row.line,
  };
}
