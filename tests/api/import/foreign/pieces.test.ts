import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonObjects } from '../../../../api/import/foreign/jsonObjects.ts';
import { type Line, readLines } from '../../../../api/import/foreign/lines.ts';

const how = { maxRecord: 50, onBytes: () => undefined };
async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function gathered(lines: AsyncIterable<readonly Line[]>): Promise<Line[]> {
  const found: Line[] = [];
  for await (const some of lines) found.push(...some);
  return found;
}

describe('wherever a file is cut into pieces, it reads the same', () => {
  const parts = fc.array(fc.constantFrom('a', '河', '\r', '\n', '\r\n', '{', '}', '"', '\\', 'x'.repeat(40)), {
    maxLength: 30,
  });
  for (const [name, read] of [
    ['lines', readLines],
    ['JSON objects', readJsonObjects],
  ] as const)
    it(name, async () => {
      await fc.assert(
        fc.asyncProperty(parts, fc.integer({ min: 1, max: 7 }), async (some, size) => {
          const bytes = new TextEncoder().encode(some.join(''));
          const whole = await gathered(read(pieces(bytes, Math.max(1, bytes.length)), how));
          expect(await gathered(read(pieces(bytes, size), how))).toEqual(whole);
        }),
      );
    });

  it('lines end with LF, CRLF or CR alone; what is too long is told by its number', async () => {
    const text = `a\r\nb\rc\n${'x'.repeat(60)}\nd`;
    const found = await gathered(readLines(pieces(new TextEncoder().encode(text), 3), how));
    expect(found.map(({ text: line, number, tooLong }) => [number, tooLong ? null : line])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, null],
      [5, 'd'],
    ]);
  });
});
