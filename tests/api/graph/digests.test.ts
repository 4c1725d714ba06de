import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestText, writeDigest } from '../../../api/graph/columns/digests.ts';
import { createDigestTable } from '../../../api/graph/columns/digestTable.ts';
import { createPairTable } from '../../../api/graph/columns/pairTable.ts';
import { inTextOrder } from '../../../api/graph/columns/textOrder.ts';
import { compareText } from '../../../model/audience.ts';
import { fromBase32, toBase32 } from '../../../model/ids.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('holds the same 128 bits as the id, and gives the id back', () => {
  fc.assert(
    fc.property(bytes, (id) => {
      const text = toBase32(id);
      const words = new Uint32Array(6);
      expect(writeDigest(`e_${text}`, words, 1)).toBe(true);
      const expected = fromBase32(text)!;
      expect([...words.subarray(1, 5)]).toEqual([0, 4, 8, 12].map((at) => new DataView(expected.buffer).getUint32(at)));
      expect(digestText(words, 1)).toBe(text);
    }),
  );
});

it('refuses what is no id', () => {
  const words = new Uint32Array(4);
  for (const text of [
    '',
    'e_',
    'e_short',
    `e_${'a'.repeat(27)}`,
    `e_${'1'.repeat(26)}`,
    `e_${'é'.repeat(26)}`,
    'a'.repeat(26),
  ]) {
    expect(writeDigest(text, words, 0)).toBe(false);
  }
});

it('orders digests as their texts are ordered', () => {
  fc.assert(
    fc.property(fc.uniqueArray(bytes.map(toBase32), { maxLength: 50 }), (texts) => {
      const words = new Uint32Array(texts.length * 4);
      texts.forEach((text, at) => void writeDigest(`e_${text}`, words, at * 4));
      expect([...inTextOrder(words, texts.length)].map((number) => texts[number])).toEqual(
        [...texts].sort(compareText),
      );
    }),
  );
});

it('numbers digests in order of meeting, however many', () => {
  const table = createDigestTable(8);
  const words = new Uint32Array(4 * 5_000);
  for (let at = 0; at < words.length; at++) words[at] = Math.imul(at + 1, 0x9e3779b1);
  for (let row = 0; row < 5_000; row++) expect(table.add(words, row * 4)).toBe(row);
  for (let row = 0; row < 5_000; row++) expect(table.find(words, row * 4)).toBe(row);
  expect(table.find(new Uint32Array(4), 0)).toBe(-1);
  expect(table.size).toBe(5_000);
});

it('numbers pairs by ends and kind', () => {
  const pairs = createPairTable(4);
  for (let a = 0; a < 60; a++) for (let b = 0; b < 60; b++) expect(pairs.add(a, b, (a + b) % 3)).toBe(a * 60 + b);
  expect(pairs.find(5, 7, 0)).toBe(307);
  expect(pairs.find(5, 7, 1)).toBe(-1);
  expect([pairs.from(307), pairs.to(307), pairs.kind(307)]).toEqual([5, 7, 0]);
});
