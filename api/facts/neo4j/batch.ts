import { Conflict } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { joined } from '../answers.ts';
import type { FactsBatch, PutResult } from '../facts.ts';
import { finishErasing, lostHold, stillOpen, undoBatch, wasCommitted } from './batches.ts';
import type { Connection, Held, Run } from './connection.ts';
import { erase } from './erase.ts';
import { existing, holders } from './holders.ts';
import { createPutChunk } from './put.ts';
import { createRulings } from './rulings.ts';
import type { View } from './sight.ts';

/** Rows of one transaction. */
const chunkSize = 2_000;

/** One open write: many transactions, and rows that nobody else reads until the last one, which also lets go of the lock of the
 * store. Any failure undoes all of it. Calls run one after another, whether awaited or not. `ended` is told once. */
export function createBatch(
  connection: Connection,
  lock: Held,
  id: Id,
  seq: number,
  ended: () => void,
): FactsBatch & { abandon(): Promise<void> } {
  /** All that is committed, and what this write has put so far. */
  const view: View = { upTo: seq, open: [] };
  const rulings = createRulings(view);
  let open = true;
  let erased = false;
  let undone: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const write = <T>(work: (run: Run) => Promise<T>): Promise<T> =>
    connection.write(async (run) => {
      await stillOpen(run, seq);
      return work(run);
    });
  async function finish(): Promise<void> {
    open = false;
    await lock.release();
    ended();
  }
  /** Once. Where the server is away its rows stay, read by nobody, and the next writer removes them. */
  function undo(): Promise<void> {
    if (!open) return undone ?? Promise.resolve();
    open = false;
    undone = undoBatch(connection, seq)
      .then((committed) => {
        if (committed) throw new Conflict('this write was committed already');
      })
      .finally(finish);
    return undone;
  }
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      if (!open) throw new Conflict('this write is over');
      try {
        return await work();
      } catch (error) {
        await undo().catch(() => undefined); // the first failure is the one to tell
        throw error;
      }
    });
    last = turn.catch(() => undefined); // whoever called is told; the next in line runs all the same
    return turn;
  }
  async function inChunks<T>(rows: readonly T[], work: (chunk: readonly T[]) => (run: Run) => Promise<number>) {
    let stored = 0;
    for (let from = 0; from < rows.length; from += chunkSize)
      stored += await write(work(rows.slice(from, from + chunkSize)));
    return stored;
  }
  const read = <T>(work: (run: Run) => Promise<T>): Promise<T> => connection.read(work);

  return {
    put: (assertions, audience) =>
      inTurn(async () => {
        const parts: PutResult[] = [];
        for (let from = 0; from < assertions.length; from += chunkSize) {
          const chunk = assertions.slice(from, from + chunkSize);
          parts.push(await write(createPutChunk(chunk, { batch: id, view }, audience)));
        }
        return joined(parts);
      }),
    putSources: (sources) => inTurn(async () => void (await inChunks(sources, rulings.putSources))),
    retract: (retractions) => inTurn(() => inChunks(retractions, rulings.retract)),
    object: (objections) => inTurn(() => inChunks(objections, rulings.object)),
    judge: (judgements) => inTurn(() => inChunks(judgements, rulings.judge)),
    existing: (audience, ids) => inTurn(() => read((run) => existing(run, view, audience, ids))),
    holders: (audience, space, numbers) => inTurn(() => read((run) => holders(run, view, audience, space, numbers))),
    erase: (what) =>
      inTurn(async () => {
        erased = true;
        return erase(connection, view, what, (run) => stillOpen(run, seq));
      }),
    commit: () =>
      inTurn(async () => {
        await commitUnder(lock, seq, erased);
        if (erased) await finishErasing(connection, seq).catch(() => undefined); // hidden already; the next writer removes it
        await finish();
      }),
    rollback: async () => {
      await last;
      await undo();
    },
    abandon: () => undo().catch(() => undefined),
  };

  async function commitUnder(held: Held, number: number, erasing: boolean): Promise<void> {
    try {
      const rows = await held.run(commitCypher, { seq: number, state: erasing ? 'erasing' : 'done' });
      if (rows.length === 0) throw lostHold();
      await held.commit();
    } catch (error) {
      // The answer may have been lost and not the commit: the store knows.
      if (await wasCommitted(connection, number)) return;
      throw error;
    }
  }
}
const commitCypher = `MATCH (b:Batch {seq: $seq}) WHERE b.state = 'open' SET b.state = $state RETURN b.seq AS seq`;
