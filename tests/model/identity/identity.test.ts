import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeAccount, normaliseAccount } from '../../../model/identity/account.ts';
import { companyCheckCharacter, parseCompanyCode } from '../../../model/identity/companyCode.ts';
import { identityCheckCharacter, parseIdentityNumber } from '../../../model/identity/identityNumber.ts';
import { looksLikePhone, normalisePhone } from '../../../model/identity/phone.ts';
import { foldWidth } from '../../../model/identity/width.ts';

const table = new URL('../../../../shared/data/09-cn-ids/cn-ids.csv', import.meta.url);

describe('identity numbers', () => {
  it('takes a number of 15 digits to its 18', () => {
    expect(parseIdentityNumber('210224040226785')).toEqual({
      number: '210224190402267850',
      birthDate: '1904-02-26',
      gender: 'male',
      assignedArea: true,
      fromFifteen: true,
    });
  });

  it('knows the sequences kept for centenarians', () => {
    expect(parseIdentityNumber('110101000101999')?.birthDate).toBe('1800-01-01');
  });

  it('reads a check character in lower case, full-width digits and blanks around', () => {
    expect(parseIdentityNumber('14012118390423652x')?.number).toBe('14012118390423652X');
    expect(parseIdentityNumber('１１０１０１１８０２０６１７３６１９')?.number).toBe('110101180206173619');
    expect(parseIdentityNumber(' 110101180206173619 ')?.number).toBe('110101180206173619');
  });

  it.each([
    ['', 'empty'],
    ['110101********3619', 'masked'],
    ['11010118020617e+03', 'spreadsheet damage'],
    ['110101180206173000', 'last digits lost'],
    ['110102000229001', '1900 had no 29 February'],
    ['210321185013010824', 'month 13'],
  ])('refuses %s: %s', (text) => {
    expect(parseIdentityNumber(text)).toBeUndefined();
  });

  it('tells a number of no province, though it checks otherwise', () => {
    expect(parseIdentityNumber('990101000101001')?.assignedArea).toBe(false);
  });

  it('finds every single changed digit', () => {
    const seventeen = fc
      .tuple(
        fc.integer({ min: 1900, max: 2020 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(
        ([year, month, day, sequence]) =>
          `110101${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(sequence).padStart(3, '0')}`,
      );
    fc.assert(
      fc.property(seventeen, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const number = digits + identityCheckCharacter(digits);
        expect(parseIdentityNumber(number)?.number).toBe(number);
        const changed = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(parseIdentityNumber(changed)).toBeUndefined();
      }),
    );
  });
});

describe('company codes', () => {
  it('reads lower case and blanks', () => {
    expect(parseCompanyCode('12 540122 xx1131133a')).toBe('12540122XX1131133A');
  });

  it('refuses letters that are not in the alphabet, a wrong check character and zeros', () => {
    expect(parseCompanyCode('12540122IX1131133A')).toBeUndefined();
    expect(parseCompanyCode('93222402XX52572940')).toBeUndefined();
    expect(parseCompanyCode('000000000000000000')).toBeUndefined();
  });

  it('accepts what its own check character completes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^9[1-3]\d{6}[0-9A-HJ-NP-RTUWXY]{9}$/), (seventeen) => {
        const code = seventeen + companyCheckCharacter(seventeen);
        expect(parseCompanyCode(code)).toBe(code);
      }),
    );
  });
});

describe.skipIf(!existsSync(table))('the public table of numbers (skipped where ../shared/data is absent)', () => {
  const rows = existsSync(table) ? readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1) : [];
  /** Where we say otherwise than python-stdnum, by the table's own words. */
  const otherwise = /created|area code abolished|unassigned|full-width|zeros/;
  const parsed = rows.map((row) => /^(\w+),((?:"[^"]*")|[^,]*),((?:"[^"]*")|[^,]*),(\w+),(\w*),(\w*),(.*)$/.exec(row));

  it('is judged alike, its own exceptions apart', () => {
    expect(parsed.every((row) => row !== null)).toBe(true);
    for (const row of parsed) {
      const [, kind, quoted, description, verdict, , , eighteen] = row!;
      if (otherwise.test(description!)) continue;
      const number = quoted!.replaceAll('"', '');
      if (kind === 'uscc')
        expect([number, parseCompanyCode(number) !== undefined]).toEqual([number, verdict === 'valid']);
      else expect([number, parseIdentityNumber(number)?.assignedArea === true]).toEqual([number, verdict === 'valid']);
      if (kind === 'ric15' && verdict === 'valid') {
        const made = parseIdentityNumber(number)?.number;
        expect(description!.includes('sequence 99') ? made?.slice(6, 8) : made).toBe(
          description!.includes('sequence 99') ? '18' : eighteen,
        );
      }
    }
  });
});

describe('phones and accounts', () => {
  it.each([
    ['+86 138-0013-8000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['013800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['0571-88888888', '057188888888'],
    ['+86 571 8888 8888', '057188888888'],
    ['+86 10 8888 8888', '01088888888'],
    ['10086', '10086'],
  ])('%s is %s', (given, number) => {
    expect(normalisePhone(given)).toBe(number);
    expect(normalisePhone(number)).toBe(number);
  });

  it('is no number', () => {
    expect(normalisePhone('P0017')).toBeUndefined();
    expect(normalisePhone('12')).toBeUndefined();
  });

  it('takes an id nobody declared for no telephone', () => {
    expect(['13800138000', '95588', '110', '057188888888'].every(looksLikePhone)).toBe(true);
    expect(['15646', '1', '9999999999999'].some(looksLikePhone)).toBe(false);
  });

  it('knows an account by its groups', () => {
    expect(normaliseAccount('6222 0200-0000 0001')).toBe('6222020000000001');
    expect(looksLikeAccount('6222020000000001')).toBe(true);
    expect(looksLikeAccount('A216')).toBe(false);
  });

  it('leaves Han text alone', () => {
    expect(foldWidth('ＡＢ１２　张三，村')).toBe('AB12 张三,村');
  });
});
