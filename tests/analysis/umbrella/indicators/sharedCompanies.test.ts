import { describe, expect, it } from 'vitest';
import { hypergeometric, upperTail } from '../../../../analysis/umbrella/hypergeometric.ts';
import { sharedCompanies } from '../../../../analysis/umbrella/indicators/sharedCompanies.ts';
import { official, tie, today, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

const quarry = { id: 'quarry', area: 'east', sector: 'sand' };
const facts = {
  ...village,
  companies: [quarry],
  companyCounts: [{ area: 'east', sector: 'sand', count: 100 }],
  ties: [
    tie('kin', 'wei', 'brother'),
    tie('owner', 'brother', 'quarry', { share: 20 }),
    tie('owner', 'ding', 'quarry', { share: 80 }),
  ],
};

describe('hypergeometric', () => {
  it('two marked of five, two drawn: 3/10, 6/10, 1/10', () => {
    expect(hypergeometric(5, 2, 2).map((one) => Math.round(one * 1e9) / 1e9)).toEqual([0.3, 0.6, 0.1]);
    expect(upperTail(hypergeometric(5, 2, 2), 1)).toBeCloseTo(0.7, 12);
  });
});

describe('I15 companies held together', () => {
  it('one of a hundred companies of the village and trade: p = 1/100', () => {
    const part = partOf(sharedCompanies, facts, 'wei')!;
    expect([part.observed, part.n]).toEqual([1, 1]);
    expect(part.expected).toBeCloseTo(0.01, 9);
    expect(part.logLr).toBeCloseTo(-Math.log(-Math.E * 0.01 * Math.log(0.01)), 6);
    expect(part.evidence).toEqual(['a_kin_wei_brother', 'a_owner_brother_quarry', 'a_owner_ding_quarry']);
  });

  it('is 0 for a share that was paid in, and lists that', () => {
    const ties = facts.ties.map((one) => (one.from === 'brother' ? { ...one, paidIn: 200_000 } : one));
    const part = partOf(sharedCompanies, { ...facts, ties }, 'wei')!;
    expect(part).toMatchObject({ observed: 1, logLr: 0 });
    expect(part.innocent.find((one) => one.id === 'paid_in')).toMatchObject({ holds: true });
  });

  it('is 0 for a share older than the first post and the gang', () => {
    const ties = facts.ties.map((one) => (one.from === 'brother' ? { ...one, fromDay: today - 5_000 } : one));
    expect(partOf(sharedCompanies, { ...facts, ties }, 'wei')).toMatchObject({ logLr: 0 });
    const later = facts.ties.map((one) => (one.from === 'brother' ? { ...one, fromDay: today - 500 } : one));
    expect(partOf(sharedCompanies, { ...facts, ties: later }, 'wei')!.logLr).toBeGreaterThan(2);
  });

  it('is widened where the village has few companies of the trade', () => {
    const few = {
      ...facts,
      companyCounts: [
        { area: 'east', sector: 'sand', count: 3 },
        { area: 'west', sector: 'sand', count: 47 },
      ],
    };
    expect(partOf(sharedCompanies, few, 'wei')!.expected).toBeCloseTo(1 / 50, 9);
  });

  it('does not apply where neither official nor kin hold shares', () => {
    expect(partOf(sharedCompanies, { ...facts, officials: [...facts.officials, official('lin')] }, 'lin')).toBeNull();
  });
});
