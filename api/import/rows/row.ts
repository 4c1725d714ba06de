import type { RejectReason } from '../../../model/basis/rejects.ts';
import { type BundleColumn, type BundleFile, columnsOf } from '../../../model/vocabulary/bundle.ts';
import { type CellReader, cellReader, missingCode, readId } from '../read/cells.ts';
import type { Header } from '../read/header.ts';

/** One row on its way in. The first fault found stands; a row with a fault is rejected as a whole. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  fault: { readonly why: RejectReason; readonly field: string | null } | null;
  /** Most rows have none. */
  notes: readonly RowNote[];
  /** Where it was made from another table's row: which, and its headers by our columns. */
  place: RowPlace | null;
  /** Further places that report the same. */
  also: string;
}
export interface RowPlace {
  readonly file: string;
  readonly fields: ReadonlyMap<string, string>;
}
export interface RowNote {
  readonly why: RejectReason;
  readonly field: string | null;
}
const noNotes: readonly RowNote[] = [];

export function newRow(cells: readonly string[], line: number): Row {
  return { cells, line, fault: null, notes: noNotes, place: null, also: '' };
}

/** What a person should look at although the row is kept. */
export function noteOf(row: Row, why: RejectReason, field: string | null): void {
  row.notes = [...row.notes, { why, field }];
}

export function faultOf(row: Row, why: RejectReason, field: string | null): void {
  row.fault ??= { why, field };
}

/** One column of one file, where its header put it. */
export interface Cell {
  readonly column: BundleColumn;
  readonly index: number;
  readonly read: CellReader;
}

/** How the rows of one file are read: made once from its header. */
export interface RowReader {
  readonly file: BundleFile;
  /** Columns that the file has, by name. */
  cell(name: string): Cell | undefined;
  readonly cells: readonly Cell[];
  /** Trimmed text of a column; '' where it is empty, unknown or absent. */
  text(row: Row, cell: Cell | undefined): string;
  /** Values of a column, parsed; empty where unknown. A bad or missing value is the row's fault. */
  values(row: Row, cell: Cell | undefined): readonly string[];
  value(row: Row, cell: Cell | undefined): string | null;
  /** An id as given, without a spreadsheet's `.0`; '' where unknown. A required one that is missing is the row's fault. */
  id(row: Row, cell: Cell | undefined): string;
}

const nothing: readonly string[] = [];

export function createRowReader(file: BundleFile, header: Header, onMissingCode: (column: string) => void): RowReader {
  const cells = columnsOf(file).flatMap((column): Cell[] => {
    const at = header.at.get(column.name);
    return at === undefined ? [] : [{ column, index: at.index, read: cellReader(column) }];
  });
  const byName = new Map(cells.map((cell) => [cell.column.name, cell]));

  function text(row: Row, cell: Cell | undefined): string {
    if (cell === undefined) return '';
    const value = (row.cells[cell.index] ?? '').trim();
    if (value !== missingCode) return value;
    onMissingCode(cell.column.name);
    return '';
  }

  function present(row: Row, cell: Cell | undefined): string {
    const given = text(row, cell);
    if (given === '' && cell?.column.required === true) faultOf(row, 'missing', cell.column.name);
    return given;
  }

  function values(row: Row, cell: Cell | undefined): readonly string[] {
    const given = present(row, cell);
    if (given === '' || cell === undefined) return nothing;
    const read = cell.read(given);
    if (read !== undefined) return read;
    faultOf(row, 'bad_value', cell.column.name);
    return nothing;
  }

  return {
    file,
    cells,
    cell: (name) => byName.get(name),
    text,
    values,
    value: (row, cell) => values(row, cell)[0] ?? null,
    id: (row, cell) => {
      const given = present(row, cell);
      return given === '' ? '' : readId(given);
    },
  };
}
