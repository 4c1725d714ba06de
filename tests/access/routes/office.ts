import fc from 'fast-check';
import type { Asked } from '../harness/asking.ts';
import { unknownId } from '../harness/ids.ts';
import type { Person } from '../harness/place.ts';
import {
  aFormedId,
  anId,
  body,
  clocksAsked,
  limit,
  one,
  type RouteGenerators,
  reader,
  some,
  withQuery,
} from './choices.ts';

const owners = fc.constantFrom<Person>('plain', 'force', 'supervisor');
const readers = ['plain', 'supervisor', 'security'] as const;
const approvals = ['LR-A1', 'SX-A1', 'SX-A2', 'AC-A1', 'none'];

/** The audit office reads what everybody did. What the keeper did, and how many rows the shell's import counted in all, it is
 * told by its office: left out are those records, and the numbers that count them. */
function auditOf(text: string): string {
  const parsed: unknown = JSON.parse(text);
  if (parsed === null || typeof parsed !== 'object' || !('items' in parsed) || !Array.isArray(parsed.items))
    return text;
  return JSON.stringify(
    parsed.items.flatMap(({ sequence: _sequence, ...entry }: { sequence: number; user: string; action: string }) =>
      entry.user === 'keeper' || entry.action === 'import' ? [] : [entry],
    ),
  );
}
const firstBroken = (text: string): string => text.replace(/"records":\d+/, '"records":…');

