import type { AgencyFormatName } from '../../../model/vocabulary/agency.ts';
import type { FoundFile } from '../read/bundle.ts';
import { createCsvParser } from '../read/csv.ts';
import { tableDecoder } from '../read/encoding.ts';
import { csvReasons, isReadingFault, type PieceListener, type PieceOptions } from '../read/pieces.ts';
import { type Probe, type ProbeFault, probe } from './probe.ts';

/** One file of a format, and how it is written. */
export interface AgencyTable {
  readonly file: FoundFile;
  readonly probe: Probe;
}
export interface Line {
  readonly cells: readonly string[];
  readonly line: number;
  /** Some sign of it could not be decoded. */
  readonly bad: boolean;
}

/** Reads the rows of a table in pieces: streaming, faults told by line, and on to the end. */
export async function* readLines(
  { file, probe: { encoding, separator, layout, headerLine } }: AgencyTable,
  listener: PieceListener,
  options: PieceOptions,
): AsyncIterable<readonly Line[]> {
  if (layout.fault !== null) return listener.file(layout.fault.why, layout.fault.field, headerLine);
  for (const name of layout.unknown) listener.file('unknown_column', name.slice(0, 64), headerLine);
  const { width } = layout;
  let lines: Line[] = [];
  const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
  const parser = createCsvParser(
    {
      row(cells, line, bad) {
        if (line <= headerLine) return;
        if (cells.length === width ? cells[0] === '' && isEmpty(cells) : isEmpty(cells)) return;
        // Values end in a tab and rows in a comma: empty cells may stand behind the last column.
        if (cells.length >= width && (cells.length === width || isEmpty(cells.slice(width))))
          lines.push({ cells, line, bad });
        else listener.row('cells', line);
      },
      fault({ code, line }) {
        if (line > headerLine) listener.row(csvReasons[code], line);
      },
    },
    options.maxRecord,
    { decoder: tableDecoder(encoding), separator, keepsBadSigns: true },
  );
  try {
    for await (const bytes of file.read()) {
      options.signal?.throwIfAborted();
      listener.bytes(bytes.length);
      parser.write(bytes);
      if (lines.length === 0) continue;
      yield lines;
      lines = [];
    }
  } catch (error) {
    if (!isReadingFault(error)) throw error;
    return listener.file('unreadable', null, null);
  }
  parser.end();
  if (lines.length > 0) yield lines;
}

/** The file as a table of this format (of any, where none is named), or why it is none. */
export async function openTable(file: FoundFile, format: AgencyFormatName | null): Promise<AgencyTable | TableFault> {
  try {
    const found = await probe(file, format);
    return typeof found === 'string' ? found : { file, probe: found };
  } catch (error) {
    if (isReadingFault(error)) return 'unreadable';
    throw error;
  }
}
export type TableFault = ProbeFault | 'unreadable';
