import type { Ends, Objection, Properties, Retraction, Said } from '../../../model/assertion.ts';
import { compareText } from '../../../model/audience.ts';
import { type Grade, gradeOfRank } from '../../../model/grades.ts';
import { compareAssertions } from '../../../model/merge.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { Connection, SqlValue } from './connection.ts';
import { rulingKnown, type Sight } from './sight.ts';
import type { Words } from './words.ts';

/** Columns of an assertion `a` about a subject `s` with the ends `f`, `t`, in the order of `saidRows`. */
export const saidColumns = `a.id, a.assertion, s.subject, a.type, a.kind, a.properties, a.key, a.provenance,
  a.valid_from, a.valid_to, s.from_id, s.to_id, s.role, f.subject, t.subject`;
export const saidJoins = `CROSS JOIN provenance p ON p.id = a.provenance
  LEFT JOIN subjects f ON f.id = s.from_id LEFT JOIN subjects t ON t.id = s.to_id`;

export interface SaidRow {
  readonly id: number;
  readonly assertion: string;
  readonly about: string;
  readonly type: number;
  readonly kind: number | null;
  readonly properties: string;
  readonly key: string;
  readonly provenance: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly role: string | null;
  readonly fromEnd: string | null;
  readonly toEnd: string | null;
}
type SaidTuple = [
  number,
  string,
  string,
  number,
  number | null,
  string,
  string,
  number,
  string | null,
  string | null,
  number | null,
  number | null,
  string | null,
  string | null,
  string | null,
];

/** Rows of a statement that selects `saidColumns`. They come as arrays: half the cost of objects. */
export function saidRows(connection: Connection, sql: string, parameters: Record<string, SqlValue>): SaidRow[] {
  const tuples: SaidTuple[] = connection.arrays(sql).all(parameters);
  return tuples.map(
    ([
      id,
      assertion,
      about,
      type,
      kind,
      properties,
      key,
      provenance,
      validFrom,
      validTo,
      fromId,
      toId,
      role,
      fromEnd,
      toEnd,
    ]) => ({
      id,
      assertion,
      about,
      type,
      kind,
      properties,
      key,
      provenance,
      validFrom,
      validTo,
      fromId,
      toId,
      role,
      fromEnd,
      toEnd,
    }),
  );
}

interface Provenance {
  readonly source: string;
  readonly origin: string;
  readonly grade: Grade;
  readonly compartment: string;
  readonly approval: string | null;
  readonly knownAt: string;
  readonly recordedAt: string;
  readonly batch: string;
}
interface RulingRow {
  readonly row: number;
  readonly compartment: number;
}
type RetractionRow = RulingRow & Omit<Retraction, 'compartment'>;
type ObjectionRow = RulingRow & Omit<Objection, 'compartment'>;

const mostKept = 50_000;

/** Turns rows into what was said, with what this reader may see said against it. */
export function createSaidReader(connection: Connection, words: Words) {
  const provenances = new Map<number, Provenance>(); // written once, so what was read stays true

  function provenanceOf(id: number): Provenance {
    const known = provenances.get(id);
    if (known !== undefined) return known;
    const row: {
      source: number;
      origin: number;
      grade: number;
      compartment: number;
      approval: number;
      knownAt: string;
      recordedAt: string;
      batch: string;
    } = connection
      .statement(
        `SELECT p.source, p.origin, p.grade, p.compartment, p.approval, p.known_at AS knownAt, p.recorded_at AS recordedAt, b.batch
         FROM provenance p JOIN batches b ON b.id = p.batch WHERE p.id = ?`,
      )
      .get(id);
    const made = {
      source: words.text(row.source),
      origin: words.text(row.origin),
      grade: gradeOfRank(row.grade),
      compartment: words.text(row.compartment),
      approval: row.approval === 0 ? null : words.text(row.approval),
      knownAt: row.knownAt,
      recordedAt: row.recordedAt,
      batch: row.batch,
    };
    if (provenances.size >= mostKept) provenances.clear();
    provenances.set(id, made);
    return made;
  }

  function endsOf(row: SaidRow): Ends | null {
    if (row.kind === null || row.fromEnd === null || row.toEnd === null) return null;
    // The word was written from a TieKind.
    return { kind: words.text(row.kind) as TieKind, from: row.fromEnd, to: row.toEnd, role: row.role ?? '' };
  }

  /** In the order of the rows. */
  function read(sight: Sight, rows: readonly SaidRow[]): Said[] {
    const ids = JSON.stringify(rows.map((row) => row.id));
    const retractions = rulings(retractionSql, sight, ids, retractionOf);
    const objections = rulings(objectionSql, sight, ids, objectionOf);
    return rows.map((row) => {
      const from = provenanceOf(row.provenance);
      return {
        id: row.assertion,
        about: row.about,
        kind: words.text(row.type) as TypeName, // the word was written from a TypeName
        ends: endsOf(row),
        properties: JSON.parse(row.properties) as Properties, // written by put from Properties
        key: row.key,
        source: from.source,
        origin: from.origin,
        grade: from.grade,
        compartment: from.compartment,
        approval: from.approval,
        validFrom: row.validFrom,
        validTo: row.validTo,
        knownAt: from.knownAt,
        recordedAt: from.recordedAt,
        batch: from.batch,
        retraction: retractions.get(row.id)?.[0] ?? null,
        objections: objections.get(row.id) ?? [],
      };
    });
  }

  /** The earliest first: of several retractions it is the one that counts. */
  function rulings<Row extends RulingRow, T>(
    sql: string,
    sight: Sight,
    ids: string,
    make: (row: Row) => T,
  ): Map<number, T[]> {
    const found = new Map<number, T[]>();
    const { compartments, known } = sight.known;
    const rows: Row[] = connection.statement(sql).all({ compartments, known, ids });
    for (const row of rows) {
      const list = found.get(row.row);
      if (list === undefined) found.set(row.row, [make(row)]);
      else list.push(make(row));
    }
    return found;
  }
  const retractionOf = ({ row: _, ...one }: RetractionRow): Retraction => ({
    ...one,
    compartment: words.text(one.compartment),
  });
  const objectionOf = ({ row: _, ...one }: ObjectionRow): Objection => ({
    ...one,
    compartment: words.text(one.compartment),
  });

  return { read };
}
export type SaidReader = ReturnType<typeof createSaidReader>;

const byAssertion = `WHERE r.assertion IN (SELECT value FROM json_each($ids)) AND ${rulingKnown}`;
const retractionSql = `SELECT r.assertion AS row, r.retraction AS id, a.assertion, r.said_by AS "by", r.reason, r.known_at AS knownAt, r.compartment
  FROM retractions r JOIN assertions a ON a.id = r.assertion ${byAssertion} ORDER BY r.known_day, r.known_at, r.retraction`;
const objectionSql = `SELECT r.assertion AS row, r.objection AS id, a.assertion, r.said_by AS "by", r.text, r.answer, r.known_at AS knownAt, r.compartment
  FROM objections r JOIN assertions a ON a.id = r.assertion ${byAssertion} ORDER BY r.known_day, r.known_at, r.objection`;

/** By subject, then best assertion first. */
export const compareSaid = (a: Said, b: Said): number => compareText(a.about, b.about) || compareAssertions(a, b);
