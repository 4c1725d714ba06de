import { describe, expect, it } from 'vitest';
import { regularPayments } from '../../../../analysis/umbrella/indicators/regularPayments.ts';
import { obtained, tie, today, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

const monthly = (payer: string, payee: string, months: number, note: string, amount = (_month: number) => 500_000) =>
  Array.from({ length: months }, (_, i) => ({
    payer,
    payee,
    month: 202301 + i,
    note,
    count: 1,
    sum: amount(i),
    least: amount(i),
    most: amount(i),
    evidence: [`q_${payer}_${payee}`],
  }));
const facts = {
  ...village,
  obtained: ['ding', 'hu', 'ma'].map((id) => obtained(id, 'bank')),
  payments: monthly('ding', 'wei', 6, '咨询费'),
};

describe('I12 regular payments', () => {
  it('six months from a member to the official', () => {
    const part = partOf(regularPayments, facts, 'wei')!;
    expect([part.observed, part.coverage]).toEqual([6, 1]);
    expect(part.logLr).toBeGreaterThan(3);
    expect(part.evidence).toEqual(['q_ding_wei']);
    expect(part.text.en).toContain('6 months, 30000 yuan');
  });

  it('to the spouse, or from a company of the gang, is the same; to a cousin once removed it is not', () => {
    const toSpouse = { ...facts, ties: [tie('spouse', 'wei', 'jia')], payments: monthly('ding', 'jia', 5, '') };
    expect(partOf(regularPayments, toSpouse, 'wei')!.observed).toBe(5);
    const firm = {
      ...facts,
      companies: [{ id: 'quarry', area: 'east', sector: 'sand' }],
      ties: [tie('owner', 'ding', 'quarry', { share: 60 })],
      payments: monthly('quarry', 'wei', 5, ''),
    };
    expect(partOf(regularPayments, firm, 'wei')!.observed).toBe(5);
    const cousin = {
      ...facts,
      ties: [tie('kin', 'wei', 'aunt'), tie('kin', 'aunt', 'jia')],
      payments: monthly('ding', 'jia', 5, ''),
    };
    expect(partOf(regularPayments, cousin, 'wei')!.observed).toBe(0);
  });

  it('three months are not regular', () => {
    expect(partOf(regularPayments, { ...facts, payments: monthly('ding', 'wei', 3, '') }, 'wei')!.observed).toBe(0);
  });

  it('five months scattered over two years are not regular', () => {
    const scattered = [202301, 202306, 202312, 202405, 202411].map((month) => ({ ...facts.payments[0]!, month }));
    expect(partOf(regularPayments, { ...facts, payments: scattered }, 'wei')!.observed).toBe(0);
    const dense = [202311, 202312, 202401, 202403].map((month) => ({ ...facts.payments[0]!, month }));
    expect(partOf(regularPayments, { ...facts, payments: dense }, 'wei')!.observed).toBe(4);
  });

  it('is 0 where steady rent is noted throughout, and lists that', () => {
    const part = partOf(regularPayments, { ...facts, payments: monthly('ding', 'wei', 12, '门面房租金') }, 'wei')!;
    expect(part).toMatchObject({ observed: 12, logLr: 0 });
    expect(part.innocent.find((one) => one.id === 'note_rent')).toMatchObject({
      holds: true,
      evidence: ['q_ding_wei'],
    });
  });

  it('goods paid for to kin whose business was reported are explained, to others not', () => {
    const trade = { ...facts, ties: [tie('spouse', 'wei', 'jia')], payments: monthly('ding', 'jia', 6, '货款') };
    expect(partOf(regularPayments, trade, 'wei')!.logLr).toBeGreaterThan(3);
    const reported = { person: 'wei', kind: 'kin_business', about: null, day: today - 600, assertions: ['a_report'] };
    const part = partOf(regularPayments, { ...trade, disclosures: [reported] }, 'wei')!;
    expect(part).toMatchObject({ observed: 6, logLr: 0 });
    expect(part.evidence).toEqual(['a_report', 'q_ding_jia']);
    const toHimself = { ...facts, payments: monthly('ding', 'wei', 6, '货款'), disclosures: [reported] };
    expect(partOf(regularPayments, toHimself, 'wei')!.logLr).toBeGreaterThan(3);
  });

  it('a loan is explained by its note where nothing lent is in the records, or its interest is lawful', () => {
    const repaid = { ...facts, payments: monthly('ding', 'wei', 12, '还款利息', () => 200_000) };
    const lent = (sum: number) => [
      { ...facts.payments[0]!, payer: 'wei', payee: 'ding', month: 202212, note: '借款', sum, most: sum },
    ];
    expect(partOf(regularPayments, repaid, 'wei')).toMatchObject({ logLr: 0 });
    // 12 × 2,000 yuan a year: 16 % of 150,000, 48 % of 50,000.
    expect(partOf(regularPayments, { ...repaid, lent: lent(15_000_000) }, 'wei')).toMatchObject({ logLr: 0 });
    const usury = partOf(regularPayments, { ...repaid, lent: lent(5_000_000) }, 'wei')!;
    expect(usury.logLr).toBeGreaterThan(3);
    expect(usury.innocent.find((one) => one.id === 'note_loan')).toMatchObject({ holds: false });
  });

  it('the sum itself coming back is no interest', () => {
    const rows = monthly('ding', 'wei', 6, '还款', (i) => (i === 5 ? 10_100_000 : 100_000));
    const lent = [{ ...facts.payments[0]!, payer: 'wei', payee: 'ding', month: 202212, note: '', sum: 10_000_000 }];
    expect(partOf(regularPayments, { ...facts, payments: rows, lent }, 'wei')).toMatchObject({ logLr: 0 });
  });

  it('rent that leaps about is no rent', () => {
    const part = partOf(
      regularPayments,
      { ...facts, payments: monthly('ding', 'wei', 12, '租金', (i) => 100_000 * (i + 1)) },
      'wei',
    )!;
    expect(part.innocent.every((one) => !one.holds)).toBe(true);
    expect(part.logLr).toBeGreaterThan(3);
  });

  it('is unknown where nobody asked for bank records', () => {
    expect(partOf(regularPayments, { ...facts, obtained: [] }, 'wei')).toMatchObject({
      observed: null,
      coverage: null,
      logLr: 0,
    });
  });
});
