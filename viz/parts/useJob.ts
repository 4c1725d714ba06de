import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../client/http.ts';
import { followJob, isOver, type Job, jobIdOf, jobQuery } from '../client/jobs.ts';
import { queryClient } from '../client/queryClient.ts';
import { useKnownJobs } from '../state/knownJobs.ts';

/** Starts long work and follows it to its end; `onDone` hears the last state once. */
export function useJob(onDone: (job: Job) => void) {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<() => void>(() => undefined);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => () => stop.current(), []);

  async function start(begin: () => Promise<Answer<unknown>>) {
    stop.current();
    setJob(null); // what the last one made is no answer to this
    setError(null);
    try {
      const id = jobIdOf(await begin());
      const heard = (next: Job) => {
        setJob(next);
        useKnownJobs.getState().heard(next);
        if (isOver(next)) done.current(next);
      };
      const first = await queryClient.fetchQuery({ ...jobQuery(id), staleTime: 0 });
      if (isOver(first)) return heard(first);
      setJob(first);
      useKnownJobs.getState().heard(first);
      stop.current = followJob(id, heard);
    } catch (problem) {
      setError(problem);
    }
  }
  return { job, error, start, isRunning: job !== null && !isOver(job) };
}

/** Last part of the path where a result stands. */
export const resultId = (job: Job): string | null => job.result?.split('?')[0]?.split('/').pop() ?? null;
