import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import { type TieKind, tieKindNames } from '../../../model/vocabulary/kinds.ts';
import { type TypeName, typeNames, typesOfClass } from '../../../model/vocabulary/types.ts';
import type { Connection } from './connection.ts';
import { createEntityTypes } from './entityType.ts';
import { type Sight, sightOf, speaksCondition, viewOf } from './sight.ts';

export interface Counts {
  readonly entities: Partial<Record<TypeName, number>>;
  readonly ties: Partial<Record<TieKind, number>>;
}

const pageSize = 20_000;
const pageWithinMs = 30_000;

/** Counts what exists: entities by the type of their best assertion, then ties that speak and whose both ends exist.
 * Cost: one pass over the assertions, page by page; the ids of what exists in memory. */
export async function counts(connection: Connection, audience: Audience, clocks: Clocks): Promise<Counts> {
  const sight = sightOf(await connection.read(viewOf), audience, clocks);
  const types = new Map<Id, string>();
  const several = new Set<Id>();
  for (const of of typeNames) {
    for await (const rows of pages<{ about: Id; id: Id }>(connection, sight, of, entityPart)) {
      for (const { about } of rows) {
        const before = types.get(about);
        if (before !== undefined && before !== of) several.add(about);
        types.set(about, of);
      }
    }
  }
  if (several.size > 0) {
    const best = await connection.read((run) => createEntityTypes(run, sight)([...several]), pageWithinMs);
    for (const [about, type] of best) if (type !== undefined) types.set(about, type);
  }
  const byType = new Map<string, number>();
  for (const type of types.values()) byType.set(type, (byType.get(type) ?? 0) + 1);

  const byKind = new Map<string, number>();
  for (const of of tieKindNames) {
    const seen = new Set<Id>();
    for await (const rows of pages<{ about: Id; id: Id; fromId: Id; toId: Id }>(connection, sight, of, tiePart)) {
      for (const { about, fromId, toId } of rows) if (types.has(fromId) && types.has(toId)) seen.add(about);
    }
    if (seen.size > 0) byKind.set(of, seen.size);
  }
  return { entities: inOrder(typesOfClass('entity'), byType), ties: inOrder(tieKindNames, byKind) };
}

async function* pages<Row extends { readonly id: Id }>(
  connection: Connection,
  sight: Sight,
  of: string,
  columns: string,
): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await connection.read(
      (run) => run<Row>(pageCypher(columns), { ...sight, of, after, page: pageSize }),
      pageWithinMs,
    );
    yield rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.id;
  }
}
const entityPart = 'a.id AS id, a.about AS about';
const tiePart = `${entityPart}, a.fromId AS fromId, a.toId AS toId`;
const pageCypher = (
  columns: string,
): string => `MATCH (a:Assertion) WHERE a.of = $of AND a.id > $after AND ${speaksCondition}
  RETURN ${columns} ORDER BY a.id LIMIT $page`;

/** In the order of the vocabulary, whatever the store's: equal answers, equal bytes. Records are no entities: not counted. */
function inOrder<T extends string>(
  names: readonly T[],
  found: ReadonlyMap<string, number>,
): Partial<Record<T, number>> {
  const ordered: Partial<Record<T, number>> = {};
  for (const name of names) {
    const count = found.get(name);
    if (count !== undefined) ordered[name] = count;
  }
  return ordered;
}
