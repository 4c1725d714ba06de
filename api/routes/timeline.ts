import { z } from 'zod';
import { cutByLimit, whole } from '../../model/errors.ts';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { clockFields, cursorField, idField, limitField } from '../http/fields.ts';
import { list, listOf } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { lookingBack } from '../services/timeline.ts';
import { atClocks, given, type ReadingDeps } from './reading.ts';

const name = z.strictObject({ id: z.string(), type: z.string(), caption: z.string() });
const momentShape = z.strictObject({
  what: z.enum(['tie', 'month']).meta({ description: 'Something sources state, or a month of contact' }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  kind: z.string(),
  about: name,
  other: name,
  role: z.string(),
  duty: z.boolean(),
  count: z.int(),
  sum: z.number().nullable().meta({ description: 'Calls: seconds; payments: fen; else null' }),
  assertions: z.array(z.string()),
  events: z.string().nullable().meta({ description: 'Event query that opens the rows of the month' }),
});
const timelineShape = listOf(momentShape).extend({
  undated: z.int().meta({ description: 'Ties without any date: on no timeline, but there' }),
});

/** One or two entities in time. */
export function timelineRoutes(deps: ReadingDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/entities/:id/timeline',
      summary: {
        zh: '时间线：有日期的断言与逐月联系；with 时为两人之间。trueAt 为某日时指截至该日',
        en: 'Timeline: dated statements and contact by month; `with`: of two people. A day as trueAt means up to that day',
      },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: { with: idField('e').optional(), limit: limitField, cursor: cursorField, ...clockFields },
      responses: { 200: timelineShape },
      async handler({ viewer, params, query, note }) {
        const asked = atClocks(deps, viewer, query);
        const clocks = lookingBack(asked.clocks);
        note({ subjects: [params.id, ...(query.with === undefined ? [] : [query.with])] });
        const offset = decodeCursor('timeline', query.cursor, z.int().min(0)) ?? 0;
        const found = await deps.services.timeline(viewer.audience, clocks, params.id, {
          limit: query.limit,
          offset,
          ...given({ with: query.with }),
        });
        const cut = !found.complete ? found : found.more ? cutByLimit(query.limit) : whole(query.limit);
        const next = found.more ? encodeCursor('timeline', offset + query.limit) : null;
        return ok({ ...list(found.items, next, cut, { ...asked.stamp, ...clocks }), undated: found.undated });
      },
    }),
  ];
}
