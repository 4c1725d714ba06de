import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Neo4jFacts, type Neo4jFactsOptions, openNeo4jFacts } from '../../api/facts/neo4j/open.ts';
import { Conflict, StoreBusy, StoreUnavailable } from '../../model/errors.ts';
import { everything, store } from '../contract/factsStore.ts';
import { batchId, general, idOf, now, said, tied } from '../fixtures/facts.ts';
import { emptied, settings, skipped } from './store.ts';

const opened: Neo4jFacts[] = [];
const open = async (options: Neo4jFactsOptions = {}): Promise<Neo4jFacts> => {
  const facts = await openNeo4jFacts(settings, options);
  opened.push(facts);
  return facts;
};
const zhang = said('P1', { name: ['张伟'] });
const li = said('P2', { name: ['李芳'] });
const people = async (facts: Neo4jFacts): Promise<number> => (await facts.counts(general, now)).entities.Person ?? 0;

/** How many nodes of these labels there are at all, whoever may read them. */
async function nodes(...labels: readonly string[]): Promise<number> {
  const driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
  });
  try {
    const { records } = await driver.executeQuery(
      'MATCH (n) WHERE any(label IN labels(n) WHERE label IN $labels) RETURN count(n) AS n',
      { labels },
    );
    return records[0]!.get('n');
  } finally {
    await driver.close();
  }
}

describe.skipIf(skipped)('writing to Neo4j', () => {
  beforeEach(emptied);
  afterEach(async () => {
    for (const facts of opened.splice(0)) await facts.close();
  });

  test('one writer at a time, of whatever process; readers read on', async () => {
    const first = await open();
    await store(first, zhang);
    const second = await open({ waitMs: 300 });
    const batch = await first.begin(batchId);
    await batch.put([li]);
    await expect(second.begin('b_second')).rejects.toThrow(StoreBusy);
    expect(await people(second)).toBe(1);
    const waiting = (await open({ waitMs: 30_000 })).begin('b_third');
    await batch.commit();
    await (await waiting).rollback();
    expect(await people(second)).toBe(2);
  });

  test('what a rollback undoes is gone from the database, and so is what was left open', async () => {
    const facts = await open();
    await store(facts, zhang);
    const undone = await facts.begin('b_second');
    await undone.put([li, tied('friend', idOf('P1'), idOf('P2')), said('P1', { name: ['张玮'] }, { kind: 'Company' })]);
    await undone.rollback();
    expect(await nodes('Assertion', 'Entity', 'Company')).toBe(2);
    const left = await facts.begin('b_third');
    await left.put([li]);
    await facts.close();
    expect(await nodes('Assertion', 'Entity')).toBe(2);
  });

  test('a process killed in the middle of a write leaves nothing of it', async () => {
    const script = fileURLToPath(new URL('./killed.mjs', import.meta.url));
    const dist = fileURLToPath(new URL('../../dist', import.meta.url));
    const rows = Array.from({ length: 50 }, (_, number) => said(`Q${number}`, { name: ['赵某'] }));
    const child = fork(script, [dist, JSON.stringify({ settings, first: [zhang], second: rows })]);
    const [told]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    expect(told).toBe('waiting');
    const beside = await open({ readOnly: true });
    expect([await people(beside), await nodes('Assertion')]).toEqual([1, 51]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([await beside.committed('b_first'), await beside.committed('b_second')]).toEqual([true, false]);
    expect(await people(beside)).toBe(1);
    const after = await open();
    await store(after, li);
    expect(await nodes('Assertion')).toBe(2);
    expect((await after.search(general, now, '赵某', { limit: 5 })).hits).toEqual([]);
  });

  test('erased for good: neither row, text nor entity is left, a tombstone is', async () => {
    const facts = await open();
    const phone = said('13800000001', { number: ['13800000001'] }, { kind: 'Phone', space: 'phone', approval: 'A1' });
    await store(facts, zhang, phone, tied('phone', zhang.about, phone.about, { approval: 'A1' }));
    const undone = await facts.begin('b_second');
    await undone.erase({ approvals: ['A1'] });
    expect(await facts.counts(general, now)).toEqual({ entities: { Person: 1, Phone: 1 }, ties: { phone: 1 } });
    await undone.rollback();
    expect(await facts.counts(general, now)).toEqual({ entities: { Person: 1, Phone: 1 }, ties: { phone: 1 } });
    const batch = await facts.begin('b_third');
    const { hash } = await batch.erase({ approvals: ['A1'] });
    await batch.commit();
    expect(await nodes('Assertion', 'Entity')).toBe(2);
    expect(await facts.tombstones()).toEqual([{ kind: 'approval', name: 'A1', assertions: 2, hash }]);
  });

  test('a scan is of one moment, whatever is written meanwhile', async () => {
    const facts = await open();
    await store(facts, ...Array.from({ length: 2_500 }, (_, number) => said(`Q${number}`, { name: ['赵某'] })));
    let rows = 0;
    for await (const chunk of facts.scan(general, now, {})) {
      if (rows === 0) await store(facts, zhang, li);
      rows += chunk.length;
    }
    expect(rows).toBe(2_500);
    expect((await everything(facts.scan(general, now, {}))).length).toBe(2_502);
  });

  test('opened for reading only, it writes nothing; a write that is over takes nothing', async () => {
    const facts = await open();
    const batch = await facts.begin(batchId);
    await batch.commit();
    await expect(batch.put([zhang])).rejects.toThrow(Conflict);
    await expect((await open({ readOnly: true })).begin(batchId)).rejects.toThrow(StoreUnavailable);
  });
});
