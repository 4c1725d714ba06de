import type { Assertion } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import { typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { PutResult } from '../facts.ts';
import type { Run } from './connection.ts';
import { labelOf, relationshipOf } from './labels.ts';
import { assertionRow, relationshipRow } from './rows.ts';
import { heldBy, heldCondition, stored, type View } from './sight.ts';

/** Stores a chunk of assertions in one transaction. What is stored already keeps its row, and so its first knownAt.
 * `first` is what the first attempt found in the store: where the answer to a commit got lost the transaction comes again, finds its own
 * rows and writes nothing, and still answers what it did. */
export function createPutChunk(
  assertions: readonly Assertion[],
  write: { readonly batch: Id; readonly view: View },
  audience: Audience | undefined,
) {
  let first: { known: ReadonlySet<Id>; spoken: ReadonlySet<Id> } | undefined;
  return async (run: Run): Promise<PutResult> => {
    const known = await knownOf(run, write.view, assertions);
    first ??= { known, spoken: await spokenOf(run, write.view, assertions, audience) };
    await insert(run, newAmong(assertions, known), write);
    return answer(newAmong(assertions, first.known), first.spoken);
  };
}

/** Each id once. */
function newAmong(assertions: readonly Assertion[], known: ReadonlySet<Id>): Assertion[] {
  const seen = new Set(known);
  return assertions.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function answer(rows: readonly Assertion[], spoken: ReadonlySet<Id>): PutResult {
  const newSubjects = new Set<Id>();
  let newEntities = 0;
  let newTies = 0;
  for (const { about, ends, kind } of rows) {
    if (newSubjects.has(about) || spoken.has(about)) continue;
    newSubjects.add(about);
    if (ends !== null) newTies++;
    else if (typeDefinitions[kind].class === 'entity') newEntities++;
  }
  return { stored: rows, newEntities, newTies };
}

async function knownOf(run: Run, view: View, assertions: readonly Assertion[]): Promise<Set<Id>> {
  const rows = await run<{ id: Id }>(knownCypher, { ...view, ids: assertions.map(({ id }) => id) });
  return new Set(rows.map(({ id }) => id));
}
const knownCypher = `UNWIND $ids AS id MATCH (a:Assertion {id: id}) WHERE ${stored('a')} RETURN DISTINCT id`;

/** Those that something was said about, as far as this audience may see. */
async function spokenOf(
  run: Run,
  view: View,
  assertions: readonly Assertion[],
  audience: Audience | undefined,
): Promise<Set<Id>> {
  const abouts = [...new Set(assertions.map(({ about }) => about))];
  const rows =
    audience === undefined
      ? await run<{ about: Id }>(anySaidCypher, { ...view, abouts })
      : await run<{ about: Id }>(heldSaidCypher, { ...heldBy(view, audience), abouts });
  return new Set(rows.map(({ about }) => about));
}
const saidOf = (condition: string): string =>
  `UNWIND $abouts AS about MATCH (a:Assertion {about: about}) WHERE ${condition} RETURN DISTINCT about`;
const anySaidCypher = saidOf(stored('a'));
const heldSaidCypher = saidOf(heldCondition);

async function insert(
  run: Run,
  rows: readonly Assertion[],
  { batch, view: { upTo: seq } }: { readonly batch: Id; readonly view: View },
): Promise<void> {
  const groups = new Map<string, Assertion[]>();
  for (const said of rows) {
    const cypher = said.ends === null ? entityCypher(labelOf(said.kind)) : tieCypher(relationshipOf(said.ends.kind));
    const group = groups.get(cypher);
    if (group === undefined) groups.set(cypher, [said]);
    else group.push(said);
  }
  for (const [cypher, group] of groups) {
    await run(cypher, {
      rows: group.map((said) => ({
        assertion: assertionRow(said, batch, seq),
        ...(said.ends === null ? {} : { tie: relationshipRow(said, batch, seq) }),
      })),
    });
  }
}
const entityCypher = (label: string): string => `UNWIND $rows AS row CREATE (a:Assertion) SET a = row.assertion
  MERGE (e:Entity {id: row.assertion.about}) SET e:${label}, e.caption = coalesce(e.caption, row.assertion.caption)
  CREATE (a)-[:ABOUT]->(e)`;
const tieCypher = (type: string): string => `UNWIND $rows AS row CREATE (a:Assertion) SET a = row.assertion
  MERGE (f:Entity {id: row.assertion.fromId}) MERGE (t:Entity {id: row.assertion.toId})
  CREATE (f)-[x:${type}]->(t) SET x = row.tie`;
