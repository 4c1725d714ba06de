import { z } from 'zod';
import { cutByLimit, whole } from '../../model/errors.ts';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { cursorField, limitField, textField } from '../http/fields.ts';
import { list, listOf } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { stampOf } from '../services/access/stamp.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { RouteDeps } from './deps.ts';

const nullableText = z.string().nullable();
const approvalSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  authority: z.string(),
  level: z.string(),
  legalRef: nullableText,
  caseId: nullableText,
  caseKey: nullableText,
  kinds: z.array(z.enum(['calls', 'bank', 'copresence', 'household'])),
  subjects: z.array(z.string()),
  dataFrom: z.string(),
  dataTo: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  obtainedOn: z.string(),
  retainUntil: z.string(),
  approver: nullableText,
  secondApprover: nullableText,
  compartment: z.string(),
  ended: z.strictObject({ day: z.string(), reason: z.string() }).nullable(),
  erased: z.strictObject({ rows: z.number(), hash: z.string(), at: z.string() }).nullable(),
});

export function approvalRoutes({ approvals, ledger, clock }: RouteDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/approvals',
      summary: { zh: '批准文书登记', en: 'The register of approvals' },
      tags: ['casework'],
      roles: whoMay.readApprovals,
      data: true,
      query: { limit: limitField, cursor: cursorField },
      responses: { 200: listOf(approvalSchema) },
      async handler({ viewer, query: { limit, cursor } }) {
        const after = decodeCursor('approvals', cursor, z.string());
        // In order of id, so that a page goes on after the last one shown.
        const rest = (await approvals.list(viewer)).filter(({ id }) => after === undefined || id > after);
        const page = rest.slice(0, limit);
        const last = page.at(-1);
        const more = rest.length > page.length && last !== undefined;
        const stamp = stampOf(ledger, viewer, {}, clock.today());
        return ok(
          list(page, more ? encodeCursor('approvals', last.id) : null, more ? cutByLimit(limit) : whole(limit), stamp),
        );
      },
    }),
    defineRoute({
      method: 'post',
      path: '/approvals/:id/end',
      summary: { zh: '终止一项批准；其数据即刻不可读', en: 'End an approval; its rows are unreadable at once' },
      tags: ['casework'],
      roles: whoMay.endApprovals,
      data: true,
      stores: true,
      params: { id: z.string().max(300).meta({ description: 'NS/ID or COMPARTMENT::NS/ID, percent-encoded' }) },
      body: z.strictObject({ reason: textField(500) }),
      responses: { 200: approvalSchema },
      async handler({ viewer, params: { id }, body }) {
        return ok(await approvals.end(viewer, id, body.reason));
      },
    }),
  ];
}
