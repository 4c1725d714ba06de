import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts, FactsBatch } from '../../api/facts/facts.ts';
import { openSqliteFacts } from '../../api/facts/sqlite/open.ts';
import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import { PowangError } from '../../model/errors.ts';
import { everything } from '../contract/factsStore.ts';
import type { Content } from '../fixtures/factsReference.ts';
import { audiences, clocks, everyKey, everyRecord, worlds } from '../fixtures/factsWorlds.ts';
import { openEmptied, runs, skipped } from './store.ts';

/** The same commands in the same order to both stores: puts, rulings, erasures, commits and rollbacks as they come, and reads between
 * them. Every answer, every refusal, is the same text. */
type Command =
  | { readonly does: 'put'; readonly share: readonly boolean[]; readonly audience: Audience | null }
  | { readonly does: 'retract' | 'object' | 'judge' | 'putSources' }
  | { readonly does: 'existing' | 'holders'; readonly audience: Audience }
  | { readonly does: 'erase'; readonly approvals: readonly string[]; readonly batches: readonly string[] }
  | { readonly does: 'commit' | 'rollback' }
  | { readonly does: 'look'; readonly audience: Audience; readonly at: Clocks };

const batches = ['b_aaaaaaaaaaaaaaaaaaaaaaaaaa', 'b_bbbbbbbbbbbbbbbbbbbbbbbbbb', 'b_cccccccccccccccccccccccccc'];
const does = <T extends string>(...names: readonly T[]) => fc.constantFrom(...names).map((name) => ({ does: name }));
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('put' as const),
      share: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      audience: fc.option(audiences, { freq: 3 }),
    }),
  },
  { weight: 3, arbitrary: does('retract', 'object', 'judge', 'putSources') },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('existing' as const, 'holders' as const), audience: audiences }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('erase' as const),
      approvals: fc.subarray(['A1', 'A2']),
      batches: fc.subarray(batches, { maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: does('commit', 'commit', 'rollback') },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('look' as const), audience: audiences, at: clocks }) },
);
const queries = ['伟', '张伟', 'zw', 'danwei', '1234', '公司', 'p1'];

function createPlayer(facts: Facts, world: Content) {
  let open: FactsBatch | undefined;
  let begun = 0;
  const batch = async (): Promise<FactsBatch> => {
    open ??= await facts.begin(batches[begun++ % batches.length]!);
    return open;
  };
  async function end(how: 'commit' | 'rollback'): Promise<string> {
    const one = open;
    open = undefined;
    await one?.[how]();
    return how;
  }
  async function play(one: Command): Promise<unknown> {
    switch (one.does) {
      case 'put': {
        const rows = world.assertions.filter((_, at) => one.share[at % one.share.length]);
        return (await batch()).put(rows, one.audience ?? undefined);
      }
      case 'retract':
        return (await batch()).retract(world.retractions);
      case 'object':
        return (await batch()).object(world.objections);
      case 'judge':
        return (await batch()).judge(world.judgements);
      case 'putSources':
        return (await batch()).putSources(world.sources);
      case 'existing':
        return [...(await (await batch()).existing(one.audience, [...everyKey, ...everyRecord]))].sort();
      case 'holders':
        return [...(await (await batch()).holders(one.audience, 'phone', ['13800001234', '138-1234-0000']))];
      case 'erase':
        return (await batch()).erase({ approvals: one.approvals, batches: one.batches });
      case 'commit':
      case 'rollback':
        return end(one.does);
      case 'look':
        return look(facts, world, one.audience, one.at);
    }
  }
  return {
    /** A write that failed is over: the next command begins another. */
    async answer(one: Command): Promise<string> {
      try {
        return JSON.stringify(await play(one)) ?? '';
      } catch (error) {
        if (!(error instanceof PowangError)) throw error;
        if (open !== undefined) await end('rollback');
        return error.code;
      }
    },
    end,
  };
}

async function look(facts: Facts, world: Content, audience: Audience, at: Clocks): Promise<unknown> {
  const found: unknown[] = [];
  for (const query of queries) found.push(await facts.search(audience, at, query, { limit: 3 }));
  return {
    known: await facts.assertions(audience, at, [...everyKey, ...everyRecord]),
    byId: await facts.assertionsById(
      audience,
      at,
      world.assertions.map(({ id }) => id),
    ),
    ties: await facts.ties(audience, at, everyKey, { limit: 4 }),
    between: await facts.tiesBetween(audience, at, [[everyKey[0]!, everyKey[1]!]]),
    all: await everything(facts.scan(audience, at, {})),
    some: await everything(facts.scan(audience, at, { types: ['Company', 'Duty'], kinds: ['friend', 'case'] })),
    found,
    judgements: await facts.judgements(audience, at),
    sources: await facts.sources(audience, ['S1', 'S2']),
    counts: await facts.counts(audience, at),
    committed: await Promise.all(batches.map((batch) => facts.committed(batch))),
  };
}

describe.skipIf(skipped)('SQLite and Neo4j', () => {
  test('give the same answers to any commands', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(command, { minLength: 20, maxLength: 20 }), async (world, commands) => {
        const folder = await mkdtemp(join(tmpdir(), 'facts-both-'));
        const sqlite = openSqliteFacts(join(folder, 'facts.sqlite'));
        const { facts: neo4j, cleanup } = await openEmptied();
        try {
          const players = [createPlayer(sqlite, world), createPlayer(neo4j, world)] as const;
          for (const one of commands) expect(await players[1].answer(one), one.does).toBe(await players[0].answer(one));
          for (const player of players) await player.end('rollback');
        } finally {
          await sqlite.close();
          await cleanup();
          await rm(folder, { recursive: true });
        }
      }),
      { numRuns: runs },
    );
  }, 3_600_000);
});
