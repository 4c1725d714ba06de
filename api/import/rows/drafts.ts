import type { AssertionDraft, Ends, Properties } from '../../../model/assertion.ts';
import { firstDay, lastDay } from '../../../model/dates.ts';
import { digest, type Id, tieId } from '../../../model/ids.ts';
import { propertyOf, type TypeName } from '../../../model/vocabulary/types.ts';
import { type ImportContext, keyOf } from './context.ts';
import type { Provenance } from './provenance.ts';
import { type Cell, faultOf, noteOf, type Row, type RowReader } from './row.ts';

/** From when to when a row holds; partial days as given. */
export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

/** Dates that cannot lie ahead: what has been born, founded, opened, decided. Tenders may be announced; terms may end later. */
const pastColumns = new Set([
  'birth_date',
  'founded',
  'opened',
  'cases.at',
  'decisions.at',
  'operations.at',
  'disclosures.at',
]);

/** Reads the cells that become properties of a type. References become ids of entities; what they miss is the row's fault. */
export function createPropertyReader(context: ImportContext, reader: RowReader, type: TypeName) {
  const cells = reader.cells.filter(
    ({ column }) => column.property !== undefined && propertyOf(type, column.property) !== undefined,
  );
  const file = reader.file.name;
  const today = lastDay(context.today);
  const plans = cells.map((cell) => ({
    cell,
    property: cell.column.property!, // kept by the filter above
    points: propertyOf(type, cell.column.property!)?.type === 'entity',
    past: pastColumns.has(cell.column.name) || pastColumns.has(`${file}.${cell.column.name}`),
    adjust: adjustments[`${file}.${cell.column.name}`],
  }));

  return (row: Row, compartment: string): Record<string, readonly string[]> => {
    const properties: Record<string, readonly string[]> = {};
    for (const { cell, property, points, past, adjust } of plans) {
      const values = reader.values(row, cell);
      if (values.length === 0) continue;
      if (past && firstDay(values[0]!.slice(0, 10)) > today) faultOf(row, 'future', cell.column.name);
      properties[property] = points
        ? entitiesOf(context, row, cell, values, compartment)
        : (adjust?.(context, row, values, compartment) ?? values);
    }
    return properties;
  };
}

function entitiesOf(
  context: ImportContext,
  row: Row,
  cell: Cell,
  values: readonly string[],
  compartment: string,
): readonly Id[] {
  const { refersTo, mayDangle, name } = cell.column;
  return values.flatMap((raw) => {
    const known = refersTo === undefined ? undefined : context.references.find(refersTo, raw, compartment);
    if (known != null) return [known.id];
    if (known === undefined && mayDangle === true) {
      noteOf(row, 'may_dangle', name);
      return [context.references.idOf('party', raw)];
    }
    faultOf(row, known === null ? 'wrong_kind_of_party' : 'unknown_reference', name);
    return [];
  });
}

type Adjust = (context: ImportContext, row: Row, values: readonly string[], compartment: string) => readonly string[];
/** Identifiers of the whole bundle, as keys. */
const adjustments: Readonly<Record<string, Adjust>> = {
  'organisations.filed_case_id': ({ namespace }, _row, values) => values.map((raw) => keyOf(namespace, raw)),
  'records_obtained.approval_id': (context, row, values, compartment) =>
    values.flatMap((raw) => {
      const id = context.approvals.idOf(raw, compartment);
      if (id === undefined) faultOf(row, 'unknown_reference', 'approval_id');
      return id ?? [];
    }),
};

/** Validity: `valid_from` and `valid_to` win over the file's own dates. A dated happening has no end of its own. */
export function createValidityReader(reader: RowReader, fromColumn: string | null, toColumn: string | null) {
  const [validFrom, validTo] = [reader.cell('valid_from'), reader.cell('valid_to')];
  const from = fromColumn === null ? undefined : reader.cell(fromColumn);
  const to = toColumn === null ? undefined : reader.cell(toColumn);
  return (row: Row): Validity => {
    const start = reader.value(row, validFrom) ?? reader.value(row, from)?.slice(0, 10) ?? null;
    const end = reader.value(row, validTo) ?? reader.value(row, to)?.slice(0, 10) ?? null;
    if (start !== null && end !== null && firstDay(start) > lastDay(end))
      faultOf(row, 'ends_before_start', (to ?? validTo)?.column.name ?? null);
    return { from: start, to: end };
  };
}

/** The content of a row without an id column, whatever the language or order of its columns. */
export function createContentKey(reader: RowReader) {
  const cells = reader.cells;
  return (row: Row): string => {
    const parts: string[] = [];
    for (const cell of cells) {
      const value = reader.text(row, cell);
      if (value !== '') parts.push(cell.column.name, value);
    }
    return digest(parts);
  };
}

export function entityDraft(
  about: Id,
  kind: TypeName,
  key: string,
  properties: Properties,
  provenance: Provenance,
  validity: Validity,
  approval: string | null = null,
): AssertionDraft {
  return draft(about, kind, null, key, properties, provenance, validity, approval);
}

export function tieDraft(
  ends: Ends,
  kind: TypeName,
  key: string,
  properties: Properties,
  provenance: Provenance,
  validity: Validity,
  approval: string | null = null,
): AssertionDraft {
  const about = tieId(ends.kind, ends.from, ends.to, ends.role);
  return draft(about, kind, ends, key, properties, provenance, validity, approval);
}

function draft(
  about: Id,
  kind: TypeName,
  ends: Ends | null,
  key: string,
  properties: Properties,
  provenance: Provenance,
  validity: Validity,
  approval: string | null,
): AssertionDraft {
  return {
    about,
    kind,
    ends,
    properties,
    key,
    source: provenance.source,
    origin: provenance.origin,
    grade: provenance.grade,
    compartment: provenance.compartment,
    approval,
    validFrom: validity.from,
    validTo: validity.to,
    knownAt: provenance.knownAt,
  };
}

/** The entity a reference names for a row of this compartment; its lack or wrong kind is the row's fault. */
export function entityAt(
  context: ImportContext,
  reader: RowReader,
  row: Row,
  cell: Cell | undefined,
  compartment: string,
): Id | null {
  const raw = reader.id(row, cell);
  if (raw === '' || cell?.column.refersTo === undefined) return null;
  const known = context.references.find(cell.column.refersTo, raw, compartment);
  if (known != null) return known.id;
  faultOf(row, known === null ? 'wrong_kind_of_party' : 'unknown_reference', cell.column.name);
  return null;
}
