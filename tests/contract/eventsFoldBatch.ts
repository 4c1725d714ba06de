import { describe, expect, test } from 'vitest';
import type { FoldRow } from '../../api/events/events.ts';
import type { EventKind } from '../../model/standing/kinds.ts';
import { at, call, presence } from '../fixtures/events.ts';
import { chen, gao } from '../fixtures/eventsStory.ts';
import { batch, eventsStore, type OpenEvents } from './eventsStore.ts';

/** The fold that the graph columns are made of. */
export function foldOfBatch(open: OpenEvents): void {
  describe('the fold of a batch', () => {
    const store = eventsStore(open);
    const { put } = store;
    const foldOf = async (kind: EventKind) => {
      const rows: FoldRow[] = [];
      for await (const some of store.engine.foldBatch(batch, kind)) rows.push(...some);
      return rows;
    };

    test('keeps compartment, approval and day of knowing apart', async () => {
      await put('calls', [
        call('chen', 'gao', '2024-05-01', { amount: 10 }),
        call('chen', 'gao', '2024-05-03', { amount: 20, count: 4, grade: 2 }),
        call('chen', 'gao', '2024-05-02', { compartment: 'sealed' }),
        call('chen', 'gao', '2024-05-02', { approval: 'A-2' }),
        call('chen', 'gao', '2024-05-02', { knownDay: 19_001, line: 9 }),
      ]);
      const folds = await foldOf('calls');
      expect(folds).toHaveLength(4);
      expect(folds).toContainEqual({
        from: chen,
        to: gao,
        compartment: 'general',
        approval: 'A-1',
        otherCompartment: null,
        otherApproval: null,
        knownDay: 19_000,
        firstSeconds: at('2024-05-01'),
        lastSeconds: at('2024-05-03'),
        count: 5,
        sum: 30,
        grade: 2,
      });
    });

    test('needs both compartments of a pair whose rows differ', async () => {
      await put('copresence', [
        presence('chen', 'E1', '2024-05-01', { compartment: 'sealed', knownDay: 19_005 }),
        presence('gao', 'E1', '2024-05-01'),
      ]);
      const [fold] = await foldOf('copresence');
      expect([fold?.compartment, fold?.otherCompartment].sort()).toEqual(['general', 'sealed']);
      expect(fold).toMatchObject({ otherApproval: null, knownDay: 19_005, count: 1, sum: 0 });
    });

    test('whom sealed rows put at an event makes it too large for nobody but their readers', async () => {
      const crowd = (from: number, to: number, compartment: string) =>
        Array.from({ length: to - from }, (_, at) =>
          presence(`p${from + at}`, 'fair', '2024-05-01', { compartment, line: from + at + 2 }),
        );
      await put('copresence', [...crowd(0, 3, 'general'), ...crowd(3, 5, 'small'), ...crowd(5, 203, 'sealed')]);
      const compartments = (await foldOf('copresence')).map(({ compartment, otherCompartment }) =>
        [compartment, otherCompartment ?? compartment].sort().join(),
      );
      const count = (pair: string) => compartments.filter((one) => one === pair).length;
      expect([count('general,general'), count('general,small'), count('small,small')]).toEqual([3, 6, 1]);
      expect(compartments.filter((one) => one.includes('sealed'))).toEqual([]);
    });
  });
}
