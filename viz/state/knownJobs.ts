import { create } from 'zustand';
import { isOver, type Job } from '../client/jobs.ts';

/** One's own jobs, newest first: what the server lists, and what was heard of them since. */
interface KnownJobs {
  readonly jobs: readonly Job[];
  heard(job: Job): void;
  /** The server's list: after a reload it is all there is. */
  listed(jobs: readonly Job[]): void;
  forget(id: string): void;
}

export const useKnownJobs = create<KnownJobs>()((set) => ({
  jobs: [],
  heard: (job) =>
    set(({ jobs }) => {
      const known = jobs.some((held) => held.id === job.id);
      return { jobs: known ? jobs.map((held) => (held.id === job.id ? job : held)) : [job, ...jobs] };
    }),
  listed: (list) =>
    set(({ jobs }) => {
      const ids = new Set(list.map(({ id }) => id));
      // What has ended here has ended: the list may have been made before.
      const over = new Map(jobs.filter(isOver).map((job) => [job.id, job]));
      return { jobs: [...jobs.filter(({ id }) => !ids.has(id)), ...list.map((job) => over.get(job.id) ?? job)] };
    }),
  forget: (id) => set(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) })),
}));
