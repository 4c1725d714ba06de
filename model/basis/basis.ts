import { firstDay, lastDay } from '../dates.ts';
import type { Id } from '../ids.ts';

/** Lawful basis: whether a restricted row may come in under an approval. Pure: the day, the levels and what is known of the
 * case are handed in. It is judged in two steps, as millions of rows rest on one paper: once whether the paper can carry
 * anything, then row by row whether it carries this one. */
export const restrictedFiles = ['calls', 'payments', 'copresence', 'accounts', 'phones'] as const;
export type RestrictedFile = (typeof restrictedFiles)[number];
export type ApprovalKind = 'calls' | 'bank' | 'copresence' | 'household';

/** Which kind of approval a file asks for. `household` has no file yet. */
export const approvalKindOf: Readonly<Record<RestrictedFile, ApprovalKind>> = {
  calls: 'calls',
  phones: 'calls',
  payments: 'bank',
  accounts: 'bank',
  copresence: 'copresence',
};

export interface ApprovalPaper {
  readonly level: string;
  readonly kinds: readonly ApprovalKind[];
  readonly subjects: readonly Id[];
  readonly dataFrom: string;
  readonly dataTo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly obtainedOn: string;
  readonly retainUntil: string;
  readonly ended: { readonly day: string } | null;
}

/** What has to be known around a paper to judge it. */
export interface PaperContext {
  readonly today: string;
  readonly levels: ReadonlySet<string>;
  /** The case it names, as far as known; undefined where no such case is. */
  readonly case: { readonly kind: string | null; readonly opened: string | null } | undefined;
  /** Another approval bears this number of this authority. */
  readonly numberTaken: boolean;
}

export type BasisReason =
  | 'unknown_level'
  | 'number_taken'
  | 'unknown_case'
  | 'case_not_criminal'
  | 'case_not_opened'
  | 'not_in_force'
  | 'retention_past'
  | 'ended'
  | 'kind'
  | 'subject'
  | 'window'
  | 'no_time';

/** The column of approvals.csv at fault, and why; null when the paper is sound. Dates may be years or months: of
 * `obtained_on` the whole of it must lie in force. */
export function paperFault(
  paper: ApprovalPaper,
  context: PaperContext,
): { readonly field: string; readonly reason: BasisReason } | null {
  if (!context.levels.has(paper.level)) return { field: 'level', reason: 'unknown_level' };
  if (context.numberTaken) return { field: 'number', reason: 'number_taken' };
  if (context.case === undefined) return { field: 'case_id', reason: 'unknown_case' };
  if (context.case.kind !== 'criminal') return { field: 'case_id', reason: 'case_not_criminal' };
  // `opened` may be a year only: a case of 1997 and a paper that ends in March 1997 agree.
  const { opened } = context.case;
  if (opened === null || firstDay(opened.slice(0, 10)) > lastDay(paper.validTo))
    return { field: 'case_id', reason: 'case_not_opened' };
  const inForce =
    firstDay(paper.obtainedOn) >= firstDay(paper.validFrom) && lastDay(paper.obtainedOn) <= lastDay(paper.validTo);
  if (!inForce) return { field: 'obtained_on', reason: 'not_in_force' };
  if (lastDay(paper.retainUntil) < lastDay(context.today)) return { field: 'retain_until', reason: 'retention_past' };
  if (paper.ended !== null && firstDay(paper.ended.day) <= lastDay(context.today))
    return { field: 'id', reason: 'ended' };
  return null;
}

/** A sound paper made ready for many rows. Cost of a question: O(ends). */
export function createBasis(paper: ApprovalPaper) {
  const kinds = new Set<ApprovalKind>(paper.kinds);
  const subjects = new Set<Id>(paper.subjects);
  const from = firstDay(paper.dataFrom);
  const to = lastDay(paper.dataTo);

  const fits = (file: RestrictedFile): boolean => kinds.has(approvalKindOf[file]);
  function inWindow(firstOfRow: number | null, lastOfRow: number | null): BasisReason | null {
    if (firstOfRow === null || lastOfRow === null) return 'no_time';
    return firstOfRow >= from && lastOfRow <= to ? null : 'window';
  }

  return {
    isSubject: (id: Id): boolean => subjects.has(id),

    /** A row between two ends, on a day. */
    ofPair(file: RestrictedFile, a: Id, b: Id, day: number): BasisReason | null {
      if (!fits(file)) return 'kind';
      if (!subjects.has(a) && !subjects.has(b)) return 'subject';
      return inWindow(day, day);
    },

    /** A row of an event with any number of participants: one of them must be a subject. Its time is asked by `inWindow`. */
    ofParticipants(file: RestrictedFile, participants: Iterable<Id>): BasisReason | null {
      if (!fits(file)) return 'kind';
      for (const one of participants) if (subjects.has(one)) return null;
      return 'subject';
    },
    inWindow,

    /** An account or a phone: no time is asked, the holder must be a subject. */
    ofHolder(file: RestrictedFile, holder: Id): BasisReason | null {
      if (!fits(file)) return 'kind';
      return subjects.has(holder) ? null : 'subject';
    },
  };
}
export type Basis = ReturnType<typeof createBasis>;