export const officeRoutes: RouteGenerators = {
  'get /audit': {
    times: 1,
    requests: () =>
      fc.constant<Asked[]>([
        { route: 'get /audit', as: 'audit', path: '/audit?limit=500', of: auditOf },
        ...[null, ...readers].map((as): Asked => ({ route: 'get /audit', as, path: '/audit' })),
        { route: 'get /audit', as: 'audit', path: '/audit?limit=501' },
        { route: 'get /audit', as: 'audit', path: '/audit?cursor=x' },
      ]),
  },
  'get /audit/verify': {
    times: 1,
    requests: () =>
      fc.constant<Asked[]>([
        { route: 'get /audit/verify', as: 'audit', path: '/audit/verify', of: firstBroken },
        { route: 'get /audit/verify', as: 'plain', path: '/audit/verify' },
      ]),
  },
  'get /users': {
    times: 1,
    requests: () => fc.constant<Asked[]>(readers.map((as): Asked => ({ route: 'get /users', as, path: '/users' }))),
  },
  'get /approvals': {
    times: 8,
    requests: () =>
      one(
        fc.record({ as: fc.oneof(reader, fc.constant<Person>('intake')), limit }).map(({ as, limit }) => ({
          route: 'get /approvals',
          as,
          path: withQuery('/approvals', { limit }),
          follow: true,
        })),
      ),
  },
  'post /approvals/:id/end': {
    times: 8,
    requests: () =>
      one(
        fc
          .record({
            as: fc.constantFrom<Person>('supervisor', 'supervisor', 'plain'),
            id: fc.constantFrom(...approvals),
          })
          .map(({ as, id }) => ({
            route: 'post /approvals/:id/end',
            as,
            path: `/approvals/${id}/end`,
            body: { reason: '已查清' },
          })),
      ),
  },
  'get /imports': {
    times: 6,
    requests: () =>
      one(
        fc.record({ as: reader, limit }).map(({ as, limit }) => ({
          route: 'get /imports',
          as,
          path: withQuery('/imports', { limit }),
          follow: true,
        })),
      ),
  },
  'get /imports/:batch': {
    times: 3,
    requests: (ids) =>
      fc
        .record({ as: reader, place: fc.integer({ min: 0, max: 3 }) })
        .map(({ as, place }) => [
          { route: 'get /imports', as, path: '/imports', remember: { batch: `items.${place}.batch` } },
          { route: 'get /imports/:batch', as, path: '/imports/{batch}' },
          ...ids.keeper.batches
            .slice(0, 2)
            .map((batch) => ({ route: 'get /imports/:batch', as, path: `/imports/${batch}` })),
          { route: 'get /imports/:batch', as, path: `/imports/${unknownId('b')}` },
        ]),
  },
  'get /boards': {
    times: 3,
    requests: () => one(reader.map((as) => ({ route: 'get /boards', as, path: '/boards' }))),
  },
  'post /boards': {
    times: 4,
    requests: (ids) =>
      fc
        .record({ as: owners, list: some(fc.oneof(aFormedId(ids), aFormedId(ids)), 8), odd: anId(ids) })
        .map(({ as, list, odd }) => [
          {
            route: 'post /boards',
            as,
            path: '/boards',
            body: { name: '新画布', ids: list },
            remember: { board: 'id', version: 'version' },
          },
          { route: 'get /boards/:id', as, path: '/boards/{board}' },
          { route: 'post /boards', as, path: '/boards', body: { name: '画布', ids: [odd] } },
          { route: 'delete /boards/:id', as, path: '/boards/{board}' },
          { route: 'delete /boards/:id', as, path: '/boards/{board}' },
        ]),
  },
  'get /boards/:id': {
    times: 2,
    requests: (ids) =>
      fc.record({ as: owners, other: reader }).map(({ as, other }) => [
        { route: 'get /boards/:id', as: 'plain', path: '/boards/{planted}', remember: { version: 'version' } },
        { route: 'get /boards/:id', as: other, path: '/boards/{planted}' },
        { route: 'get /boards/:id', as, path: `/boards/${ids.keeper.board}` },
        { route: 'get /boards/:id', as, path: `/boards/${unknownId('o')}` },
      ]),
  },
  'patch /boards/:id': {
    times: 4,
    requests: (ids) =>
      fc
        .record({
          id: aFormedId(ids),
          hidden: fc.constantFrom(...ids.hidden.entities),
          other: aFormedId(ids),
          clash: fc.boolean(),
        })
        .map(({ id, hidden, other, clash }) => [
          { route: 'get /boards/:id', as: 'plain', path: '/boards/{planted}', remember: { version: 'version' } },
          {
            route: 'patch /boards/:id',
            as: 'plain',
            path: '/boards/{planted}',
            headers: { 'If-Match': clash ? '"old"' : '"{version}"' },
            body: {
              added: { [`entity:${id}`]: { x: 1, with: [hidden, other] }, [`entity:${hidden}`]: { x: 2 } },
              updated: { 'group:g1': { members: [hidden, id] } },
              removed: [`entity:${other}`],
            },
          },
          {
            route: 'patch /boards/:id',
            as: 'plain',
            path: '/boards/{planted}',
            headers: { 'If-Match': '*' },
            body: { removed: [`entity:${hidden}`], added: { 'note:n2': { about: hidden } } },
          },
          { route: 'get /boards/:id', as: 'plain', path: '/boards/{planted}' },
        ]),
  },
  'post /boards/:id/snapshots': {
    times: 3,
    requests: (ids) =>
      fc.record({ as: owners, clocks: clocksAsked }).map(({ as, clocks }) => [
        {
          route: 'post /boards/:id/snapshots',
          as: 'plain',
          path: '/boards/{planted}/snapshots',
          body: body({ name: '快照', ...clocks }),
          remember: { snapshot: 'id' },
        },
        ...[`${ids.keeper.board}`, unknownId('o')].map((id) => ({
          route: 'post /boards/:id/snapshots',
          as,
          path: `/boards/${id}/snapshots`,
          body: { name: '快照' },
        })),
      ]),
  },
  'get /boards/:id/snapshots': {
    times: 3,
    requests: (ids) =>
      fc.record({ other: reader }).map(({ other }) => [
        { route: 'get /boards/:id/snapshots', as: 'plain', path: '/boards/{planted}/snapshots' },
        { route: 'get /boards/:id/snapshots', as: other, path: '/boards/{planted}/snapshots' },
        { route: 'get /boards/:id/snapshots', as: other, path: `/boards/${ids.keeper.board}/snapshots` },
      ]),
  },
  'get /boards/:id/snapshots/:snapshot': {
    times: 3,
    requests: () =>
      fc.record({ other: reader }).map(({ other }) => [
        {
          route: 'post /boards/:id/snapshots',
          as: 'plain',
          path: '/boards/{planted}/snapshots',
          body: { name: '快照' },
          remember: { snapshot: 'id' },
        },
        ...['plain' as const, other].map((as) => ({
          route: 'get /boards/:id/snapshots/:snapshot',
          as,
          path: '/boards/{planted}/snapshots/{snapshot}',
        })),
        {
          route: 'get /boards/:id/snapshots/:snapshot',
          as: 'plain',
          path: `/boards/{planted}/snapshots/${unknownId('n')}`,
        },
      ]),
  },
  'delete /boards/:id': {
    times: 3,
    requests: (ids) =>
      fc.record({ as: owners }).map(({ as }) => [
        { route: 'delete /boards/:id', as, path: `/boards/${ids.keeper.board}` },
        { route: 'delete /boards/:id', as, path: `/boards/${unknownId('o')}` },
      ]),
  },
  'get /session': {
    times: 5,
    requests: () => one(reader.map((as) => ({ route: 'get /session', as, path: '/session' }))),
  },
  'post /session': {
    times: 3,
    requests: () =>
      fc.integer({ min: 1, max: 3 }).map((number) => [
        {
          route: 'post /session',
          as: null,
          path: '/session',
          body: { link: `{link${number}}` },
          remember: { token: 'token' },
        },
        { route: 'get /session', as: null, path: '/session', headers: { Authorization: 'Bearer {token}' } },
        { route: 'delete /session', as: null, path: '/session', headers: { Authorization: 'Bearer {token}' } },
        { route: 'get /session', as: null, path: '/session', headers: { Authorization: 'Bearer {token}' } },
      ]),
  },
  'delete /session': {
    times: 1,
    requests: () => one(fc.constant<Asked>({ route: 'delete /session', as: null, path: '/session' })),
  },
  'get /healthz': {
    times: 1,
    requests: () => one(fc.constant<Asked>({ route: 'get /healthz', as: null, path: '//healthz' })),
  },
  'get /readyz': {
    times: 1,
    requests: () => one(fc.constant<Asked>({ route: 'get /readyz', as: null, path: '//readyz' })),
  },
  'get /metrics': {
    times: 2,
    requests: () => one(fc.constant<Asked>({ route: 'get /metrics', as: null, path: '//metrics' })),
  },
};
