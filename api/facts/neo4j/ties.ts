import type { Said } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import { type ClockDays, type Clocks, clockDays } from '../../../model/clocks.ts';
import { type Cut, cutByLimit, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { speaks } from '../../../model/merge.ts';
import type { TieOptions } from '../facts.ts';
import type { Connection, Run } from './connection.ts';
import { createExistence, type Existence } from './exists.ts';
import { relationshipOf } from './labels.ts';
import { compareSaid, type SaidRow, saidColumns, saidOf } from './said.ts';
import { knownCondition, type Sight, sightOf, viewOf } from './sight.ts';

interface TieRow {
  readonly tie: Id;
  readonly fromId: Id;
  readonly toId: Id;
}

/** Ties looked at in one go: a hub's are not all read for its first fifty. */
const firstPage = 256;
const longestPage = 4_096;

/** Ties at entities, in order of tie id, each with everything known of it; a tie that is hidden takes no place of the limit. */
export const ties = (
  connection: Connection,
  audience: Audience,
  clocks: Clocks,
  entities: readonly Id[],
  options: TieOptions,
): Promise<{ said: Said[] } & Cut> =>
  connection.read(async (run) => {
    const found: Said[] = [];
    let count = 0;
    const visible = createVisibleTies(run, sightOf(await viewOf(run), audience, clocks), clockDays(clocks));
    for await (const page of candidates(run, entities, options)) {
      for (const said of await visible(page)) {
        if (count === options.limit) return { said: found, ...cutByLimit(options.limit) };
        count++;
        found.push(...said);
      }
    }
    return { said: found, ...whole(options.limit) };
  });

export const tiesBetween = (
  connection: Connection,
  audience: Audience,
  clocks: Clocks,
  pairs: readonly (readonly [Id, Id])[],
): Promise<Said[]> =>
  connection.read(async (run) => {
    const sight = sightOf(await viewOf(run), audience, clocks);
    const rows = await run<TieRow>(betweenCypher, { pairs });
    return (await createVisibleTies(run, sight, clockDays(clocks))(rows)).flat();
  });

async function* candidates(run: Run, entities: readonly Id[], options: TieOptions): AsyncGenerator<TieRow[]> {
  if (options.kinds?.length === 0) return;
  const cypher = atCypher(options.kinds === undefined ? '' : `:${options.kinds.map(relationshipOf).join('|')}`);
  let after = options.after ?? '';
  for (let page = firstPage; ; page = Math.min(page * 4, longestPage)) {
    const rows = await run<TieRow>(cypher, { entities: [...new Set(entities)], after, page });
    if (rows.length > 0) yield rows;
    if (rows.length < page) return;
    after = rows.at(-1)!.tie;
  }
}
// Relationship types come from our own list of kinds. Whether a tie is seen, its assertions decide.
const atCypher = (types: string): string => `UNWIND $entities AS id MATCH (:Entity {id: id})-[x${types}]-()
  WHERE x.tie > $after WITH DISTINCT x.tie AS tie, startNode(x).id AS fromId, endNode(x).id AS toId
  RETURN tie, fromId, toId ORDER BY tie LIMIT $page`;
const betweenCypher = `UNWIND $pairs AS pair MATCH (:Entity {id: pair[0]})-[x]-(:Entity {id: pair[1]})
  WHERE x.tie IS NOT NULL WITH DISTINCT x.tie AS tie, startNode(x).id AS fromId, endNode(x).id AS toId
  RETURN tie, fromId, toId ORDER BY tie`;

/** Everything known of each tie that speaks and whose ends exist, in order of tie id. */
function createVisibleTies(run: Run, sight: Sight, days: ClockDays) {
  const existence: Existence = createExistence(sight);
  return async (rows: readonly TieRow[]): Promise<Said[][]> => {
    const there = await existence.withEnds(run, rows, (row) => row);
    if (there.length === 0) return [];
    const known = await run<SaidRow>(tieCypher, { ...sight, ties: there.map(({ tie }) => tie) });
    const groups = new Map<Id, Said[]>();
    for (const one of known.map(saidOf).sort(compareSaid)) {
      const group = groups.get(one.about);
      if (group === undefined) groups.set(one.about, [one]);
      else group.push(one);
    }
    return [...groups.values()].filter((all) => all.some((one) => speaks(one, days)));
  };
}
const tieCypher = `UNWIND $ties AS tie MATCH (a:Assertion {about: tie}) WHERE ${knownCondition} RETURN ${saidColumns}`;
