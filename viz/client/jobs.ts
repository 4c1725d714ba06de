import { queryOptions } from '@tanstack/react-query';
import { type Answer, addressOf, ask, get } from './http.ts';
import { anything, listOf } from './shapes.ts';
import { z } from './zod.ts';

export const jobSchema = z.looseObject({
  id: z.string(),
  kind: z.string().default(''),
  state: z.string().default('queued'),
  progress: z
    .looseObject({
      phase: z.string().default(''),
      done: z.number().default(0),
      total: z.number().nullable().default(null),
    })
    .nullable()
    .default(null),
  result: z.string().nullable().default(null),
  error: z
    .looseObject({ title: z.string().default(''), detail: z.string().default(''), code: z.string().default('') })
    .nullable()
    .default(null),
});
export type Job = z.infer<typeof jobSchema>;
export const isOver = (job: Job) => !['queued', 'running'].includes(job.state);

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => get(listOf(jobSchema), '/jobs', { query: { limit: 50 }, signal }),
});
export const jobQuery = (id: string) =>
  queryOptions({ queryKey: ['job', id], queryFn: ({ signal }) => get(jobSchema, `/jobs/${id}`, { signal }) });
export const cancelJob = (id: string) => ask(anything, `/jobs/${id}`, { method: 'DELETE' });

/** The id of a job that was just accepted (202): from the body, else from `Location`. */
export function jobIdOf({ data, location }: Answer<unknown>): string {
  const parsed = jobSchema.safeParse(data);
  return parsed.success ? parsed.data.id : (location?.split('/').pop() ?? '');
}

/** Follows a job until its end. The stream carries no header: the job holds its purpose. Returns a stop. */
export function followJob(id: string, onJob: (job: Job) => void): () => void {
  const stream = new EventSource(addressOf(`/jobs/${id}/events`));
  const hear = (message: MessageEvent<string>) => {
    const job = jobSchema.safeParse(JSON.parse(message.data));
    if (!job.success) return;
    onJob(job.data);
    if (isOver(job.data)) stream.close();
  };
  stream.addEventListener('progress', hear);
  stream.addEventListener('end', hear);
  return () => stream.close();
}
