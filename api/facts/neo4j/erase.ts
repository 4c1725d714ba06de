import type { Id } from '../../../model/ids.ts';
import { type ErasureAsked, erasedOf, type GoneAssertion, tombstonesOf } from '../erasure.ts';
import type { Erased } from '../facts.ts';
import type { Connection, Parameters, Run } from './connection.ts';
import { removeRows } from './remove.ts';
import { stored, type View } from './sight.ts';

interface GoneRow extends GoneAssertion {
  readonly about: Id;
  readonly fromId: Id | null;
  readonly toId: Id | null;
}

/** Rows marked, or ids looked at, by one transaction. */
const together = 5_000;
const listWithinMs = 60_000;

/** Marks as gone the assertions of these approvals and batches, what was said against them, and judgements about entities of which nothing
 * is left; of a batch also its retractions, objections, judgements and sources (a source stays while a row of another batch names it).
 * Others read on until the commit; then the rows are removed (remove.ts). What this very write put goes at once, so that it can come again.
 * A tombstone for each approval or batch that lost something: how many, and SHA-256 over their sorted ids. */
export async function erase(
  connection: Connection,
  view: View,
  { approvals = [], batches = [] }: ErasureAsked,
  guard: (run: Run) => Promise<void>,
): Promise<Erased> {
  const seq = view.upTo;
  const write = <T>(work: (run: Run) => Promise<T>): Promise<T> =>
    connection.write(async (run) => {
      await guard(run);
      return work(run);
    });
  const seqs = await connection.read(async (run) =>
    (await run<{ seq: number }>('MATCH (b:Batch) WHERE b.id IN $batches RETURN b.seq AS seq', { batches })).map(
      (row) => row.seq,
    ),
  );
  const asked: Parameters = { ...view, seq, approvals, seqs, together };

  const rows = await connection.read((run) => run<GoneRow>(goneCypher, asked), listWithinMs);
  for (let marked = rows.length; marked > 0; )
    marked = await write(async (run) => (await run<{ n: number }>(markCypher, asked))[0]?.n ?? 0);
  await write((run) => run(graveCypher, { seq, graves: gravesOf(rows, approvals) }));
  await markRulings(write, asked);
  await markJudgements(write, asked, rows);
  await write((run) => run(sourcesCypher, asked));
  await removeOwn(write, connection, seq);
  return erasedOf(rows);
}

type Write = <T>(work: (run: Run) => Promise<T>) => Promise<T>;

const rowsAsked = (row: string): string =>
  `MATCH (${row}:Assertion) WHERE (${row}.approval IN $approvals OR ${row}.seq IN $seqs) AND ${stored(row)}`;
const goneCypher = `${rowsAsked('a')} RETURN a.id AS id, a.compartment AS compartment, a.approval AS approval, a.batch AS batch,
  a.about AS about, a.fromId AS fromId, a.toId AS toId`;
const markCypher = `${rowsAsked('a')} WITH a LIMIT $together SET a.gone = $seq
  WITH a OPTIONAL MATCH (r)-[:TAKES_BACK|OBJECTS_TO]->(a) SET r.gone = $seq RETURN count(DISTINCT a) AS n`;

async function markRulings(write: Write, asked: Parameters): Promise<void> {
  for (const label of ['Retraction', 'Objection', 'Judgement'])
    await write((run) => run(`MATCH (r:${label}) WHERE r.seq IN $seqs AND ${stored('r')} SET r.gone = $seq`, asked));
}

/** Judgements about entities of which nothing is left. */
async function markJudgements(write: Write, asked: Parameters, rows: readonly GoneRow[]): Promise<void> {
  const touched = [
    ...new Set(
      rows.flatMap(({ about, fromId, toId }) => (fromId === null || toId === null ? [about] : [fromId, toId])),
    ),
  ];
  for (let from = 0; from < touched.length; from += together) {
    const ids = touched.slice(from, from + together);
    await write((run) => run(emptiedCypher, { ...asked, ids }));
  }
}
const emptiedCypher = `UNWIND $ids AS id WITH id WHERE NOT EXISTS { MATCH (a:Assertion {about: id}) WHERE ${stored('a')} }
  WITH collect(id) AS emptied MATCH (r:Judgement) WHERE (r.a IN emptied OR r.b IN emptied) AND ${stored('r')} SET r.gone = $seq`;
const sourcesCypher = `MATCH (s:Source) WHERE s.seq IN $seqs AND ${stored('s')}
  AND NOT EXISTS { MATCH (a:Assertion) WHERE a.source = s.id AND ${stored('a')} } SET s.gone = $seq`;

/** What this write put and erased again: seen by nobody, and its place is wanted. */
async function removeOwn(write: Write, connection: Connection, seq: number): Promise<void> {
  await write((run) => run(ownCypher, { seq }));
  await removeRows(connection, 'gone', -seq);
}
/** Under a number of its own it is removed like any other. */
const ownCypher = `MATCH (r:Assertion|Retraction|Objection|Judgement|Source) WHERE r.seq = $seq AND r.gone = $seq SET r.gone = -$seq, r.seq = -$seq`;

const gravesOf = (rows: readonly GoneRow[], approvals: readonly string[]): Parameters[] =>
  tombstonesOf(rows, approvals).map((grave, place) => ({ ...grave, place }));
const graveCypher = `UNWIND $graves AS grave CREATE (t:Tombstone) SET t = grave, t.seq = $seq`;
export const tombstonesCypher = `MATCH (r:Tombstone) WHERE ${stored('r')}
  RETURN r.kind AS kind, r.name AS name, r.assertions AS assertions, r.hash AS hash ORDER BY r.seq, r.place`;
