import { StoreUnavailable } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { Connection, Run } from './connection.ts';
import { keepRows, removeRows } from './remove.ts';

/** The life of a batch, on its node:
 *
 * `open`     being written; no reader takes its rows
 * `dead`     given up: nothing may be written to it any more; its rows are being removed
 * `undone`   given up, and nothing of it is left; the node stays, so that its number is never used again
 * `erasing`  committed; what it erased is hidden and is being removed
 * `done`     committed
 *
 * Its own writer alone makes it `erasing` or `done`, in the very transaction that holds the lock of the store. */
export type BatchState = 'open' | 'dead' | 'undone' | 'erasing' | 'done';

/** Makes the batch, with the next number: under the lock of the store. */
export async function openBatch(connection: Connection, batch: Id): Promise<number> {
  let number: number | undefined;
  return connection.write(async (run) => {
    const [row] = await run<{ next: number }>(nextCypher);
    number ??= row?.next ?? 1;
    await run(`MERGE (b:Batch {seq: $seq}) SET b.id = $batch, b.state = 'open'`, { seq: number, batch });
    return number;
  });
}
const nextCypher = 'MATCH (b:Batch) WHERE b.seq > 0 RETURN coalesce(max(b.seq), 0) + 1 AS next';

/** In each transaction that writes to a batch: whoever gave it up meanwhile has the last word. The node is locked until the commit. */
export async function stillOpen(run: Run, seq: number): Promise<void> {
  const rows = await run(
    `MATCH (b:Batch {seq: $seq}) SET b.touched = true WITH b WHERE b.state = 'open' RETURN b.seq AS seq`,
    {
      seq,
    },
  );
  if (rows.length === 0) throw lostHold();
}
export const lostHold = () => new StoreUnavailable('this write lost its hold on the store; nothing of it is kept');

/** Gives a batch up and removes every row of it. True when it turns out to be committed: then nothing was done. */
export async function undoBatch(connection: Connection, seq: number): Promise<boolean> {
  const committed = await connection.write(async (run) => {
    const [row] = await run<{ state: BatchState }>(stateCypher, { seq });
    if (row === undefined || row.state === 'undone') return false;
    if (row.state === 'done' || row.state === 'erasing') return true;
    await run(`MATCH (b:Batch {seq: $seq}) SET b.state = 'dead'`, { seq });
    return false;
  });
  if (committed) return true;
  await keepRows(connection, seq);
  await removeRows(connection, 'seq', seq);
  await removeRows(connection, 'gone', -seq); // see erase.ts
  await setState(connection, seq, 'undone');
  return false;
}
/** Waits for a commit that is under way: whoever commits has the node locked. */
const stateCypher = 'MATCH (b:Batch {seq: $seq}) SET b.touched = true RETURN b.state AS state';

/** Whether this very batch was committed, once a commit that is under way is over. */
export const wasCommitted = (connection: Connection, seq: number): Promise<boolean> =>
  connection.write(async (run) =>
    (await run<{ state: BatchState }>(stateCypher, { seq })).some((row) => isDone(row.state)),
  );

/** Removes for good what a committed batch erased. */
export async function finishErasing(connection: Connection, seq: number): Promise<void> {
  await removeRows(connection, 'gone', seq);
  await removeRows(connection, 'gone', -seq);
  await setState(connection, seq, 'done');
}

const setState = (connection: Connection, seq: number, state: BatchState): Promise<unknown> =>
  connection.write((run) => run('MATCH (b:Batch {seq: $seq}) SET b.state = $state', { seq, state }));

/** Undoes or finishes what a writer left that is gone: under the lock of the store. */
export async function settleLeft(connection: Connection): Promise<void> {
  for (const { seq, state } of await batchesLeft(connection)) {
    if (state === 'erasing') await finishErasing(connection, seq);
    else await undoBatch(connection, seq);
  }
}
export const batchesLeft = (connection: Connection): Promise<{ seq: number; state: BatchState }[]> =>
  connection.read((run) =>
    run(
      `MATCH (b:Batch) WHERE b.state IN ['open', 'dead', 'erasing'] RETURN b.seq AS seq, b.state AS state ORDER BY b.seq`,
    ),
  );

/** Whether a batch of this id was committed. A commit that is under way is waited for, where we may write. */
export async function isCommitted(connection: Connection, batch: Id, readOnly: boolean): Promise<boolean> {
  const states = async (run: Run) =>
    (await run<{ state: BatchState }>(statesCypher, { batch })).map(({ state }) => state);
  const found = await connection.read(states);
  const open = found.includes('open') && !found.some(isDone);
  const told = open && !readOnly ? await connection.write(waitingStates(batch)) : found;
  return told.some(isDone);
}
const isDone = (state: BatchState): boolean => state === 'done' || state === 'erasing';
const statesCypher = 'MATCH (b:Batch {id: $batch}) RETURN b.state AS state';
const waitingStates =
  (batch: Id) =>
  async (run: Run): Promise<BatchState[]> => {
    await run('MATCH (b:Batch {id: $batch}) SET b.touched = true', { batch });
    return (await run<{ state: BatchState }>(statesCypher, { batch })).map(({ state }) => state);
  };
