import { z } from 'zod';
import { whole } from '../../model/errors.ts';
import { created, ok } from '../http/answers.ts';
import { clockFields, idField, textField } from '../http/fields.ts';
import { list, listOf, stampSchema } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { stampOf } from '../services/access/stamp.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { SeenSnapshot } from '../services/boards/snapshots.ts';
import type { RouteDeps } from './deps.ts';

const headSchema = {
  id: z.string(),
  board: z.string(),
  name: z.string(),
  madeAt: z.iso.datetime(),
  ...stampSchema,
  version: z.string().meta({ description: 'Digest of what is seen of it, the ETag without its quotes' }),
};
const snapshotSchema = z
  .strictObject({ ...headSchema, content: z.record(z.string(), z.unknown()) })
  .meta({ description: 'Clocks and data version are those it was made under' });

const etagOf = ({ version }: SeenSnapshot) => ({ ETag: `"${version}"` });

/** Boards as they once stood: made and read, never changed. */
export function snapshotRoutes({ snapshots, ledger, clock }: RouteDeps): Route[] {
  const shared = { tags: ['boards'], roles: whoMay.explore, data: true } as const;
  const board = { id: idField('o') };
  return [
    defineRoute({
      ...shared,
      method: 'post',
      path: '/boards/:id/snapshots',
      summary: { zh: '给画布留存快照（不可更改）', en: 'Keep a snapshot of a board; it never changes' },
      stores: true,
      params: board,
      body: z.strictObject({ name: textField(200), ...clockFields }),
      responses: { 201: snapshotSchema },
      async handler({ viewer, params: { id }, body, note }) {
        const { name, ...clocks } = body;
        const made = await snapshots.make(viewer, id, name, stampOf(ledger, viewer, clocks, clock.today()));
        note({ subjects: [id, made.id] });
        return created(`/api/v1/boards/${id}/snapshots/${made.id}`, made, etagOf(made));
      },
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/boards/:id/snapshots',
      summary: { zh: '画布的快照，新的在前', en: 'Snapshots of a board, newest first' },
      params: board,
      responses: { 200: listOf(z.strictObject(headSchema)) },
      async handler({ viewer, params: { id } }) {
        const found = await snapshots.list(viewer, id);
        return ok(list(found, null, whole(), stampOf(ledger, viewer, {}, clock.today())));
      },
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/boards/:id/snapshots/:snapshot',
      summary: { zh: '打开一个快照', en: 'Open a snapshot' },
      params: { ...board, snapshot: idField('n') },
      responses: { 200: snapshotSchema },
      async handler({ viewer, params: { id, snapshot } }) {
        const found = await snapshots.get(viewer, id, snapshot);
        return ok(found, etagOf(found));
      },
    }),
  ];
}
