import type { Ends, Objection, Properties, Retraction, Said } from '../../../model/assertion.ts';
import { compareText } from '../../../model/audience.ts';
import { gradeOfRank } from '../../../model/grades.ts';
import { compareAssertions } from '../../../model/merge.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import { rulingKnown } from './sight.ts';

/** Columns of an assertion `a`, with what this reader may see said against it. */
export const saidColumns = `a { .id, .about, .kind, .of, .fromId, .toId, .role, .properties, .key, .source, .origin, .grade, .compartment,
    .approval, .validFrom, .validTo, .knownAt, .recordedAt, .batch } AS row,
  [(r:Retraction)-[:TAKES_BACK]->(a) WHERE ${rulingKnown} | r { .id, .by, .reason, .knownAt, .knownDay, .compartment }] AS retractions,
  [(r:Objection)-[:OBJECTS_TO]->(a) WHERE ${rulingKnown} | r { .id, .by, .text, .answer, .knownAt, .knownDay, .compartment }] AS objections`;

export interface SaidRow {
  readonly row: AssertionRow;
  readonly retractions: readonly (RulingRow & { readonly reason: string })[];
  readonly objections: readonly (RulingRow & { readonly text: string; readonly answer: string | null })[];
}
interface AssertionRow {
  readonly id: string;
  readonly about: string;
  readonly kind: TypeName;
  /** Tie kind, else type: what a scan asks for. */
  readonly of: string;
  readonly fromId: string | null;
  readonly toId: string | null;
  readonly role: string | null;
  /** JSON. */
  readonly properties: string;
  readonly key: string;
  readonly source: string;
  readonly origin: string;
  readonly grade: number;
  readonly compartment: string;
  readonly approval: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly knownAt: string;
  readonly recordedAt: string;
  readonly batch: string;
}
interface RulingRow {
  readonly id: string;
  readonly by: string;
  readonly knownAt: string;
  readonly knownDay: number;
  readonly compartment: string;
}

export function saidOf({ row, retractions, objections }: SaidRow): Said {
  return {
    id: row.id,
    about: row.about,
    kind: row.kind,
    ends: endsOf(row),
    properties: JSON.parse(row.properties) as Properties, // written by put from Properties
    key: row.key,
    source: row.source,
    origin: row.origin,
    grade: gradeOfRank(row.grade),
    compartment: row.compartment,
    approval: row.approval,
    validFrom: row.validFrom,
    validTo: row.validTo,
    knownAt: row.knownAt,
    recordedAt: row.recordedAt,
    batch: row.batch,
    // Of several retractions the earliest counts.
    retraction: [...retractions].sort(compareRulings).map((one) => retractionOf(row.id, one))[0] ?? null,
    objections: [...objections].sort(compareRulings).map((one) => objectionOf(row.id, one)),
  };
}

function endsOf({ of, fromId, toId, role }: AssertionRow): Ends | null {
  if (fromId === null || toId === null) return null;
  return { kind: of as TieKind, from: fromId, to: toId, role: role ?? '' }; // put wrote the tie kind there
}

const retractionOf = (assertion: string, one: SaidRow['retractions'][number]): Retraction => ({
  id: one.id,
  assertion,
  by: one.by,
  reason: one.reason,
  knownAt: one.knownAt,
  compartment: one.compartment,
});
const objectionOf = (assertion: string, one: SaidRow['objections'][number]): Objection => ({
  id: one.id,
  assertion,
  by: one.by,
  text: one.text,
  answer: one.answer,
  knownAt: one.knownAt,
  compartment: one.compartment,
});

const compareRulings = (a: RulingRow, b: RulingRow): number =>
  a.knownDay - b.knownDay || compareText(a.knownAt, b.knownAt) || compareText(a.id, b.id);

/** By subject, then best assertion first. */
export const compareSaid = (a: Said, b: Said): number => compareText(a.about, b.about) || compareAssertions(a, b);
