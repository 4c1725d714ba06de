import type { Judgement, Objection, Retraction, Source } from '../../../model/assertion.ts';
import { firstDay } from '../../../model/dates.ts';
import { NotFound } from '../../../model/errors.ts';
import { gradeRank } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import type { Connection, SqlValue } from './connection.ts';
import type { WritableWords } from './words.ts';

/** What is said against assertions and about which entities are one; and the sources. What is stored already stays as it is. */
export function createRulings(connection: Connection, words: WritableWords, batch: number) {
  const knownDay = (knownAt: string): number => firstDay(knownAt.slice(0, 10));

  function insertAll<T>(rows: readonly T[], sql: string, columns: (row: T) => SqlValue[]): number {
    const statement = connection.statement(`${sql} ON CONFLICT DO NOTHING`);
    let stored = 0;
    for (const row of rows) stored += Number(statement.run(...columns(row)).changes);
    return stored;
  }
  function rowOf(assertion: Id): number {
    const row: { id: number } | undefined = connection
      .statement('SELECT id FROM assertions WHERE assertion = ?')
      .get(assertion);
    if (row === undefined) throw new NotFound();
    return row.id;
  }

  return {
    retract: (retractions: readonly Retraction[]): number =>
      insertAll(retractions, retractionSql, (one) => [
        one.id,
        rowOf(one.assertion),
        one.by,
        one.reason,
        one.knownAt,
        knownDay(one.knownAt),
        words.id(one.compartment),
        batch,
      ]),
    object: (objections: readonly Objection[]): number =>
      insertAll(objections, objectionSql, (one) => [
        one.id,
        rowOf(one.assertion),
        one.by,
        one.text,
        one.answer,
        one.knownAt,
        knownDay(one.knownAt),
        words.id(one.compartment),
        batch,
      ]),
    judge: (judgements: readonly Judgement[]): number =>
      insertAll(judgements, judgementSql, (one) => [
        one.id,
        one.a,
        one.b,
        one.judgement,
        one.by,
        one.reason,
        one.knownAt,
        knownDay(one.knownAt),
        words.id(one.compartment),
        one.recordedAt,
        batch,
      ]),
    putSources: (sources: readonly Source[]): number =>
      insertAll(sources, sourceSql, (one) => [
        one.id,
        one.name,
        one.kind,
        one.origin,
        gradeRank(one.grade),
        words.id(one.compartment),
        batch,
      ]),
  };
}

const retractionSql = `INSERT INTO retractions (retraction, assertion, said_by, reason, known_at, known_day, compartment, batch)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const objectionSql = `INSERT INTO objections (objection, assertion, said_by, text, answer, known_at, known_day, compartment, batch)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const judgementSql = `INSERT INTO judgements (judgement_id, a, b, judgement, said_by, reason, known_at, known_day, compartment, recorded_at, batch)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const sourceSql = `INSERT INTO sources (source, name, kind, origin, grade, compartment, batch) VALUES (?, ?, ?, ?, ?, ?, ?)`;
