import { foldWidth } from './width.ts';

/** One spelling for one account: without blanks and hyphens between its groups, letters in upper case as printed on cards. */
export function normaliseAccount(text: string): string {
  return foldWidth(text).replace(/[\s\-\u2010-\u2015]+/g, '');
}

/** Bank accounts and cards have 9 to 32 digits, or are IBANs; a shorter text that nobody declared is no account. */
export const looksLikeAccount = (normalised: string): boolean =>
  /^\d{9,32}$/.test(normalised) || /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(normalised);
