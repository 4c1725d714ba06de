import type { PartialDate } from './dates.ts';
import type { Grade } from './grades.ts';
import { gradeText } from './grades.ts';
import { digestOfText, type Id } from './ids.ts';
import type { TieKind } from './vocabulary/kinds.ts';
import type { TypeName } from './vocabulary/types.ts';

export type Properties = Readonly<Record<string, readonly string[]>>;

/** The ends of a tie. `role` is part of which tie it is: a second post of one person in one unit is a second tie. */
export interface Ends {
  readonly kind: TieKind;
  readonly from: Id;
  readonly to: Id;
  readonly role: string;
}

/** What ONE source says about ONE entity, tie or record. Never changed; taking back is a record of its own. */
export interface Assertion {
  readonly id: Id; // a_
  readonly about: Id; // e_ entity or record, t_ tie
  readonly kind: TypeName;
  readonly ends: Ends | null;
  readonly properties: Properties;
  /** `NS/ID` in the file it came from, without namespace `ID`; of a tie its row key. */
  readonly key: string;
  readonly source: string;
  /** Independence group: three reports of one origin count once. */
  readonly origin: string;
  readonly grade: Grade;
  readonly compartment: string;
  /** The approval that covers it (accounts, phones); its end makes the assertion unreadable. */
  readonly approval: string | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  readonly knownAt: string;
  readonly recordedAt: string;
  readonly batch: Id;
}

/** An assertion before it has its id and its place in a batch. */
export type AssertionDraft = Omit<Assertion, 'id' | 'recordedAt' | 'batch'>;

export interface Retraction {
  readonly id: Id; // v_
  readonly assertion: Id;
  readonly by: string;
  readonly reason: string;
  readonly knownAt: string;
  readonly compartment: string;
}

export interface Objection {
  readonly id: Id; // v_
  readonly assertion: Id;
  readonly by: string;
  readonly text: string;
  readonly answer: string | null;
  readonly knownAt: string;
  readonly compartment: string;
}

/** Same or not the same: two entities are joined only by a stored judgement; undoing it is another one. */
export interface Judgement {
  readonly id: Id; // v_
  readonly a: Id;
  readonly b: Id;
  readonly judgement: 'positive' | 'negative' | 'unsure' | 'none';
  readonly by: string;
  readonly reason: string;
  readonly knownAt: string;
  readonly compartment: string;
  /** Order of two judgements of one day: the later stands. */
  readonly recordedAt: string;
}

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly origin: string;
  readonly grade: Grade;
  readonly compartment: string;
}

/** An assertion with what this reader may see said against it. */
export interface Said extends Assertion {
  readonly retraction: Retraction | null;
  readonly objections: readonly Objection[];
}

/** The id: hash of source, row key, content, compartment, grade and validity; not of batch or time of recording,
 * so the same row imported twice is the same assertion, and sealed first, general later are two. */
export function assertionId(draft: AssertionDraft): Id {
  const { properties } = draft;
  let text =
    part(draft.about) +
    part(draft.kind) +
    part(draft.source) +
    part(draft.key) +
    part(draft.origin) +
    part(draft.compartment) +
    part(gradeText(draft.grade)) +
    part(draft.approval ?? '') +
    part(draft.validFrom ?? '') +
    part(draft.validTo ?? '');
  for (const name of Object.keys(properties).sort()) {
    text += part(name);
    for (const value of properties[name]!) text += part(value);
    text += part('');
  }
  return `a_${digestOfText(text)}`;
}

/** With its length before it, so that no two lists of parts share a text. */
const part = (text: string): string => `${text.length}:${text};`;
