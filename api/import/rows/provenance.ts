import type { Source } from '../../../model/assertion.ts';
import { informantsCompartment } from '../../../model/audience.ts';
import { firstDay, lastDay } from '../../../model/dates.ts';
import { type Grade, gradeRank, leastGrade, parseGrade } from '../../../model/grades.ts';
import type { BundleFileName } from '../../../model/vocabulary/bundle.ts';
import { faultOf, type Row, type RowReader } from './row.ts';
import type { SourceRegister } from './sources.ts';

/** Where a row comes from and who may see it: its cells win over its source, the source over the defaults. */
export interface Provenance {
  readonly source: string;
  readonly origin: string;
  readonly grade: Grade;
  readonly gradeRank: number;
  readonly compartment: string;
  readonly knownAt: string;
  readonly knownDay: number;
  /** Equal provenances have one number. */
  readonly number: number;
}
export interface ProvenanceDefaults {
  readonly today: string;
  /** Compartments that may be written to; null: any. */
  readonly allowed: ReadonlySet<string> | null;
}

/** Names as they may stand in a key of a JSON object. */
const compartmentForm = /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,63}$/u;
export const isCompartmentName = (name: string): boolean =>
  compartmentForm.test(name) && name !== 'constructor' && name !== 'prototype';

export type ProvenanceReader = (row: Row) => Provenance | null;

/** Equal provenances are made once and shared by the rows that have them. */
export function createProvenances(defaults: ProvenanceDefaults, registered: Pick<SourceRegister, 'find' | 'standard'>) {
  const made = new Map<string, Provenance>();
  const sources = new Set<Source>();

  function make(source: Source, origin: string, grade: Grade, compartment: string, knownAt: string): Provenance {
    const key = JSON.stringify([source.id, origin, gradeRank(grade), compartment, knownAt]);
    let one = made.get(key);
    if (one === undefined) {
      one = {
        source: source.id,
        origin,
        grade,
        gradeRank: gradeRank(grade),
        compartment,
        knownAt,
        knownDay: firstDay(knownAt),
        number: made.size,
      };
      made.set(key, one);
    }
    return one;
  }

  return {
    /** Sources that some row rests on. */
    usedSources: (): ReadonlySet<Source> => sources,
    /** Of a row that has no provenance of its own: a line of sources.csv. */
    standard(): Provenance {
      const source = registered.standard(null);
      return make(source, source.origin, source.grade, source.compartment, defaults.today);
    },

    reader(file: BundleFileName, reader: RowReader): ProvenanceReader {
      const [sourceCell, originCell, gradeCell, compartmentCell, knownCell] = [
        'source_id',
        'origin',
        'grade',
        'compartment',
        'known_at',
      ].map((name) => reader.cell(name));
      let last: Provenance | null = null;

      function read(row: Row): Provenance | null {
        const sourceId = reader.id(row, sourceCell);
        // An informant's row goes where informants are kept, whatever its source says, unless its own cell says otherwise.
        const cell = reader.text(row, compartmentCell);
        const given = cell !== '' ? cell : file === 'informants' ? informantsCompartment : null;
        const source = sourceId === '' ? registered.standard(given) : registered.find(sourceId, given);
        if (source === undefined) {
          faultOf(row, 'unknown_reference', 'source_id');
          return null;
        }
        const gradeGiven = reader.value(row, gradeCell);
        const grade = gradeGiven === null ? source.grade : (parseGrade(gradeGiven) ?? leastGrade);
        const compartment = given ?? source.compartment;
        const knownAt = reader.value(row, knownCell) ?? defaults.today;
        if (firstDay(knownAt) > lastDay(defaults.today)) faultOf(row, 'future', 'known_at');
        if (!isCompartmentName(compartment) || defaults.allowed?.has(compartment) === false)
          faultOf(row, 'compartment', 'compartment');
        if (row.fault !== null) return null;
        sources.add(source);
        return make(source, reader.text(row, originCell) || source.origin, grade, compartment, knownAt);
      }

      const indexes = [sourceCell, originCell, gradeCell, compartmentCell, knownCell].flatMap(
        (cell) => cell?.index ?? [],
      );
      let like: readonly string[] | undefined;

      return (row) => {
        if (last !== null && like !== undefined) {
          let same = true;
          for (const index of indexes) if (row.cells[index] !== like[index]) same = false;
          if (same) return last;
        }
        last = read(row);
        like = row.cells;
        return last;
      };
    },
  };
}
export type Provenances = ReturnType<typeof createProvenances>;
