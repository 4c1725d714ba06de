import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { entityId, type Id, type IdSpace } from '../../../model/ids.ts';
import type { ColumnReference } from '../../../model/vocabulary/bundle.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { Facts, FactsBatch } from '../../facts/facts.ts';
import { detached } from './detached.ts';
import { createMatters } from './matters.ts';
import type { Row, RowReader } from './row.ts';

/** What an id points at. */
export interface Known {
  readonly id: Id;
  /** Null where the store knows it and its type was not asked for. */
  readonly type: TypeName | null;
  /** First assertion of this bundle about it, and a number for its source, compartment and validity: what a second row is held against. */
  readonly assertion: Id | null;
  readonly standing: number;
}
export type Space = Extract<IdSpace, 'party' | 'case' | 'tender' | 'operation'>;

const spaceOf: Partial<Record<ColumnReference, Space>> = {
  party: 'party',
  person: 'party',
  organisation: 'party',
  company: 'party',
  case: 'case',
  tender: 'tender',
  operation: 'operation',
};
/** Spaces an id of any kind is looked for in, in this order. */
const anySpaces: readonly Space[] = ['party', 'case', 'tender', 'operation'];

export type References = ReturnType<typeof createReferences>;

/** Ids of the bundle and of the store, looked up by the piece: before the rows of a piece are read, what they point at and
 * nobody declared yet is asked of the store at once. Held for the whole import, so that ties cost no second hash. */
export function createReferences(deps: {
  namespace: string;
  facts: Facts;
  batch: FactsBatch;
  /** What the importer may see: nothing else may decide whether his rows dangle. */
  audience: Audience;
  clocks: Clocks;
}) {
  const { namespace, facts, batch, audience, clocks } = deps;
  const spaces: Record<Space, Map<string, Known>> = {
    party: new Map(),
    case: new Map(),
    tender: new Map(),
    operation: new Map(),
  };

  const matters = createMatters();
  const idOf = (space: Space, raw: string): Id => entityId(namespace, space, raw);

  async function lookUp(space: Space, raws: readonly string[]): Promise<void> {
    if (raws.length === 0) return;
    const ids = new Map(raws.map((raw) => [idOf(space, raw), raw]));
    if (space === 'party') {
      const existing = await batch.existing(audience, [...ids.keys()]);
      for (const [id, raw] of ids) if (existing.has(id)) spaces.party.set(detached(raw), ofStore(id));
      return;
    }
    for (const said of await facts.assertions(audience, clocks, [...ids.keys()])) {
      const raw = ids.get(said.about);
      if (raw === undefined || said.retraction !== null) continue;
      const day = said.properties.fileDate?.[0] ?? said.properties.date?.[0]?.slice(0, 10) ?? null;
      matters.note(space, raw, { compartment: said.compartment, day, caseKind: said.properties.caseKind?.[0] ?? null });
      // The best assertion comes first.
      if (!spaces[space].has(raw)) spaces[space].set(detached(raw), { ...ofStore(said.about), type: said.kind });
    }
  }

  return {
    idOf,
    /** What cases, tenders and operations are dated by, for the readers of a compartment. */
    matters,
    declare(space: Space, raw: string, known: Known): void {
      spaces[space].set(detached(raw), known);
    },
    inSpace: (space: Space, raw: string): Known | undefined => spaces[space].get(raw),

    /** Asks the store for what these rows point at and the bundle has not declared. */
    async prepare(rows: readonly Row[], reader: RowReader): Promise<void> {
      const missing: Record<Space, Set<string>> = {
        party: new Set(),
        case: new Set(),
        tender: new Set(),
        operation: new Set(),
      };
      for (const cell of reader.cells) {
        const refersTo = cell.column.refersTo;
        if (refersTo === undefined) continue;
        const single = spaceOf[refersTo];
        const wanted = refersTo === 'any' ? anySpaces : single === undefined ? [] : [single];
        if (wanted.length === 0) continue;
        for (const row of rows) {
          const given = reader.text(row, cell);
          if (given === '') continue;
          for (const raw of cell.read(given) ?? [])
            for (const space of wanted) if (!spaces[space].has(raw)) missing[space].add(raw);
        }
      }
      for (const space of anySpaces) await lookUp(space, [...missing[space]]);
    },

    /** What an id points at: undefined where nothing is known by it, null where it is of the wrong kind. */
    find(refersTo: ColumnReference, raw: string): Known | null | undefined {
      if (refersTo === 'any') {
        for (const space of anySpaces) {
          const known = spaces[space].get(raw);
          if (known !== undefined) return known;
        }
        return undefined;
      }
      const space = spaceOf[refersTo];
      const known = space === undefined ? undefined : spaces[space].get(raw);
      if (known === undefined || known.type === null || refersTo === 'party' || space !== 'party') return known;
      return (known.type === 'Person') === (refersTo === 'person') ? known : null;
    },
  };
}

const ofStore = (id: Id): Known => ({ id, type: null, assertion: null, standing: -1 });
