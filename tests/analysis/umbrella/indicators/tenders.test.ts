import { describe, expect, it } from 'vitest';
import type { ScreenFacts } from '../../../../analysis/umbrella/facts.ts';
import { tenders } from '../../../../analysis/umbrella/indicators/tenders.ts';
import { tie, today, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

interface Run {
  official: string;
  winner: string;
  bids: [string, number][];
}
/** Tenders of sand works, each won by `winner` among `bids` (company, yuan). */
function sandWorks(runs: readonly Run[]): ScreenFacts {
  return {
    ...village,
    companies: ['quarry', 'north', 'south', 'west'].map((id) => ({ id, area: 'east', sector: 'sand' })),
    ties: [tie('owner', 'ding', 'quarry', { share: 60 })],
    tenders: runs.map(({ official }, i) => ({
      id: `t${i}`,
      official,
      sector: 'sand',
      area: 'east',
      day: today - 200 - i,
      method: 'open',
      assertions: [`a_t${i}`],
    })),
    bids: runs.flatMap(({ winner, bids }, i) =>
      bids.map(([company, amount]) => ({
        tender: `t${i}`,
        company,
        amount,
        won: company === winner,
        assertions: [`a_b${i}_${company}`],
      })),
    ),
  };
}
const repeat = (times: number, run: Run): Run[] => Array.from({ length: times }, () => run);
const others = repeat(19, {
  official: 'peer001',
  winner: 'north',
  bids: [
    ['north', 90],
    ['quarry', 95],
    ['south', 99],
  ],
});
const overpriced = {
  official: 'wei',
  winner: 'quarry',
  bids: [
    ['quarry', 99],
    ['north', 90],
    ['south', 95],
  ] as [string, number][],
};

describe('I17 tenders won by the gang under this official', () => {
  it('four of four, when the firm wins none elsewhere', () => {
    const part = partOf(tenders, sandWorks([...others, ...repeat(4, overpriced)]), 'wei')!;
    expect([part.observed, part.n]).toEqual([4, 4]);
    // 0 of 19 elsewhere: p₀ = ½ / 20, and p = (0 + 10 p₀) / 29 in the industry.
    expect(part.expected).toBeCloseTo((4 * 10 * 0.025) / 29, 9);
    expect(part.logLr).toBeGreaterThan(3);
    expect(part.z!).toBeGreaterThan(3);
    expect(part.evidence).toContain('a_b19_quarry');
  });

  it('is 0 when every win was the lowest of three bids, and lists that', () => {
    const lowest = {
      ...overpriced,
      bids: [
        ['quarry', 80],
        ['north', 90],
        ['south', 95],
      ] as [string, number][],
    };
    const part = partOf(tenders, sandWorks([...others, ...repeat(4, lowest)]), 'wei')!;
    expect(part).toMatchObject({ observed: 4, logLr: 0 });
    expect(part.innocent.find((one) => one.id === 'lowest_bid')).toMatchObject({ holds: true });
  });

  it('wins everywhere alike are no favour of this official', () => {
    const everywhere = repeat(40, {
      official: 'peer001',
      winner: 'quarry',
      bids: [
        ['quarry', 95],
        ['north', 90],
      ],
    });
    expect(partOf(tenders, sandWorks([...everywhere, ...repeat(4, overpriced)]), 'wei')!.logLr).toBeLessThan(0.5);
  });

  it('is no question for officials who run none', () => {
    expect(partOf(tenders, sandWorks(others), 'wei')).toBeNull();
  });
});
