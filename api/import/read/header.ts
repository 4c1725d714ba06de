import {
  type BundleColumn,
  type BundleFile,
  columnFor,
  columnsOf,
  isRefusedColumn,
} from '../../../model/vocabulary/bundle.ts';

/** Where each known column stands in a file's header, and what is wrong with the header. */
export interface Header {
  readonly width: number;
  /** By column name. */
  readonly at: ReadonlyMap<string, { readonly column: BundleColumn; readonly index: number }>;
  readonly unknown: readonly string[];
}
export interface HeaderFault {
  readonly code: 'refused_column' | 'missing_column' | 'missing_header' | 'duplicate_column';
  readonly field: string;
}

/** A table of a bundle has some twenty columns; a line of thousands of cells is no header of one. */
const mostCells = 1_000;

export function readHeader(file: BundleFile, cells: readonly string[]): Header | HeaderFault {
  if (cells.length > mostCells) return { code: 'missing_header', field: columnsOf(file)[0]!.name };
  const refused = cells.find((cell) => isRefusedColumn(cell));
  if (refused !== undefined) return { code: 'refused_column', field: refused.trim() };
  const at = new Map<string, { column: BundleColumn; index: number }>();
  const unknown: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = columnFor(file, cell);
    if (column === undefined) {
      // A spreadsheet saves empty columns behind the last one.
      if (cell.trim() !== '') unknown.push(cell.trim());
    } else if (at.has(column.name)) return { code: 'duplicate_column', field: column.name };
    else at.set(column.name, { column, index });
  }
  if (at.size === 0) return { code: 'missing_header', field: columnsOf(file)[0]!.name };
  const missing = file.columns.find((column) => column.required === true && !at.has(column.name));
  if (missing !== undefined) return { code: 'missing_column', field: missing.name };
  return { width: cells.length, at, unknown };
}

export const isHeaderFault = (header: Header | HeaderFault): header is HeaderFault => 'code' in header;
