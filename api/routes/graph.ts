import { z } from 'zod';
import { tieKindNames } from '../../model/vocabulary/kinds.ts';
import { ok } from '../http/answers.ts';
import { bounds, httpDeadlineMs } from '../http/bounds.ts';
import { bodyNumber, clockFields, commaList, dateField, idField, idsField, queryNumber } from '../http/fields.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { atClocks, given, type ReadingDeps } from './reading.ts';
import { linksShape, pathsShape, subgraphShape } from './shapes.ts';

const kind = z.enum(tieKindNames as [string, ...string[]]);
const kindsOf = (asked: readonly string[] | undefined) =>
  asked === undefined ? undefined : tieKindNames.filter((one) => asked.includes(one));

/** Questions to the graph: paths, official–suspect links, what the canvas draws. */
export function graphRoutes(deps: ReadingDeps): Route[] {
  const { services } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/paths',
      summary: { zh: '两组之间的路径', en: 'Paths between two sets, the k with fewest hops' },
      tags: ['analysis'],
      roles: whoMay.explore,
      data: true,
      body: z.strictObject({
        from: idsField('e').min(1),
        to: idsField('e').min(1),
        k: bodyNumber(bounds.k),
        maxHops: bodyNumber(bounds.maxHops),
        kinds: z.array(kind).optional(),
        fromDate: dateField.optional(),
        toDate: dateField.optional(),
        duty: z.enum(['include', 'exclude']).default('include'),
        ...clockFields,
      }),
      responses: { 200: pathsShape },
      async handler({ viewer, body, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, body);
        note({ subjects: [...body.from, ...body.to].slice(0, 50) });
        const { from, to, k, maxHops, duty, fromDate, toDate } = body;
        const found = await services.paths.between(viewer.audience, clocks, {
          from,
          to,
          k,
          maxHops,
          duty,
          deadlineMs: httpDeadlineMs,
          ...given({ kinds: kindsOf(body.kinds), fromDate, toDate }),
        });
        return ok({ ...found, ...stamp });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/official-links',
      summary: {
        zh: '公职人员与嫌疑人的关联，私人与公务分列',
        en: 'Officials tied to suspects, private ties apart from duty',
      },
      tags: ['analysis'],
      roles: whoMay.explore,
      data: true,
      query: {
        official: commaList(idField('e')).optional(),
        suspect: commaList(idField('e')).optional(),
        gang: idField('e').optional(),
        unit: idField('e').optional(),
        kinds: commaList(kind).optional(),
        maxHops: queryNumber(bounds.linkHops, 'At most so many ties on a path'),
        limit: queryNumber({ ...bounds.limit, usual: 200 }, 'At most so many pairs'),
        ...clockFields,
      },
      responses: { 200: linksShape },
      async handler({ viewer, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        const { official: officials, suspect: suspects, gang, unit, maxHops, limit } = query;
        note({ subjects: [...(officials ?? []), ...(suspects ?? [])].slice(0, 50) });
        const found = await services.links(viewer.audience, clocks, {
          maxHops,
          limit,
          deadlineMs: httpDeadlineMs,
          ...given({ officials, suspects, gang, unit, kinds: kindsOf(query.kinds) }),
        });
        return ok({ ...found, ...stamp });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/subgraph',
      summary: { zh: '以一个对象为中心的图', en: 'The picture around one entity' },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      query: {
        center: idField('e'),
        hops: queryNumber(bounds.subgraphHops, 'How far from the centre'),
        kinds: commaList(kind).optional(),
        duty: z.enum(['include', 'exclude']).default('include'),
        limit: queryNumber(bounds.subgraphEntities, 'At most so many entities'),
        ...clockFields,
      },
      responses: { 200: subgraphShape },
      async handler({ viewer, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [query.center] });
        const { center, hops, duty, limit } = query;
        const found = await services.subgraph.around(viewer.audience, clocks, {
          center,
          hops,
          duty,
          limit,
          ...given({ kinds: kindsOf(query.kinds) }),
        });
        return ok({ ...found, ...stamp });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/subgraph',
      summary: { zh: '这些对象及其相互关系', en: 'These entities and the ties among them' },
      tags: ['explore'],
      roles: whoMay.explore,
      data: true,
      body: z.strictObject({
        ids: idsField('e'),
        kinds: z.array(kind).optional(),
        duty: z.enum(['include', 'exclude']).default('include'),
        limit: bodyNumber(bounds.subgraphEntities),
        ...clockFields,
      }),
      responses: { 200: subgraphShape },
      async handler({ viewer, body, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, body);
        note({ subjects: body.ids.slice(0, 50) });
        const { ids, duty, limit } = body;
        const found = await services.subgraph.around(viewer.audience, clocks, {
          ids,
          duty,
          limit,
          ...given({ kinds: kindsOf(body.kinds) }),
        });
        return ok({ ...found, ...stamp });
      },
    }),
  ];
}
