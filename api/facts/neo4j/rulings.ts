import type { Judgement, Objection, Retraction, Source } from '../../../model/assertion.ts';
import { NotFound } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Parameters, Run } from './connection.ts';
import { judgementRow, objectionRow, retractionRow, sourceRow } from './rows.ts';
import { stored, type View } from './sight.ts';

type Label = 'Retraction' | 'Objection' | 'Judgement' | 'Source';

/** What is said against assertions and about which entities are one; and the sources. What is stored already stays as it is.
 * Each gives a piece of work for one transaction, which tells how many rows are new and bears being run again. */
export const createRulings = (view: View) => {
  const seq = view.upTo;
  let place = 0;
  return {
    retract: (chunk: readonly Retraction[]) =>
      against('Retraction', 'TAKES_BACK', view, chunk, (one) => retractionRow(one, seq)),
    object: (chunk: readonly Objection[]) =>
      against('Objection', 'OBJECTS_TO', view, chunk, (one) => objectionRow(one, seq)),
    judge: (chunk: readonly Judgement[]) =>
      fresh('Judgement', view, chunk, idOf, (run, rows) =>
        run(createCypher('Judgement'), { rows: rows.map((one) => judgementRow(one, seq)) }),
      ),
    putSources: (chunk: readonly Source[]) =>
      fresh('Source', view, chunk, sourceKey, (run, rows) =>
        run(createCypher('Source'), { rows: rows.map((one) => sourceRow(one, seq, place++)) }),
      ),
  };
};

const idOf = ({ id }: { readonly id: Id }): string => id;
/** A source may be described once in each compartment. */
const sourceKey = ({ id, compartment }: Pick<Source, 'id' | 'compartment'>): string =>
  JSON.stringify([id, compartment]);

/** Writes those rows that are not there yet. */
function fresh<T extends { readonly id: Id; readonly compartment: string }>(
  label: Label,
  view: View,
  chunk: readonly T[],
  keyOf: (row: Pick<T, 'id' | 'compartment'>) => string,
  insert: (run: Run, rows: readonly T[]) => Promise<unknown>,
) {
  let first: number | undefined;
  return async (run: Run): Promise<number> => {
    const ids = chunk.map(({ id }) => id);
    const there = await run<Pick<T, 'id' | 'compartment'>>(thereCypher(label), { ...view, ids });
    const seen = new Set(there.map(keyOf));
    const rows = chunk.filter((row) => {
      const key = keyOf(row);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    if (rows.length > 0) await insert(run, rows);
    first ??= rows.length;
    return first;
  };
}

/** What it is said against must be there. */
function against<T extends { readonly id: Id; readonly assertion: Id; readonly compartment: string }>(
  label: 'Retraction' | 'Objection',
  relationship: 'TAKES_BACK' | 'OBJECTS_TO',
  view: View,
  chunk: readonly T[],
  rowOf: (one: T) => Parameters,
) {
  const write = fresh(label, view, chunk, idOf, (run, rows) =>
    run(againstCypher(label, relationship), {
      ...view,
      rows: rows.map((one) => ({ assertion: one.assertion, row: rowOf(one) })),
    }),
  );
  return async (run: Run): Promise<number> => {
    const asked = [...new Set(chunk.map(({ assertion }) => assertion))];
    const found = await run<{ id: Id }>(assertionsCypher, { ...view, ids: asked });
    if (found.length < asked.length) throw new NotFound();
    return write(run);
  };
}

const thereCypher = (label: Label): string =>
  `UNWIND $ids AS id MATCH (r:${label} {id: id}) WHERE ${stored('r')} RETURN r.id AS id, r.compartment AS compartment`;
const createCypher = (label: Label): string => `UNWIND $rows AS row CREATE (r:${label}) SET r = row`;
const assertionsCypher = `UNWIND $ids AS id MATCH (a:Assertion {id: id}) WHERE ${stored('a')} RETURN DISTINCT id`;
const againstCypher = (label: string, relationship: string): string => `UNWIND $rows AS one
  MATCH (a:Assertion {id: one.assertion}) WHERE ${stored('a')} CREATE (r:${label})-[:${relationship}]->(a) SET r = one.row`;
