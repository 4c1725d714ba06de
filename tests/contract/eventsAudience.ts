import { describe, expect, test } from 'vitest';
import { audienceOf } from '../../model/audience.ts';
import { batchId, call } from '../fixtures/events.ts';
import { caseOfGao, chen } from '../fixtures/eventsStory.ts';
import { batch, eventsStore, everything, type OpenEvents, today } from './eventsStore.ts';

/** Who sees what, as of when. */
export function audiences(open: OpenEvents): void {
  describe('audience and clocks', () => {
    const store = eventsStore(open);
    const { put, countAll } = store;
    const rows = [
      call('chen', 'gao', '2024-01-31T23:59:59', { knownDay: 19_800 }),
      call('chen', 'gao', '2024-02-01T00:00:00', { compartment: 'sealed', knownDay: 19_800 }),
      call('chen', 'gao', '2024-02-29T23:59:59', { approval: "o'clock", knownDay: 19_900 }),
    ];

    test('two audiences never see each other’s rows, also at once', async () => {
      await put('calls', rows);
      const sessions = await Promise.all([
        store.engine.open(everything, today, [batch]),
        store.engine.open(audienceOf([]), today, [batch], { duties: [{ ...caseOfGao, fromSeconds: 0 }] }),
        store.engine.open(audienceOf([], ["o'clock"]), today, [batch]),
      ]);
      const counts = await Promise.all(
        sessions.map(async (session) => {
          const [count] = await session.facts('countBehind', { kind: 'calls', from: chen, side: '' });
          return count?.row_count;
        }),
      );
      await Promise.all(sessions.map((session) => session.close()));
      expect(counts).toEqual([3, 0, 1]); // the second alone explains them by duty
    });

    test.each([
      ['a day', '2024-01-31', '2026-01-01', 1],
      ['the day after', '2024-02-01', '2026-01-01', 2],
      ['a month', '2024-02', '2026-01-01', 3],
      ['a window', '2024-02-01..2024-02-29', '2026-01-01', 2],
      ['a window that ends a day early', '2024-02-01..2024-02-28', '2026-01-01', 1],
      ['what was known', '2026-01-01', '2024-03-18', 2], // day 19,800
      ['a day earlier', '2026-01-01', '2024-03-17', 0],
    ])('as of %s', async (_, trueAt, knownAt, expected) => {
      await put('calls', rows);
      expect(await countAll('calls', { clocks: { trueAt, knownAt } })).toBe(expected);
    });

    test('reads the batches named and no others', async () => {
      await put('calls', rows);
      await put('calls', [call('wei', 'luo', '2024-02-02')], batchId('b'));
      expect(await countAll('calls', { batches: [] })).toBe(0);
      expect(await countAll('calls', { batches: [batchId('b')] })).toBe(1);
      expect(await countAll('calls', { batches: [batch, batchId('b'), batch] })).toBe(4);
      expect(await countAll('payments')).toBe(0);
    });

    test('reads a batch without the rows of a compartment, and another whole', async () => {
      await put('calls', rows);
      const other = batchId('b');
      await put(
        'calls',
        [call('wei', 'luo', '2024-02-02'), call('wei', 'luo', '2024-02-03', { compartment: 'sealed' })],
        other,
      );
      expect(await countAll('calls', { batches: [{ batch, without: ['sealed'] }, other] })).toBe(4);
      expect(await countAll('calls', { batches: [{ batch, without: ['general', "o'x"] }, other] })).toBe(3);
      expect(await countAll('payments', { batches: [{ batch, without: ['sealed'] }, other] })).toBe(0);
    });

    test('counts the rows of a batch, and those of others under the same approvals', async () => {
      await put('calls', rows);
      const other = batchId('b');
      await put(
        'calls',
        [call('wei', 'luo', '2024-02-02', { approval: "o'clock" }), call('wei', 'luo', '2024-02-03')],
        other,
      );
      const counted = (audience: typeof everything, approvals: readonly string[]) =>
        store.ask((session) => session.facts('rowsUnder', { kind: 'calls', batch, approvals: [...approvals] }), {
          audience,
          batches: [batch, other],
        });
      expect(await counted(everything, ["o'clock"])).toEqual([{ own: 3, others: 1 }]);
      expect(await counted(audienceOf([]), [])).toEqual([{ own: 2, others: 0 }]);
    });
  });
}
