import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';

export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}
/** A row that is no CSV. */
export class UnreadableRow extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line}`);
    this.line = line;
  }
}

const bytesAtOnce = 1 << 20;

/** The rows of a CSV file, a chunk at a time. Lines without a quotation mark are split by hand, some ten times faster than a parser;
 * from the first chunk with one on, csv-parse reads the rest. */
export async function* rowsOf(path: string): AsyncGenerator<readonly Row[]> {
  const chunks: AsyncIterator<string> = createReadStream(path, { encoding: 'utf8', highWaterMark: bytesAtOnce })[
    Symbol.asyncIterator
  ]();
  let rest = '';
  let line = 1;
  for (;;) {
    const { value, done } = await chunks.next();
    const text = rest + (done === true ? '' : value);
    if (text.includes('"')) {
      yield* parsedRows(text, chunks, line);
      return;
    }
    const whole = done === true ? text.length : lastLineEnd(text);
    const lines = text.slice(0, whole).split(/\r\n|\n|\r/);
    if (done !== true) lines.pop(); // what stands after the last line end is nothing yet
    const first = line;
    yield lines.flatMap((content, at): Row[] => {
      const trimmed = (first + at === 1 ? content.replace(/^\ufeff/, '') : content).trim();
      return trimmed === '' ? [] : [{ cells: trimmed.split(',').map((cell) => cell.trim()), line: first + at }];
    });
    if (done === true) return;
    line += lines.length;
    rest = text.slice(whole);
  }
}

/** Just after the last line end that is surely whole: a carriage return at the very end may have its line feed to come. */
function lastLineEnd(text: string): number {
  const returned = text.endsWith('\r') ? text.lastIndexOf('\r', text.length - 2) : text.lastIndexOf('\r');
  return Math.max(text.lastIndexOf('\n'), returned) + 1;
}

async function* parsedRows(
  start: string,
  chunks: AsyncIterator<string>,
  firstLine: number,
): AsyncGenerator<readonly Row[]> {
  async function* remaining(): AsyncGenerator<string> {
    yield start;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  const source = Readable.from(remaining());
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const row of parser) {
      const { record, info } = row as { record: string[]; info: Info }; // what csv-parse gives with `info`
      yield [{ cells: record, line: firstLine - 1 + info.lines }];
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableRow(firstLine - 1 + Number(error.lines ?? 1)) : error;
  }
}
