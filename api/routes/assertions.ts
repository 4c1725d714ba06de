import { z } from 'zod';
import { enumValues } from '../../model/vocabulary/enums.ts';
import { isTieKind, type TieKind } from '../../model/vocabulary/kinds.ts';
import { isTypeName, type TypeName } from '../../model/vocabulary/types.ts';
import { created, ok } from '../http/answers.ts';
import { clockFields, dateField, idField, textField } from '../http/fields.ts';
import { stampSchema } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { Hand } from '../services/writing/hand.ts';
import { atClocks, given, type ReadingDeps } from './reading.ts';
import { assertionShape } from './shapes.ts';

const typeName = z.string().refine((name): name is TypeName => isTypeName(name), 'no such type');
const kindName = z.string().refine((name): name is TieKind => isTieKind(name), 'no such kind');
const grade = z.strictObject({
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.literal([1, 2, 3, 4, 5, 6]),
});
const stamped = assertionShape.extend(stampSchema);

/** Evidence: one assertion, hand entry, taking back, contesting, same or not the same. */
export function assertionRoutes(deps: ReadingDeps & { hand: Hand }): Route[] {
  const { services, hand } = deps;
  return [
    defineRoute({
      method: 'post',
      path: '/assertions',
      summary: { zh: '手工录入一条断言', en: 'Enter an assertion by hand' },
      tags: ['evidence'],
      roles: whoMay.write,
      data: true,
      stores: true,
      body: z.strictObject({
        about: idField('e').optional(),
        kind: typeName,
        ends: z
          .strictObject({
            from: idField('e'),
            to: idField('e'),
            kind: kindName.optional(),
            role: z.string().max(100).optional(),
          })
          .optional(),
        properties: z.record(z.string().max(60), z.array(z.string().max(4_000)).max(50)),
        source: textField(200),
        grade: grade.optional(),
        compartment: z.string().max(100).optional(),
        validFrom: dateField.optional(),
        validTo: dateField.optional(),
        knownAt: dateField.optional(),
      }),
      responses: { 201: stamped },
      async handler({ viewer, body, note }) {
        const { clocks } = atClocks(deps, viewer, {});
        const { kind, properties, source, ...rest } = body;
        const entry = await hand.enter(viewer, clocks, { kind, properties, source, ...given(rest) });
        note({ subjects: [entry.about] });
        return created(`/api/v1/assertions/${entry.id}`, { ...entry, ...atClocks(deps, viewer, {}).stamp });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/assertions/:id',
      summary: { zh: '一条断言', en: 'One assertion' },
      tags: ['evidence'],
      roles: whoMay.explore,
      data: true,
      params: { id: idField('a') },
      query: clockFields,
      responses: { 200: stamped },
      async handler({ viewer, params, query, note }) {
        const { clocks, stamp } = atClocks(deps, viewer, query);
        const found = await services.evidence.one(viewer.audience, clocks, params.id);
        note({ subjects: [found.about] });
        return ok({ ...found, ...stamp });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/assertions/:id/retract',
      summary: {
        zh: '撤回一条断言（原断言保留，可见其已撤回）',
        en: 'Take an assertion back; it stays, shown as taken back',
      },
      tags: ['evidence'],
      roles: whoMay.write,
      data: true,
      stores: true,
      params: { id: idField('a') },
      body: z.strictObject({ reason: textField(2_000) }),
      responses: { 200: stamped },
      async handler({ viewer, params, body }) {
        const { clocks } = atClocks(deps, viewer, {});
        const found = await hand.retract(viewer, clocks, params.id, body.reason);
        return ok({ ...found, ...atClocks(deps, viewer, {}).stamp });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/assertions/:id/objections',
      summary: { zh: '提出异议', en: 'Contest an assertion' },
      tags: ['evidence'],
      roles: whoMay.explore,
      data: true,
      stores: true,
      params: { id: idField('a') },
      body: z.strictObject({ text: textField(4_000) }),
      responses: { 201: stamped },
      async handler({ viewer, params, body }) {
        const { clocks } = atClocks(deps, viewer, {});
        const found = await hand.object(viewer, clocks, params.id, body.text);
        return created(`/api/v1/assertions/${found.id}`, { ...found, ...atClocks(deps, viewer, {}).stamp });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/judgements',
      summary: { zh: '同一或不是同一', en: 'Same or not the same' },
      tags: ['evidence'],
      roles: whoMay.write,
      data: true,
      stores: true,
      body: z.strictObject({
        a: idField('e'),
        b: idField('e'),
        judgement: z.enum(enumValues('judgement') as ['positive', 'negative', 'unsure', 'none']),
        reason: textField(2_000),
        compartment: z.string().max(100).optional(),
      }),
      responses: {
        201: z.strictObject({
          id: z.string(),
          a: z.string(),
          b: z.string(),
          judgement: z.string(),
          by: z.string(),
          reason: z.string(),
          compartment: z.string(),
          recordedAt: z.string(),
          ...stampSchema,
        }),
      },
      async handler({ viewer, body }) {
        const { clocks } = atClocks(deps, viewer, {});
        const { a, b, judgement, reason, compartment } = body;
        const stored = await hand.judge(viewer, clocks, {
          a,
          b,
          judgement,
          reason,
          ...(compartment === undefined ? {} : { compartment }),
        });
        return created(`/api/v1/entities/${a}`, { ...stored, ...atClocks(deps, viewer, {}).stamp });
      },
    }),
  ];
}
