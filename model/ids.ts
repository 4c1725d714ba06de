import { hash, randomBytes } from 'node:crypto';

/** Ids: a letter, an underscore and 26 base32 characters (RFC 4648, lower case) of 128 bits.
 * Content ids are the first 128 bits of a SHA-256 over length-prefixed parts, so that no two lists of parts share a text;
 * ids of what is made by hand, and of batches, jobs, boards and runs, are random. Never sequential. */
export type Id = string;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const spaces = {
  party: 'party', // people and organisations share one space
  account: 'account', // known by their number: no namespace
  phone: 'phone',
  case: 'case',
  tender: 'tender',
  operation: 'operation',
  decision: 'decision',
} as const;
export type IdSpace = keyof typeof spaces | `record:${string}`;

/** Accounts and phones are the same thing in every namespace: they are known by their number. */
export function entityId(namespace: string, space: IdSpace, sourceId: string): Id {
  const known = space === 'account' || space === 'phone' ? '' : namespace;
  return `e_${digest([known, space, sourceId])}`;
}
export function tieId(kind: string, from: Id, to: Id, role: string): Id {
  return `t_${digest([kind, from, to, role])}`;
}
export const contentId = (prefix: 'a' | 'v', parts: readonly string[]): Id => `${prefix}_${digest(parts)}`;
/** Random id; `random` is passed in tests that need the same ids again. */
export const randomId = (prefix: string, random: (size: number) => Uint8Array = randomBytes): Id =>
  `${prefix}_${toBase32(random(16))}`;

export function digest(parts: readonly string[]): string {
  // One text and one call: an import makes millions of ids, and each update of a hash costs as much as hashing.
  let text = '';
  for (const part of parts) text += `${part.length}:${part};`;
  return digestOfText(text);
}

/** First 128 bits of the SHA-256 of a text. As text of one character a byte: a Buffer for each hash costs twice as much as the hash. */
export function digestOfText(text: string): string {
  const bytes = hash('sha256', text, 'binary');
  let length = 0;
  let bits = 0;
  let value = 0;
  for (let at = 0; at < 16; at++) {
    value = (value << 8) | bytes.charCodeAt(at);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      written[length++] = codes[(value >>> bits) & 31]!;
    }
    value &= (1 << bits) - 1;
  }
  written[length++] = codes[(value << (5 - bits)) & 31]!;
  return written.toString('latin1', 0, length);
}
const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const written = Buffer.alloc(26);

/** 16 bytes as 26 characters. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** The 16 bytes of an id's 26 characters; undefined when it is not one. */
export function fromBase32(text: string): Uint8Array | undefined {
  if (text.length !== 26) return undefined;
  const bytes = new Uint8Array(16);
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const letter of text) {
    const five = alphabet.indexOf(letter);
    if (five < 0) return undefined;
    value = (value << 5) | five;
    bits += 5;
    if (bits >= 8 && at < 16) {
      bits -= 8;
      bytes[at++] = (value >>> bits) & 255;
    }
    value &= (1 << bits) - 1;
  }
  return bytes;
}

const idPattern = /^[a-z]+_[a-z2-7]{26}$/;
export const isId = (text: string, prefix?: string): boolean =>
  idPattern.test(text) && (prefix === undefined || text.startsWith(`${prefix}_`));
