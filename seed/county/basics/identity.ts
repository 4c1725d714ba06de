/**
 * Numbers that look right and belong to nobody.
 *
 * Identity numbers carry a true GB 11643 check digit but an area code 99xxxx that no office ever issued; company codes carry
 * true GB 11714 and GB 32100 check digits but an organisation part XX…; phones and accounts are in ranges of our own.
 */
import { isoDay } from './calendar.ts';
import type { Random } from './random.ts';

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECK = '10X98765432';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const COMPANY_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const COMPANY_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type NumberMint = ReturnType<typeof createNumberMint>;

export function createNumberMint(random: Random) {
  const used = new Set<string>();
  const fresh = (make: () => string): string => {
    for (;;) {
      const value = make();
      if (used.has(value)) continue;
      used.add(value);
      return value;
    }
  };
  const digits = (count: number) => {
    let text = '';
    for (let i = 0; i < count; i++) text += random.integer(0, 9);
    return text;
  };
  return {
    /** Small serials of the stories stay free: the county begins at 19900 100000. */
    phone: () => fresh(() => `19900${random.integer(100000, 999999)}`),
    account: () => fresh(() => `9900${digits(14)}`),
    identity: (birth: number, male: boolean) =>
      fresh(() =>
        identityNumber(`9901${pad2(random.integer(1, 30))}`, birth, random.integer(0, 499) * 2 + (male ? 1 : 0)),
      ),
    company: () => fresh(() => companyCode(`XX${digits(6)}`)),
  };
}

export function identityNumber(areaCode: string, birth: number, serial: number): string {
  const body = `${areaCode}${isoDay(birth).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const sum = weightedSum(body, IDENTITY_WEIGHTS, '0123456789');
  return body + IDENTITY_CHECK.charAt(sum % 11);
}

export function companyCode(organisationPart: string): string {
  const rest = (11 - (weightedSum(organisationPart, ORGANISATION_WEIGHTS, ORGANISATION_ALPHABET) % 11)) % 11;
  const body = `91990100${organisationPart}${rest === 10 ? 'X' : rest}`;
  const sum = weightedSum(body, COMPANY_WEIGHTS, COMPANY_ALPHABET);
  return body + COMPANY_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function weightedSum(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);
}

const pad2 = (value: number) => String(value).padStart(2, '0');
