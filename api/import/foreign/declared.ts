import type { Audience } from '../../../model/audience.ts';
import { entityId, type Id, type IdSpace, isId } from '../../../model/ids.ts';
import { isKindOf, type TypeName } from '../../../model/vocabulary/types.ts';
import type { FactsBatch } from '../../facts/facts.ts';
import { detached } from '../rows/detached.ts';
import type { NodeItem, TieItem } from './items.ts';

/** What an id of a file stands for; its type is null where the store alone knows it. */
export interface Declared {
  readonly id: Id;
  readonly type: TypeName | null;
  /** The first assertion of this import about it. */
  assertion: Id | null;
}

const spaces: Partial<Record<TypeName, IdSpace>> = {
  CourtCase: 'case',
  Tender: 'tender',
  Operation: 'operation',
  Decision: 'decision',
};

/** Parties share the space of people.csv and organisations.csv, cases that of cases.csv; every other type has a space of its own.
 * An id of our own form is that entity: what was exported comes back as itself. */
export function idIn(namespace: string, type: TypeName, raw: string): Id {
  const own = ownId(raw);
  if (own !== undefined) return own;
  return entityId(namespace, isParty(type) ? 'party' : (spaces[type] ?? `record:${type}`), raw);
}

/** The id that a text of our own form stands for; FollowTheMoney allows no underscore in it. */
export function ownId(raw: string): Id | undefined {
  const id = raw.startsWith('e-') ? `e_${raw.slice(2)}` : raw;
  return isId(id, 'e') ? id : undefined;
}

export const isParty = (type: TypeName): boolean =>
  type === 'Person' || type === 'LegalEntity' || isKindOf(type, 'Organization');

/** Ids that files declare, learnt before anything is taken in, so that a tie may stand before its ends. Memory: one entry an id. */
export function createDeclared(namespace: string, batch: FactsBatch, readers: Audience) {
  const byRaw = new Map<string, Declared>();
  const inStore = new Map<string, Declared | null>();

  return {
    /** The first line of an id says what it is. */
    learn(nodes: Iterable<Pick<NodeItem, 'id' | 'type'>>): void {
      for (const { id, type } of nodes)
        if (!byRaw.has(id)) byRaw.set(detached(id), { id: detached(idIn(namespace, type, id)), type, assertion: null });
    },
    find: (raw: string): Declared | undefined => byRaw.get(raw) ?? inStore.get(raw) ?? undefined,
    /** Asks the store, as the readers of the rows' compartment, for ends that no file declares. */
    async prepare(items: readonly TieItem[]): Promise<void> {
      const asked = new Map<Id, string>();
      for (const { from, to } of items)
        for (const raw of [...from, ...to]) {
          if (byRaw.has(raw) || inStore.has(raw)) continue;
          inStore.set(raw, null);
          asked.set(idIn(namespace, 'Person', raw), raw);
        }
      if (asked.size === 0) return;
      for (const id of await batch.existing(readers, [...asked.keys()]))
        inStore.set(asked.get(id)!, { id, type: null, assertion: null }); // it was asked for
    },
  };
}
export type DeclaredIds = ReturnType<typeof createDeclared>;

type Side = 'from' | 'to';
const isPerson = (type: TypeName): boolean => type === 'Person' || type === 'LegalEntity';
const isNoPerson = (type: TypeName): boolean => type !== 'Person';
/** What must, or may not, stand at an end; the rest may be anything. */
const endRules: Partial<Record<TypeName, Partial<Record<Side, (type: TypeName) => boolean>>>> = {
  Family: { from: isPerson, to: isPerson },
  Occupancy: { from: isPerson, to: (type) => type === 'Position' },
  Employment: { from: isPerson, to: isNoPerson },
  Ownership: { to: isNoPerson },
  Directorship: { to: isNoPerson },
  Membership: { to: isNoPerson },
  CourtCaseParty: { from: isParty, to: (type) => type === 'CourtCase' },
};

export function fitsEnd(tie: TypeName, side: Side, type: TypeName | null): boolean {
  return type === null || (endRules[tie]?.[side]?.(type) ?? true);
}
