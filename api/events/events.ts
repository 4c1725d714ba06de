import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';
import type { EventKind } from '../../model/standing/kinds.ts';
import type { EventLists } from './lists.ts';
import type { QueryName, QueryParams, QueryRow } from './queries/queries.ts';

/** The events port: calls, payments and co-presence by the million. Immutable Parquet sets, one a batch; their manifest in
 * the ledger is the commit point, so a session is opened over the batches that the ledger names and over no others. */
export interface EventEngine {
  /** Writes one kind of one batch: aside, renamed when whole; once only (Conflict the second time). Rows equal to a stored
   * one (same id) are left out and not counted. `stored` lists the batches whose rows count as stored already. */
  put(batch: Id, kind: EventKind, rows: AsyncIterable<readonly EventRow[]>, options: PutOptions): Promise<EventsPut>;
  /** Rewrites the files of every batch that holds rows of these approvals, or removes those of these batches.
   * Tells what was there: so it is also the undoing of a batch that was never committed. */
  erase(what: { approvals?: readonly string[]; batches?: readonly Id[] }): Promise<EventsErased>;
  /** The all-time fold of one put set, for the graph columns; internal to the import, before any reader sees the batch. */
  foldBatch(batch: Id, kind: EventKind): AsyncIterable<readonly FoldRow[]>;
  /** The audience and both clocks are in the views; a session that lacks them cannot exist. */
  open(audience: Audience, clocks: Clocks, batches: readonly EventBatch[], lists?: EventLists): Promise<EventSession>;
  close(): Promise<void>;
}
/** A batch, or a batch without its rows in some compartments: they were taken back. */
export type EventBatch = Id | { readonly batch: Id; readonly without: readonly string[] };
export const batchOf = (one: EventBatch): Id => (typeof one === 'string' ? one : one.batch);
export const withoutOf = (one: EventBatch): readonly string[] => (typeof one === 'string' ? [] : one.without);
export interface PutOptions {
  readonly stored: readonly Id[];
  /** Where the rows are reports that another sender may have sent before: batches as they are read now. So many of their rows as
   * agree with new ones in time, ends as given, compartment, approval and amount (of calls: kind), so many new ones are left out. */
  readonly reported?: readonly EventBatch[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}
export interface EventsPut {
  readonly rows: number;
  /** SHA-256 over the sorted ids newly stored, by compartment: what enters the data version. */
  readonly digests: Readonly<Record<string, string>>;
  /** Rows newly stored, by compartment: each reader is told his own counts. */
  readonly counts: Readonly<Record<string, number>>;
  /** Co-presence events of more participants than pairs are made of (`largestGroup`): they are in no fold. */
  readonly groupsLeftOut: number;
}
export interface EventsErased {
  readonly rows: number;
  /** SHA-256 over the sorted ids of the erased rows; '' when there were none. */
  readonly hash: string;
  /** The same by compartment, of those that lost something: what the data version and the tombstone take up. */
  readonly digests: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** One event as it comes in. `from` and `to` are entities: the holder where known, else the number itself.
 * Co-presence is one row a participant: `from` is the participant, `to` is null, `group` is the event. */
export interface EventRow {
  readonly from: Id;
  readonly to: Id | null;
  /** Ends as the file gave them; they, not the entities they were resolved to, enter the row's id (the entity where given is empty). */
  readonly fromGiven: string;
  readonly toGiven: string | null;
  readonly group: string | null;
  readonly atSeconds: number;
  readonly untilSeconds: number | null;
  /** Calls: seconds. Payments: fen. Co-presence: 0. At most `largestAmount` either way. */
  readonly amount: number;
  readonly count: number;
  readonly detail: string; // voice | sms, channel, or kind of co-presence
  readonly note: string; // memo or place
  readonly onDuty: boolean | null;
  readonly source: string;
  readonly origin: string;
  readonly grade: number; // gradeRank
  readonly compartment: string;
  readonly approval: string;
  readonly knownDay: number;
  readonly file: string;
  readonly line: number;
  /** Further places that report the same event (`b.csv:12; c.csv:7`): kept behind the file's name, no part of the id. */
  readonly also?: string;
}

/** 100 billion yuan in fen: sums over hundreds of such rows stay exact. The import refuses more as `bad_value`. */
export const largestAmount = 10_000_000_000_000;

/** All of a batch between two entities under one compartment, approval and day of knowing. Co-presence: `from` < `to`, a pair
 * of participants of one event; where the two rows differ in compartment or approval both are needed to see the pair. */
export interface FoldRow {
  readonly from: Id;
  readonly to: Id;
  readonly compartment: string;
  readonly approval: string;
  readonly otherCompartment: string | null;
  readonly otherApproval: string | null;
  readonly knownDay: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly count: number;
  readonly sum: number;
  /** Best grade of the rows: least gradeRank. */
  readonly grade: number;
}

export interface EventSession {
  /** Runs one named query; rows come in no promised order (the caller sorts, by id). Queries of a session run one after another. */
  facts<N extends QueryName>(
    name: N,
    params: QueryParams<N>,
    options?: { signal?: AbortSignal },
  ): Promise<readonly QueryRow<N>[]>;
  /** Replaces some of the small lists that queries name; the others stay. */
  use(lists: Omit<EventLists, 'merged'>): Promise<void>;
  close(): Promise<void>;
}
/** Integers, texts, booleans, nulls: whole numbers only. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;
