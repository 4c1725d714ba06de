import { z } from 'zod';
import { cutByLimit, whole } from '../../model/errors.ts';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { clockFields, cursorField, limitField } from '../http/fields.ts';
import { list, listOf } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { eventQuestion } from '../services/evidence/eventQuery.ts';
import { atClocks, type ReadingDeps } from './reading.ts';
import { eventRowShape } from './shapes.ts';

const position = z.strictObject({ atSeconds: z.int(), id: z.string().max(100) });

/** Rows behind a figure. */
export function eventRoutes(deps: ReadingDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/events/:query',
      summary: {
        zh: '一个数字背后的记录，直至来源、文件与行号',
        en: 'The rows behind a figure, down to source, file and line',
      },
      tags: ['evidence'],
      roles: whoMay.explore,
      data: true,
      params: { query: z.string().max(8_000) },
      query: { limit: limitField, cursor: cursorField, ...clockFields },
      responses: {
        200: listOf(eventRowShape).extend({
          total: z.strictObject({ rows: z.int(), count: z.int(), amount: z.number() }),
        }),
      },
      async handler({ viewer, params, query, note, signal }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        const question = eventQuestion(params.query);
        note({ subjects: [question.from, question.to] });
        const after = decodeCursor('events', query.cursor, position) ?? null;
        const page = await deps.services.eventRows(viewer.audience, clocks, question, {
          limit: query.limit,
          after,
          signal,
        });
        const cut = page.after === null ? whole(query.limit) : cutByLimit(query.limit);
        const next = page.after === null ? null : encodeCursor('events', page.after);
        return ok({ ...list(page.rows, next, cut, stamp), total: page.total });
      },
    }),
  ];
}
