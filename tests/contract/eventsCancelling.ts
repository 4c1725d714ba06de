import { describe, expect, test } from 'vitest';
import { inChunks, presence } from '../fixtures/events.ts';
import { calls, chen } from '../fixtures/eventsStory.ts';
import { batch, eventsStore, everything, type OpenEvents, today } from './eventsStore.ts';

/** Stopping, and going on. */
export function cancelling(open: OpenEvents): void {
  describe('cancelling', () => {
    const store = eventsStore(open);
    const { put, ask } = store;

    test('a query stops on request, and the session goes on', async () => {
      await store.engine.put(batch, 'copresence', inChunks(crowd(), 4_096), { stored: [] });
      await ask(async (session) => {
        const controller = new AbortController();
        const running = session.facts('folds', { kind: 'copresence' }, { signal: controller.signal });
        const waiting = session.facts('groupsLeftOut', {});
        setTimeout(() => controller.abort(), 20);
        await expect(running).rejects.toMatchObject({ code: 'cancelled' });
        expect(await waiting).toEqual([{ group_count: 0, largest: 0 }]);
        expect(await session.facts('countBehind', { kind: 'calls', from: chen })).toHaveLength(1);
        await expect(session.facts('groupsLeftOut', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
          code: 'cancelled',
        });
      });
    });

    test('closing a session stops what it is at', async () => {
      await store.engine.put(batch, 'copresence', inChunks(crowd(), 4_096), { stored: [] });
      const session = await store.engine.open(everything, today, [batch]);
      const running = session.facts('folds', { kind: 'copresence' }).catch((error: unknown) => error);
      setTimeout(() => session.close(), 20);
      expect(await running).toMatchObject({ code: 'cancelled' });
    });

    test('a closed session answers no more', async () => {
      await put('calls', calls);
      const session = await store.engine.open(everything, today, [batch]);
      await session.close();
      await session.close();
      await expect(session.facts('groupsLeftOut', {})).rejects.toMatchObject({ code: 'engine_unavailable' });
    });
  });
}

/** 120 meetings of 200: more than two million pairs. */
const crowd = () =>
  Array.from({ length: 200 * 120 }, (_, at) =>
    presence(`p${at % 200}`, `E${Math.floor(at / 200)}`, '2024-05-01', { line: at + 2 }),
  );
