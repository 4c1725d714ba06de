import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvFault, createCsvParser } from '../../../api/import/read/csv.ts';

function read(bytes: Uint8Array | string, { piece = 7, maxRecord = 1000 } = {}) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const faults: CsvFault[] = [];
  const parser = createCsvParser(
    {
      row(cells, line) {
        rows.push(cells);
        lines.push(line);
      },
      fault: (fault) => faults.push(fault),
    },
    maxRecord,
  );
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  for (let at = 0; at < all.length; at += piece) parser.write(all.subarray(at, at + piece));
  parser.end();
  return { rows, lines, faults };
}

describe('a reader of CSV', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
  ])('knows the line of each row, line ends being %s', (_name, end) => {
    const text = ['a,b', '1,"x', 'y"', '', '2,z'].join(end);
    for (const piece of [1, 2, 3, 1000]) {
      const { rows, lines, faults } = read(text, { piece });
      expect(rows).toEqual([
        ['a', 'b'],
        ['1', `x${end}y`],
        ['2', 'z'],
      ]);
      expect(lines).toEqual([1, 2, 5]);
      expect(faults).toEqual([]);
    }
  });

  it('drops a byte-order mark and keeps the last row without a line end', () => {
    expect(read('\uFEFFid,name\n1,周一').rows).toEqual([
      ['id', 'name'],
      ['1', '周一'],
    ]);
  });

  it('takes a quote inside an unquoted cell for an ordinary sign', () => {
    expect(read('a\n5" pipe\n').rows).toEqual([['a'], ['5" pipe']]);
  });

  it('gives up a line with text after a closing quote and goes on', () => {
    const { rows, faults } = read('a,b\n"x"y,1\n2,3\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['2', '3'],
    ]);
    expect(faults).toEqual([{ line: 2, code: 'bad_quotes' }]);
  });

  it('gives up only the line whose quote is never closed', () => {
    const { rows, lines, faults } = read('a,b\n"x,1\n2,3\n4,5\n');
    expect(faults).toEqual([{ line: 2, code: 'unclosed_quote' }]);
    expect(rows.slice(1)).toEqual([
      ['2', '3'],
      ['4', '5'],
    ]);
    expect(lines).toEqual([1, 3, 4]);
  });

  it('skips a line that is too long, in bounded memory, and keeps what stands around it', () => {
    const { rows, lines, faults } = read(`a,b\n1,2\n3,${'x'.repeat(50_000)}\r\n4,5\n`, { piece: 333 });
    expect(faults).toEqual([{ line: 3, code: 'line_too_long' }]);
    expect(rows.slice(1)).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
    expect(lines).toEqual([1, 2, 4]);
  });

  it('names the rows that are not UTF-8', () => {
    const gbk = Buffer.concat([Buffer.from('a,b\n1,x\n2,'), Buffer.from([0xd6, 0xdc]), Buffer.from('\n3,y\n')]);
    const { rows, faults } = read(gbk);
    expect(faults).toEqual([{ line: 3, code: 'not_utf8' }]);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['3', 'y'],
    ]);
  });

  it('names the rows that hold a NUL', () => {
    expect(read('a\n1\n\0\n2\n').faults).toEqual([{ line: 3, code: 'not_text' }]);
  });

  it('reads what csv-parse reads, however it is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '周', ' ', '😀'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.constantFrom('\n', '\r\n'), (cells, piece, end) => {
        const text = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end) + end;
        const expected: string[][] = parse(text, { record_delimiter: end });
        expect(read(text, { piece, maxRecord: 100_000 }).rows).toEqual(expected);
      }),
    );
  });

  it('never throws and never reads a row twice, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\0'), maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (text, piece) => {
          const { lines, faults } = read(text, { piece, maxRecord: 20 });
          const all = [...lines, ...faults.map((fault) => fault.line)].sort((a, b) => a - b);
          expect(new Set(all).size).toBe(all.length);
          expect(all.at(-1) ?? 1).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        },
      ),
    );
  });
});
