import type { Source } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import { general } from '../../../model/audience.ts';
import { leastGrade, parseGrade } from '../../../model/grades.ts';
import type { Facts } from '../../facts/facts.ts';
import { type ImportContext, keyOf, type MakerTable } from './context.ts';
import { isCompartmentName } from './provenance.ts';
import { faultOf, type Row, type RowReader } from './row.ts';

/** Sources of the bundle, and of the store as far as rows name them. */
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
  const declared = new Map<string, Source>();
  const stored = new Map<string, Source | null>();
  const id = named ?? 'import';
  const plain: Source = { id, name: id, kind: 'other', origin: id, grade: leastGrade, compartment };

  async function lookUp(ids: ReadonlyMap<string, string>): Promise<void> {
    if (ids.size === 0) return;
    for (const raw of ids.values()) stored.set(raw, null);
    for (const source of await facts.sources(audience, [...ids.keys()])) {
      const raw = ids.get(source.id);
      if (raw !== undefined) stored.set(raw, source);
    }
  }

  return {
    declared,
    find: (raw: string): Source | undefined => declared.get(raw) ?? stored.get(raw) ?? undefined,
    /** The source of rows that name none. */
    standard: (): Source => (named === null ? plain : (declared.get(named) ?? stored.get(named) ?? plain)),
    /** Asks the store for sources that these rows name and the bundle has not declared. */
    async prepare(rows: readonly Row[], reader: RowReader): Promise<void> {
      const cell = reader.cell('source_id');
      const missing = new Map<string, string>();
      if (named !== null && !declared.has(named) && !stored.has(named)) missing.set(named, named);
      if (cell !== undefined) {
        for (const row of rows) {
          const raw = reader.id(row, cell);
          if (raw !== '' && !declared.has(raw) && !stored.has(raw)) missing.set(keyOf(namespace, raw), raw);
        }
      }
      await lookUp(missing);
    },
    /** What has to be in the store for rows of these sources: that there is a source called `import` is no secret. */
    toStore(used: ReadonlySet<string>): Source[] {
      const own =
        used.has(plain.id) && this.standard() === plain
          ? [named === null ? { ...plain, compartment: general } : plain]
          : [];
      return [...declared.values(), ...own];
    },
  };
}
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
          const before = context.sources.declared.get(raw);
          if (before !== undefined && JSON.stringify(before) !== JSON.stringify(source))
            return faultOf(row, 'differs', 'id');
          context.sources.declared.set(raw, source);
        },
      };
    },
  };
}
