import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../api/facts/facts.ts';
import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import { type Content, createReference, type Reads } from '../fixtures/factsReference.ts';
import { audiences, clocks, everyKey, everyRecord, withoutHidden, worlds } from '../fixtures/factsWorlds.ts';
import { everything, type Open, write } from './factsStore.ts';

const queries = ['伟', '张', '张伟', 'zw', 'zhang', 'danwei', 'sw', '138', '1234', 'wei', '公司', 'p1', 'x'];

/** Answers of every read method, as the text that would leave the service. Ids asked for are those of the whole world,
 * so that asking for what is hidden is part of it. */
async function answers(reads: Reads, whole: Content, audience: Audience, at: Clocks): Promise<string[]> {
  const ties = [...new Set(whole.assertions.filter(({ ends }) => ends !== null).map(({ about }) => about))];
  const pairs = everyKey.flatMap((a, index) => everyKey.slice(index).map((b) => [a, b] as const));
  const pages: unknown[] = [];
  for (const limit of [1, 2, 50]) pages.push(await reads.ties(audience, at, everyKey, { limit }));
  pages.push(
    await reads.ties(audience, at, everyKey.slice(0, 2), {
      limit: 2,
      kinds: ['friend', 'case'],
      after: ties.sort()[0] ?? '',
    }),
  );
  const found: unknown[] = [];
  for (const query of queries)
    for (const limit of [1, 3, 50]) found.push([query, limit, await reads.search(audience, at, query, { limit })]);
  found.push(await reads.search(audience, at, '伟', { limit: 2, types: ['Company', 'Gang'] }));
  const told: Record<string, unknown> = {
    assertions: await reads.assertions(audience, at, [...everyKey, ...everyRecord, ...ties]),
    assertionsById: await reads.assertionsById(
      audience,
      at,
      whole.assertions.map(({ id }) => id),
    ),
    ties: pages,
    tiesBetween: await reads.tiesBetween(audience, at, pairs.slice(0, 6)),
    scan: await everything(reads.scan(audience, at, {})),
    scanOfKinds: await everything(reads.scan(audience, at, { types: ['Person', 'Duty'], kinds: ['post'] })),
    search: found,
    judgements: await reads.judgements(audience, at),
    sources: await reads.sources(audience, ['S1', 'S2', 'S3']),
    counts: await reads.counts(audience, at),
  };
  return Object.entries(told).map(([method, answer]) => `${method} ${JSON.stringify(answer)}`);
}

const fill = (facts: Facts, content: Content): Promise<void> =>
  write(facts, async (batch) => {
    await batch.putSources(content.sources);
    await batch.put(content.assertions);
    await batch.retract(content.retractions);
    await batch.object(content.objections);
    await batch.judge(content.judgements);
  });

async function filled<T>(open: Open, content: Content, run: (facts: Facts) => Promise<T>): Promise<T> {
  const { facts, cleanup } = await open();
  try {
    await fill(facts, content);
    return await run(facts);
  } finally {
    await cleanup();
  }
}

/** Each world is looked at by several readers at several moments, as filling it is what costs. */
const looks = fc.array(fc.tuple(audiences, clocks), { minLength: 3, maxLength: 6 });

export function equalToReference(open: Open, numRuns: number): void {
  describe('for any data, reader and moment', () => {
    test('every answer is that of the plain description, byte for byte', async () => {
      await fc.assert(
        fc.asyncProperty(worlds, looks, async (world, asked) => {
          await filled(open, world, async (facts) => {
            const reference = createReference(world);
            for (const [audience, at] of asked) {
              expect(await answers(facts, world, audience, at)).toEqual(await answers(reference, world, audience, at));
            }
          });
        }),
        { numRuns },
      );
    }, 300_000);

    test('answers with hidden rows present are the answers without them, byte for byte', async () => {
      await fc.assert(
        fc.asyncProperty(
          worlds,
          audiences,
          fc.array(clocks, { minLength: 2, maxLength: 4 }),
          async (world, audience, moments) => {
            const seen = (content: Content) =>
              filled(open, content, async (facts) => {
                const all: string[][] = [];
                for (const at of moments) all.push(await answers(facts, world, audience, at));
                return all;
              });
            expect(await seen(world)).toEqual(await seen(withoutHidden(world, audience)));
          },
        ),
        { numRuns },
      );
    }, 300_000);
  });
}
