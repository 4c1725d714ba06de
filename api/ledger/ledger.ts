import type { Audience } from '../../model/audience.ts';
import type { Id } from '../../model/ids.ts';
import type { EventBatch } from '../events/events.ts';

/** The ledger: what the office itself writes. SQLite always, in `ledger.sqlite` beside the facts; WAL, synchronous=FULL.
 * Every write of data goes through it: *intended* → facts and events, idempotently → *done*. A restart finishes or undoes. */
export interface Ledger {
  readonly batches: Batches;
  readonly approvals: Approvals;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly boards: Boards;
  readonly runs: Runs;
  readonly audit: Audit;
  close(): void;
}

export interface Batches {
  /** Takes the right to write, or StoreBusy while another batch is open in a living process (its pid is kept). */
  intend(batch: BatchIntent): void;
  /** Commits: counts, the event sets of the batch, and what enters each compartment's running hash; with its audit record, in one transaction. */
  done(batch: Id, outcome: BatchOutcome, audit: AuditEntry): void;
  undone(batch: Id, reason: string): void;
  /** Intended and neither done nor undone, whose process is gone: what a restart has to settle. */
  unsettled(): BatchIntent[];
  /** A batch this audience may see anything of, or that this user made; undefined otherwise. Counts are of the compartments held. */
  find(audience: Audience, batch: Id, maker?: string): BatchRecord | undefined;
  list(audience: Audience, maker?: string): BatchRecord[];
  /** Every batch that is done, in order: what the graph's columns are read by. */
  doneIds(): Id[];
  /** Kinds of events whose sets this batch committed. */
  eventKindsOf(batch: Id): string[];
  /** Every compartment ever written to. Internal to the import and to rebuilding, never for an answer. */
  compartments(): string[];
  /** Batches with committed event sets, those taken back among them: what a new row is compared with. */
  withEvents(): Id[];
  /** What an event session is opened over at this `knownAt`: batches less what was taken back by then. */
  eventsRead(knownAt: string): EventBatch[];
  /** Digest of the compartments this audience holds; '' compartments do not enter. Equal data, equal version. */
  dataVersion(audience: Audience): string;
  /** Whether everything stored is demonstration data (or nothing is stored). */
  demonstrationOnly(): boolean;
  /** Whether some of what is stored is demonstration data. */
  holdsDemonstration(): boolean;
}
export interface BatchIntent {
  readonly batch: Id;
  readonly kind: 'import' | 'hand' | 'retraction' | 'judgement' | 'erasure' | 'objection';
  readonly user: string;
  readonly demonstration: boolean;
  readonly pid: number;
  readonly startedAt: string;
}
export interface BatchOutcome {
  /** Newly stored, by compartment, so that each reader is told his own counts. */
  readonly byCompartment: Readonly<Record<string, { entities: number; ties: number; events: number; digest: string }>>;
  readonly rejected: number;
  readonly report: unknown;
  readonly eventKinds: readonly string[];
  readonly finishedAt: string;
  /** Batches that this one erased as a whole (the demonstration county): they are listed no more, nor are their approvals. */
  readonly erases?: readonly Id[];
  readonly takesBack?: TakingBack;
}
/** A batch taken back as far as its writer sees it: his compartments of it, and its approvals there. Its assertions are retracted
 * among the facts; its event rows are read no more from `day` on. */
export interface TakingBack {
  readonly batch: Id;
  readonly compartments: readonly string[];
  readonly approvals: readonly string[];
  readonly by: string;
  readonly reason: string;
  readonly day: string;
}
export interface TakenBack {
  readonly compartment: string;
  readonly by: string;
  readonly reason: string;
  readonly day: string;
}
export interface BatchRecord extends BatchIntent {
  /** `report` and `rejected` tell of every row of the file, whatever its compartment: null for anyone but its maker. */
  readonly outcome: Omit<BatchOutcome, 'rejected' | 'erases' | 'takesBack' | 'eventKinds'> & {
    readonly rejected: number | null;
  };
  /** Of the compartments held. */
  readonly takenBack: readonly TakenBack[];
}

/** The register of lawful bases (approvals). Kept here, not among the facts: it is the office's own paper. */
export interface Approvals {
  put(approvals: readonly Approval[]): {
    stored: readonly Approval[];
    conflicts: readonly { approval: Approval; reason: 'number_taken' | 'differs' }[];
  };
  find(audience: Audience, id: string): Approval | undefined;
  list(audience: Audience): Approval[];
  /** Internal to the basis check and the erasure: all of them, whoever asks, with all that was erased. */
  all(): Approval[];
  /** Ends one (by a supervisor, or because its subject was cleared): rows are unreadable from here on. */
  end(id: string, day: string, reason: string): void;
  /** Ids whose rows may not be read on this day: past retain_until, or ended. */
  endedOn(day: string): string[];
  tombstone(approval: string, stone: Tombstone): void;
}
/** What was erased with an approval, by compartment of the rows: a reader is told of those he holds alone. */
export interface Tombstone {
  readonly at: string;
  readonly byCompartment: Readonly<Record<string, { readonly rows: number; readonly hash: string }>>;
}
export interface Approval {
  /** NS/ID; of a paper that is not in `general` COMPARTMENT::NS/ID (model/basis/approvalId.ts). */
  readonly id: string;
  readonly number: string;
  readonly authority: string;
  readonly level: string;
  readonly legalRef: string | null;
  readonly caseId: Id;
  readonly caseKey: string;
  readonly kinds: readonly ('calls' | 'bank' | 'copresence' | 'household')[];
  readonly subjects: readonly Id[];
  readonly dataFrom: string;
  readonly dataTo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly obtainedOn: string;
  readonly retainUntil: string;
  readonly approver: string | null;
  readonly secondApprover: string | null;
  readonly compartment: string;
  readonly batch: Id;
  readonly ended: { day: string; reason: string } | null;
  /** How many rows the reader could have seen, and one hash over theirs. */
  readonly erased: { rows: number; hash: string; at: string } | null;
}

