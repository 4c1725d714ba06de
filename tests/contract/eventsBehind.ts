import { describe, expect, test } from 'vitest';
import type { EventRow } from '../../api/events/events.ts';
import { at, payment, presence } from '../fixtures/events.ts';
import { calls, caseOfGao, chen, gao } from '../fixtures/eventsStory.ts';
import { batch, eventsStore, type OpenEvents } from './eventsStore.ts';

/** Every figure opens down to its rows. */
export function behind(open: OpenEvents): void {
  describe('rows behind a figure', () => {
    const store = eventsStore(open);
    const { put, ask } = store;
    test('come page by page, each once, and as many as the fold says', async () => {
      await put('calls', calls);
      await ask(
        async (session) => {
          const asked = { kind: 'calls', from: chen, to: gao, either: true, side: '' } as const;
          const seen: { line: number; reason: string | null }[] = [];
          let after: { atSeconds: number; id: string } | null = null;
          for (;;) {
            const page: Awaited<ReturnType<typeof session.facts<'rowsBehind'>>> = await session.facts('rowsBehind', {
              ...asked,
              after,
              limit: 2,
            });
            seen.push(...page.map(({ line, reason }) => ({ line, reason })));
            const last = page.at(-1);
            if (last === undefined) break;
            after = { atSeconds: last.at_s, id: last.id };
          }
          expect(seen.map(({ line }) => line)).toEqual([2, 5, 6]);
          expect(await session.facts('countBehind', asked)).toEqual([
            {
              row_count: 3,
              n: 4,
              amount: 364,
              first_s: at('2024-02-29T23:30:00'),
              last_s: at('2024-04-01T12:00:00'),
            },
          ]);
          const duty = await session.facts('rowsBehind', { ...asked, side: 'duty', limit: 10 });
          expect(duty.map(({ line, side, reason }) => [line, side, reason])).toEqual([
            [3, 'duty', 'case:e_1'],
            [4, 'duty', 'case:e_1'],
          ]);
        },
        { lists: { duties: [caseOfGao] } },
      );
    });

    test('hold everything down to source, file and line', async () => {
      const row: EventRow = {
        ...payment('gao', 'chen', '2024-05-01T08:00:00', 123_456),
        fromGiven: '6222 "0001"',
        toGiven: null,
        group: null,
        untilSeconds: at('2024-05-01T09:00:00'),
        count: 3,
        detail: '转账',
        note: '货款,\n"二期"',
        onDuty: true,
        source: '银行',
        origin: 'bank',
        grade: 12,
        compartment: 'sealed',
        approval: '甲/1',
        knownDay: 19_876,
        file: '流水 (1).csv',
        line: 7,
      };
      await put('payments', [row]);
      const [found] = await ask((session) =>
        session.facts('rowsBehind', { kind: 'payments', from: gao, to: chen, limit: 1 }),
      );
      expect(found).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        batch,
        from_id: gao,
        to_id: chen,
        from_given: '6222 "0001"',
        to_given: null,
        group_id: null,
        at_s: row.atSeconds,
        until_s: row.untilSeconds,
        amount: 123_456,
        n: 3,
        detail: '转账',
        note: '货款,\n"二期"',
        on_duty: true,
        source: '银行',
        origin: 'bank',
        grade: 12,
        compartment: 'sealed',
        approval: '甲/1',
        known_day: 19_876,
        file: '流水 (1).csv',
        line: 7,
        side: '',
        reason: null,
      });
    });

    test('of a meeting are those of both participants', async () => {
      await put('copresence', [
        presence('chen', 'E1', '2024-05-01T19:00:00', { line: 2 }),
        presence('gao', 'E1', '2024-05-01T19:30:00', { line: 3 }),
        presence('luo', 'E1', '2024-05-01T19:40:00', { line: 4 }),
        presence('chen', 'E2', '2024-05-02T19:00:00', { line: 5 }),
      ]);
      await ask(async (session) => {
        const pair = { kind: 'copresence', from: gao, to: chen } as const;
        const rows = await session.facts('rowsBehind', { ...pair, limit: 10 });
        expect(rows.map(({ line }) => line)).toEqual([2, 3]);
        expect((await session.facts('countBehind', pair))[0]?.row_count).toBe(2);
        const [fold] = await session.facts('folds', { kind: 'copresence', entities: [gao, chen], between: true });
        expect(fold?.row_count).toBe(2);
        const ofOne = await session.facts('rowsBehind', { kind: 'copresence', from: gao, to: null, limit: 10 });
        expect(ofOne.map(({ line }) => line)).toEqual([2, 3, 4]);
        const ofChen = await session.facts('rowsBehind', { kind: 'copresence', from: chen, limit: 10 });
        expect(ofChen.map(({ line }) => line)).toEqual([2, 3, 4, 5]); // the last one alone
        const inPairs = await session.facts('countBehind', { kind: 'copresence', from: chen, side: '' });
        expect(inPairs[0]?.row_count).toBe(3);
      });
    });

    test('refuses parameters that are none, by their name', async () => {
      await put('calls', calls);
      await expect(
        ask((session) => session.facts('rowsBehind', { kind: 'calls', from: gao, limit: 0 })),
      ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'limit' }] });
    });
  });
}
