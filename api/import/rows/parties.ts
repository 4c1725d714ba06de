import { firstDay, lastDay } from '../../../model/dates.ts';
import { parseCompanyCode } from '../../../model/identity/companyCode.ts';
import { parseIdentityNumber } from '../../../model/identity/identityNumber.ts';
import { normalisePhone } from '../../../model/identity/phone.ts';
import { foldWidth } from '../../../model/identity/width.ts';
import { noteOf, type Row } from './row.ts';

type Said = Record<string, readonly string[]>;

/** Identity number: the 18 characters, beside the 15 where those were given, so that either finds the person. One that does
 * not check is kept as it stands, since it is what the source says, and noted: it proposes no join. A birth date that only
 * the number tells is taken from it, so that a minor is known as one. */
export function completePerson(row: Row, said: Said, today: string): Said {
  const given = said.idNumber?.[0];
  if (given !== undefined) {
    const identity = parseIdentityNumber(given);
    const sound = identity !== undefined && firstDay(identity.birthDate) <= lastDay(today);
    if (!sound) noteOf(row, 'bad_identity', 'id_number');
    said.idNumber = sound
      ? identity.fromFifteen
        ? [identity.number, foldWidth(given)]
        : [identity.number]
      : [foldWidth(given)];
    if (sound && said.birthDate === undefined) said.birthDate = [identity.birthDate];
  }
  if (said.phone !== undefined) {
    said.phone = said.phone.map((number) => {
      const normal = normalisePhone(number);
      if (normal === undefined) noteOf(row, 'not_a_phone', 'phones');
      return normal ?? number;
    });
  }
  return said;
}

export function completeOrganisation(row: Row, said: Said): Said {
  const given = said.uscCode?.[0];
  if (given === undefined) return said;
  const code = parseCompanyCode(given);
  if (code === undefined) noteOf(row, 'bad_company_code', 'uscc');
  said.uscCode = [code ?? foldWidth(given)];
  return said;
}
