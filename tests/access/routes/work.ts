import fc from 'fast-check';
import { unknownId } from '../harness/ids.ts';
import type { Person } from '../harness/place.ts';
import {
  aFormedId,
  anId,
  aVisibleId,
  body,
  kinds,
  limit,
  one,
  type RouteGenerators,
  reader,
  some,
  soundClocks,
  withQuery,
} from './choices.ts';

const readers = fc.constantFrom<Person>('plain', 'force', 'supervisor');
const purposes = fc
  .constantFrom('review:test', 'review:test', 'case:AC-C1', 'case:SX-C1')
  .map((purpose) => ({ 'Powang-Purpose': purpose }));

/** Long work: what it is asked, its job, its events, its result. The harness waits for each job and compares all of them. */
export const workRoutes: RouteGenerators = {
  'post /communities': {
    times: 5,
    requests: () =>
      one(
        fc
          .record({
            as: readers,
            headers: purposes,
            resolution: fc.constantFrom(1, 0.5, 'auto', 1000),
            seed: fc.constantFrom(1, 2),
            kinds,
            clocks: soundClocks,
          })
          .map(({ as, headers, clocks, ...asked }) => ({
            route: 'post /communities',
            as,
            headers,
            path: '/communities',
            body: body({ ...asked, ...clocks }),
          })),
      ),
  },
  'get /communities/:id': {
    times: 2,
    requests: (ids) =>
      fc.record({ as: readers, other: reader, headers: purposes }).map(({ as, other, headers }) => [
        { route: 'post /communities', as, headers, path: '/communities', body: {} },
        { route: 'get /communities/:id', as: other, headers, path: '{result}' },
        { route: 'get /communities/:id', as, headers, path: `/communities/${ids.keeper.run}` },
        { route: 'get /communities/:id', as, path: `/communities/${unknownId('r')}` },
      ]),
  },
  'post /screens': {
    times: 5,
    requests: (ids) =>
      one(
        fc
          .record({
            as: readers,
            which: fc.oneof(
              fc.constant({}),
              fc.record({ suspects: some(aFormedId(ids, 'suspects'), 3) }),
              fc.record({ gang: anId(ids, 'gangs') }),
            ),
            clocks: soundClocks,
          })
          .map(({ as, which, clocks }) => ({
            route: 'post /screens',
            as,
            path: '/screens',
            body: body({ ...which, ...clocks }),
          })),
      ),
  },
  'get /screens/:id': {
    times: 2,
    requests: (ids) =>
      fc.record({ as: readers, other: reader }).map(({ as, other }) => [
        { route: 'post /screens', as, path: '/screens', body: {} },
        { route: 'get /screens/:id', as: other, path: '{result}' },
        { route: 'get /screens/:id', as: other, path: `/screens/${ids.keeper.run}` },
        { route: 'get /screens/:id', as, path: `/screens/${unknownId('r')}` },
        { route: 'get /screens/:id', as, path: '/screens/none' },
      ]),
  },
  'post /exports': {
    whole: (ids) =>
      ['csv', 'ftm', 'gexf'].map((format) => ({
        route: 'post /exports',
        as: 'force',
        path: '/exports',
        body: { format, ids: [...ids.visible.entities, ...ids.hidden.entities], reason: '全部' },
      })),
    times: 8,
    requests: (ids) =>
      one(
        fc
          .record({
            as: readers,
            format: fc.constantFrom('ftm', 'csv', 'gexf', 'dossier', 'picture', 'pdf'),
            which: fc.oneof(
              { weight: 4, arbitrary: fc.record({ ids: some(aFormedId(ids), 25) }) },
              { weight: 1, arbitrary: fc.constantFrom({ boardId: '{planted}' }, { boardId: ids.keeper.board }, {}) },
            ),
            clocks: soundClocks,
          })
          .map(({ as, format, which, clocks }) => ({
            route: 'post /exports',
            as,
            path: '/exports',
            body: body({ format, reason: '核对', ...which, ...clocks }),
          })),
      ),
  },
  'get /exports/:id': {
    times: 2,
    requests: (ids) =>
      fc.record({ as: readers, other: readers, id: aVisibleId(ids) }).map(({ as, other, id }) => [
        { route: 'post /exports', as, path: '/exports', body: { format: 'csv', ids: [id], reason: '核对' } },
        { route: 'get /exports/:id', as, path: '{result}' },
        { route: 'get /exports/:id', as: other, path: '{result}' },
        { route: 'get /exports/:id', as, path: `/exports/${unknownId('x')}` },
      ]),
  },
  'get /jobs': {
    times: 4,
    requests: () =>
      fc.record({ as: readers, other: reader, limit }).map(({ as, other, limit }) => [
        { route: 'post /screens', as, path: '/screens', body: {} },
        { route: 'get /jobs', as, path: withQuery('/jobs', { limit }), follow: true },
        { route: 'get /jobs', as: other, path: '/jobs' },
      ]),
  },
  'get /jobs/:id': {
    times: 2,
    requests: () =>
      fc.record({ as: readers, other: reader }).map(({ as, other }) => [
        { route: 'post /screens', as, path: '/screens', body: {} },
        { route: 'get /jobs/:id', as: other, path: '/jobs/{job}' },
        { route: 'get /jobs/:id', as, path: `/jobs/${unknownId('j')}` },
      ]),
  },
  'get /jobs/:id/events': {
    times: 2,
    requests: () =>
      fc.record({ as: readers, other: reader }).map(({ as, other }) => [
        { route: 'post /communities', as, path: '/communities', body: {} },
        { route: 'get /jobs/:id/events', as: other, path: '/jobs/{job}/events' },
        { route: 'get /jobs/:id/events', as, path: `/jobs/${unknownId('j')}/events` },
      ]),
  },
  'delete /jobs/:id': {
    times: 2,
    requests: () =>
      fc.record({ as: readers, other: reader }).map(({ as, other }) => [
        { route: 'post /communities', as, path: '/communities', body: {} },
        { route: 'delete /jobs/:id', as: other, path: '/jobs/{job}' },
        { route: 'delete /jobs/:id', as, path: '/jobs/{job}' },
        { route: 'delete /jobs/:id', as, path: `/jobs/${unknownId('j')}` },
      ]),
  },
};
