import { create } from 'zustand';
import type { Job } from '../client/jobs.ts';

/** Jobs started from this page, newest first: shown in the top bar until dismissed. */
interface KnownJobs {
  readonly jobs: readonly Job[];
  heard(job: Job): void;
  forget(id: string): void;
}

export const useKnownJobs = create<KnownJobs>()((set) => ({
  jobs: [],
  heard: (job) =>
    set(({ jobs }) => {
      const known = jobs.some((held) => held.id === job.id);
      return { jobs: known ? jobs.map((held) => (held.id === job.id ? job : held)) : [job, ...jobs] };
    }),
  forget: (id) => set(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) })),
}));
