import { z } from 'zod';
import { cutByLimit, whole } from '../../model/errors.ts';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { clockFields, cursorField, idField, limitField } from '../http/fields.ts';
import { cutSchema, list, listOf, stampSchema } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { entityJson } from '../services/entities.ts';
import { atClocks, given, type ReadingDeps } from './reading.ts';
import { entityShape, linkShape, names } from './shapes.ts';

const id = z.string();
const post = z.strictObject({
  title: z.string(),
  organisation: z.strictObject({ id, caption: z.string() }).nullable(),
  department: z.string(),
  rank: z.number().nullable(),
  area: z.string().nullable(),
  remit: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  assertions: z.array(id),
});
const rate = { decisions: z.int(), lighter: z.int() };
const words = z.strictObject({ zh: z.string(), en: z.string() });
const strip = z.strictObject({
  stage: z.string(),
  stratum: words,
  own: z.strictObject(rate),
  peers: z.strictObject({
    ...rate,
    officials: z.int(),
    spread: z.strictObject({ least: z.number(), most: z.number() }).nullable(),
  }),
  ownOfSuspects: z.strictObject(rate),
  rows: z.array(
    z.strictObject({
      decisionId: id,
      caseId: id,
      partyId: id.nullable(),
      decision: z.string(),
      lighter: z.boolean(),
      at: z.string(),
      suspect: z.boolean(),
      as: z.enum(['handler', 'approver']),
    }),
  ),
});
const obtained = z.strictObject({
  kind: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  assertion: id,
});

/** Officials: the list, and one official on one page. */
export function officialRoutes(deps: ReadingDeps): Route[] {
  const { services } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/officials',
      summary: { zh: '公职人员名单', en: 'Officials and their posts' },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      query: { unit: idField('e').optional(), limit: limitField, cursor: cursorField, ...clockFields },
      responses: {
        200: listOf(z.strictObject({ id, key: id, type: z.string(), caption: z.string(), posts: z.array(post) })),
      },
      async handler({ viewer, query }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        const offset = decodeCursor('officials', query.cursor, z.int().min(0)) ?? 0;
        const found = await services.officials.list(viewer.audience, clocks, {
          limit: query.limit,
          offset,
          ...given({ unit: query.unit }),
        });
        const next = found.more ? encodeCursor('officials', offset + query.limit) : null;
        return ok(list(found.items, next, found.more ? cutByLimit(query.limit) : whole(query.limit), stamp));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/officials/:id',
      summary: {
        zh: '一名公职人员：任职、私人与公务关联、办案与同行比较、可澄清的事项',
        en: 'One official: posts, private and duty ties, decisions against peers, what would clear',
      },
      tags: ['analysis'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: clockFields,
      responses: {
        200: z.strictObject({
          official: entityShape,
          posts: z.array(post),
          links: z.array(linkShape),
          decisions: z.array(strip),
          coverage: z.array(z.strictObject({ kind: z.string(), obtained: z.array(obtained) })),
          disclosures: z.array(
            z.strictObject({
              kind: z.string(),
              at: z.string().nullable(),
              aboutId: id.nullable(),
              note: z.string().nullable(),
              assertion: id,
            }),
          ),
          clears: z.array(words),
          names,
          ...cutSchema,
          ...stampSchema,
        }),
      },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [params.id] });
        const found = await services.officials.one(viewer.audience, clocks, params.id);
        return ok({ ...found, official: entityJson(found.official), ...stamp });
      },
    }),
  ];
}
