import { setTimeout as sleep } from 'node:timers/promises';
import { Cancelled, StoreBusy } from '../../model/errors.ts';
import type { Batches, BatchIntent } from '../ledger/ledger.ts';

const pauseMs = 50;
const longestWaitMs = 5_000;

/** Takes the right to write, waiting a little for the one who has it. */
export async function intend(batches: Batches, intent: BatchIntent, signal?: AbortSignal): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      batches.intend(intent);
      return;
    } catch (error) {
      if (!(error instanceof StoreBusy) || waitedMs >= longestWaitMs) throw error;
    }
    await sleep(pauseMs);
    if (signal?.aborted === true) throw new Cancelled();
  }
}
