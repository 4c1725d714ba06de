import { textKey, wordsInDigest } from './digests.ts';

const bitsAPass = 15;
const buckets = 2 ** bitsAPass;

/** The numbers of digests in order of their texts. Radix sort over the first twelve letters, four stable passes of 15 bits:
 * O(n). Digests are 128 bits of a hash, so two that agree in sixty bits are not to be expected; were there any, they
 * would stand in order of their numbers. */
export function inTextOrder(words: Uint32Array, size: number): Int32Array {
  let order = Int32Array.from({ length: size }, (_, number) => number);
  let sorted = new Int32Array(size);
  for (const from of [6, 0]) {
    const keys = new Uint32Array(size);
    for (let number = 0; number < size; number++) keys[number] = textKey(words, number * wordsInDigest, from);
    for (const shift of [0, bitsAPass]) {
      const places = new Int32Array(buckets + 1);
      for (let at = 0; at < size; at++) places[((keys[at]! >>> shift) & (buckets - 1)) + 1]!++;
      for (let bucket = 0; bucket < buckets; bucket++) places[bucket + 1]! += places[bucket]!;
      for (let at = 0; at < size; at++) {
        const number = order[at]!;
        sorted[places[(keys[number]! >>> shift) & (buckets - 1)]!++] = number;
      }
      [order, sorted] = [sorted, order];
    }
  }
  return order;
}
