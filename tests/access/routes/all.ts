import fc from 'fast-check';
import type { Asked } from '../harness/asking.ts';
import type { Ids } from '../harness/ids.ts';
import type { RouteGenerators } from './choices.ts';
import { graphRoutes } from './graph.ts';
import { importRoutes } from './importing.ts';
import { officeRoutes } from './office.ts';
import { readingRoutes } from './reading.ts';
import { workRoutes } from './work.ts';
import { writingRoutes } from './writing.ts';

/** A generator for every route; one that is missing fails the suite. */
export const generators: RouteGenerators = {
  ...officeRoutes,
  ...readingRoutes,
  ...graphRoutes,
  ...workRoutes,
  ...writingRoutes,
  ...importRoutes,
};
/** The requests of a generator, the same for the same seed; `share` of its times. */
export function requestsOf(name: string, table: RouteGenerators, ids: Ids, seed: number, share = 1): readonly Asked[] {
  const { times, requests, whole } = table[name]!; // asked by its own name
  const numRuns = Math.max(1, Math.ceil(times * share));
  return [...(whole?.(ids) ?? []), ...fc.sample(requests(ids), { numRuns, seed, unbiased: true }).flat()];
}
