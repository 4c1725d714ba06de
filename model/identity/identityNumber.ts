import { isPartialDate } from '../dates.ts';
import { foldWidth } from './width.ts';

/** Identity numbers of citizens (GB 11643-1999): area (6), birth date (8), sequence (3), check character (ISO 7064 MOD 11-2).
 * Numbers of the first generation (15 digits) lack the century and the check character.
 * Judged are form, calendar date and check character, and told is whether the province exists. The county part of the area is not: codes are split and
 * abolished, and a number keeps the code of its place of issue. A birth in the future is the caller's to judge: no clock here. */
export interface IdentityNumber {
  /** The 18 characters, the check character in upper case. */
  readonly number: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
  /** The province of its area code exists. Where it does not, the number is made up (as in the demonstration) or mistaken. */
  readonly assignedArea: boolean;
  /** It was given with 15 digits; the century is then taken as 19, as all but centenarians have it. */
  readonly fromFifteen: boolean;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';
/** First two digits: provinces by region, Taiwan, Hong Kong, Macao, and 83 (residence permits). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
/** Sequences of the first generation kept for people over a hundred: born before 1900. */
const centenarianSequences = new Set(['996', '997', '998', '999']);

export function parseIdentityNumber(text: string): IdentityNumber | undefined {
  const given = foldWidth(text).trim().toUpperCase();
  if (/^\d{15}$/.test(given)) return parse(fromFifteen(given), true);
  return /^\d{17}[\dX]$/.test(given) ? parse(given, false) : undefined;
}

function fromFifteen(given: string): string {
  const century = centenarianSequences.has(given.slice(12)) ? '18' : '19';
  const seventeen = `${given.slice(0, 6)}${century}${given.slice(6)}`;
  return seventeen + identityCheckCharacter(seventeen);
}

function parse(number: string, isFromFifteen: boolean): IdentityNumber | undefined {
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPartialDate(birthDate) || identityCheckCharacter(number) !== number[17]) return undefined;
  const assignedArea = provinces.has(number.slice(0, 2));
  const gender = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return { number, birthDate, gender, assignedArea, fromFifteen: isFromFifteen };
}

/** Check character of the first 17 digits. */
export function identityCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * (digits.charCodeAt(i) - 48), 0);
  return checkCharacters[sum % 11]!;
}
