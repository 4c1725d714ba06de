import fc from 'fast-check';
import { eventQueryId } from '../../../api/services/evidence/eventQuery.ts';
import { typesOfClass } from '../../../model/vocabulary/types.ts';
import type { Person } from '../harness/place.ts';
import {
  anEventQuery,
  anId,
  clocksAsked,
  kindsText,
  limit,
  one,
  type RouteGenerators,
  reader,
  withQuery,
  words,
} from './choices.ts';

const everybody: readonly Person[] = ['plain', 'force'];
const purposes = fc.constantFrom('review:test', 'case:AC-C1', 'case:SX-C1', 'lead:1', 'nonsense', '');
const headers = fc.option(
  purposes.map((purpose) => ({ 'Powang-Purpose': purpose })),
  { nil: {}, freq: 8 },
);

/** One entity, one official, one assertion: reads by an id in the path. */
export const readingRoutes: RouteGenerators = {
  'get /entities': {
    whole: () =>
      everybody.flatMap((as) =>
        ['9', '覃', '暗', 'qin', '有限公司'].flatMap((q) =>
          ['1', '500'].map((limit) => ({
            route: 'get /entities',
            as,
            path: withQuery('/entities', { q, limit }),
            follow: limit !== '1',
          })),
        ),
      ),
    times: 34,
    requests: () =>
      one(
        fc
          .record({
            as: reader,
            headers,
            q: fc.constantFrom(...words),
            type: fc.option(fc.constantFrom(...typesOfClass('entity'), 'Person,Company', 'NoType'), {
              nil: undefined,
              freq: 3,
            }),
            role: fc.option(fc.constantFrom('official', 'suspect'), { nil: undefined, freq: 3 }),
            limit,
            clocks: clocksAsked,
          })
          .map(({ as, headers, clocks, ...query }) => ({
            route: 'get /entities',
            as,
            headers,
            path: withQuery('/entities', { ...query, ...clocks }),
            follow: true,
          })),
      ),
  },
  'get /entities/:id': {
    times: 24,
    requests: (ids) =>
      one(
        fc.record({ as: reader, headers, id: anId(ids), clocks: clocksAsked }).map(({ as, headers, id, clocks }) => ({
          route: 'get /entities/:id',
          as,
          headers,
          path: withQuery(`/entities/${id}`, clocks),
        })),
      ),
  },
  'get /entities/:id/assertions': {
    whole: (ids) =>
      [...ids.visible.officials, ...ids.visible.suspects].map((id) => ({
        route: 'get /entities/:id/assertions',
        as: 'plain',
        path: `/entities/${id}/assertions`,
      })),
    times: 18,
    requests: (ids) =>
      one(
        fc.record({ as: reader, id: anId(ids), limit, clocks: clocksAsked }).map(({ as, id, limit, clocks }) => ({
          route: 'get /entities/:id/assertions',
          as,
          path: withQuery(`/entities/${id}/assertions`, { limit, ...clocks }),
          follow: true,
        })),
      ),
  },
  'get /entities/:id/ties': {
    whole: (ids) =>
      ids.visible.officials.map((id) => ({
        route: 'get /entities/:id/ties',
        as: 'plain',
        path: `/entities/${id}/ties?limit=500`,
      })),
    times: 22,
    requests: (ids) =>
      one(
        fc
          .record({
            as: reader,
            id: anId(ids),
            kinds: kindsText,
            duty: fc.option(fc.constantFrom('include', 'exclude', 'only'), { nil: undefined }),
            limit,
            clocks: clocksAsked,
          })
          .map(({ as, id, clocks, ...query }) => ({
            route: 'get /entities/:id/ties',
            as,
            path: withQuery(`/entities/${id}/ties`, { ...query, ...clocks }),
            follow: true,
          })),
      ),
  },
  'get /entities/:id/tie-counts': {
    whole: (ids) =>
      [...ids.visible.officials, ...ids.visible.suspects].map((id) => ({
        route: 'get /entities/:id/tie-counts',
        as: 'plain',
        path: `/entities/${id}/tie-counts`,
      })),
    times: 16,
    requests: (ids) =>
      one(
        fc.record({ as: reader, id: anId(ids), clocks: clocksAsked }).map(({ as, id, clocks }) => ({
          route: 'get /entities/:id/tie-counts',
          as,
          path: withQuery(`/entities/${id}/tie-counts`, clocks),
        })),
      ),
  },
  'get /entities/:id/dossier': {
    whole: (ids) =>
      everybody.flatMap((as) =>
        [...ids.visible.officials, ...ids.visible.suspects].map((id) => ({
          route: 'get /entities/:id/dossier',
          as,
          path: `/entities/${id}/dossier`,
        })),
      ),
    times: 14,
    requests: (ids) =>
      one(
        fc.record({ as: reader, id: anId(ids), clocks: clocksAsked }).map(({ as, id, clocks }) => ({
          route: 'get /entities/:id/dossier',
          as,
          path: withQuery(`/entities/${id}/dossier`, clocks),
        })),
      ),
  },
  'get /entities/:id/timeline': {
    whole: (ids) =>
      everybody.flatMap((as) =>
        [...ids.visible.officials, ...ids.visible.suspects].map((id) => ({
          route: 'get /entities/:id/timeline',
          as,
          path: `/entities/${id}/timeline?limit=500`,
        })),
      ),
    times: 20,
    requests: (ids) =>
      one(
        fc
          .record({
            as: reader,
            id: anId(ids),
            other: fc.option(anId(ids), { nil: undefined, freq: 2 }),
            limit,
            clocks: clocksAsked,
          })
          .map(({ as, id, other, limit, clocks }) => ({
            route: 'get /entities/:id/timeline',
            as,
            path: withQuery(`/entities/${id}/timeline`, { with: other, limit, ...clocks }),
            follow: true,
          })),
      ),
  },
  'get /assertions/:id': {
    whole: (ids) =>
      ids.visible.ties.map((id) => ({ route: 'get /assertions/:id', as: 'force', path: `/assertions/${id}` })),
    times: 24,
    requests: (ids) =>
      one(
        fc.record({ as: reader, id: anId(ids, 'assertions', 'a'), clocks: clocksAsked }).map(({ as, id, clocks }) => ({
          route: 'get /assertions/:id',
          as,
          path: withQuery(`/assertions/${id}`, clocks),
        })),
      ),
  },
  'get /events/:query': {
    whole: (ids) =>
      ids.visible.events.map((question) => ({
        route: 'get /events/:query',
        as: 'force',
        path: `/events/${eventQueryId(question)}`,
        follow: true,
      })),
    times: 28,
    requests: (ids) =>
      one(
        fc
          .record({ as: reader, id: anEventQuery(ids), limit, clocks: clocksAsked })
          .map(({ as, id, limit, clocks }) => ({
            route: 'get /events/:query',
            as,
            path: withQuery(`/events/${id}`, { limit, ...clocks }),
            follow: true,
          })),
      ),
  },
  'get /officials': {
    whole: () => everybody.map((as) => ({ route: 'get /officials', as, path: '/officials?limit=500' })),
    times: 8,
    requests: (ids) =>
      one(
        fc
          .record({
            as: reader,
            unit: fc.option(anId(ids, 'units'), { nil: undefined, freq: 2 }),
            limit,
            clocks: clocksAsked,
          })
          .map(({ as, unit, limit, clocks }) => ({
            route: 'get /officials',
            as,
            path: withQuery('/officials', { unit, limit, ...clocks }),
            follow: true,
          })),
      ),
  },
  'get /officials/:id': {
    whole: (ids) =>
      ids.visible.officials.map((id) => ({ route: 'get /officials/:id', as: 'plain', path: `/officials/${id}` })),
    times: 14,
    requests: (ids) =>
      one(
        fc
          .record({ as: reader, id: fc.oneof(anId(ids, 'officials'), anId(ids)), clocks: clocksAsked })
          .map(({ as, id, clocks }) => ({
            route: 'get /officials/:id',
            as,
            path: withQuery(`/officials/${id}`, clocks),
          })),
      ),
  },
};
