import { foldWidth } from './width.ts';

/** Unified social credit codes (GB 32100-2015): registering authority and kind (2), area (6), organisation (9), check character.
 * Weights are the powers of 3 modulo 31 over an alphabet without I, O, S, V, Z.
 * The inner check of the organisation part (GB 11714) is not asked for: codes in use differ from it. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const form = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** The code in upper case without blanks; undefined when it is none. */
export function parseCompanyCode(text: string): string | undefined {
  const code = foldWidth(text).replace(/\s+/g, '').toUpperCase();
  // Issued codes start with a digit or with A, N, Y (communes, armed forces and others of the standard's table 1).
  if (!form.test(code) || !/^[0-9ANY]/.test(code) || /^0+$/.test(code)) return undefined;
  return companyCheckCharacter(code) === code[17] ? code : undefined;
}

/** Check character of the first 17 characters. */
export function companyCheckCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += alphabet.indexOf(code[i]!) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}
