import type { FoundFile } from '../../read/bundle.ts';
import { type CsvFault, createCsvParser } from '../../read/csv.ts';
import { FileFault, type ReadingHow } from '../items.ts';

export type CsvRow = { readonly cells: readonly string[]; readonly line: number } | CsvFault;
export const isFaulty = (row: CsvRow): row is CsvFault => 'code' in row;

/** Rows of a CSV file of whatever columns, a piece at a time. */
export async function* readCsvRows(file: FoundFile, how: ReadingHow): AsyncIterable<readonly CsvRow[]> {
  let rows: CsvRow[] = [];
  const parser = createCsvParser(
    { row: (cells, line) => rows.push({ cells, line }), fault: (fault) => rows.push(fault) },
    how.maxRecord,
  );
  let first = true;
  for await (const bytes of file.read()) {
    how.signal?.throwIfAborted();
    if (first && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)))
      throw new FileFault('not_utf8', 1);
    first = false;
    how.onBytes(bytes.length);
    parser.write(bytes);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  parser.end();
  if (rows.length > 0) yield rows;
}
