import { describe, expect, test } from 'vitest';
import { batchId, call, inChunks, payment } from '../fixtures/events.ts';
import { calls, chen, gao } from '../fixtures/eventsStory.ts';
import { batch, eventsStore, type OpenEvents } from './eventsStore.ts';

/** Writing: once, whole or not at all. */
export function putting(open: OpenEvents): void {
  describe('put', () => {
    const store = eventsStore(open);
    const { put, ask, countAll } = store;
    test('stores the same rows once, with their first day of knowing', async () => {
      const first = await put('calls', calls);
      expect(first.rows).toBe(6);
      expect(first.counts).toEqual({ general: 6 });
      const later = calls.map((row) => ({ ...row, knownDay: row.knownDay + 5, file: 'again.csv' }));
      const again = await put('calls', later, batchId('b'), [batch]);
      expect(again).toMatchObject({ rows: 0, digests: {}, counts: {} });
      expect(await countAll('calls', { batches: [batch, batchId('b')] })).toBe(7);
    });

    test('keeps equal payments of one batch apart, and adds what came on top', async () => {
      const one = payment('gao', 'chen', '2024-05-01T08:00:00', 5_000);
      expect((await put('payments', [one, { ...one, line: 3 }])).rows).toBe(2);
      const more = [4, 5, 6].map((line) => ({ ...one, line }));
      expect((await put('payments', more, batchId('b'), [batch])).rows).toBe(1);
      const rows = await ask(
        (session) => session.facts('rowsBehind', { kind: 'payments', from: gao, to: chen, limit: 10 }),
        { batches: [batch, batchId('b')] },
      );
      expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
    });

    test('is another row under another compartment, approval, source or kind', async () => {
      const one = payment('gao', 'chen', '2024-05-01T08:00:00', 5_000);
      await put('payments', [one]);
      const others = [
        { ...one, compartment: 'sealed' },
        { ...one, approval: 'A-2' },
        { ...one, source: 'other' },
      ];
      expect((await put('payments', others, batchId('b'), [batch])).rows).toBe(3);
      expect((await put('calls', [one], batchId('c'), [batch])).rows).toBe(1);
    });

    test('gives one digest a compartment, whatever the order of the rows', async () => {
      const rows = calls.map((row, at) => ({ ...row, compartment: at % 2 === 0 ? 'general' : 'sealed' }));
      const one = await put('calls', rows);
      const two = await put('calls', rows.toReversed(), batchId('b'));
      expect(two.digests).toEqual(one.digests);
      expect(Object.keys(one.digests).sort()).toEqual(['general', 'sealed']);
      const three = await put('calls', rows.slice(1), batchId('c'));
      expect(three.digests.general).not.toBe(one.digests.general);
      expect(three.digests.sealed).toBe(one.digests.sealed);
    });

    test('takes a set of no rows, and a batch and kind only once', async () => {
      expect((await put('calls', [])).rows).toBe(0);
      expect(await countAll('calls')).toBe(0);
      await expect(put('calls', calls)).rejects.toMatchObject({ code: 'conflict' });
    });

    test('leaves nothing of a set that broke off, and passes the reason on', async () => {
      await put('calls', calls);
      async function* broken() {
        yield calls;
        throw new RangeError('line 7 cannot be read');
      }
      await expect(store.engine.put(batchId('b'), 'calls', broken(), { stored: [] })).rejects.toThrow('line 7');
      await expect(countAll('calls', { batches: [batchId('b')] })).rejects.toMatchObject({
        code: 'engine_unavailable',
      });
      expect((await put('calls', calls, batchId('b'))).rows).toBe(6);
    });

    test('stops on request and leaves nothing', async () => {
      const controller = new AbortController();
      async function* endless() {
        for (let line = 2; ; line++) {
          if (line === 50) controller.abort();
          yield [call('chen', 'gao', '2024-05-01', { line })];
        }
      }
      await expect(
        store.engine.put(batch, 'calls', endless(), { stored: [], signal: controller.signal }),
      ).rejects.toMatchObject({ code: 'cancelled' });
      await expect(countAll('calls')).rejects.toMatchObject({ code: 'engine_unavailable' });
    });

    test('refuses figures that would not stay exact', async () => {
      await expect(put('payments', [payment('gao', 'chen', '2024-05-01', 0.5)])).rejects.toMatchObject({
        code: 'invalid_input',
        faults: [{ path: 'amount' }],
      });
      await expect(put('payments', [payment('gao', 'chen', '2024-05-01', 1e14)])).rejects.toMatchObject({
        code: 'invalid_input',
      });
    });

    test('tells how far it is', async () => {
      const told: number[] = [];
      await store.engine.put(batch, 'calls', inChunks(calls), { stored: [], onProgress: (done) => told.push(done) });
      expect(told.at(-1)).toBe(6);
    });
  });
}
