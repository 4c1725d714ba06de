import { z } from 'zod';
import { cutByLimit, NotFound, whole } from '../../model/errors.ts';
import { ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { cursorField, idField, limitField } from '../http/fields.ts';
import { list, listOf } from '../http/lists.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { BatchRecord } from '../ledger/ledger.ts';
import { stampOf } from '../services/access/stamp.ts';
import { whoMay } from '../services/access/whoMay.ts';
import type { RouteDeps } from './deps.ts';

const headSchema = {
  batch: z.string(),
  kind: z.enum(['import', 'hand', 'retraction', 'judgement', 'erasure', 'objection']),
  startedAt: z.string(),
  finishedAt: z.string(),
  entities: z.int(),
  ties: z.int(),
  events: z.int(),
  rejected: z.int().nullable().meta({ description: 'Null for anyone but its maker, like the report' }),
  takenBack: z
    .array(z.strictObject({ compartment: z.string(), by: z.string(), reason: z.string(), day: z.string() }))
    .meta({ description: 'Compartments of it that were taken back, of those one holds' }),
  left: z.boolean().meta({ description: 'Whether something of it could still be taken back' }),
};
const batchSchema = z.strictObject({
  ...headSchema,
  report: z.unknown().meta({ description: 'The import JSON, for its maker alone; else null' }),
});

/** Counts are what this viewer may see of the batch; the report speaks of whole files and is its maker's. */
function headOf({ batch, kind, startedAt, outcome, takenBack }: BatchRecord) {
  const counts = Object.values(outcome.byCompartment);
  const sum = (of: 'entities' | 'ties' | 'events') => counts.reduce((total, one) => total + one[of], 0);
  const { finishedAt, rejected } = outcome;
  return {
    batch,
    kind,
    startedAt,
    finishedAt,
    entities: sum('entities'),
    ties: sum('ties'),
    events: sum('events'),
    rejected,
    takenBack,
    left:
      (kind === 'import' || kind === 'hand') &&
      Object.keys(outcome.byCompartment).some((name) => !takenBack.some(({ compartment }) => compartment === name)),
  };
}

export function batchRoutes({ ledger, clock }: RouteDeps): Route[] {
  const shared = { method: 'get', tags: ['imports'], roles: whoMay.explore, data: true } as const;
  return [
    defineRoute({
      ...shared,
      path: '/imports',
      summary: { zh: '批次清单', en: 'Batches' },
      query: { limit: limitField, cursor: cursorField },
      responses: { 200: listOf(z.strictObject(headSchema)) },
      handler({ viewer, query: { limit, cursor } }) {
        const after = decodeCursor('imports', cursor, z.string());
        const batches = ledger.batches.list(viewer.audience, viewer.user.id).toReversed(); // newest first
        const from = after === undefined ? 0 : batches.findIndex(({ batch }) => batch === after) + 1;
        const page = batches.slice(from, from + limit);
        const last = page.at(-1);
        const more = from + page.length < batches.length && last !== undefined;
        const stamp = stampOf(ledger, viewer, {}, clock.today());
        return ok(
          list(
            page.map(headOf),
            more ? encodeCursor('imports', last.batch) : null,
            more ? cutByLimit(limit) : whole(limit),
            stamp,
          ),
        );
      },
    }),
    defineRoute({
      ...shared,
      path: '/imports/:batch',
      summary: { zh: '一个批次', en: 'A batch' },
      params: { batch: idField('b') },
      responses: { 200: batchSchema },
      handler({ viewer, params }) {
        const found = ledger.batches.find(viewer.audience, params.batch, viewer.user.id);
        if (found === undefined) throw new NotFound();
        return ok({ ...headOf(found), report: found.outcome.report });
      },
    }),
  ];
}
