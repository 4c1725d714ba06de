import type { Assertion, Judgement, Objection, Retraction, Said, Source } from '../../model/assertion.ts';
import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Cut } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import type { TieKind } from '../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../model/vocabulary/types.ts';

/** The facts port: what sources say about entities and ties. An adapter stores and filters; every rule stands in `model/`.
 *
 * Visibility, alike in every adapter and for every read:
 *  - an assertion is seen by an audience that holds its compartment and whose `endedApprovals` lack its approval;
 *  - it is known at the clocks when `knownAt` ≤ `clocks.knownAt`; a retraction counts likewise, by its own compartment and knownAt;
 *  - an entity exists for a reader when at least one assertion about it *speaks* (model/merge.ts: known, not taken back, valid at trueAt);
 *  - a tie is seen only if it speaks and both its ends exist for the reader; so is a judgement only if both ends exist.
 * Assertions of a batch that was begun and not committed are seen by nobody but its own writer. */
export interface Facts {
  /** One exclusive writer at a time; waits at most 5 s, then StoreBusy. Nothing is seen by others before `commit`. */
  begin(batch: Id): Promise<FactsBatch>;
  /** Whether this batch was committed: what a restart asks before it finishes or undoes an intended write. */
  committed(batch: Id): Promise<boolean>;

  /** Everything known (spoken or not, taken back or not) about these entities, ties or records; sorted by about, then compareAssertions. */
  assertions(audience: Audience, clocks: Clocks, about: readonly Id[]): Promise<Said[]>;
  /** By their own ids; absent where unknown or not to be seen. */
  assertionsById(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<Said[]>;
  /** Known assertions of the stored ties at these entities whose both ends exist, at most `limit` ties, in order of tie id after `after`. Event folds are not here. */
  ties(
    audience: Audience,
    clocks: Clocks,
    entities: readonly Id[],
    options: TieOptions,
  ): Promise<{ said: Said[] } & Cut>;
  /** Known assertions of stored ties between these pairs of entities, in either direction; both ends must exist. */
  tiesBetween(audience: Audience, clocks: Clocks, pairs: readonly (readonly [Id, Id])[]): Promise<Said[]>;
  /** All known assertions of these types and tie kinds, streamed in chunks in order of assertion id. */
  scan(audience: Audience, clocks: Clocks, options: ScanOptions): AsyncIterable<Said[]>;
  /** Candidates for a search, ranked as `model/search` ranks, one per (entity, field, value); at most `limit`, and says when cut. */
  search(
    audience: Audience,
    clocks: Clocks,
    query: string,
    options: SearchOptions,
  ): Promise<{ hits: SearchHit[] } & Cut>;
  judgements(audience: Audience, clocks: Clocks): Promise<Judgement[]>;
  sources(audience: Audience, ids: readonly string[]): Promise<Source[]>;
  /** How many entities exist by type and ties by kind. */
  counts(
    audience: Audience,
    clocks: Clocks,
  ): Promise<{ entities: Partial<Record<TypeName, number>>; ties: Partial<Record<TieKind, number>> }>;
  close(): Promise<void>;
}

export interface TieOptions {
  readonly kinds?: readonly TieKind[];
  readonly limit: number;
  readonly after?: Id;
}
export interface ScanOptions {
  /** Entity and record types; omit both lists for everything. */
  readonly types?: readonly TypeName[];
  readonly kinds?: readonly TieKind[];
  readonly signal?: AbortSignal;
}
export interface SearchOptions {
  readonly types?: readonly TypeName[];
  readonly limit: number;
}
export interface SearchHit {
  readonly entity: Id;
  readonly type: TypeName;
  readonly field: string;
  readonly value: string;
}

/** One open write. Every put is idempotent: what is stored already is left as it is, with its first knownAt. */
export interface FactsBatch {
  /** With an audience, `newEntities` and `newTies` count what is new to it: a sealed assertion does not show in an importer's counts. */
  put(assertions: readonly Assertion[], audience?: Audience): Promise<PutResult>;
  putSources(sources: readonly Source[]): Promise<void>;
  retract(retractions: readonly Retraction[]): Promise<number>;
  object(objections: readonly Objection[]): Promise<number>;
  judge(judgements: readonly Judgement[]): Promise<number>;
  /** Which of these entities have any assertion this audience may see, those of this batch included. */
  existing(audience: Audience, ids: readonly Id[]): Promise<Set<Id>>;
  /** Phone numbers that registers list → the people they list them for (sees this batch too). */
  holders(audience: Audience, space: 'phone' | 'account', numbers: readonly string[]): Promise<Map<string, Holder[]>>;
  /** Removes every assertion of these approvals or batches, leaving tombstones of count and hash; `secure_delete`. */
  erase(what: { approvals?: readonly string[]; batches?: readonly Id[] }): Promise<Erased>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}
export interface PutResult {
  /** Newly stored assertions of this call, in the order given. */
  readonly stored: readonly Assertion[];
  /** How many entities and ties (not records) had no assertion at all before. */
  readonly newEntities: number;
  readonly newTies: number;
}
export interface Holder {
  readonly entity: Id;
  readonly from: string | null;
  readonly to: string | null;
  /** Only listed in a person's or organisation's own row: a tie of approved records says it better. */
  readonly register: boolean;
}
export interface Erased {
  readonly assertions: number;
  readonly hash: string;
  /** The same by compartment, of those that lost something. */
  readonly byCompartment: Readonly<Record<string, { readonly assertions: number; readonly hash: string }>>;
}
