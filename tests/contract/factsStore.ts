import type { Facts, FactsBatch } from '../../api/facts/facts.ts';
import type { Assertion } from '../../model/assertion.ts';
import type { Id } from '../../model/ids.ts';
import { batchId } from '../fixtures/facts.ts';

/** An empty store, and how to be rid of it. */
export interface OpenFacts {
  readonly facts: Facts;
  readonly cleanup: () => Promise<void>;
}
export type Open = () => Promise<OpenFacts>;

/** Runs a case on a store of its own. */
export const withFacts =
  (open: Open, run: (facts: Facts) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const { facts, cleanup } = await open();
    try {
      await run(facts);
    } finally {
      await cleanup();
    }
  };

/** One committed write. */
export async function write(
  facts: Facts,
  run: (batch: FactsBatch) => Promise<void>,
  batch: Id = batchId,
): Promise<void> {
  const open = await facts.begin(batch);
  await run(open);
  await open.commit();
}
export const store = (facts: Facts, ...assertions: readonly Assertion[]): Promise<void> =>
  write(facts, async (batch) => {
    await batch.put(assertions);
  });

export async function everything<T>(chunks: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}
