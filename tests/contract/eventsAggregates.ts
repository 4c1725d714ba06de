import { describe, expect, test } from 'vitest';
import type { EventLists } from '../../api/events/lists.ts';
import { at, payment } from '../fixtures/events.ts';
import { calls, caseOfGao, chen, gao } from '../fixtures/eventsStory.ts';
import { eventsStore, type OpenEvents } from './eventsStore.ts';

/** What the indicators are counted from, worked out by hand. */
export function aggregates(open: OpenEvents): void {
  describe('aggregates', () => {
    const store = eventsStore(open);
    const { put, ask } = store;
    const lists: EventLists = {
      duties: [caseOfGao],
      officials: [chen],
      suspects: [gao],
      instants: [{ person: chen, atSeconds: at('2024-04-01T12:00:00') }],
    };

    test('months of one pair', async () => {
      await put('calls', calls);
      const months = await ask(
        (session) => session.facts('foldByMonth', { kind: 'calls', from: chen, to: gao, either: true }),
        { lists },
      );
      expect(months.toSorted((a, b) => a.month - b.month)).toEqual([
        { month: 202402, side: '', n: 1, row_count: 1, amount: 60 },
        { month: 202403, side: 'duty', n: 2, row_count: 2, amount: 64 },
        { month: 202404, side: '', n: 3, row_count: 2, amount: 304 },
      ]);
    });

    test('months of one person, by whom with and side, both directions together', async () => {
      await put('calls', calls);
      const of = (entity: string, more: { other?: string; limit?: number } = {}) =>
        ask((session) => session.facts('monthsOf', { kind: 'calls', entity, limit: 100, ...more }), { lists });
      const withGao = [
        { other: gao, month: 202402, side: '', n: 1, row_count: 1, amount: 60 },
        { other: gao, month: 202403, side: 'duty', n: 2, row_count: 2, amount: 64 },
        { other: gao, month: 202404, side: '', n: 3, row_count: 2, amount: 304 },
      ];
      expect(await of(chen, { other: gao })).toEqual(withGao);
      expect((await of(gao, { other: chen })).map(({ n }) => n)).toEqual([1, 2, 3]);
      expect((await of(chen)).filter(({ other }) => other === gao)).toEqual(withGao);
      expect(await of(chen, { limit: 1 })).toHaveLength(1);
    });

    test('contact of officials with suspects: sides, days, nights, short and incoming', async () => {
      await put('calls', calls);
      expect(
        await ask((session) => session.facts('contactByPair', { kind: 'calls', strongPerDay: 3 }), { lists }),
      ).toEqual([
        {
          official: chen,
          suspect: gao,
          n_private: 4,
          n_duty: 2,
          amount_private: 364,
          amount_duty: 64,
          days_private: 2,
          days_duty: 2,
          strong_days: 1, // 1 April: 1 + 2
          night_n: 2,
          short_n: 1,
          incoming_short_n: 1,
          row_count: 5,
          first_s: at('2024-02-29T23:30:00'),
          last_s: at('2024-04-01T12:00:00'),
        },
      ]);
    });

    test('contact before a moment, without the moment itself', async () => {
      await put('calls', calls);
      const before = await ask(
        (session) => session.facts('contactsBefore', { kind: 'calls', beforeSeconds: 12 * 3_600 + 1 }),
        { lists },
      );
      const instant_s = at('2024-04-01T12:00:00');
      const fields = { person: chen, instant_s, other: gao, row_count: 1, n: 1 };
      expect(before.toSorted((a, b) => a.first_s - b.first_s)).toEqual([
        {
          ...fields,
          side: 'duty',
          amount: 60,
          first_s: at('2024-03-31T23:59:59'),
          last_s: at('2024-03-31T23:59:59'),
        },
        { ...fields, side: '', amount: 4, first_s: at('2024-04-01'), last_s: at('2024-04-01') },
      ]);
      const around = await ask(
        (session) =>
          session.facts('contactsBefore', {
            kind: 'calls',
            beforeSeconds: 0,
            afterSeconds: 3_601,
            suspectsOnly: true,
          }),
        { lists },
      );
      expect(around.map(({ other, n }) => [other, n])).toEqual([[gao, 2]]);
    });

    test('own days by duty state', async () => {
      await put('calls', calls);
      const days = await ask((session) => session.facts('ownDays', { kind: 'calls' }), { lists });
      const day = (text: string) => at(text) / 86_400;
      expect(days.toSorted((a, b) => (a.side < b.side ? -1 : 1))).toEqual([
        {
          person: chen,
          side: '',
          day_count: 2,
          n: 5,
          row_count: 4,
          suspect_days: 2,
          suspect_n: 4,
          first_day: day('2024-02-29'),
          last_day: day('2024-04-01'),
        },
        {
          person: chen,
          side: 'duty',
          day_count: 2,
          n: 2,
          row_count: 2,
          suspect_days: 2,
          suspect_n: 2,
          first_day: day('2024-03-01'),
          last_day: day('2024-03-31'),
        },
      ]);
    });

    test('totals of a person', async () => {
      await put('calls', calls);
      const totals = await ask(
        (session) => session.facts('contactTotals', { kind: 'calls', persons: [chen], strongFrom: 4 }),
        { lists },
      );
      expect(totals).toEqual([
        {
          person: chen,
          n_private: 5,
          n_duty: 2,
          amount_private: 364,
          amount_duty: 64,
          partners: 2,
          partners_private: 2,
          partners_duty: 1,
          strong_partners: 1,
          strong_n: 4,
          night_n: 2,
          short_n: 1,
          row_count: 6,
          first_s: at('2024-02-29T23:30:00'),
          last_s: at('2024-04-01T13:00:00'),
        },
      ]);
    });

    test('payments by month', async () => {
      await put('payments', [
        payment('gao', 'chen', '2024-01-31T23:59:59', 500_000),
        payment('gao', 'chen', '2024-02-01T00:00:00', 300_000),
        payment('gao', 'chen', '2024-02-29T10:00:00', 200_000),
        payment('luo', 'chen', '2024-02-01T00:00:00', 100),
      ]);
      const months = await ask((session) => session.facts('monthlyPayments', { payers: [gao], payees: [chen] }));
      expect(months.toSorted((a, b) => a.month - b.month)).toEqual([
        {
          payer: gao,
          payee: chen,
          month: 202401,
          n: 1,
          row_count: 1,
          amount: 500_000,
          least: 500_000,
          most: 500_000,
        },
        {
          payer: gao,
          payee: chen,
          month: 202402,
          n: 2,
          row_count: 2,
          amount: 500_000,
          least: 200_000,
          most: 300_000,
        },
      ]);
    });
  });
}
