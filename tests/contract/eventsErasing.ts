import { describe, expect, test } from 'vitest';
import { batchId, payment } from '../fixtures/events.ts';
import { calls } from '../fixtures/eventsStory.ts';
import { batch, eventsStore, type OpenEvents } from './eventsStore.ts';

/** Erasing and its record. */
export function erasing(open: OpenEvents): void {
  describe('erase', () => {
    const store = eventsStore(open);
    const { put, countAll } = store;
    test('takes the rows of an approval out of every batch and tells their count, digest and compartments', async () => {
      const doomed = calls.map((row) => ({ ...row, approval: 'A-9' }));
      await put('calls', [...doomed, { ...doomed[0]!, compartment: 'sealed' }, ...calls]);
      await put('payments', [payment('gao', 'chen', '2024-05-01', 100, { approval: 'A-9' })], batchId('b'));
      const erased = await store.engine.erase({ approvals: ['A-9', 'A-10'] });
      expect(erased).toMatchObject({ rows: 8, counts: { general: 7, sealed: 1 } });
      expect(erased.hash).toMatch(/^[0-9a-f]{64}$/);
      const batches = [batch, batchId('b')];
      expect(await countAll('calls', { batches })).toBe(7);
      expect(await countAll('payments', { batches })).toBe(0);
      expect(await store.engine.erase({ approvals: ['A-9'] })).toEqual({
        rows: 0,
        hash: '',
        digests: {},
        counts: {},
      });
    });

    test('gives the digest that put gave', async () => {
      const result = await put('calls', calls);
      const erased = await store.engine.erase({ approvals: ['A-1'] });
      expect(erased.digests).toEqual(result.digests);
      expect(erased.hash).toBe(result.digests.general);
    });

    test('removes a batch, which is then empty and not missing', async () => {
      await put('calls', calls);
      await put('payments', [payment('gao', 'chen', '2024-05-01', 100)]);
      expect((await store.engine.erase({ batches: [batch] })).rows).toBe(7);
      expect(await countAll('calls')).toBe(0);
      await expect(countAll('calls', { batches: [batchId('z')] })).rejects.toMatchObject({
        code: 'engine_unavailable',
      });
    });
  });
}
