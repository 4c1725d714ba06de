import { foldWidth } from './width.ts';

const mobile = /^1[3-9]\d{9}$/;

/** One spelling for one number: digits alone, without the country code (+86, 0086, 86) and without the 0 that some lists put
 * before a mobile number; a land line keeps the 0 of its area code. Undefined when it is no number at all. */
export function normalisePhone(text: string): string | undefined {
  if (mobile.test(text)) return text;
  const dense = foldWidth(text).replace(/[\s\-().\u2010-\u2015]+/g, '');
  if (!/^\+?\d{3,20}$/.test(dense)) return undefined;
  const national = /^(?:\+|00)?86(\d{10,11})$/.exec(dense)?.[1];
  if (national !== undefined) return mobile.test(national) || national.startsWith('0') ? national : `0${national}`;
  return /^01[3-9]\d{9}$/.test(dense) ? dense.slice(1) : dense;
}

/** Numbers that may stand in a call record without anybody having declared them: mobile, land line with or without area code,
 * 400 and 800, service numbers, senders of short messages, abroad. A short text of digits is rather somebody's id. */
const forms = [
  mobile,
  /^0\d{9,11}$/,
  /^[2-8]\d{6,7}$/,
  /^[48]00\d{7}$/,
  /^1[012]\d{1,3}$/,
  /^9[56]\d{3,8}$/,
  /^106\d{5,17}$/,
  /^\+\d{7,15}$/,
  /^00\d{8,16}$/,
];
export const looksLikePhone = (normalised: string): boolean => forms.some((form) => form.test(normalised));
