import { z } from 'zod';
import { ok } from '../http/answers.ts';
import { clockFields, idField } from '../http/fields.ts';
import { cutSchema, stampSchema } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { atClocks, type ReadingDeps } from './reading.ts';
import { assertionShape, entityShape } from './shapes.ts';

const takenBack = z.strictObject({ compartment: z.string(), by: z.string(), reason: z.string(), day: z.string() });
const dossierShape = z.strictObject({
  entity: entityShape,
  sources: z
    .array(z.strictObject({ source: assertionShape.shape.source, assertions: z.array(assertionShape) }))
    .meta({ description: 'What is said about it, each source with its own' }),
  ties: z.strictObject({
    total: z.int(),
    byKind: z.record(z.string(), z.strictObject({ private: z.int(), duty: z.int() })),
  }),
  objections: z.array(assertionShape.shape.objections.element.extend({ assertion: z.string(), about: z.string() })),
  batches: z.array(
    z.strictObject({
      batch: z.string(),
      kind: z.string(),
      finishedAt: z.string(),
      assertions: z.int(),
      takenBack: z.array(takenBack),
    }),
  ),
  ...cutSchema,
  ...stampSchema,
});

/** What is on file about one entity, for machines. */
export function dossierRoutes(deps: ReadingDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/entities/:id/dossier',
      summary: {
        zh: '一个对象的在档内容：各来源的断言、关系数量、异议、批次',
        en: 'What is on file about an entity: assertions by source, ties counted, objections, batches',
      },
      tags: ['evidence'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('e') },
      query: clockFields,
      responses: { 200: dossierShape },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        note({ subjects: [params.id] });
        return ok({ ...(await deps.services.dossier(viewer.audience, clocks, params.id)), ...stamp });
      },
    }),
  ];
}
