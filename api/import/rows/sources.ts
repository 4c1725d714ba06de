import type { Source } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import { general } from '../../../model/audience.ts';
import { leastGrade, parseGrade } from '../../../model/grades.ts';
import type { Facts } from '../../facts/facts.ts';
import { type ImportContext, keyOf, type MakerTable } from './context.ts';
import { isCompartmentName } from './provenance.ts';
import { faultOf, type Row, type RowReader } from './row.ts';

/** Sources of the bundle, and of the store as far as rows name them. One id may be a source in several compartments.
 * A row that says its compartment rests on the source of that id there, else on the one in `general`; a source of the store that
 * its readers may not see is not there for it, while one that its own bundle declares elsewhere is (a cell wins over its source:
 * whoever wrote both has said so). A row that says none goes where its source is: that of the bundle before that of the store,
 * and the one in `general` before others. */
export function createSourceRegister(deps: {
  namespace: string;
  facts: Facts;
  audience: Audience;
  /** `--source`; null: one source `import`. */
  named: string | null;
  /** Where rows go whose source names no compartment. */
  compartment: string;
}) {
  const { namespace, facts, audience, named, compartment } = deps;
  const declared = new Map<string, Source[]>();
  const stored = new Map<string, Source[]>();
  const id = named ?? 'import';
  const plain: Source = { id, name: id, kind: 'other', origin: id, grade: leastGrade, compartment };

  const isOpen = (raw: string): boolean => declared.get(raw)?.some(isGeneral) ?? false;
  async function lookUp(ids: ReadonlyMap<string, string>): Promise<void> {
    if (ids.size === 0) return;
    for (const raw of ids.values()) stored.set(raw, []);
    for (const name of audience.compartments)
      for (const source of await facts.sources({ ...audience, compartments: [name] }, [...ids.keys()])) {
        const raw = ids.get(source.id);
        if (raw !== undefined) stored.get(raw)?.push(source);
      }
  }

  function find(raw: string, given: string | null): Source | undefined {
    const [ofBundle, ofStore] = [declared.get(raw) ?? none, stored.get(raw) ?? none];
    if (given === null) return ofBundle.find(isGeneral) ?? ofBundle[0] ?? ofStore.find(isGeneral) ?? ofStore[0];
    const all = [...ofBundle, ...ofStore];
    return all.find((one) => one.compartment === given) ?? all.find(isGeneral) ?? ofBundle[0];
  }

  return {
    /** Takes a line of sources.csv; false where one of its id stands in its compartment already, with other content. */
    declare(raw: string, source: Source): boolean {
      const before = declared.get(raw) ?? [];
      const same = before.find((one) => one.compartment === source.compartment);
      if (same !== undefined) return JSON.stringify(same) === JSON.stringify(source);
      declared.set(raw, [...before, source]);
      return true;
    },
    /** `given`: the compartment of the row, where it says one. */
    find,
    /** The source of rows that name none. */
    standard: (given: string | null): Source => (named === null ? plain : (find(named, given) ?? plain)),
    /** Asks the store for sources that these rows name and the bundle has not declared for everybody. */
    async prepare(rows: readonly Row[], reader: RowReader): Promise<void> {
      const cell = reader.cell('source_id');
      const missing = new Map<string, string>();
      if (named !== null && !isOpen(named) && !stored.has(named)) missing.set(named, named);
      if (cell !== undefined) {
        for (const row of rows) {
          const raw = reader.id(row, cell);
          if (raw !== '' && !stored.has(raw) && !isOpen(raw)) missing.set(keyOf(namespace, raw), raw);
        }
      }
      await lookUp(missing);
    },
    /** What has to be in the store for rows of these sources: that there is a source called `import` is no secret. */
    toStore(used: ReadonlySet<Source>): Source[] {
      const own = used.has(plain) ? [named === null ? { ...plain, compartment: general } : plain] : [];
      return [...[...declared.values()].flat(), ...own];
    },
  };
}
const none: readonly Source[] = [];
const isGeneral = (source: Source): boolean => source.compartment === general;
export type SourceRegister = ReturnType<typeof createSourceRegister>;

/** sources.csv: the defaults of the rows that name a source. A later row of the same id with other content is refused. */
export function sourcesMaker(defaults: { compartment: string; allowed: ReadonlySet<string> | null }): MakerTable {
  return {
    sources: (context: ImportContext, reader: RowReader) => {
      const [id, name, kind, origin, grade, compartment] = ['id', 'name', 'kind', 'origin', 'grade', 'compartment'].map(
        (column) => reader.cell(column),
      );
      return {
        make(row) {
          const raw = reader.id(row, id);
          const given = reader.value(row, grade);
          const source: Source = {
            id: keyOf(context.namespace, raw),
            name: reader.value(row, name) ?? raw,
            kind: reader.value(row, kind) ?? 'other',
            origin: reader.value(row, origin) ?? keyOf(context.namespace, raw),
            grade: (given === null ? undefined : parseGrade(given)) ?? leastGrade,
            compartment: reader.value(row, compartment) ?? defaults.compartment,
          };
          if (!isCompartmentName(source.compartment) || defaults.allowed?.has(source.compartment) === false)
            faultOf(row, 'compartment', 'compartment');
          if (row.fault !== null) return;
          if (!context.sources.declare(raw, source)) faultOf(row, 'differs', 'id');
        },
      };
    },
  };
}
