import { type AgencyFormatName, agencyFormatNames } from '../../../model/vocabulary/agency.ts';
import type { FoundFile } from '../read/bundle.ts';
import { createCsvParser } from '../read/csv.ts';
import { encodingsOf, type TableEncoding, tableDecoder } from '../read/encoding.ts';
import { type Layout, layoutOf, templateLayout } from './layout.ts';

/** What the beginning of a table tells of it. */
export interface Probe {
  readonly encoding: TableEncoding;
  readonly separator: string;
  readonly layout: Layout;
  /** Lines up to and with the header hold no data; 0 where there is no header. */
  readonly headerLine: number;
}
export type ProbeFault = 'not_utf8' | 'missing_header' | 'empty_file';

const sampleBytes = 256 * 1024;
/** A title, the unit that answers and the day may stand above the header. */
const mostLinesAbove = 20;
const separators = [',', '\t', ';', '|'] as const;

/** Finds encoding, separator and header of a table as agencies return it: of this format, or of any. Nothing is declared in such
 * files, so it is looked for in the first 256 KB: the encoding that fits every byte, the separator that makes some of the first
 * lines a header. */
export async function probe(file: FoundFile, wanted: AgencyFormatName | null): Promise<Probe | ProbeFault> {
  const sample = await sampleOf(file);
  if (sample.length === 0) return 'empty_file';
  if (isUtf16(sample)) return 'not_utf8';
  const encodings = encodingsOf(sample);
  for (const encoding of encodings)
    for (const separator of separators) {
      const lines = firstLines(sample, encoding, separator);
      const found = headerIn(lines, wanted === null ? agencyFormatNames : [wanted]);
      if (found !== null) return { encoding, separator, ...found };
      if (wanted === null || lines.length === 0) continue;
      const layout = templateLayout(wanted);
      if (lines.every(({ cells }) => isAsWide(cells, layout.width)))
        return { encoding, separator, layout, headerLine: 0 };
    }
  return encodings.length > 1 ? 'not_utf8' : 'missing_header';
}

function headerIn(
  lines: readonly { readonly cells: readonly string[]; readonly line: number }[],
  formats: readonly AgencyFormatName[],
): Pick<Probe, 'layout' | 'headerLine'> | null {
  for (const { cells, line } of lines)
    for (const format of formats) {
      const layout = layoutOf(format, cells);
      if (layout !== null) return { layout, headerLine: line };
    }
  return null;
}

const isAsWide = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

async function sampleOf(file: FoundFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of file.read()) {
    pieces.push(bytes);
    length += bytes.length;
    if (length >= sampleBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, sampleBytes);
}

function firstLines(
  sample: Uint8Array,
  encoding: TableEncoding,
  separator: string,
): { readonly cells: string[]; readonly line: number }[] {
  const lines: { cells: string[]; line: number }[] = [];
  const parser = createCsvParser(
    {
      row(cells, line) {
        if (lines.length < mostLinesAbove) lines.push({ cells, line });
      },
      fault() {
        // it is told when the file is read
      },
    },
    sampleBytes,
    { decoder: tableDecoder(encoding), separator, keepsBadSigns: true },
  );
  // What a cut sample ends with may be half a row: it is not asked for.
  parser.write(sample);
  if (lines.length === 0 || sample.length < sampleBytes) parser.end();
  return lines;
}
