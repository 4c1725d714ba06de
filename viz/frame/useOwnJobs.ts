import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { followJob, isOver, jobsQuery } from '../client/jobs.ts';
import { useKnownJobs } from '../state/knownJobs.ts';

/** Brings one's jobs back after a reload, and goes on following those that still run. */
export function useOwnJobs(): void {
  const { data } = useQuery(jobsQuery);
  const followed = useRef(new Map<string, () => void>());
  useEffect(() => {
    if (data === undefined) return;
    const { jobs, heard, listed } = useKnownJobs.getState();
    const known = new Set(jobs.map(({ id }) => id));
    listed(data.items);
    for (const job of data.items) {
      // Whoever started it on this page follows it already.
      if (isOver(job) || known.has(job.id) || followed.current.has(job.id)) continue;
      followed.current.set(job.id, followJob(job.id, heard));
    }
  }, [data]);
  useEffect(() => {
    const streams = followed.current;
    return () => {
      for (const stop of streams.values()) stop();
      streams.clear();
    };
  }, []);
}
