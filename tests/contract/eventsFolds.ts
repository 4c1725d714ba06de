import { describe, expect, test } from 'vitest';
import type { Id } from '../../model/ids.ts';
import { at, person, presence } from '../fixtures/events.ts';
import { calls, caseOfGao, chen, gao, luo, wei } from '../fixtures/eventsStory.ts';
import { byKey, eventsStore, type OpenEvents } from './eventsStore.ts';

/** Folds: sides, windows, pairs of co-presence, what is left out. */
export function folds(open: OpenEvents): void {
  describe('folds', () => {
    const store = eventsStore(open);
    const { put, ask } = store;
    test('splits contact of an official into private and duty, to the second', async () => {
      await put('calls', calls);
      const folds = await ask((session) => session.facts('folds', { kind: 'calls' }), {
        lists: { duties: [caseOfGao] },
      });
      expect(byKey(folds)).toEqual(
        byKey([
          {
            from_id: chen,
            to_id: gao,
            side: '',
            reason: null,
            n: 3,
            row_count: 2,
            amount: 360,
            first_s: at('2024-02-29T23:30:00'),
            last_s: at('2024-04-01T12:00:00'),
            grade: 7,
          },
          {
            from_id: chen,
            to_id: gao,
            side: 'duty',
            reason: 'case:e_1',
            n: 1,
            row_count: 1,
            amount: 60,
            first_s: at('2024-03-31T23:59:59'),
            last_s: at('2024-03-31T23:59:59'),
            grade: 3,
          },
          {
            from_id: gao,
            to_id: chen,
            side: '',
            reason: null,
            n: 1,
            row_count: 1,
            amount: 4,
            first_s: at('2024-04-01'),
            last_s: at('2024-04-01'),
            grade: 7,
          },
          {
            from_id: gao,
            to_id: chen,
            side: 'duty',
            reason: 'case:e_1',
            n: 1,
            row_count: 1,
            amount: 4,
            first_s: at('2024-03-01'),
            last_s: at('2024-03-01'),
            grade: 7,
          },
          {
            from_id: chen,
            to_id: luo,
            side: '',
            reason: null,
            n: 1,
            row_count: 1,
            amount: 0,
            first_s: at('2024-04-01T13:00:00'),
            last_s: at('2024-04-01T13:00:00'),
            grade: 7,
          },
        ]),
      );
    });

    test('counts an event once where duties overlap, under the least reason', async () => {
      await put('calls', calls);
      const visit = { ...caseOfGao, fromSeconds: at('2024-03-20'), toSeconds: at('2024-04-30'), reason: 'a:visit' };
      const folds = await ask((session) => session.facts('folds', { kind: 'calls', entities: [gao] }), {
        lists: { duties: [caseOfGao, visit, caseOfGao] },
      });
      expect(folds.filter(({ side }) => side === 'duty').map(({ n, reason }) => [n, reason])).toEqual(
        expect.arrayContaining([
          [3, 'a:visit'],
          [2, 'a:visit'],
        ]),
      );
      expect(folds.reduce((sum, { n }) => sum + n, 0)).toBe(6);
    });

    test('keeps to the entities asked for, or to ties between them, and to a window with both ends inside', async () => {
      await put('calls', calls);
      await ask(async (session) => {
        const total = async (params: Omit<Parameters<typeof session.facts<'folds'>>[1], 'kind'>) =>
          (await session.facts('folds', { kind: 'calls', ...params })).reduce((sum, { n }) => sum + n, 0);
        expect(await total({ entities: [luo] })).toBe(1);
        expect(await total({ entities: [chen] })).toBe(7);
        expect(await total({ entities: [chen, luo], between: true })).toBe(1);
        expect(await total({ entities: [] })).toBe(0);
        expect(await total({ fromSeconds: at('2024-03-01'), toSeconds: at('2024-03-31T23:59:59') })).toBe(2);
        expect(await total({ fromSeconds: at('2024-03-01T00:00:01'), toSeconds: at('2024-03-31T23:59:58') })).toBe(0);
        expect(await total({})).toBe(7);
      });
    });

    test('takes co-presence apart into pairs; both on duty is duty', async () => {
      await put('copresence', [
        presence('chen', 'E1', '2024-05-01T19:00:00', { onDuty: true }),
        presence('gao', 'E1', '2024-05-01T19:30:00', { grade: 9 }),
        presence('wei', 'E1', '2024-05-01T19:10:00', { onDuty: true, line: 3 }),
        presence('chen', 'E2', '2024-05-02T19:00:00'),
        presence('gao', 'E2', '2024-05-02T19:00:00'),
        presence('gao', 'E2', '2024-05-02T19:05:00', { source: 'camera', grade: 1 }), // seen twice, one participant
        presence('luo', 'E3', '2024-05-02T19:00:00'), // alone: nobody met
      ]);
      const folds = await ask((session) => session.facts('folds', { kind: 'copresence' }));
      const pair = (a: Id, b: Id) =>
        folds
          .filter(({ from_id, to_id }) => [from_id, to_id].sort().join() === [a, b].sort().join())
          .map(({ side, reason, n, row_count, first_s, grade }) => ({ side, reason, n, row_count, first_s, grade }));
      expect(pair(chen, gao)).toEqual([
        { side: '', reason: null, n: 2, row_count: 5, first_s: at('2024-05-01T19:30:00'), grade: 7 },
      ]);
      expect(pair(chen, wei)).toEqual([
        { side: 'duty', reason: 'on_duty', n: 1, row_count: 2, first_s: at('2024-05-01T19:10:00'), grade: 7 },
      ]);
      expect(folds).toHaveLength(3);
    });

    test('leaves events of more than 200 participants out of the pairs, and says how many', async () => {
      const crowd = (group: string, size: number) =>
        Array.from({ length: size }, (_, at) => presence(`p${at}`, group, '2024-05-01', { line: at + 2 }));
      const result = await put('copresence', [...crowd('fair', 201), ...crowd('meeting', 200)]);
      expect(result.groupsLeftOut).toBe(1);
      await ask(async (session) => {
        expect(await session.facts('groupsLeftOut', {})).toEqual([{ group_count: 1, largest: 201 }]);
        expect(await session.facts('groupsLeftOut', { entities: [person('p200')] })).toEqual([
          { group_count: 1, largest: 201 },
        ]);
        expect(await session.facts('groupsLeftOut', { entities: [person('stranger')] })).toEqual([
          { group_count: 0, largest: 0 },
        ]);
        const folds = await session.facts('folds', { kind: 'copresence', entities: [person('p0'), person('p200')] });
        expect(folds).toHaveLength(199);
      });
    });

    test('shows members of a merged entity under one id', async () => {
      await put('calls', calls);
      const folds = await ask((session) => session.facts('folds', { kind: 'calls' }), {
        lists: { merged: [{ member: luo, one: gao }] },
      });
      expect(folds.map(({ from_id, to_id, n }) => [from_id, to_id, n])).toEqual(
        expect.arrayContaining([
          [chen, gao, 5],
          [gao, chen, 2],
        ]),
      );
      expect(folds).toHaveLength(2);
    });
  });
}
