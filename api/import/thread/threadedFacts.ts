import { Worker } from 'node:worker_threads';
import { EngineUnavailable, PowangError } from '../../../model/errors.ts';
import type { Facts, FactsBatch } from '../../facts/facts.ts';
import { openSqliteFacts } from '../../facts/sqlite/open.ts';
import { childEntry } from '../../process/entry.ts';
import { type FromThread, type PutPlaces, ready, type ToThread } from './messages.ts';

type Unsent<M> = M extends ToThread ? Omit<M, 'call'> : never;

const heapMb = 400;

/** Facts whose one open write is done by a thread of its own, so that rows are read and written at once: on two cores an import
 * of facts takes as long as the slower of the two. Reads of what is committed stay here. For the import child alone: it may be
 * killed as a whole at any moment. */
export async function openThreadedFacts(path: string): Promise<Facts> {
  const worker = new Worker(childEntry(import.meta.url, './factsThread.ts'), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 48 },
  });
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;

  worker.on('message', (reply: FromThread) => {
    const call = pending.get(reply.call);
    pending.delete(reply.call);
    if ('error' in reply) call?.reject(receivedError(reply.error));
    else call?.resolve(reply.value);
  });
  const fail = () => {
    for (const { reject } of pending.values()) reject(new EngineUnavailable('the writing thread has ended'));
    pending.clear();
  };
  worker.on('error', fail);
  worker.on('exit', fail);

  function ask(message: Unsent<ToThread>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const call = ++calls;
      pending.set(call, { resolve, reject });
      worker.postMessage({ ...message, call });
    });
  }

  // What comes back is what the port's method of that name promises: the thread calls it.
  const method =
    <K extends Exclude<keyof FactsBatch, 'put'>>(name: K) =>
    (...args: Parameters<FactsBatch[K]>) =>
      ask({ method: name, args }) as ReturnType<FactsBatch[K]>;
  const batch: FactsBatch = {
    async put(assertions, audience) {
      const answer = await ask({ method: 'put', assertions: JSON.stringify(assertions), audience });
      const { places, newEntities, newTies } = answer as PutPlaces; // what the thread answers to a put
      return { stored: places === null ? assertions : places.map((place) => assertions[place]!), newEntities, newTies };
    },
    putSources: method('putSources'),
    retract: method('retract'),
    object: method('object'),
    judge: method('judge'),
    existing: method('existing'),
    holders: method('holders'),
    erase: method('erase'),
    commit: method('commit'),
    rollback: method('rollback'),
  };

  // It says so when it has opened the file: until then there may be nothing to read.
  await new Promise((resolve, reject) => pending.set(ready, { resolve, reject }));
  const reading = openSqliteFacts(path, { readOnly: true });
  return {
    ...reading,
    async begin(id) {
      await ask({ method: 'begin', batch: id });
      return batch;
    },
    async close() {
      await reading.close(); // first: the thread, closing last, puts the log into the file
      await ask({ method: 'close' });
      await worker.terminate();
    },
  };
}

function receivedError({ code, message, faults }: Extract<FromThread, { error: unknown }>['error']): Error {
  return code === null ? new Error(message) : new PowangError(code, message, faults);
}
