import { z } from 'zod';
import { whole } from '../../model/errors.ts';
import { created, noContent, ok } from '../http/answers.ts';
import { idField, idsField, textField } from '../http/fields.ts';
import { list, listOf } from '../http/lists.ts';
import { ProblemWith } from '../http/problems.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { stampOf } from '../services/access/stamp.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { BoardClash, type SeenBoard } from '../services/boards/boards.ts';
import type { RouteDeps } from './deps.ts';

const itemKey = z
  .string()
  .max(120)
  .regex(/^(?:entity:e_[a-z2-7]{26}|(?:note|group|setting):[\w-]{1,64})$/);
const items = z.record(itemKey, z.json());
const headSchema = {
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  version: z.string().meta({ description: 'The ETag, without its quotes' }),
};
const boardSchema = z.strictObject({ ...headSchema, content: z.record(z.string(), z.unknown()) });
const nameField = textField(200);
const params = { id: idField('o') };

const etagOf = (board: SeenBoard) => ({ ETag: `"${board.version}"` });
/** `"version"` or `*`. */
const ifMatchField = z.string().regex(/^(?:\*|(?:W\/)?"[\w-]{1,64}")$/);

export function boardRoutes({ boards, ledger, clock }: RouteDeps): Route[] {
  const shared = { tags: ['boards'], roles: whoMay.explore, data: true } as const;
  return [
    defineRoute({
      ...shared,
      method: 'post',
      path: '/boards',
      summary: { zh: '新建画布', en: 'Make a board' },
      stores: true,
      body: z.strictObject({ name: nameField, ids: idsField('e').default([]) }),
      responses: { 201: boardSchema },
      async handler({ viewer, body, note }) {
        const board = await boards.create(viewer, body.name, body.ids);
        note({ subjects: [board.id] });
        return created(`/api/v1/boards/${board.id}`, board, etagOf(board));
      },
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/boards',
      summary: { zh: '我的画布', en: 'My boards' },
      responses: { 200: listOf(z.strictObject(headSchema)) },
      async handler({ viewer }) {
        return ok(list(await boards.list(viewer), null, whole(), stampOf(ledger, viewer, {}, clock.today())));
      },
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/boards/:id',
      summary: { zh: '打开画布', en: 'Open a board' },
      params,
      responses: { 200: boardSchema },
      async handler({ viewer, params: { id } }) {
        const board = await boards.get(viewer, id);
        return ok(board, etagOf(board));
      },
    }),
    defineRoute({
      ...shared,
      method: 'patch',
      path: '/boards/:id',
      summary: {
        zh: '更改画布；有冲突时返回现有内容（412）',
        en: 'Change a board; a clash answers 412 with the present one',
      },
      params,
      headers: { 'if-match': ifMatchField },
      body: z.strictObject({
        name: nameField.optional(),
        added: items.default({}),
        updated: items.default({}),
        removed: z.array(itemKey).default([]),
      }),
      responses: { 200: boardSchema },
      async handler({ viewer, params: { id }, body, header }) {
        const expected = header('if-match') ?? '';
        const { name, ...diff } = body;
        try {
          const board = await boards.patch(
            viewer,
            id,
            name === undefined ? diff : { ...diff, name },
            expected === '*' ? null : expected.replace(/^W\/|"/g, ''),
          );
          return ok(board, etagOf(board));
        } catch (error) {
          if (!(error instanceof BoardClash)) throw error;
          throw new ProblemWith(
            'precondition_failed',
            error.message,
            { present: error.present },
            etagOf(error.present),
          );
        }
      },
    }),
    defineRoute({
      ...shared,
      method: 'delete',
      path: '/boards/:id',
      summary: { zh: '删除画布', en: 'Delete a board' },
      params,
      responses: { 204: null },
      handler({ viewer, params: { id } }) {
        boards.remove(viewer, id);
        return noContent();
      },
    }),
  ];
}
