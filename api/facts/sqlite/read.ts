import type { Judgement, Said, Source } from '../../../model/assertion.ts';
import { type Audience, compareText } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { gradeOfRank } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import type { Connection } from './connection.ts';
import { createExistence } from './exists.ts';
import { compareSaid, type SaidReader, saidColumns, saidJoins, saidRows } from './said.ts';
import { heldBy, knownCondition, rulingHeld, rulingKnown, type Sight, sightOf } from './sight.ts';
import type { Words } from './words.ts';

/** Reads by id. Each answers from one moment of the store. */
export interface Reading {
  readonly connection: Connection;
  readonly words: Words;
  readonly said: SaidReader;
}

export function assertions(reading: Reading, audience: Audience, clocks: Clocks, about: readonly Id[]): Said[] {
  return reading.connection.snapshot(() => {
    const sight = sightOf(reading.words, audience, clocks);
    return visibleSaid(reading, sight, aboutSql, about).sort(compareSaid);
  });
}

export function assertionsById(reading: Reading, audience: Audience, clocks: Clocks, ids: readonly Id[]): Said[] {
  return reading.connection.snapshot(() => {
    const sight = sightOf(reading.words, audience, clocks);
    return visibleSaid(reading, sight, idSql, ids).sort((a, b) => compareText(a.id, b.id));
  });
}

const aboutSql = `SELECT ${saidColumns} FROM json_each($list) j CROSS JOIN subjects s ON s.subject = j.value
  CROSS JOIN assertions a ON a.about = s.id ${saidJoins} WHERE ${knownCondition}`;
const idSql = `SELECT ${saidColumns} FROM json_each($list) j CROSS JOIN assertions a ON a.assertion = j.value
  CROSS JOIN subjects s ON s.id = a.about ${saidJoins} WHERE ${knownCondition}`;

function visibleSaid({ connection, said }: Reading, sight: Sight, sql: string, list: readonly string[]): Said[] {
  const rows = saidRows(connection, sql, { ...sight.known, list: JSON.stringify([...new Set(list)]) });
  return said.read(sight, createExistence(connection, sight).withEnds(rows));
}

export function judgements({ connection, words }: Reading, audience: Audience, clocks: Clocks): Judgement[] {
  return connection.snapshot(() => {
    const sight = sightOf(words, audience, clocks);
    const rows: (Omit<Judgement, 'compartment'> & { compartment: number; aRow: number; bRow: number })[] = connection
      .statement(judgementSql)
      .all({ compartments: sight.known.compartments, known: sight.known.known });
    const existing = createExistence(connection, sight).among(rows.flatMap(({ aRow, bRow }) => [aRow, bRow]));
    return rows
      .filter(({ aRow, bRow }) => existing.has(aRow) && existing.has(bRow))
      .map(({ aRow: _a, bRow: _b, ...row }) => ({ ...row, compartment: words.text(row.compartment) }));
  });
}
const judgementSql = `SELECT r.judgement_id AS id, r.a, r.b, r.judgement, r.said_by AS "by", r.reason, r.known_at AS knownAt,
    r.compartment, r.recorded_at AS recordedAt, x.id AS aRow, y.id AS bRow
  FROM judgements r JOIN subjects x ON x.subject = r.a JOIN subjects y ON y.subject = r.b
  WHERE ${rulingKnown} ORDER BY r.known_at, r.recorded_at, r.judgement_id`;

/** Of one source described in several compartments, the description stored first among those seen. */
export function sources({ connection, words }: Reading, audience: Audience, ids: readonly string[]): Source[] {
  return connection.snapshot(() => {
    const rows: (Omit<Source, 'grade' | 'compartment'> & { grade: number; compartment: number })[] = connection
      .statement(sourceSql)
      .all({ compartments: heldBy(words, audience).compartments, list: JSON.stringify([...new Set(ids)]) });
    const first = new Map<string, Source>();
    for (const row of rows) {
      if (!first.has(row.id))
        first.set(row.id, { ...row, grade: gradeOfRank(row.grade), compartment: words.text(row.compartment) });
    }
    return [...first.values()].sort((a, b) => compareText(a.id, b.id));
  });
}
const sourceSql = `SELECT r.source AS id, r.name, r.kind, r.origin, r.grade, r.compartment
  FROM json_each($list) j CROSS JOIN sources r ON r.source = j.value WHERE ${rulingHeld} ORDER BY r.id`;
