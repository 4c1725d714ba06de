import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreBusy } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { FactsBatch } from '../facts.ts';
import { createBatch } from './batch.ts';
import { batchesLeft, openBatch, settleLeft } from './batches.ts';
import type { Connection, Held } from './connection.ts';

const pauseMs = 20;
const leastWaitMs = 500;

/** Lets one writer in at a time, of this process and of others: whoever has the lock of the store's node, in a transaction that stays
 * open as long as the write. A process that dies or is cut off loses it at once. */
export function createWriter(connection: Connection, waitMs: number) {
  let current: ReturnType<typeof createBatch> | undefined;
  let taken = false;

  function release(): void {
    taken = false;
    current = undefined;
  }
  const takeLock = (within: number): Promise<Held> => connection.hold(lockCypher, {}, Math.max(within, leastWaitMs));

  return {
    async begin(batch: Id): Promise<FactsBatch> {
      const started = performance.now();
      while (taken) {
        if (performance.now() - started >= waitMs) throw new StoreBusy();
        await sleep(pauseMs);
      }
      taken = true;
      let lock: Held | undefined;
      try {
        lock = await takeLock(waitMs - (performance.now() - started));
        await settleLeft(connection);
        current = createBatch(connection, lock, batch, await openBatch(connection, batch), release);
        return current;
      } catch (error) {
        await lock?.release();
        release();
        throw error;
      }
    },
    /** Undoes what a writer that is gone left behind; where somebody writes there is nothing to do yet. */
    async settle(): Promise<void> {
      if ((await batchesLeft(connection)).length === 0) return;
      let lock: Held | undefined;
      try {
        lock = await takeLock(leastWaitMs);
        await settleLeft(connection);
      } catch (error) {
        if (!(error instanceof StoreBusy)) throw error;
      } finally {
        await lock?.release();
      }
    },
    close: async (): Promise<void> => current?.abandon(),
  };
}
const lockCypher = `MATCH (s:PowangStore {name: 'powang'}) SET s.locked = true RETURN s.version AS version`;
