import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../analysis/umbrella/logGamma.ts';
import { countLogLr, partLogLr, pValueLogLr, type Trial, trialsLogLr } from '../../../analysis/umbrella/logLr.ts';

/** ∫ Poisson(n | ρE) Gamma(ρ | a, b) dρ from ρ = `least` on, without n ln E − ln n!, by Simpson's rule over ln ρ. */
function marginalByIntegration(n: number, e: number, a: number, b: number, least = 0): number {
  const [from, to, steps] = [least === 0 ? -25 : Math.log(least), 8, 40_000];
  const h = (to - from) / steps;
  const density = (u: number): number => {
    const rho = Math.exp(u);
    return Math.exp((n + a) * u - (e + b) * rho + a * Math.log(b) - logGamma(a));
  };
  let sum = density(from) + density(to);
  for (let i = 1; i < steps; i++) sum += density(from + i * h) * (i % 2 === 1 ? 4 : 2);
  return Math.log((sum * h) / 3);
}

/** ln of the prior's mass above 1. */
const above = (a: number, b: number): number => marginalByIntegration(0, 0, a, b, 1);

describe('logGamma', () => {
  it('is the factorial at whole numbers and √π at a half', () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});

describe('countLogLr', () => {
  const prior = { shape: 2, rate: 0.5 };

  it.each([
    [0, 0.4],
    [1, 0.4],
    [3, 1],
    [6, 1.8],
    [12, 2.5],
  ])('%d seen where %d is expected agrees with numeric integration against a Poisson null', (n, e) => {
    expect(countLogLr(n, e, prior)).toBeCloseTo(marginalByIntegration(n, e, 2, 0.5, 1) - above(2, 0.5) + e, 6);
  });

  it.each([
    [1, 0.4, 1],
    [4, 1, 1.5],
    [9, 2, 2],
  ])('%d where %d is expected of people with spread %d agrees with numeric integration', (n, e, spread) => {
    expect(countLogLr(n, e, prior, spread)).toBeCloseTo(
      marginalByIntegration(n, e, 2, 0.5, 1) - above(2, 0.5) - marginalByIntegration(n, e, spread, spread),
      6,
    );
  });

  it('worked by hand: nothing seen where 2 are expected, prior Gamma(1, ⅛) above 1', () => {
    // P(0 | ratio above 1) = ∫₁ ⅛ e^(−ρ/8) e^(−2ρ) dρ / e^(−⅛) = (⅛ / 2⅛) e^(−2), against e^(−2)
    expect(countLogLr(0, 2, { shape: 1, rate: 1 / 8 })).toBeCloseTo(Math.log(1 / 17), 10);
  });

  it('says nothing where nothing can be expected', () => {
    expect(countLogLr(3, 0, prior)).toBe(0);
  });

  it('nothing seen never speaks against a person', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.constantFrom(Number.POSITIVE_INFINITY, 0.5, 1, 3, 20),
        (e, spread) => {
          expect(countLogLr(0, e, prior, spread)).toBeLessThanOrEqual(1e-9);
        },
      ),
    );
  });

  it('rises with what was seen and falls with what was expected', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.constantFrom(Number.POSITIVE_INFINITY, 0.5, 2, 20),
        (n, e, spread) => {
          expect(countLogLr(n + 1, e, prior, spread)).toBeGreaterThanOrEqual(countLogLr(n, e, prior, spread) - 1e-9);
          expect(countLogLr(n, e * 1.5, prior, spread)).toBeLessThanOrEqual(countLogLr(n, e, prior, spread) + 1e-9);
        },
      ),
    );
  });
});

describe('pValueLogLr', () => {
  it('is −ln(−e·p·ln p) below 1/e and 0 above', () => {
    expect(pValueLogLr(0.01)).toBeCloseTo(-Math.log(Math.E * 0.01 * Math.log(100)), 12);
    expect(pValueLogLr(0.01)).toBeCloseTo(2.078, 3);
    expect(pValueLogLr(0.4)).toBe(0);
    expect(pValueLogLr(1)).toBe(0);
    expect(pValueLogLr(0)).toBe(6);
  });
  it('is continuous at 1/e', () => {
    expect(pValueLogLr(1 / Math.E - 1e-9)).toBeCloseTo(0, 6);
  });
});

describe('partLogLr', () => {
  it('keeps within −3 and +6', () => {
    expect([-9, -1, 9].map((value) => partLogLr(value, 1))).toEqual([-3, -1, 6]);
  });
  it('speaks for a person only as far as the records reach', () => {
    expect([partLogLr(-2, 0.5), partLogLr(2, 0.5)]).toEqual([-1, 2]);
  });
});

describe('trialsLogLr', () => {
  const prior = { shape: 2, rate: 2 / 3 };
  const trials = (hits: number, of: number, chance: number): Trial[] =>
    Array.from({ length: of }, (_, i) => ({ chance, happened: i < hits }));

  /** The same integral by a plain sum over θ from 1 to 80. */
  function byIntegration(hits: number, of: number, chance: number): number {
    const [least, most, steps] = [1, 80, 400_000];
    const h = (most - least) / steps;
    let [sum, mass] = [0, 0];
    for (let i = 0; i < steps; i++) {
      const theta = least + (i + 0.5) * h;
      const density = theta * Math.exp((-2 / 3) * theta);
      mass += density;
      sum += (density * theta ** hits) / (1 - chance + theta * chance) ** of;
    }
    return Math.log(sum / mass);
  }

  it.each([
    [0, 4, 0.3],
    [3, 4, 0.3],
    [15, 34, 0.23],
    [5, 5, 0.9],
  ])('%d of %d at chance %d agrees with a plain sum', (hits, of, chance) => {
    expect(trialsLogLr(trials(hits, of, chance), prior)).toBeCloseTo(byIntegration(hits, of, chance), 4);
  });

  it('is the count rule where the happening is rare', () => {
    expect(trialsLogLr(trials(3, 10_000, 0.0001), prior)).toBeCloseTo(countLogLr(3, 1, prior), 2);
  });

  it('weighs a trial by its exponent, and none says nothing', () => {
    const [one] = trials(1, 1, 0.1);
    expect(trialsLogLr([], prior)).toBe(0);
    expect(trialsLogLr([{ ...one!, weight: 0 }], prior)).toBeCloseTo(0, 6);
    expect(trialsLogLr([{ ...one!, weight: 0.5 }], prior)).toBeLessThan(trialsLogLr([one!], prior));
  });

  it('rises with every one more that happened', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.nat(19),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (of, hits, chance) => {
          fc.pre(hits < of);
          expect(trialsLogLr(trials(hits + 1, of, chance), prior)).toBeGreaterThan(
            trialsLogLr(trials(hits, of, chance), prior),
          );
        },
      ),
    );
  });
});
