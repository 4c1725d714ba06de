import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import { type TieKind, tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { type TypeName, typesOfClass } from '../../../model/vocabulary/types.ts';
import { type Counts, inOrder } from '../answers.ts';
import type { Connection } from './connection.ts';
import { createEntityTypes } from './entityType.ts';
import { type Sight, sightOf, speaksCondition, viewOf } from './sight.ts';

const pageSize = 10_000;

/** Counts what exists: entities by the type of their best assertion, then ties that speak and whose both ends exist.
 * Cost: one pass over the assertions, page by page; the ids of what exists in memory. */
export async function counts(connection: Connection, audience: Audience, clocks: Clocks): Promise<Counts> {
  const sight = sightOf(await connection.read(viewOf), audience, clocks);
  const types = new Map<Id, string>();
  const several = new Set<Id>();
  for await (const rows of pages<EntityRow>(connection, sight, entityCypher)) {
    for (const { about, kind } of rows) {
      const before = types.get(about);
      if (before !== undefined && before !== kind) several.add(about);
      types.set(about, kind);
    }
  }
  if (several.size > 0) {
    const best = await connection.read((run) => createEntityTypes(run, sight)([...several]));
    for (const [about, type] of best) if (type !== undefined) types.set(about, type);
  }
  const kinds = new Map<Id, string>();
  for await (const rows of pages<TieRow>(connection, sight, tieCypher)) {
    for (const { about, of, fromId, toId } of rows) if (types.has(fromId) && types.has(toId)) kinds.set(about, of);
  }
  return {
    entities: inOrder(typesOfClass('entity'), howMany(types.values())),
    ties: inOrder(tieKindNames, howMany(kinds.values())),
  };
}

interface EntityRow {
  readonly id: Id;
  readonly about: Id;
  readonly kind: TypeName;
}
interface TieRow {
  readonly id: Id;
  readonly about: Id;
  readonly of: TieKind;
  readonly fromId: Id;
  readonly toId: Id;
}
async function* pages<Row extends { readonly id: Id }>(
  connection: Connection,
  sight: Sight,
  cypher: string,
): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await connection.read((run) => run<Row>(cypher, { ...sight, after, page: pageSize }));
    yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.id;
  }
}
const entityCypher = `MATCH (a:Assertion) WHERE a.id > $after AND a.fromId IS NULL AND ${speaksCondition}
  RETURN a.id AS id, a.about AS about, a.kind AS kind ORDER BY a.id LIMIT $page`;
const tieCypher = `MATCH (a:Assertion) WHERE a.id > $after AND a.fromId IS NOT NULL AND ${speaksCondition}
  RETURN a.id AS id, a.about AS about, a.of AS of, a.fromId AS fromId, a.toId AS toId ORDER BY a.id LIMIT $page`;

function howMany(names: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}
