import type { Judgement, Said, Source } from '../../../model/assertion.ts';
import { type Audience, compareText } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { gradeOfRank } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import type { Connection, Run } from './connection.ts';
import { createExistence } from './exists.ts';
import { compareSaid, type SaidRow, saidColumns, saidOf } from './said.ts';
import { heldBy, knownCondition, rulingHeld, rulingKnown, type Sight, sightOf, viewOf } from './sight.ts';

/** Ids looked up by one statement. */
const together = 5_000;

/** Reads by id. Each answers from one moment of the store. */
export const assertions = (
  connection: Connection,
  audience: Audience,
  clocks: Clocks,
  about: readonly Id[],
): Promise<Said[]> =>
  connection.read(async (run) => {
    const sight = sightOf(await viewOf(run), audience, clocks);
    return (await visibleSaid(run, sight, aboutCypher, about)).sort(compareSaid);
  });

export const assertionsById = (
  connection: Connection,
  audience: Audience,
  clocks: Clocks,
  ids: readonly Id[],
): Promise<Said[]> =>
  connection.read(async (run) => {
    const sight = sightOf(await viewOf(run), audience, clocks);
    return (await visibleSaid(run, sight, idCypher, ids)).sort((a, b) => compareText(a.id, b.id));
  });

const aboutCypher = `UNWIND $list AS about MATCH (a:Assertion {about: about}) WHERE ${knownCondition} RETURN ${saidColumns}`;
const idCypher = `UNWIND $list AS id MATCH (a:Assertion {id: id}) WHERE ${knownCondition} RETURN ${saidColumns}`;

async function visibleSaid(run: Run, sight: Sight, cypher: string, asked: readonly string[]): Promise<Said[]> {
  const list = [...new Set(asked)];
  const existence = createExistence(sight);
  const found: Said[] = [];
  for (let from = 0; from < list.length; from += together) {
    const rows = await run<SaidRow>(cypher, { ...sight, list: list.slice(from, from + together) });
    for (const row of await existence.withEnds(run, rows, (one) => one.row)) found.push(saidOf(row));
  }
  return found;
}

export const judgements = (connection: Connection, audience: Audience, clocks: Clocks): Promise<Judgement[]> =>
  connection.read(async (run) => {
    const sight = sightOf(await viewOf(run), audience, clocks);
    const rows = await run<Judgement>(judgementCypher, sight);
    const existing = await createExistence(sight).among(
      run,
      rows.flatMap(({ a, b }) => [a, b]),
    );
    return rows.filter(({ a, b }) => existing.has(a) && existing.has(b)).sort(compareJudgements);
  });
const judgementCypher = `MATCH (r:Judgement) WHERE ${rulingKnown} RETURN r.id AS id, r.a AS a, r.b AS b, r.judgement AS judgement,
  r.by AS by, r.reason AS reason, r.knownAt AS knownAt, r.compartment AS compartment, r.recordedAt AS recordedAt`;
const compareJudgements = (a: Judgement, b: Judgement): number =>
  compareText(a.knownAt, b.knownAt) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id);

/** Of one source described in several compartments, the description stored first among those seen. */
export const sources = (connection: Connection, audience: Audience, ids: readonly string[]): Promise<Source[]> =>
  connection.read(async (run) => {
    const held = heldBy(await viewOf(run), audience);
    const rows = await run<Omit<Source, 'grade'> & { grade: number }>(sourceCypher, {
      ...held,
      list: [...new Set(ids)],
    });
    const first = new Map<string, Source>();
    for (const { grade, ...row } of rows) {
      if (first.has(row.id)) continue;
      const { id, name, kind, origin, compartment } = row;
      first.set(id, { id, name, kind, origin, grade: gradeOfRank(grade), compartment });
    }
    return [...first.values()].sort((a, b) => compareText(a.id, b.id));
  });
const sourceCypher = `UNWIND $list AS id MATCH (r:Source {id: id}) WHERE ${rulingHeld} RETURN r.id AS id, r.name AS name, r.kind AS kind,
  r.origin AS origin, r.grade AS grade, r.compartment AS compartment ORDER BY r.seq, r.place`;
