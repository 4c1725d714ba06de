import { setTimeout as sleep } from 'node:timers/promises';
import { StoreBusy } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { FactsBatch } from '../facts.ts';
import { createBatch } from './batch.ts';
import type { Connection } from './connection.ts';
import { namedError, sqliteCode } from './errors.ts';
import type { WritableWords } from './words.ts';

const firstPauseMs = 5;
const longestPauseMs = 50;
const busy = 5;

/** Lets one writer in at a time, of this process and of others: tries, sleeps a little, tries again, and gives up after `waitMs`. */
export function createWriter(connection: Connection, words: WritableWords, waitMs: number) {
  let current: ReturnType<typeof createBatch> | undefined;
  let taken = false;

  function tryBegin(): boolean {
    if (taken) return false;
    try {
      connection.database.exec('BEGIN IMMEDIATE');
      taken = true;
      return true;
    } catch (error) {
      if (sqliteCode(error) === busy) return false;
      throw namedError(error);
    }
  }
  function release(): void {
    taken = false;
    current = undefined;
  }

  return {
    async begin(batch: Id): Promise<FactsBatch> {
      let pauseMs = firstPauseMs;
      for (let waitedMs = 0; !tryBegin(); waitedMs += pauseMs) {
        if (waitedMs >= waitMs) throw new StoreBusy();
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        await sleep(pauseMs);
      }
      try {
        current = createBatch(connection, words, batch, release);
        return current;
      } catch (error) {
        if (connection.database.isTransaction) connection.database.exec('ROLLBACK');
        release();
        throw namedError(error);
      }
    },
    close(): void {
      current?.abandon();
      connection.close();
    },
  };
}
