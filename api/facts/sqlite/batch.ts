import { setImmediate as nextTurn } from 'node:timers/promises';
import { Conflict } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { joined } from '../answers.ts';
import type { FactsBatch, PutResult } from '../facts.ts';
import type { Connection } from './connection.ts';
import { emptyLog } from './emptyLog.ts';
import { erase } from './erase.ts';
import { namedError } from './errors.ts';
import { existing, holders } from './holders.ts';
import { createPut } from './put.ts';
import { createRulings } from './rulings.ts';
import { createSearchIndex } from './searchIndex.ts';
import type { WritableWords } from './words.ts';

/** Rows stored before others have their turn: some tens of milliseconds. */
const chunkSize = 1_000;

/** One open write: one transaction of SQLite, whose last row is the mark of the batch. Any failure undoes all of it.
 * Calls run one after another, whether awaited or not. `ended` is told once, when the transaction is over. */
export function createBatch(
  connection: Connection,
  words: WritableWords,
  id: Id,
  ended: () => void,
): FactsBatch & { abandon(): void } {
  const batch = numberOf(connection, id);
  const rulings = createRulings(connection, words, batch);
  const index = createSearchIndex(connection);
  let put = createPut(connection, words, index);
  let open = true;
  let erased = false;
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    if (!open) return;
    open = false;
    ended();
  }
  function undo(): void {
    if (open && connection.database.isTransaction) connection.database.exec('ROLLBACK');
    words.forget();
    end();
  }
  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      if (!open) throw new Conflict('this write is over');
      try {
        return await work();
      } catch (error) {
        undo();
        throw namedError(error);
      }
    });
    last = turn.catch(() => undefined); // whoever called is told; the next in line runs all the same
    return turn;
  }

  return {
    put: (assertions, audience) =>
      inTurn(async () => {
        const parts: PutResult[] = [];
        for (let from = 0; from < assertions.length; from += chunkSize) {
          if (from > 0) await nextTurn();
          if (!open) throw new Conflict('this write is over');
          parts.push(put(assertions.slice(from, from + chunkSize), batch, audience));
        }
        return joined(parts);
      }),
    putSources: (sources) => inTurn(() => void rulings.putSources(sources)),
    retract: (retractions) => inTurn(() => rulings.retract(retractions)),
    object: (objections) => inTurn(() => rulings.object(objections)),
    judge: (judgements) => inTurn(() => rulings.judge(judgements)),
    existing: (audience, ids) => inTurn(() => existing(connection, words, audience, ids)),
    holders: (audience, space, numbers) =>
      inTurn(() => {
        index.ensure();
        return holders(connection, words, audience, space, numbers);
      }),
    erase: (what) =>
      inTurn(() => {
        erased = true;
        const result = erase(connection, words, what);
        put = createPut(connection, words, index); // its row numbers may be gone
        return result;
      }),
    commit: () =>
      inTurn(async () => {
        index.ensure();
        connection.statement('INSERT INTO batches (id, batch) VALUES (?, ?) ON CONFLICT DO NOTHING').run(batch, id);
        connection.database.exec('COMMIT');
        if (erased) await emptyLog(connection);
        end();
      }),
    rollback: async () => {
      await last;
      undo();
    },
    abandon: undo,
  };
}

/** The batch's number. Its row is written first, so that provenance can point at it, and is seen by others only with the commit. */
function numberOf(connection: Connection, id: Id): number {
  connection.statement('INSERT INTO batches (batch) VALUES (?) ON CONFLICT DO NOTHING').run(id);
  return Number(connection.statement('SELECT id FROM batches WHERE batch = ?').get(id).id);
}
