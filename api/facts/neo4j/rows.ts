import type { Assertion, Judgement, Objection, Retraction, Source } from '../../../model/assertion.ts';
import { firstDay } from '../../../model/dates.ts';
import { gradeRank, gradeText } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import { validityOf } from '../../../model/merge.ts';
import { typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { Parameters } from './connection.ts';
import { foundBy } from './searchTokens.ts';

const knownDay = (knownAt: string): number => firstDay(knownAt.slice(0, 10));

/** The properties of an assertion's node. Nothing is stored for what is null. */
export function assertionRow(said: Assertion, batch: Id, seq: number): Parameters {
  const days = validityOf(said);
  const entity = said.ends === null && typeDefinitions[said.kind].class === 'entity';
  const found = entity ? foundBy(said) : undefined;
  return {
    id: said.id,
    seq,
    about: said.about,
    kind: said.kind,
    of: said.ends?.kind ?? said.kind,
    fromId: said.ends?.from ?? null,
    toId: said.ends?.to ?? null,
    role: said.ends?.role ?? null,
    caption: said.ends === null ? (said.properties.name?.[0] ?? said.key) : null,
    properties: JSON.stringify(said.properties),
    key: said.key,
    source: said.source,
    origin: said.origin,
    grade: gradeRank(said.grade),
    compartment: said.compartment,
    approval: said.approval,
    validFrom: said.validFrom,
    validTo: said.validTo,
    fromDay: days.from,
    toForDay: days.toForDay,
    toForWindow: days.toForWindow,
    knownAt: said.knownAt,
    knownDay: knownDay(said.knownAt),
    recordedAt: said.recordedAt,
    batch,
    tokens: found?.tokens ?? null,
    found: found?.values ?? null,
  };
}

/** The properties of a tie's relationship: for people who look at the graph. */
export const relationshipRow = (said: Assertion, batch: Id, seq: number): Parameters => ({
  assertion: said.id,
  seq,
  tie: said.about,
  role: said.ends?.role ?? null,
  source: said.source,
  grade: gradeText(said.grade),
  compartment: said.compartment,
  approval: said.approval,
  validFrom: said.validFrom,
  validTo: said.validTo,
  knownAt: said.knownAt,
  batch,
});

export const retractionRow = (one: Retraction, seq: number): Parameters => ({
  id: one.id,
  seq,
  by: one.by,
  reason: one.reason,
  knownAt: one.knownAt,
  knownDay: knownDay(one.knownAt),
  compartment: one.compartment,
});
export const objectionRow = (one: Objection, seq: number): Parameters => ({
  id: one.id,
  seq,
  by: one.by,
  text: one.text,
  answer: one.answer,
  knownAt: one.knownAt,
  knownDay: knownDay(one.knownAt),
  compartment: one.compartment,
});
export const judgementRow = (one: Judgement, seq: number): Parameters => ({
  id: one.id,
  seq,
  a: one.a,
  b: one.b,
  judgement: one.judgement,
  by: one.by,
  reason: one.reason,
  knownAt: one.knownAt,
  knownDay: knownDay(one.knownAt),
  compartment: one.compartment,
  recordedAt: one.recordedAt,
});
/** `place` is its order within the batch. */
export const sourceRow = (one: Source, seq: number, place: number): Parameters => ({
  id: one.id,
  seq,
  place,
  name: one.name,
  kind: one.kind,
  origin: one.origin,
  grade: gradeRank(one.grade),
  compartment: one.compartment,
});
