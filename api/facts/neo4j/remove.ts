import type { Id } from '../../../model/ids.ts';
import type { Connection, Run } from './connection.ts';

/** Rows removed by one transaction. */
const together = 2_000;

/** Which rows: those a batch wrote, or those it erased. */
export type Which = 'seq' | 'gone';
const otherLabels = ['Retraction', 'Objection', 'Judgement', 'Source', 'Tombstone'] as const;

/** Removes rows for good, some thousand a transaction: an undone batch, or what a committed one erased. Can be run again after any end. */
export async function removeRows(connection: Connection, which: Which, seq: number): Promise<void> {
  const all = async (remove: (run: Run) => Promise<number>): Promise<void> => {
    while ((await connection.write(remove)) > 0) {
      // until nothing is left
    }
  };
  await all((run) => removeAssertions(run, which, seq));
  for (const label of otherLabels)
    await all(async (run) => (await run<{ n: number }>(rowsCypher(label, which), { seq, together }))[0]?.n ?? 0);
}
const rowsCypher = (label: string, which: Which): string =>
  `MATCH (r:${label}) WHERE r.${which} = $seq WITH r LIMIT $together DETACH DELETE r RETURN count(*) AS n`;

/** With what is said against them, the relationships that show them, and entities of which nothing is left: an id is a hash of a number
 * that could be guessed. What is left of an entity gets its caption and labels anew. */
async function removeAssertions(run: Run, which: Which, seq: number): Promise<number> {
  const rows = await run<{ node: string; about: Id; fromId: Id | null; toId: Id | null }>(chosenCypher(which), {
    seq,
    together,
  });
  if (rows.length === 0) return 0;
  const nodes = rows.map(({ node }) => node);
  await run(relationshipsCypher, { nodes });
  await run(rulingsCypher, { nodes });
  await run('UNWIND $nodes AS node MATCH (a:Assertion) WHERE elementId(a) = node DETACH DELETE a', { nodes });
  const entities = new Set(
    rows.flatMap(({ about, fromId, toId }) => (fromId === null || toId === null ? [about] : [fromId, toId])),
  );
  await run(emptyCypher, { ids: [...entities] });
  await run(repairCypher, { ids: [...entities] });
  return rows.length;
}
const chosenCypher = (which: Which): string => `MATCH (a:Assertion) WHERE a.${which} = $seq WITH a LIMIT $together
  RETURN elementId(a) AS node, a.about AS about, a.fromId AS fromId, a.toId AS toId`;
const relationshipsCypher = `UNWIND $nodes AS node MATCH (a:Assertion) WHERE elementId(a) = node AND a.fromId IS NOT NULL
  MATCH (f:Entity {id: a.fromId})-[x]->(t:Entity {id: a.toId}) WHERE x.assertion = a.id AND x.seq = a.seq DELETE x`;
const rulingsCypher = `UNWIND $nodes AS node MATCH (a:Assertion)<-[:TAKES_BACK|OBJECTS_TO]-(r) WHERE elementId(a) = node DETACH DELETE r`;
const emptyCypher = 'UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE NOT (e)--() DELETE e';
const repairCypher = `UNWIND $ids AS id MATCH (e:Entity {id: id})
  CALL (e) { OPTIONAL MATCH (a:Assertion)-[:ABOUT]->(e) RETURN collect(DISTINCT a.kind) AS kinds, head(collect(a.caption)) AS caption }
  WITH e, caption, [label IN labels(e) WHERE label <> 'Entity' AND NOT label IN kinds] AS stale
  SET e.caption = caption REMOVE e:$(stale)`;

/** Takes the marks off what an undone batch was going to erase. */
export async function keepRows(connection: Connection, seq: number): Promise<void> {
  for (const label of ['Assertion', ...otherLabels]) {
    let kept = 1;
    while (kept > 0) {
      kept = await connection.write(
        async (run) => (await run<{ n: number }>(keepCypher(label), { seq, together }))[0]?.n ?? 0,
      );
    }
  }
}
const keepCypher = (label: string): string =>
  `MATCH (r:${label}) WHERE r.gone = $seq WITH r LIMIT $together SET r.gone = null RETURN count(*) AS n`;
