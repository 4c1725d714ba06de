import type { RejectReason } from '../../../model/basis/rejects.ts';
import type { BundleFile } from '../../../model/vocabulary/bundle.ts';
import { createRowReader, newRow, type Row, type RowReader } from '../rows/row.ts';
import type { BundlePart } from './bundle.ts';
import { type CsvFault, createCsvParser } from './csv.ts';
import { isHeaderFault, readHeader } from './header.ts';

/** What is told of a file while it is read. */
export interface PieceListener {
  /** The file, or a column of it, is at fault; what was read before stands. */
  file(why: RejectReason, field: string | null, line: number | null): void;
  /** A row that cannot be read as one. */
  row(why: RejectReason, line: number): void;
  note(why: RejectReason, field: string | null, line: number | null): void;
  bytes(count: number): void;
  /** A row that is no statement of its own: counted and noted, no fault. */
  leftOut(why: RejectReason, field: string | null, line: number): void;
  /** The same for a file that this part is made from. */
  of(file: string): PieceListener;
}
export interface Piece {
  readonly reader: RowReader;
  readonly rows: readonly Row[];
}
export interface PieceOptions {
  readonly maxRecord: number;
  readonly signal?: AbortSignal | undefined;
}

export const csvReasons: Readonly<Record<CsvFault['code'], RejectReason>> = {
  line_too_long: 'line_too_long',
  unclosed_quote: 'unclosed_quote',
  bad_quotes: 'bad_quotes',
  not_utf8: 'not_utf8',
  not_text: 'not_text',
};

/** Reads a file of a bundle as pieces of rows, some thousands each: streaming, and on to the end whatever single rows are like.
 * A header that will not do ends it at once. */
export async function* readPieces(
  part: BundlePart,
  listener: PieceListener,
  options: PieceOptions,
): AsyncIterable<Piece> {
  const { file } = part;
  let reader: RowReader | null = null;
  let refused = false;
  let rows: Row[] = [];
  const parser = createCsvParser(
    {
      row(cells, line) {
        if (refused) return;
        if (reader === null) {
          reader = openReader(file, cells, line, listener);
          refused = reader === null;
          return;
        }
        takeRow(cells, line);
      },
      fault({ code, line }) {
        if (refused) return;
        if (reader !== null) return listener.row(csvReasons[code], line);
        refused = true;
        listener.file(csvReasons[code], null, line);
      },
    },
    options.maxRecord,
  );
  let width = 0;

  function takeRow(cells: string[], line: number): void {
    const isEmpty = (some: readonly string[]): boolean => some.every((cell) => cell.trim() === '');
    const fits = cells.length === width;
    if ((!fits || cells[0] === '') && isEmpty(cells)) return;
    // A spreadsheet may save empty cells behind the last column.
    if (fits || (cells.length > width && isEmpty(cells.slice(width)))) rows.push(newRow(cells, line));
    else listener.row('cells', line);
  }

  function openReader(of: BundleFile, cells: string[], line: number, told: PieceListener): RowReader | null {
    const header = readHeader(of, cells);
    if (isHeaderFault(header)) {
      told.file(header.code, header.field, line);
      return null;
    }
    for (const name of header.unknown) told.file('unknown_column', name.slice(0, 64), line);
    width = header.width;
    const missingCodes = new Set<string>();
    return createRowReader(of, header, (column) => {
      if (missingCodes.has(column)) return;
      missingCodes.add(column);
      told.note('missing_code', column, null);
    });
  }

  let first = true;
  try {
    for await (const bytes of part.read()) {
      options.signal?.throwIfAborted();
      if (first && isUtf16(bytes)) return listener.file('not_utf8', null, 1);
      first = false;
      listener.bytes(bytes.length);
      parser.write(bytes);
      if (refused) return;
      if (reader !== null && rows.length > 0) {
        yield { reader, rows };
        rows = [];
      }
    }
  } catch (error) {
    if (!isReadingFault(error)) throw error;
    return listener.file('unreadable', null, null);
  }
  parser.end();
  if (refused) return;
  if (reader === null) return listener.file('empty_file', null, null);
  if (rows.length > 0) yield { reader, rows };
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Faults of this one file: the disk, its rights, a damaged archive entry. Anything else (a bomb, a stop) ends the import. */
export function isReadingFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('faults' in error) return 'code' in error && error.code === 'invalid_input';
  return (
    ('code' in error &&
      typeof error.code === 'string' &&
      /^(E[A-Z]+|Z_[A-Z_]+|ERR_STREAM_PREMATURE_CLOSE)$/.test(error.code)) ||
    /invalid|unexpected end/i.test(error.message)
  );
}
