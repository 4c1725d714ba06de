import { type TableDecoder, tableDecoder } from './encoding.ts';

/** A reader of CSV (RFC 4180) over pieces of bytes, made for files that may be hostile and for millions of rows: it knows the
 * line of each row, needs memory for one record at most, and after a broken record goes on with the next line, so that the
 * good rows are kept. Line ends may be CRLF, LF or CR alone; a byte-order mark is dropped; a quote inside an unquoted cell is
 * an ordinary sign. Cost O(bytes); a record is scanned again from its start when it lies across two pieces. */
export interface CsvSink {
  /** `bad`: some sign could not be decoded; only where the dialect keeps such rows. */
  row(cells: string[], line: number, bad: boolean): void;
  fault(fault: CsvFault): void;
}
export interface CsvFault {
  readonly line: number;
  readonly code: 'line_too_long' | 'unclosed_quote' | 'bad_quotes' | 'not_utf8' | 'not_text';
}
export interface CsvParser {
  write(bytes: Uint8Array): void;
  end(): void;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** How a table is written, where it is not as RFC 4180 says. */
export interface CsvDialect {
  readonly decoder?: TableDecoder;
  /** One sign of ASCII. */
  readonly separator?: string;
  /** Rows with signs that could not be decoded come as rows: their reader looks whether it matters. */
  readonly keepsBadSigns?: boolean;
}

export function createCsvParser(sink: CsvSink, maxRecord = 4 * 1024 * 1024, dialect: CsvDialect = {}): CsvParser {
  const decoder = dialect.decoder ?? tableDecoder('utf-8');
  const comma = (dialect.separator ?? ',').charCodeAt(0);
  let text = '';
  let line = 1;
  let atStart = true;
  /** Inside a line that was given up: nothing is kept until it ends. */
  let skipping = false;
  let skippedCarriageReturn = false;
  /** A sign that could not be decoded, or a NUL, was met: from then on each row is looked at. */
  let suspicious = false;

  function write(bytes: Uint8Array): void {
    take(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), false);
  }

  function take(piece: string, final: boolean): void {
    let added = piece;
    if (atStart && added.length > 0) {
      atStart = false;
      if (added.charCodeAt(0) === 0xfeff) added = added.slice(1);
    }
    if (!suspicious && (added.includes('\uFFFD') || added.includes('\0'))) suspicious = true;
    if (skipping) added = afterSkipped(added);
    text = text.length === 0 ? added : text + added;
    text = text.slice(scan(final));
  }

  /** Drops what belongs to the line given up. */
  function afterSkipped(piece: string): string {
    if (piece.length === 0) return piece;
    if (skippedCarriageReturn) {
      skipping = false;
      skippedCarriageReturn = false;
      line += 1;
      return piece.charCodeAt(0) === lineFeed ? piece.slice(1) : piece;
    }
    const end = lineEnd(piece, 0);
    if (end < 0) return '';
    if (piece.charCodeAt(end) === carriageReturn && end + 1 === piece.length) {
      skippedCarriageReturn = true;
      return '';
    }
    skipping = false;
    line += 1;
    return piece.slice(afterLineEnd(piece, end));
  }

  /** Reads whole records; returns where the first unfinished one begins. */
  function scan(final: boolean): number {
    let start = 0;
    while (start < text.length && !skipping) {
      const next = record(start, final);
      if (next < 0) return start;
      start = next;
    }
    return skipping ? text.length : start;
  }

  /** Reads the record at `start`; returns where the next begins, or -1 when it needs more. */
  function record(start: number, final: boolean): number {
    const cells: string[] = [];
    const { length } = text;
    let at = start;
    let lines = 0;
    for (;;) {
      if (at < length && text.charCodeAt(at) === quote) {
        let value = '';
        let from = at + 1;
        let close: number;
        for (;;) {
          close = text.indexOf('"', from);
          if (close < 0 || (close + 1 === length && !final)) return unfinished(start, final, true);
          if (close + 1 < length && text.charCodeAt(close + 1) === quote) {
            value += text.slice(from, close + 1);
            from = close + 2;
            continue;
          }
          value += text.slice(from, close);
          break;
        }
        if (value.includes('\n') || value.includes('\r')) lines += countLineEnds(value);
        cells.push(value);
        at = close + 1;
        if (at < length) {
          const sign = text.charCodeAt(at);
          if (sign !== comma && sign !== lineFeed && sign !== carriageReturn)
            return brokenAfterQuote(start, at, final, lines);
        }
      } else {
        const from = at;
        while (at < length) {
          const sign = text.charCodeAt(at);
          if (sign === comma || sign === lineFeed || sign === carriageReturn) break;
          at += 1;
        }
        if (at === length && !final) return unfinished(start, final, false);
        cells.push(text.slice(from, at));
      }
      if (at === length) {
        if (!final) return unfinished(start, final, false);
        return finish(cells, lines, length);
      }
      const sign = text.charCodeAt(at);
      if (sign === comma) {
        at += 1;
        continue;
      }
      // A CR at the end of the piece may be half of a CRLF.
      if (sign === carriageReturn && at + 1 === length && !final) return unfinished(start, final, false);
      return finish(cells, lines + 1, afterLineEnd(text, at));
    }
  }

  function finish(cells: string[], lines: number, next: number): number {
    const first = line;
    line += lines;
    if (cells.length === 1 && cells[0] === '') return next;
    if (suspicious) {
      const bad = cells.some((cell) => cell.includes('\uFFFD'));
      if (bad && dialect.keepsBadSigns !== true) sink.fault({ line: first, code: 'not_utf8' });
      else if (cells.some((cell) => cell.includes('\0'))) sink.fault({ line: first, code: 'not_text' });
      else sink.row(cells, first, bad);
    } else sink.row(cells, first, false);
    return next;
  }

  function unfinished(start: number, final: boolean, inQuotes: boolean): number {
    if (!final && text.length - start <= maxRecord) return -1;
    const firstEnd = lineEnd(text, start);
    if (inQuotes && (firstEnd >= 0 || final)) {
      // The quote was never closed: its line is given up and reading goes on behind it.
      // (An odd number of quotes closes what an earlier line opened, so no line is scanned twice this way.)
      sink.fault({ line, code: 'unclosed_quote' });
      line += 1;
      return firstEnd < 0 ? text.length : afterLineEnd(text, firstEnd);
    }
    sink.fault({ line, code: 'line_too_long' });
    skipping = true;
    skippedCarriageReturn = false;
    return text.length;
  }

  function brokenAfterQuote(start: number, at: number, final: boolean, lines: number): number {
    const end = lineEnd(text, at);
    if (end < 0 && !final) return unfinished(start, final, false);
    if (end + 1 === text.length && text.charCodeAt(end) === carriageReturn && !final)
      return unfinished(start, final, false);
    sink.fault({ line, code: 'bad_quotes' });
    line += lines + 1;
    return end < 0 ? text.length : afterLineEnd(text, end);
  }

  return {
    write,
    end() {
      take(decoder.end(), true);
      text = '';
    },
  };
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const carriage = text.indexOf('\r', from);
  if (feed < 0) return carriage;
  return carriage < 0 ? feed : Math.min(feed, carriage);
}

function afterLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}

function countLineEnds(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
