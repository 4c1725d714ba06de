import { connectChild } from '../process/connectChild.ts';
import { childEntry } from '../process/entry.ts';
import type { JobProgress } from '../services/jobs/jobs.ts';
import type { JobMethods } from './child.ts';
import type { RunWork, WorkContext, WorkInput, WorkName, WorkResult } from './works.ts';

interface WorkerOptions {
  readonly dataFolder: string;
  readonly timeZone: string;
  /** Most memory of one job's JavaScript heap. */
  readonly memoryMb?: number;
}

/** Runs long work in a child of its own, one a job: with its memory limit, killed when cancelled, never the server's risk. */
export function createWorker({ dataFolder, timeZone, memoryMb = 4_096 }: WorkerOptions): RunWork {
  return async <N extends WorkName>(
    name: N,
    input: WorkInput<N>,
    { signal, onProgress }: WorkContext,
  ): Promise<WorkResult<N>> => {
    const child = connectChild<JobMethods>(childEntry(import.meta.url, './child.ts'), {
      args: [dataFolder, timeZone],
      memoryMb,
    });
    try {
      const result = await child.call('work', [name, input], {
        signal,
        // The child sends what `works` reports, nothing else.
        onProgress: (value) => onProgress(...progressOf(value as JobProgress)),
      });
      return result as WorkResult<N>; // what works[name] returned, sent whole
    } finally {
      await child.close();
    }
  };
}

const progressOf = ({ phase, done, total }: JobProgress): [string, number, number | null] => [phase, done, total];
