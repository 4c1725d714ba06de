import { Cancelled, NotFound, StoreBusy } from '../../../model/errors.ts';
import { type Id, randomId } from '../../../model/ids.ts';
import type { Clock } from '../../clock.ts';

export type JobState = 'queued' | 'running' | 'done' | 'partial' | 'failed' | 'cancelled';
export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}
/** Long work as its creator sees it. `error` is what the run threw; the door turns it into a problem. */
export interface Job {
  readonly id: Id;
  readonly kind: string;
  readonly creator: Id;
  readonly state: JobState;
  readonly progress: JobProgress;
  readonly result: string | null;
  readonly error: unknown;
}
export interface JobContext {
  /** Aborts when the job is cancelled or the service closes. */
  readonly signal: AbortSignal;
  onProgress(phase: string, done: number, total: number | null): void;
}
/** `result` is the whole path where the outcome can be read. */
export type JobRun = (context: JobContext) => Promise<{ readonly result: string; readonly partial?: boolean }>;
export type JobListener = (event: 'progress' | 'end', job: Job) => void;

export interface Jobs {
  /** Takes on long work, or refuses as busy when the queue is full. */
  start(kind: string, creator: Id, run: JobRun): Job;
  /** NotFound for anyone but its creator. */
  get(creator: Id, id: Id): Job;
  /** The creator's own, newest first; what has ended is kept for a day. */
  list(creator: Id): Job[];
  cancel(creator: Id, id: Id): Job;
  /** Tells the state at once, then each change until the end. Returns how to stop listening. */
  subscribe(creator: Id, id: Id, listener: JobListener): () => void;
  counts(): { readonly queued: number; readonly running: number };
  /** Cancels everything; resolves when nothing runs. */
  close(): Promise<void>;
}
export interface JobsOptions {
  readonly clock: Clock;
  readonly maxRunning?: number;
  readonly maxQueued?: number;
  readonly random?: (size: number) => Uint8Array;
}

interface Entry {
  job: Job;
  readonly run: JobRun;
  readonly abort: AbortController;
  readonly listeners: Set<JobListener>;
  endedAt: number | null;
}
const mostEnded = 200;
const keptForMs = 24 * 3_600_000;
const ended: readonly JobState[] = ['done', 'partial', 'failed', 'cancelled'];
export const hasEnded = (job: Job): boolean => ended.includes(job.state);

/** Runs long work, a few at a time, in the order it came; the work itself (a child process, mostly) stands behind `run`. */
export function createJobs({ clock, maxRunning = 2, maxQueued = 20, random }: JobsOptions): Jobs {
  const entries = new Map<Id, Entry>();
  const queue: Entry[] = [];
  const running = new Map<Entry, Promise<void>>();
  let closed = false;

  function change(entry: Entry, part: Partial<Job>): void {
    entry.job = { ...entry.job, ...part };
    const event = hasEnded(entry.job) ? 'end' : 'progress';
    if (event === 'end') {
      entry.endedAt = clock.now().getTime();
      forgetOld(entry.endedAt);
    }
    for (const listener of [...entry.listeners]) listener(event, entry.job);
  }

  function forgetOld(now: number): void {
    const old = [...entries.values()].filter(({ endedAt }) => endedAt !== null);
    for (const [at, entry] of old.entries()) {
      if (at < old.length - mostEnded || now - (entry.endedAt ?? now) > keptForMs) entries.delete(entry.job.id);
    }
  }

  function startNext(): void {
    while (running.size < maxRunning) {
      const entry = queue.shift();
      if (entry === undefined) return;
      change(entry, { state: 'running' });
      running.set(
        entry,
        outcomeOf(entry).then((outcome) => {
          running.delete(entry);
          change(entry, outcome);
          startNext();
        }),
      );
    }
  }

  async function outcomeOf(entry: Entry): Promise<Partial<Job>> {
    const context: JobContext = {
      signal: entry.abort.signal,
      onProgress: (phase, done, total) => {
        if (!hasEnded(entry.job)) change(entry, { progress: { phase, done, total } });
      },
    };
    try {
      // What finished in spite of a cancel is done: its result stands.
      const { result, partial } = await entry.run(context);
      return { state: partial === true ? 'partial' : 'done', result };
    } catch (error) {
      return entry.abort.signal.aborted ? { state: 'cancelled', error: new Cancelled() } : { state: 'failed', error };
    }
  }

  function entryOf(creator: Id, id: Id): Entry {
    const entry = entries.get(id);
    if (entry === undefined || entry.job.creator !== creator) throw new NotFound();
    return entry;
  }

  function stop(entry: Entry): void {
    if (hasEnded(entry.job)) return;
    entry.abort.abort();
    const waiting = queue.indexOf(entry);
    if (waiting < 0) return;
    queue.splice(waiting, 1);
    change(entry, { state: 'cancelled', error: new Cancelled() });
  }

  return {
    start(kind, creator, run) {
      if (closed || (running.size >= maxRunning && queue.length >= maxQueued))
        throw new StoreBusy('the queue of long work is full');
      const job: Job = {
        id: randomId('j', random),
        kind,
        creator,
        state: 'queued',
        progress: { phase: 'queued', done: 0, total: null },
        result: null,
        error: null,
      };
      const entry: Entry = { job, run, abort: new AbortController(), listeners: new Set(), endedAt: null };
      entries.set(job.id, entry);
      queue.push(entry);
      startNext();
      return entry.job;
    },
    get: (creator, id) => entryOf(creator, id).job,
    list: (creator) =>
      [...entries.values()]
        .map(({ job }) => job)
        .filter((job) => job.creator === creator)
        .reverse(),
    cancel(creator, id) {
      const entry = entryOf(creator, id);
      stop(entry);
      return entry.job;
    },
    subscribe(creator, id, listener) {
      const entry = entryOf(creator, id);
      listener(hasEnded(entry.job) ? 'end' : 'progress', entry.job);
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    counts: () => ({ queued: queue.length, running: running.size }),
    async close() {
      closed = true;
      for (const entry of entries.values()) stop(entry);
      await Promise.all(running.values());
    },
  };
}
