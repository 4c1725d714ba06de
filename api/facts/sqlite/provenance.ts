import type { Assertion } from '../../../model/assertion.ts';
import { firstDay } from '../../../model/dates.ts';
import { gradeRank } from '../../../model/grades.ts';
import type { Connection } from './connection.ts';
import type { WritableWords } from './words.ts';

const mostKept = 100_000;

/** Where an assertion comes from, as one number: rows of a file share it. */
export function createProvenances(connection: Connection, words: WritableWords) {
  const kept = new Map<string, number>();

  function make(said: Assertion, batch: number): number {
    const columns = [
      words.id(said.source),
      words.id(said.origin),
      gradeRank(said.grade),
      words.id(said.compartment),
      said.approval === null ? 0 : words.id(said.approval),
      said.knownAt,
      firstDay(said.knownAt.slice(0, 10)),
      said.recordedAt,
      batch,
    ];
    connection.statement(insertSql).run(...columns);
    const row: { id: number } = connection.statement(findSql).get(...columns);
    return row.id;
  }

  return function provenanceOf(said: Assertion, batch: number): number {
    const { grade } = said;
    const key = `${batch}\n${said.source}\n${said.origin}\n${grade.reliability}${grade.credibility}\n${said.compartment}\n${said.approval}\n${said.knownAt}\n${said.recordedAt}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(said, batch);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, made);
    return made;
  };
}
const insertSql = `INSERT INTO provenance (source, origin, grade, compartment, approval, known_at, known_day, recorded_at, batch)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
const findSql = `SELECT id FROM provenance WHERE source = ? AND origin = ? AND grade = ? AND compartment = ? AND approval = ?
  AND known_at = ? AND known_day = ? AND recorded_at = ? AND batch = ?`;
