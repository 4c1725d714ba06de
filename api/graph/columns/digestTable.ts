import { wordsInDigest } from './digests.ts';

/** Digest → its number, in order of first meeting. Open addressing over a power of two, at most half full; digests are hashes
 * already, so their first word is the place. 24 bytes a digest, against some 150 for a Map of texts. */
export function createDigestTable(expected = 1024) {
  let words = new Uint32Array(expected * wordsInDigest);
  let slots = new Int32Array(slotsFor(expected)).fill(-1);
  let size = 0;

  function same(number: number, other: Uint32Array, at: number): boolean {
    const own = number * wordsInDigest;
    return (
      words[own] === other[at] &&
      words[own + 1] === other[at + 1] &&
      words[own + 2] === other[at + 2] &&
      words[own + 3] === other[at + 3]
    );
  }

  /** The slot that holds this digest, or the free one where it would go. */
  function slotOf(other: Uint32Array, at: number): number {
    const mask = slots.length - 1;
    let slot = other[at]! & mask;
    while (slots[slot] !== -1 && !same(slots[slot]!, other, at)) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const wider = new Uint32Array(words.length * 2);
    wider.set(words);
    words = wider;
    slots = new Int32Array(slotsFor(words.length / wordsInDigest)).fill(-1);
    for (let number = 0; number < size; number++) slots[slotOf(words, number * wordsInDigest)] = number;
  }

  return {
    get size(): number {
      return size;
    },
    /** All digests, four words each, by number. Valid until the next `add`. */
    get words(): Uint32Array {
      return words;
    },
    find: (other: Uint32Array, at: number): number => slots[slotOf(other, at)]!,
    /** Its number, given now if it is new. */
    add(other: Uint32Array, at: number): number {
      let slot = slotOf(other, at);
      if (slots[slot] !== -1) return slots[slot]!;
      if ((size + 1) * wordsInDigest > words.length) {
        grow();
        slot = slotOf(other, at);
      }
      words.set(other.subarray(at, at + wordsInDigest), size * wordsInDigest);
      slots[slot] = size;
      return size++;
    },
  };
}
export type DigestTable = ReturnType<typeof createDigestTable>;

function slotsFor(digests: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(digests, 8) * 2));
}
