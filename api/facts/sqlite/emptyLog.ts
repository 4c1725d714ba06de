import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.ts';

const attempts = 50;
const pauseMs = 100;

/** Empties the write-ahead log after an erasure: older pages in it still hold what was erased.
 * A reader in the middle of a long scan holds it up; then it is tried again, and at the latest the closing of the store does it.
 * True when nothing is left in it. */
export async function emptyLog({ database }: Connection): Promise<boolean> {
  const statement = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!database.isOpen) return true;
    const { busy }: { busy: number } = statement.get();
    if (busy === 0) return true;
    await sleep(pauseMs);
  }
  return false;
}