export const roleNames = [
  'investigator',
  'analyst',
  'inspector',
  'intake',
  'supervisor',
  'custodian',
  'system',
  'security',
  'audit',
] as const;
export type Role = (typeof roleNames)[number];
export interface User {
  readonly id: Id; // u_
  readonly name: string;
  readonly unit: string | null;
  readonly roles: readonly Role[];
  readonly compartments: readonly string[];
  readonly demonstration: boolean;
  readonly disabled: boolean;
}
export interface Users {
  add(user: Omit<User, 'id' | 'disabled'>): User;
  /** A one-time sign-in link's secret; only its hash is kept. */
  link(userId: Id, expiresAt: string): string;
  /** Redeems once; undefined when unknown, used, expired or of a disabled user, in equal time. */
  redeem(secret: string, now: string): User | undefined;
  find(id: Id): User | undefined;
  byName(name: string): User | undefined;
  list(): User[];
  disable(id: Id): void;
  setRoles(id: Id, roles: readonly Role[]): void;
  /** Ends every demonstration account with its links and sessions. */
  removeDemonstration(): void;
}
export interface Session {
  readonly token: string;
  readonly userId: Id;
  readonly expiresAt: string;
}
export const sessionBounds = { idleMinutes: 30, longestHours: 12 } as const;
export interface Sessions {
  /** `sessionBounds`: idle, and at most; only a hash of the token is kept. */
  start(userId: Id, now: string): Session;
  find(token: string, now: string): { user: User; expiresAt: string } | undefined;
  end(token: string): void;
}

export interface Boards {
  create(owner: Id, board: { name: string; demonstration: boolean }, content: BoardContent, now: string): StoredBoard;
  find(owner: Id, id: Id): StoredBoard | undefined;
  list(owner: Id): StoredBoard[];
  /** Applies a change in one transaction; `change` sees the present board and may refuse (412). Throws NotFound. */
  patch(owner: Id, id: Id, now: string, change: (present: StoredBoard) => BoardDiff): StoredBoard;
  /** Whether there was one. */
  remove(owner: Id, id: Id): boolean;
  /** Keeps the board as it stands, for good; it goes with its board. Throws NotFound. */
  snapshot(
    owner: Id,
    board: Id,
    made: Pick<Snapshot, 'name' | 'madeAt' | 'trueAt' | 'knownAt' | 'dataVersion'>,
  ): Snapshot;
  /** Newest first; undefined when there is no such board. */
  snapshots(owner: Id, board: Id): Snapshot[] | undefined;
}
export interface Snapshot {
  readonly id: Id; // n_
  readonly board: Id;
  readonly name: string;
  readonly madeAt: string;
  /** The clocks it was looked at by, and the version of the data its maker held. */
  readonly trueAt: string;
  readonly knownAt: string;
  readonly dataVersion: string;
  readonly content: BoardContent;
}
/** Items of a board by their own key: `entity:ID`, `note:ID`, `group:ID`, `setting:NAME`. Values are plain JSON. */
export type BoardContent = Readonly<Record<string, unknown>>;
export interface BoardDiff {
  readonly name?: string;
  readonly added: BoardContent;
  readonly updated: BoardContent;
  readonly removed: readonly string[];
}
export interface StoredBoard {
  readonly id: Id;
  readonly name: string;
  readonly owner: Id;
  readonly content: BoardContent;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Results of jobs, by the question: audience × clocks × data version × options. The same question is the same run. */
export interface Runs {
  find(question: string): { id: Id; result: unknown } | undefined;
  get(id: Id): { id: Id; kind: string; owner: Id; audience: string; dataVersion: string; result: unknown } | undefined;
  /** Stores it unless this question has a run already; the id of the one that stands. */
  put(run: {
    id: Id;
    kind: string;
    question: string;
    owner: Id;
    audience: string;
    dataVersion: string;
    result: unknown;
    day: string;
  }): Id;
  /** How many runs of this kind this audience made since a day. */
  countSince(kind: string, audience: string, day: string): number;
  /** Drops them all; or those of the readers of a compartment: what has gone from it was in no other answer. */
  clear(compartment?: string): void;
}

export interface AuditEntry {
  readonly at: string;
  readonly user: string;
  /** The account of the operating system, on the command line. */
  readonly account: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly subjects: readonly string[];
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}
export interface Audit {
  /** On disk when it returns, all or none; each record holds the hash of the one before. Without it no answer leaves. */
  record(...entries: readonly AuditEntry[]): void;
  verify(): { records: number; firstBroken: number | null };
  list(options: { after?: number; limit: number }): { sequence: number; entry: AuditEntry }[];
}
