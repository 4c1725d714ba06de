import fc from 'fast-check';
import type { Person } from '../harness/place.ts';
import {
  aFormedId,
  anId,
  aVisibleId,
  body,
  clocksAsked,
  kinds,
  kindsText,
  one,
  type RouteGenerators,
  reader,
  some,
  soundClocks,
  withQuery,
} from './choices.ts';

const dates = fc.option(fc.constantFrom('2024-01-01', '2024-06-15', '2025', '2025-02-12', 'x'), {
  nil: undefined,
  freq: 3,
});
const duty = fc.option(fc.constantFrom('include', 'exclude', 'include', 'exclude', 'only'), { nil: undefined });
const entities = fc.option(fc.constantFrom(1, 3, 10, 5_000, 50_001), { nil: undefined });

const everybody: readonly Person[] = ['plain', 'force'];
const clocksOfAll = [{}, { trueAt: '2024-10-01' }, { trueAt: '2024-01-01..2024-12-31' }, { knownAt: '2025-12-30' }];

/** Paths, links, pictures. */
export const graphRoutes: RouteGenerators = {
  'post /paths': {
    whole: (ids) =>
      everybody.flatMap((as) =>
        [2, 4].map((maxHops) => ({
          route: 'post /paths',
          as,
          path: '/paths',
          body: {
            from: ids.visible.officials.filter((id) => !ids.visible.suspects.includes(id)),
            to: ids.visible.suspects,
            k: 100,
            maxHops,
          },
        })),
      ),
    times: 26,
    requests: (ids) =>
      one(
        fc
          .record({
            as: reader,
            from: fc.oneof(
              { weight: 5, arbitrary: some(aVisibleId(ids), 3) },
              { weight: 1, arbitrary: some(anId(ids), 3) },
            ),
            to: fc.oneof(
              { weight: 4, arbitrary: some(aVisibleId(ids), 3) },
              { weight: 1, arbitrary: some(aFormedId(ids), 3) },
            ),
            k: fc.option(fc.constantFrom(1, 2, 30, 101), { nil: undefined }),
            maxHops: fc.option(fc.constantFrom(1, 2, 3, 4, 8, 9), { nil: undefined }),
            kinds,
            fromDate: dates,
            toDate: dates,
            duty,
            clocks: soundClocks,
          })
          .map(({ as, clocks, ...asked }) => ({
            route: 'post /paths',
            as,
            path: '/paths',
            body: body({ ...asked, ...clocks }),
          })),
      ),
  },
  'get /official-links': {
    whole: () =>
      everybody.flatMap((as) =>
        ['', '&trueAt=2025-06-25', '&knownAt=2025-12-30'].map((clocks) => ({
          route: 'get /official-links',
          as,
          path: `/official-links?limit=500${clocks}`,
        })),
      ),
    times: 16,
    requests: (ids) =>
      one(
        fc
          .record({
            as: reader,
            official: fc.option(some(aFormedId(ids, 'officials'), 3), { nil: undefined }),
            suspect: fc.option(some(aFormedId(ids, 'suspects'), 3), { nil: undefined }),
            gang: fc.option(anId(ids, 'gangs'), { nil: undefined, freq: 3 }),
            unit: fc.option(anId(ids, 'units'), { nil: undefined, freq: 3 }),
            kinds: kindsText,
            maxHops: fc.option(fc.constantFrom('1', '2', '4', '5'), { nil: undefined }),
            limit: fc.option(fc.constantFrom('1', '3', '500'), { nil: undefined }),
            clocks: clocksAsked,
          })
          .map(({ as, official, suspect, clocks, ...asked }) => ({
            route: 'get /official-links',
            as,
            path: withQuery('/official-links', {
              ...asked,
              ...clocks,
              official: official?.join(','),
              suspect: suspect?.join(','),
            }),
          })),
      ),
  },
  'get /subgraph': {
    whole: (ids) =>
      ids.visible.suspects.map((id) => ({
        route: 'get /subgraph',
        as: 'plain',
        path: `/subgraph?center=${id}&hops=2`,
      })),
    times: 14,
    requests: (ids) =>
      one(
        fc
          .record({
            as: reader,
            center: anId(ids),
            hops: fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined }),
            kinds: kindsText,
            duty,
            limit: entities.map((count) => count?.toString()),
            clocks: clocksAsked,
          })
          .map(({ as, clocks, ...asked }) => ({
            route: 'get /subgraph',
            as,
            path: withQuery('/subgraph', { ...asked, ...clocks }),
          })),
      ),
  },
  'post /subgraph': {
    whole: (ids) =>
      everybody.flatMap((as) =>
        clocksOfAll.map((clocks) => ({
          route: 'post /subgraph',
          as,
          path: '/subgraph',
          body: { ids: [...ids.visible.entities, ...ids.hidden.entities], ...clocks },
        })),
      ),
    times: 12,
    requests: (ids) =>
      one(
        fc
          .record({ as: reader, ids: some(aFormedId(ids), 12), kinds, duty, limit: entities, clocks: soundClocks })
          .map(({ as, clocks, ...asked }) => ({
            route: 'post /subgraph',
            as,
            path: '/subgraph',
            body: body({ ...asked, ...clocks }),
          })),
      ),
  },
};
