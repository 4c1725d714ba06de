import { describe, expect, it } from 'vitest';
import {
  bandOf,
  combineGroups,
  combineParts,
  levelOf,
  poolPrior,
  posteriorOf,
} from '../../../analysis/umbrella/combine.ts';
import type { Part } from '../../../analysis/umbrella/indicator.ts';
import { rules } from '../../../analysis/umbrella/rules.ts';

const part = (family: Part['family'], logLr: number, coverage: number | null = 1): Part => ({
  id: 'I1b',
  family,
  groupId: 'gang',
  observed: 0,
  expected: 0,
  stratum: { zh: '', en: '' },
  n: 0,
  logLr,
  z: 0,
  coverage,
  evidence: [],
  innocent: [],
  text: { zh: '', en: '' },
});

describe('combining parts', () => {
  it('inside a family the greatest plus half the second', () => {
    expect(combineParts([part('contact', 2), part('contact', 4), part('contact', 1)])).toBeCloseTo(
      rules.families.contact * 5,
      12,
    );
  });
  it('across families the weighted sum', () => {
    const { leniency, money } = rules.families;
    expect(combineParts([part('leniency', 3), part('money', 2)])).toBeCloseTo(3 * leniency + 2 * money, 12);
  });
  it('leaves out what is not known', () => {
    expect(combineParts([part('money', 0, null), part('leniency', -1)])).toBeCloseTo(-rules.families.leniency, 12);
  });
  it('averages the factors of several gangs and shares them out', () => {
    const { score, shares } = combineGroups([Math.log(9), Math.log(3)]);
    expect(score).toBeCloseTo(Math.log(6), 12);
    expect(shares[0]).toBeCloseTo(0.75, 12);
  });
});

describe('prior, posterior and band', () => {
  it('spreads the expected number over the pool, within its bounds', () => {
    expect(poolPrior(5_000, 400)).toBeCloseTo(0.05, 12);
    expect(poolPrior(5_000, 2_000)).toBe(0.03);
    expect(poolPrior(5_000, 20)).toBe(0.1);
  });
  it('a factor of 19 moves 5 in a hundred to one half', () => {
    expect(posteriorOf(0.05, Math.log(19))).toBeCloseTo(0.5, 12);
  });
  it.each([
    [0.05, 'at', 'none'],
    [0.099, 'at', 'none'],
    [0.1, 'above', 'watch'],
    [0.49, 'above', 'watch'],
    [0.5, 'well_above', 'watch'],
    [0.99, 'well_above', 'watch'],
  ] as const)('%d against a base rate of .05 is %s and %s: nothing goes above watch', (posterior, band, level) => {
    expect(bandOf(posterior, 0.05)).toBe(band);
    expect(levelOf(band)).toBe(level);
  });
});
