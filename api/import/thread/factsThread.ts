import { parentPort, workerData } from 'node:worker_threads';
import type { Assertion } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import { PowangError } from '../../../model/errors.ts';
import type { FactsBatch } from '../../facts/facts.ts';
import { openSqliteFacts } from '../../facts/sqlite/open.ts';
import { type FromThread, type PutPlaces, ready, type ToThread } from './messages.ts';

/** The writing thread of an import: SQLite works here while the next rows are read. Messages are answered in the order they come. */
const port = parentPort;
if (port === null || typeof workerData !== 'string') throw new Error('started without its file');
const facts = openSqliteFacts(workerData);
let open: FactsBatch | undefined;

async function answer(message: ToThread): Promise<unknown> {
  if (message.method === 'begin') {
    open = await facts.begin(message.batch);
    return null;
  }
  if (message.method === 'close') return facts.close();
  if (open === undefined) throw new Error('no write is open');
  if (message.method !== 'put') {
    const method = open[message.method] as (...args: readonly unknown[]) => Promise<unknown>; // sent by `threadedFacts`, by this name
    return method(...message.args);
  }
  const assertions: readonly Assertion[] = JSON.parse(message.assertions);
  const { stored, newEntities, newTies } = await open.put(assertions, message.audience as Audience | undefined); // as `threadedFacts` sent it
  const places = stored.length === assertions.length ? null : placesOf(assertions, stored);
  return { places, newEntities, newTies } satisfies PutPlaces;
}

/** `stored` holds some of `assertions`, in their order. */
function placesOf(assertions: readonly Assertion[], stored: readonly Assertion[]): number[] {
  const places: number[] = [];
  let next = 0;
  for (const [place, one] of assertions.entries()) {
    if (one !== stored[next]) continue;
    places.push(place);
    next += 1;
  }
  return places;
}

let last: Promise<unknown> = Promise.resolve();
port.on('message', (message: ToThread) => {
  last = last.then(async () => {
    const send = (reply: FromThread) => port.postMessage(reply);
    try {
      send({ call: message.call, value: await answer(message) });
    } catch (error) {
      const { code, faults } = error instanceof PowangError ? error : { code: null, faults: [] };
      send({
        call: message.call,
        error: { code, faults, message: error instanceof Error ? error.message : String(error) },
      });
    }
    if (message.method === 'close') port.close();
  });
});
port.postMessage({ call: ready, value: null } satisfies FromThread);
