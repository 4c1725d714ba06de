import { describe, expect, it } from 'vitest';
import { dayOf, isoDay, isoTime, LAST_DAY, weekday } from '../../seed/county/basics/calendar.ts';
import { companyCode, identityNumber } from '../../seed/county/basics/identity.ts';
import { createRandom } from '../../seed/county/basics/random.ts';
import { generateCounty } from '../../seed/county/generate.ts';
import { text } from './reading.ts';

/** GB 11643: the weighted sum with the check digit is 1 modulo 11 (ISO 7064 MOD 11-2). */
function validIdentity(number: string): boolean {
  let remainder = 0;
  for (const sign of number) remainder = (remainder * 2 + (sign === 'X' ? 10 : Number(sign))) % 11;
  return number.length === 18 && remainder === 1;
}

/** GB 32100: the weighted sum, weights powers of three modulo 31, is 0 with the check digit. */
function validCompany(code: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let [sum, weight] = [0, 1];
  for (const sign of code.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return code.length === 18 && (sum + signs.indexOf(code.charAt(17))) % 31 === 0;
}

describe('made-up numbers', () => {
  it('knows right from wrong by published examples', () => {
    expect(validIdentity('11010519491231002X')).toBe(true);
    expect(validIdentity('110105194912310021')).toBe(false);
    expect(identityNumber('110105', dayOf(1949, 12, 31), 2)).toBe('11010519491231002X');
  });

  it('gives everyone a valid identity number of an area nobody issues, of his own birth day and sex', () => {
    const { people } = generateCounty({ seed: 4, people: 900 }).tables;
    const numbered = people.filter((row) => row.id_number !== undefined);
    expect(numbered.length).toBeGreaterThan(700);
    expect(new Set(numbered.map((row) => row.id_number)).size).toBe(numbered.length);
    for (const row of numbered) {
      const number = text(row, 'id_number');
      expect(validIdentity(number)).toBe(true);
      expect(number.startsWith('99')).toBe(true);
      const born = text(row, 'birth_date').replaceAll('-', '');
      expect(number.slice(6, 6 + born.length)).toBe(born);
      expect(Number(number.charAt(16)) % 2).toBe(row.gender === 'male' ? 1 : 0);
    }
  });

  it('gives every company a valid code with an organisation part of nobody', () => {
    const { organisations } = generateCounty({ seed: 4, people: 900 }).tables;
    const codes = organisations.filter((row) => row.uscc !== undefined).map((row) => text(row, 'uscc'));
    expect(codes.length).toBeGreaterThan(50);
    for (const code of codes) {
      expect(validCompany(code)).toBe(true);
      expect(code.slice(8, 10)).toBe('XX');
    }
    // taken from a set of codes checked by another program
    expect(companyCode('XX255582').slice(8, 17)).toBe('XX2555827');
  });

  it('uses phones of a range of its own, each by one person', () => {
    const { people } = generateCounty({ seed: 4, people: 900 }).tables;
    const phones = people.flatMap((row) => text(row, 'phones').split(';')).filter(Boolean);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) expect(phone).toMatch(/^19900\d{6}$/);
  });

  it('has many two-character names, namesakes and some compound surnames', () => {
    const names = generateCounty({ seed: 4 }).tables.people.map((row) => text(row, 'name'));
    expect(names.filter((name) => name.length === 2).length / names.length).toBeGreaterThan(0.3);
    expect(new Set(names).size).toBeLessThan(names.length * 0.9);
    expect(names.some((name) => /^(欧阳|上官|司马)/.test(name))).toBe(true);
  });
});

describe('the calendar', () => {
  it('counts days without a clock', () => {
    expect(isoDay(0)).toBe('2024-01-01');
    expect(isoDay(59)).toBe('2024-02-29');
    expect(isoDay(LAST_DAY)).toBe('2025-12-31');
    expect(isoDay(dayOf(1969, 3, 1))).toBe('1969-03-01');
    expect(isoTime(1, 3661)).toBe('2024-01-02T01:01:01');
    expect(weekday(0)).toBe(0);
    expect(weekday(dayOf(2025, 12, 31))).toBe(2);
  });
});

describe('random numbers', () => {
  it('repeat for a seed and a label, and differ between labels', () => {
    const draw = (seed: number, label: string) => Array.from({ length: 5 }, createRandom(seed, label).next);
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
  });

  it('fork without regard to how far they were used', () => {
    const [fresh, used] = [createRandom(1, 'x'), createRandom(1, 'x')];
    used.next();
    expect(used.fork('y').next()).toBe(fresh.fork('y').next());
  });

  it('have the means they should', () => {
    const random = createRandom(9);
    const mean = (draw: () => number) => Array.from({ length: 20_000 }, draw).reduce((a, b) => a + b, 0) / 20_000;
    expect(mean(random.next)).toBeCloseTo(0.5, 1);
    expect(mean(() => random.poisson(4))).toBeCloseTo(4, 0);
    expect(mean(() => random.poisson(60))).toBeCloseTo(60, -1);
    expect(mean(random.normal)).toBeCloseTo(0, 1);
    expect(new Set(random.sample([1, 2, 3, 4], 9)).size).toBe(4);
  });
});
