import { z } from 'zod';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { cursorField, limitField } from '../http/fields.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { RouteDeps } from './deps.ts';

const entrySchema = z.strictObject({
  sequence: z.int(),
  at: z.iso.datetime(),
  user: z.string(),
  account: z.string().nullable(),
  action: z.string(),
  purpose: z.string().nullable(),
  subjects: z.array(z.string()),
  outcome: z.enum(['ok', 'refused', 'failed']),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The audit office reads the log and nothing else; its readers are logged too. */
export function auditRoutes({ ledger }: RouteDeps): Route[] {
  const shared = { method: 'get', tags: ['offices'], roles: whoMay.readAudit, data: false, audit: true } as const;
  return [
    defineRoute({
      ...shared,
      path: '/audit',
      summary: { zh: '审计记录', en: 'The audit log' },
      query: { limit: limitField, cursor: cursorField },
      responses: { 200: z.strictObject({ items: z.array(entrySchema), nextCursor: z.string().nullable() }) },
      handler({ query: { limit, cursor } }) {
        const after = decodeCursor('audit', cursor, z.int().min(0)) ?? 0;
        const items = ledger.audit.list({ after, limit }).map(({ sequence, entry }) => ({ sequence, ...entry }));
        const last = items.at(-1);
        return ok({
          items,
          nextCursor: items.length === limit && last !== undefined ? encodeCursor('audit', last.sequence) : null,
        });
      },
    }),
    defineRoute({
      ...shared,
      path: '/audit/verify',
      summary: { zh: '核验审计记录是否完整', en: 'Whether the audit log is whole' },
      responses: { 200: z.strictObject({ records: z.int(), firstBroken: z.int().nullable() }) },
      handler: () => ok(ledger.audit.verify()),
    }),
  ];
}
