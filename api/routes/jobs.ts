import { z } from 'zod';
import { eventStream, ok } from '../http/answers.ts';
import { idField } from '../http/fields.ts';
import type { Language } from '../http/language.ts';
import { problemSchema } from '../http/problemSchema.ts';
import { problemOf } from '../http/problems.ts';
import { defineRoute, type Route } from '../http/route.ts';
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

export function jobRoutes({ jobs }: RouteDeps): Route[] {
  const shared = { tags: ['jobs'], data: false, params: { id: idField('j') } } as const;
  return [
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
