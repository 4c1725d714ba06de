import type { Said } from '../../model/assertion.ts';
import type { Audience } from '../../model/audience.ts';
import { type Clocks, clockDays } from '../../model/clocks.ts';
import { NotFound } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import { type EntityView, mergeEntity } from '../../model/merge.ts';
import { propertyOf, typeDefinitions } from '../../model/vocabulary/types.ts';
import type { Facts } from '../facts/facts.ts';
import type { StandingModel, StandingSource } from './standing.ts';

export interface Entity extends EntityView {
  readonly roles: readonly ('official' | 'suspect')[];
}
export interface EntityName {
  readonly id: Id;
  readonly type: EntityView['type'];
  readonly caption: string;
}

/** Entities as this reader sees them: merged on read, addressed by any member's id, answered under the least visible one. */
export function createEntities({ facts, standing }: { facts: Facts; standing: StandingSource }) {
  /** Views of these entities that exist for the reader, by the id asked for. */
  async function views(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<Map<Id, Entity>> {
    const who = await standing(audience, clocks);
    const saidAbout = new Map<Id, Said[]>();
    for (const said of await facts.assertions(audience, clocks, [...new Set(ids.flatMap((id) => who.membersOf(id)))])) {
      if (said.ends !== null || typeDefinitions[said.kind].class === 'record') continue;
      const held = saidAbout.get(said.about);
      if (held === undefined) saidAbout.set(said.about, [said]);
      else held.push(said);
    }
    const found = new Map<Id, Entity>();
    for (const id of ids) {
      const members = who.membersOf(id);
      const view = mergeEntity(
        members,
        members.flatMap((member) => saidAbout.get(member) ?? []),
        clockDays(clocks),
      );
      if (view?.members.includes(id)) found.set(id, { ...view, roles: rolesOf(who, view) });
    }
    return found;
  }

  return {
    views,

    async get(audience: Audience, clocks: Clocks, id: Id): Promise<Entity> {
      const found = (await views(audience, clocks, [id])).get(id);
      if (found === undefined) throw new NotFound();
      return withVisibleReferences(audience, clocks, found);
    },

    /** Names only, for lists: absent where the reader may not know of it. */
    async names(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<Map<Id, EntityName>> {
      const found = await views(audience, clocks, [...new Set(ids)]);
      return new Map([...found].map(([id, view]) => [id, { id: view.id, type: view.type, caption: view.caption }]));
    },

    /** Which of these exist for the reader. */
    async visible(audience: Audience, clocks: Clocks, ids: readonly Id[]): Promise<Set<Id>> {
      return new Set((await views(audience, clocks, ids)).keys());
    },
  };

  /** A value that names an entity the reader may not see is not there. */
  async function withVisibleReferences(audience: Audience, clocks: Clocks, view: Entity): Promise<Entity> {
    const references = Object.entries(view.properties).filter(
      ([name]) => propertyOf(view.type, name)?.type === 'entity',
    );
    if (references.length === 0) return view;
    const known = await views(
      audience,
      clocks,
      references.flatMap(([, values]) => values.map((one) => one.value)),
    );
    const properties = { ...view.properties };
    for (const [name, values] of references) {
      const kept = values.filter((one) => known.has(one.value));
      if (kept.length === 0) delete properties[name];
      else properties[name] = kept;
    }
    return { ...view, properties };
  }
}
export type Entities = ReturnType<typeof createEntities>;

export function rolesOf(who: StandingModel, view: { readonly members: readonly Id[] }): ('official' | 'suspect')[] {
  const id = who.one(view.members[0]!);
  const roles: ('official' | 'suspect')[] = [];
  if (who.officials.has(id)) roles.push('official');
  if (who.suspects.has(id)) roles.push('suspect');
  return roles;
}

/** The contract's entity JSON. */
export function entityJson(entity: Entity) {
  const { id, key, type, caption, roles, members, properties } = entity;
  return { id, key, type, caption, roles, members, properties };
}
