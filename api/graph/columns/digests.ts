import type { Id } from '../../../model/ids.ts';

/** An id's 26 base32 characters as four 32-bit words, most significant first: what the columns hold instead of texts. */
export const wordsInDigest = 4;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const letterValues = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value++) letterValues[alphabet.charCodeAt(value)] = value;
const lettersInDigest = 26;

/** Writes the words of `e_…`, `t_…`, `a_…` into four places; false when it is no such id. */
export function writeDigest(id: Id, words: Uint32Array, at: number): boolean {
  const start = id.indexOf('_') + 1;
  if (start === 0 || id.length !== start + lettersInDigest) return false;
  let held = 0;
  let bits = 0;
  let word = 0;
  for (let letter = 0; letter < lettersInDigest; letter++) {
    const code = id.charCodeAt(start + letter);
    const value = code < 128 ? letterValues[code]! : -1;
    if (value < 0) return false;
    const room = 32 - bits;
    if (room > 5) {
      held = (held << 5) | value;
      bits += 5;
      continue;
    }
    // This letter fills the word; what is left of it starts the next one.
    words[at + word++] = (held << room) | (value >>> (5 - room));
    bits = 5 - room;
    held = value & ((1 << bits) - 1);
    if (word === wordsInDigest) break;
  }
  return true;
}

/** Two letters at once: ids leave the graph by the hundred thousand. */
const letterPairs = Array.from({ length: 1024 }, (_, bits) => `${alphabet[bits >>> 5]}${alphabet[bits & 31]}`);

export function digestText(words: Uint32Array, at: number): string {
  let text = '';
  for (let letter = 0; letter < lettersInDigest; letter += 2) {
    text += letterPairs[(letterValue(words, at, letter) << 5) | letterValue(words, at, letter + 1)];
  }
  return text;
}

/** The 5 bits of one letter; the last letter has only 3 of its own. */
function letterValue(words: Uint32Array, at: number, letter: number): number {
  const bit = letter * 5;
  const word = bit >>> 5;
  const offset = bit & 31;
  const first = words[at + word]!;
  if (offset <= 27) return (first >>> (27 - offset)) & 31;
  const next = word + 1 < wordsInDigest ? words[at + word + 1]! : 0;
  return ((first << (offset - 27)) | (next >>> (59 - offset))) & 31;
}

/** Six letters from `from` on as a number that compares as their text does: digits stand before letters. */
export function textKey(words: Uint32Array, at: number, from: number): number {
  let key = 0;
  for (let letter = from; letter < from + 6; letter++) key = key * 32 + ((letterValue(words, at, letter) + 6) & 31);
  return key;
}
