import type { FieldReach } from './fields.ts';
import { readingsOf } from './readings.ts';
import { segmentsOf } from './segments.ts';

/** Raise it when a token changes: a store that was filled under another number builds its index anew. */
export const tokenRules = 1;

/** Marks that keep pinyin apart from Latin text. They are no letters, so no text has them inside a run. */
export const fullMark = '~';
export const initialsMark = '^';

/** A run of letters and digits is kept as three-character grams at its even places (and its first three, or all of a shorter run):
 * half as many as all trigrams, and still each part of four characters or more holds one of them whole
 * (sampled q-grams, Sutinen & Tarhio 1996). */
export const gram = 3;
export const gramStep = 2;

/** The tokens a value is stored under. Chinese: every character and every pair; letters and digits: sampled grams;
 * pinyin: each whole reading and its initials (not of a value that is found as a whole only).
 * Takes a normalised text; cost O(length + readings). */
export function tokensOf(text: string, reach: FieldReach = 'text'): string[] {
  const tokens: string[] = [];
  let anyHan = false;
  for (const { han, characters } of segmentsOf(text)) {
    anyHan ||= han;
    if (han) addHan(tokens, characters);
    else addGrams(tokens, characters);
  }
  const readings = anyHan && reach === 'text' ? readingsOf(text) : undefined;
  if (readings === undefined) return tokens;
  for (const one of readings.full) tokens.push(fullMark + one);
  for (const one of readings.initials) tokens.push(initialsMark + one);
  return tokens;
}

function addHan(tokens: string[], characters: readonly string[]): void {
  for (let at = 0; at < characters.length; at++) {
    tokens.push(characters[at]!);
    const next = characters[at + 1];
    if (next !== undefined) tokens.push(characters[at]! + next);
  }
}

function addGrams(tokens: string[], characters: readonly string[]): void {
  tokens.push(characters.slice(0, gram).join(''));
  for (let at = gramStep; at + gram <= characters.length; at += gramStep) {
    tokens.push(characters[at]! + characters[at + 1]! + characters[at + 2]!);
  }
}
