import { z } from 'zod';
import { cutByLimit, whole } from '../../model/errors.ts';
import { tieKindNames } from '../../model/vocabulary/kinds.ts';
import { isTypeName, type TypeName } from '../../model/vocabulary/types.ts';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { clockFields, commaList, cursorField, idField, limitField } from '../http/fields.ts';
import { list, listOf, stampSchema } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { entityJson } from '../services/entities.ts';
import { atClocks, given, type ReadingDeps } from './reading.ts';
import { assertionShape, entityShape, searchItemShape, tieShape } from './shapes.ts';

const typeName = z.string().refine((name): name is TypeName => isTypeName(name), 'no such type');
const searchCursor = z.int().min(0).max(10_000);

/** Search, one entity, its evidence, its ties. */
export function entityRoutes(deps: ReadingDeps): Route[] {
  const { services } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/entities',
      summary: {
        zh: '查找：姓名（一字、两字均可）、拼音、号码片段、代码、别名',
        en: 'Search by name, pinyin, part of a number, code or other name',
      },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      query: {
        q: z.string().trim().min(1).max(200),
        type: commaList(typeName).optional(),
        role: z.enum(['official', 'suspect']).optional(),
        limit: limitField,
        cursor: cursorField,
        ...clockFields,
      },
      responses: { 200: listOf(searchItemShape) },
      async handler({ viewer, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        const offset = decodeCursor('entities', query.cursor, searchCursor) ?? 0;
        const found = await services.search(viewer.audience, clocks, {
          query: query.q,
          limit: query.limit,
          offset,
          ...given({ types: query.type as TypeName[] | undefined, role: query.role }), // the schema let type names through alone
        });
        note({ detail: { results: found.items.length } });
        const items = found.items.map((item) => ({ ...entityJson(item), match: item.match, hint: item.hint }));
        const cut = found.cutAt !== null ? found : found.more ? cutByLimit(query.limit) : whole(query.limit);
        return ok(list(items, found.more ? encodeCursor('entities', offset + query.limit) : null, cut, stamp));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:id',
      summary: {
        zh: '一个对象：合并后的视图，每个值可追溯到断言',
        en: 'One entity, merged; each value names its assertions',
      },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: clockFields,
      responses: { 200: entityShape.extend(stampSchema) },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [params.id] });
        return ok({ ...entityJson(await services.entities.get(viewer.audience, clocks, params.id)), ...stamp });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:id/assertions',
      summary: { zh: '一个对象的全部断言', en: 'Everything sources say about an entity' },
      tags: ['evidence'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: { limit: limitField, cursor: cursorField, ...clockFields },
      responses: { 200: listOf(assertionShape) },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [params.id] });
        const all = await services.evidence.ofEntity(viewer.audience, clocks, params.id);
        const start = decodeCursor('assertions', query.cursor, z.int().min(0)) ?? 0;
        const items = all.slice(start, start + query.limit);
        const more = start + query.limit < all.length;
        return ok(
          list(
            items,
            more ? encodeCursor('assertions', start + query.limit) : null,
            more ? cutByLimit(query.limit) : whole(query.limit),
            stamp,
          ),
        );
      },
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:id/ties',
      summary: {
        zh: '一个对象的关系；通话、付款、同行按私人与公务分列',
        en: 'Ties of an entity; folded ones split into private and duty',
      },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: {
        kinds: commaList(z.enum(tieKindNames as [string, ...string[]])).optional(),
        duty: z.enum(['include', 'exclude', 'only']).default('include'),
        limit: limitField,
        cursor: cursorField,
        ...clockFields,
      },
      responses: { 200: listOf(tieShape) },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [params.id] });
        const after = decodeCursor('ties', query.cursor, z.string());
        const found = await services.ties.ofEntity(viewer.audience, clocks, params.id, {
          limit: query.limit,
          duty: query.duty,
          ...given({ kinds: tieKindNames.filter((kind) => query.kinds?.includes(kind) ?? true), after }),
        });
        const cut = found.cutAt !== null ? found : found.after !== null ? cutByLimit(query.limit) : whole(query.limit);
        return ok(list(found.items, found.after === null ? null : encodeCursor('ties', found.after), cut, stamp));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/entities/:id/tie-counts',
      summary: { zh: '一个对象的关系数量，按类别', en: 'How many ties an entity has, by kind' },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: clockFields,
      responses: {
        200: z.strictObject({
          id: z.string(),
          total: z.int(),
          byKind: z.record(z.string(), z.strictObject({ private: z.int(), duty: z.int() })),
          ...stampSchema,
        }),
      },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [params.id] });
        return ok({ ...(await services.subgraph.counts(viewer.audience, clocks, params.id)), ...stamp });
      },
    }),
  ];
}
