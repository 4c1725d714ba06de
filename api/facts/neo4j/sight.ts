import type { Audience } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import type { Run } from './connection.ts';

/** What of the store is read, all of one moment: rows of batches up to `upTo` but for those that were open then. Neo4j shows each
 * statement what is committed by then, and a batch is written in many transactions: these two numbers make them one. */
export type View = {
  readonly upTo: number;
  readonly open: readonly number[];
};
/** What a reader may see, as the parameters that the conditions below name. */
export type Held = View & { readonly compartments: readonly string[]; readonly ended: readonly string[] };
export type Sight = Held & {
  readonly known: number;
  readonly window: boolean;
  readonly edge: number;
  readonly to: number;
};

/** The newest batch first, then what is open: a batch that begins in between is past `upTo`. */
export async function viewOf(run: Run): Promise<View> {
  const [row] = await run<View>(viewCypher);
  return { upTo: row?.upTo ?? 0, open: row?.open ?? [] };
}
const viewCypher = `CALL () { MATCH (b:Batch) WHERE b.seq > 0 RETURN coalesce(max(b.seq), 0) AS upTo }
  CALL () { MATCH (b:Batch) WHERE b.state IN ['open', 'dead'] RETURN collect(b.seq) AS open } RETURN upTo, open`;

export const heldBy = ({ upTo, open }: View, audience: Audience): Held => ({
  upTo,
  open,
  compartments: audience.compartments,
  ended: audience.endedApprovals,
});

export function sightOf(view: View, audience: Audience, clocks: Clocks): Sight {
  const days = clockDays(clocks);
  return {
    ...heldBy(view, audience),
    known: days.knownTo,
    window: days.trueFrom !== null,
    edge: days.trueFrom ?? days.trueTo,
    to: days.trueTo,
  };
}

/** Whether a row is in the store at this view. */
export const stored = (row: string): string =>
  `${row}.seq <= $upTo AND NOT ${row}.seq IN $open AND (${row}.gone IS NULL OR ${row}.gone > $upTo OR ${row}.gone IN $open)`;

/** Conditions on an assertion `a`. */
export const heldCondition = `${stored('a')} AND a.compartment IN $compartments AND (a.approval IS NULL OR NOT a.approval IN $ended)`;
export const knownCondition = `${heldCondition} AND a.knownDay <= $known`;
/** Of a retraction, objection or judgement `r`. */
export const rulingHeld = `${stored('r')} AND r.compartment IN $compartments`;
export const rulingKnown = `${rulingHeld} AND r.knownDay <= $known`;
export const notTakenBack = (ruling: string): string =>
  `NOT EXISTS { MATCH (r:Retraction)-[:TAKES_BACK]->(a) WHERE ${ruling} }`;
/** model/merge.ts `speaks`, on the days that `validityOf` gave when it was stored. */
export const speaksCondition = `${knownCondition} AND a.fromDay <= $to
  AND CASE $window WHEN true THEN a.toForWindow ELSE a.toForDay END >= $edge AND ${notTakenBack(rulingKnown)}`;
