import { audienceOf, general } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { entityId, type Id, type IdSpace } from '../../../model/ids.ts';
import type { ColumnReference } from '../../../model/vocabulary/bundle.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';
import type { Facts, FactsBatch } from '../../facts/facts.ts';
import { detached } from './detached.ts';
import { createMatters } from './matters.ts';
import type { Provenance } from './provenance.ts';
import type { Cell, Row, RowReader } from './row.ts';

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
/** What is known in one compartment, by the ids of the bundle. */
type Shelf = Readonly<Record<Space, Map<string, Known>>>;

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
 * nobody declared yet is asked of the store at once. Held for the whole import, so that ties cost no second hash.
 * Each compartment has a shelf of its own. A row of compartment C points at what stands on the shelf of `general` or of C, which
 * are what every reader of C may see; anything else is not there for it. Most imports have the first shelf alone. */
export function createReferences(deps: {
  namespace: string;
  facts: Facts;
  batch: FactsBatch;
  endedApprovals: readonly string[];
  clocks: Clocks;
}) {
  const { namespace, facts, batch, endedApprovals, clocks } = deps;
  const open = emptyShelf();
  const shelves = new Map<string, Shelf>([[general, open]]);
  const matters = createMatters();
  const idOf = (space: Space, raw: string): Id => entityId(namespace, space, raw);

  function shelfOf(compartment: string): Shelf {
    let shelf = shelves.get(compartment);
    if (shelf === undefined) {
      shelf = emptyShelf();
      shelves.set(compartment, shelf);
    }
    return shelf;
  }
  function inSpace(space: Space, raw: string, compartment: string): Known | undefined {
    const known = open[space].get(raw);
    return known !== undefined || compartment === general ? known : shelves.get(compartment)?.[space].get(raw);
  }

  /** Asks as the readers of the compartment: what only others may see must not decide whether its rows dangle. */
  async function lookUp(compartment: string, space: Space, raws: readonly string[]): Promise<void> {
    if (raws.length === 0) return;
    const readers = audienceOf([compartment], endedApprovals);
    const shelf = shelfOf(compartment)[space];
    const ids = new Map(raws.map((raw) => [idOf(space, raw), raw]));
    if (space === 'party') {
      const existing = await batch.existing(readers, [...ids.keys()]);
      for (const [id, raw] of ids) if (existing.has(id)) shelf.set(detached(raw), ofStore(id));
      return;
    }
    for (const said of await facts.assertions(readers, clocks, [...ids.keys()])) {
      const raw = ids.get(said.about);
      if (raw === undefined || said.retraction !== null) continue;
      // The best assertion comes first.
      if (shelf.has(raw)) continue;
      shelf.set(detached(raw), { ...ofStore(said.about), type: said.kind });
      const day = said.properties.fileDate?.[0] ?? said.properties.date?.[0]?.slice(0, 10) ?? null;
      matters.note(compartment, space, raw, { day, caseKind: said.properties.caseKind?.[0] ?? null });
    }
  }

  async function prepareFor(
    compartment: string,
    rows: readonly Row[],
    reader: RowReader,
    pointing: readonly { cell: Cell; spaces: readonly Space[] }[],
  ): Promise<void> {
    const missing: Record<Space, Set<string>> = {
      party: new Set(),
      case: new Set(),
      tender: new Set(),
      operation: new Set(),
    };
    for (const { cell, spaces } of pointing) {
      for (const row of rows) {
        const given = reader.text(row, cell);
        if (given === '') continue;
        for (const raw of cell.read(given) ?? [])
          for (const space of spaces) if (inSpace(space, raw, compartment) === undefined) missing[space].add(raw);
      }
    }
    for (const space of anySpaces) await lookUp(compartment, space, [...missing[space]]);
  }

  return {
    idOf,
    /** What cases, tenders and operations are dated by, for the readers of a compartment. */
    matters,
    declare: (compartment: string, space: Space, raw: string, known: Known): void =>
      void shelfOf(compartment)[space].set(detached(raw), known),
    /** What a row of this compartment finds by an id. */
    inSpace,
    /** What rows of this very compartment said of it, or found in the store. */
    onShelf: (space: Space, raw: string, compartment: string): Known | undefined =>
      shelves.get(compartment)?.[space].get(raw),

    /** Asks the store for what these rows point at and the bundle has not declared where they may see it. */
    async prepare(rows: readonly Row[], reader: RowReader, provenances: readonly (Provenance | null)[]): Promise<void> {
      const pointing = reader.cells.flatMap((cell) => {
        const { refersTo } = cell.column;
        const single = refersTo === undefined ? undefined : spaceOf[refersTo];
        const spaces = refersTo === 'any' ? anySpaces : single === undefined ? [] : [single];
        return spaces.length === 0 ? [] : [{ cell, spaces }];
      });
      if (pointing.length === 0) return;
      const parts = new Map<string, Row[]>();
      for (const [place, row] of rows.entries()) {
        const compartment = provenances[place]?.compartment;
        if (compartment === undefined) continue;
        const part = parts.get(compartment);
        if (part === undefined) parts.set(compartment, [row]);
        else part.push(row);
      }
      for (const [compartment, part] of parts) await prepareFor(compartment, part, reader, pointing);
    },

    /** What an id points at for a row of this compartment: undefined where nothing is known by it, null where it is of the wrong kind. */
    find(refersTo: ColumnReference, raw: string, compartment: string): Known | null | undefined {
      if (refersTo === 'any') {
        for (const space of anySpaces) {
          const known = inSpace(space, raw, compartment);
          if (known !== undefined) return known;
        }
        return undefined;
      }
      const space = spaceOf[refersTo];
      const known = space === undefined ? undefined : inSpace(space, raw, compartment);
      if (known === undefined || known.type === null || refersTo === 'party' || space !== 'party') return known;
      return (known.type === 'Person') === (refersTo === 'person') ? known : null;
    },
  };
}

const emptyShelf = (): Shelf => ({ party: new Map(), case: new Map(), tender: new Map(), operation: new Map() });
const ofStore = (id: Id): Known => ({ id, type: null, assertion: null, standing: -1 });
