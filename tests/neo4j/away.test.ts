import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Neo4jFacts, openNeo4jFacts } from '../../api/facts/neo4j/open.ts';
import { StoreUnavailable } from '../../model/errors.ts';
import { store } from '../contract/factsStore.ts';
import { general, now, said } from '../fixtures/facts.ts';
import { emptied, settings, skipped } from './store.ts';

/** A wire between the store and its server that can be cut, or fall silent. */
async function wire(to: string) {
  const pairs = new Set<readonly [Socket, Socket]>();
  let way: 'through' | 'cut' | 'silent' = 'through';
  const target = new URL(to);
  const { connect } = await import('node:net');
  const server = createServer((near) => {
    if (way === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    pairs.add([near, far]);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => {
        if (way === 'through') into.write(bytes);
      });
      from.on('close', () => into.destroy());
      from.on('error', () => into.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    uri: `bolt://127.0.0.1:${address.port}`, // bolt: a routing table would lead around the wire
    set(next: typeof way) {
      way = next;
      if (next === 'cut') for (const [near, far] of pairs) [near, far].map((socket) => socket.destroy());
    },
    async close() {
      for (const [near, far] of pairs) [near, far].map((socket) => socket.destroy());
      server.close();
    },
  };
}

const zhang = said('P1', { name: ['张伟'] });
const li = said('P2', { name: ['李芳'] });
/** The promise is five seconds; the machine may be busy. */
const longestMs = 5_500;

describe.skipIf(skipped)('Neo4j away', () => {
  let line: Awaited<ReturnType<typeof wire>>;
  let facts: Neo4jFacts;
  beforeEach(async () => {
    await emptied();
    line = await wire(settings.uri);
    facts = await openNeo4jFacts({ ...settings, uri: line.uri });
    await store(facts, zhang);
  });
  afterEach(async () => {
    line.set('cut');
    await facts.close();
    await line.close();
  });
  const people = async (): Promise<number> => (await facts.counts(general, now)).entities.Person ?? 0;
  async function refusedInTime(work: () => Promise<unknown>): Promise<void> {
    const started = performance.now();
    await expect(work()).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - started).toBeLessThan(longestMs);
  }

  test.each(['cut', 'silent'] as const)(
    '%s: every read says so in time, and reads again when it is back',
    async (how) => {
      line.set(how);
      await refusedInTime(() => facts.assertions(general, now, [zhang.about]));
      await refusedInTime(() => facts.search(general, now, '张', { limit: 5 }));
      await refusedInTime(() => facts.begin('b_second'));
      line.set('cut');
      line.set('through');
      expect(await people()).toBe(1);
    },
  );

  test('cut in the middle of a write: the write is refused, nothing of it is read, and the next one goes', async () => {
    const batch = await facts.begin('b_second');
    await batch.put([li]);
    line.set('cut');
    line.set('through');
    await expect(batch.commit()).rejects.toThrow(StoreUnavailable);
    expect([await people(), await facts.committed('b_second')]).toEqual([1, false]);
    await store(facts, li);
    expect(await people()).toBe(2);
  });

  test('a wrong password, a wrong name, a wrong address are told by name', async () => {
    await expect(openNeo4jFacts({ ...settings, password: 'wrong' })).rejects.toThrow(
      'refuses the user or the password',
    );
    await expect(openNeo4jFacts({ ...settings, database: 'nowhere' })).rejects.toThrow(StoreUnavailable);
    await expect(openNeo4jFacts({ ...settings, uri: 'bolt://127.0.0.1:1' })).rejects.toThrow('cannot be reached');
    await expect(openNeo4jFacts({ ...settings, uri: 'ftp://127.0.0.1' })).rejects.toThrow(StoreUnavailable);
  });
});
