import { z } from 'zod';
import { cutByLimit, whole } from '../../model/errors.ts';
import { eventStream, ok } from '../http/answers.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { cursorField, idField, limitField } from '../http/fields.ts';
import type { Language } from '../http/language.ts';
import { list, listOf } from '../http/lists.ts';
import { problemSchema } from '../http/problemSchema.ts';
import { problemOf } from '../http/problems.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { stampOf } from '../services/access/stamp.ts';
import { hasEnded, type Job } from '../services/jobs/jobs.ts';
import type { RouteDeps } from './deps.ts';

export const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    state: z.enum(['queued', 'running', 'done', 'partial', 'failed', 'cancelled']),
    progress: z.strictObject({ phase: z.string(), done: z.number(), total: z.number().nullable() }),
    result: z.string().nullable().meta({ description: 'Path of the result' }),
    error: problemSchema.nullable(),
  })
  .meta({ id: 'Job' });

/** A job as it goes out; the creator knows who he is. */
export function jobView(
  { id, kind, state, progress, result, error }: Job,
  to: { language: Language; requestId: string },
) {
  return { id, kind, state, progress, result, error: error === null ? null : problemOf(error, to) };
}

export function jobRoutes({ jobs, ledger, clock }: RouteDeps): Route[] {
  const shared = { tags: ['jobs'], data: false, params: { id: idField('j') } } as const;
  return [
    defineRoute({
      method: 'get',
      path: '/jobs',
      summary: { zh: '我的任务，新的在前', en: 'My jobs, newest first' },
      tags: ['jobs'],
      data: false,
      query: { limit: limitField, cursor: cursorField },
      responses: { 200: listOf(jobSchema) },
      handler(asked) {
        const { viewer, query } = asked;
        const after = decodeCursor('jobs', query.cursor, z.string());
        const own = jobs.list(viewer.user.id);
        const from = after === undefined ? 0 : own.findIndex(({ id }) => id === after) + 1;
        const page = own.slice(from, from + query.limit);
        const last = page.at(-1);
        const more = from + page.length < own.length && last !== undefined;
        return ok(
          list(
            page.map((job) => jobView(job, asked)),
            more ? encodeCursor('jobs', last.id) : null,
            more ? cutByLimit(query.limit) : whole(query.limit),
            stampOf(ledger, viewer, {}, clock.today()),
          ),
        );
      },
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/jobs/:id',
      summary: { zh: '任务状态（仅创建者）', en: 'A job (its creator only)' },
      responses: { 200: jobSchema },
      handler: (asked) => ok(jobView(jobs.get(asked.viewer.user.id, asked.params.id), asked)),
    }),
    defineRoute({
      ...shared,
      method: 'get',
      path: '/jobs/:id/events',
      summary: { zh: '任务进度（SSE：progress、end）', en: 'Progress of a job (SSE: progress, end)' },
      responses: { 200: 'text/event-stream' },
      handler({ viewer, params: { id }, language, requestId }) {
        // Unknown is told as a problem, before the stream begins.
        jobs.get(viewer.user.id, id);
        return eventStream((sink) =>
          jobs.subscribe(viewer.user.id, id, (event, job) => {
            sink.send(event, jobView(job, { language, requestId }));
            if (hasEnded(job)) sink.end();
          }),
        );
      },
    }),
    defineRoute({
      ...shared,
      method: 'delete',
      path: '/jobs/:id',
      summary: { zh: '取消任务', en: 'Cancel a job' },
      responses: { 200: jobSchema },
      handler: (asked) => ok(jobView(jobs.cancel(asked.viewer.user.id, asked.params.id), asked)),
    }),
  ];
}
