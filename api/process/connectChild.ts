import { type ChildProcess, fork } from 'node:child_process';
import { Cancelled, EngineUnavailable, PowangError } from '../../model/errors.ts';
import type { Methods, SentError, ToChild, ToParent } from './messages.ts';

export interface ChildOptions {
  readonly args?: readonly string[];
  /** Most memory of the child's JavaScript heap; typed arrays and native parts come on top. */
  readonly memoryMb?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long a cancelled call may take to undo what it did before its child is killed; a moment unless said. */
  readonly patienceMs?: number;
  /** What a method reports on the way, unless the call has a listener of its own. */
  readonly onProgress?: (value: unknown) => void;
  /** How the child ended, when nobody asked it to. */
  readonly onDeath?: (how: { code: number | null; signal: NodeJS.Signals | null }) => void;
}
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told to the method, and enforced: past it the call is cancelled like any other. */
  readonly deadlineMs?: number | null | undefined;
  readonly onProgress?: ((value: unknown) => void) | undefined;
}
export interface Child<M extends Methods<M>> {
  call<K extends keyof M & string>(method: K, args: Parameters<M[K]>, options?: CallOptions): ReturnType<M[K]>;
  /** Starts it ahead of the first call. */
  start(): void;
  pid(): number | undefined;
  /** Ends it; calls under way fail, calls from here on are refused. */
  close(): Promise<void>;
}

/** A child that was told to stop and has not answered by then is busy and is killed. */
const patienceMs = 250;
/** A child that was let go has this long to put its things away. */
const tidyMs = 1_500;

interface Pending {
  readonly settle: { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
  readonly onProgress: ((value: unknown) => void) | undefined;
}

/** Calls methods that `serveMethods` serves in a forked process (`entry` is a built file: see entry.ts). The child is started by
 * the first call and again by the first call after its death; a death fails the calls under way with EngineUnavailable. */
export function connectChild<M extends Methods<M>>(entry: string, options: ChildOptions = {}): Child<M> {
  let child: ChildProcess | undefined;
  let closed = false;
  let calls = 0;
  const pending = new Map<number, Pending>();

  function start(): ChildProcess {
    if (closed) throw new EngineUnavailable('closed');
    if (child !== undefined) return child;
    const started = fork(entry, [...(options.args ?? [])], {
      serialization: 'advanced',
      execArgv: options.memoryMb === undefined ? [] : [`--max-old-space-size=${options.memoryMb}`],
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    });
    started.on('message', receive);
    started.on('error', () => died(started, null, null));
    started.on('exit', (code, signal) => died(started, code, signal));
    child = started;
    return started;
  }

  function died(one: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (one !== child) return;
    child = undefined;
    const calls = [...pending.values()];
    pending.clear();
    for (const { settle } of calls)
      settle.reject(new EngineUnavailable('the process that was answering has ended; ask again'));
    if (!closed) options.onDeath?.({ code, signal });
  }

  function receive(message: ToParent): void {
    const call = pending.get(message.call);
    if (call === undefined) return;
    if (message.type === 'progress') {
      (call.onProgress ?? options.onProgress)?.(message.value);
      return;
    }
    pending.delete(message.call);
    if (message.type === 'result') call.settle.resolve(message.value);
    else call.settle.reject(receivedError(message.error));
  }

  function send(to: ChildProcess, message: ToChild): void {
    // A channel that breaks in mid-send means the child is going; its end settles the call.
    if (to.connected) to.send(message, () => undefined);
  }

  function run(
    method: string,
    args: readonly unknown[],
    { signal, deadlineMs = null, onProgress }: CallOptions,
  ): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    return new Promise((resolve, reject) => {
      const to = start();
      const call = ++calls;
      let timer: NodeJS.Timeout | undefined;
      let killTimer: NodeJS.Timeout | undefined;
      let stopped: Error | undefined;

      const stop = (reason: Error) => {
        if (stopped !== undefined) return;
        stopped = reason;
        send(to, { type: 'cancel', call });
        killTimer = setTimeout(() => to.kill('SIGKILL'), options.patienceMs ?? patienceMs);
      };
      const onAbort = () => stop(new Cancelled());
      const settled =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          clearTimeout(killTimer);
          signal?.removeEventListener('abort', onAbort);
          then(value);
        };
      // Who asked to stop gets that for an answer, however the child ended; a result that came all the same is a result.
      pending.set(call, {
        settle: { resolve: settled(resolve), reject: settled((error: Error) => reject(stopped ?? error)) },
        onProgress,
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      if (deadlineMs !== null)
        timer = setTimeout(() => stop(new EngineUnavailable('no answer in the time given')), deadlineMs);
      send(to, { type: 'call', call, method, args, deadlineMs });
    });
  }

  return {
    call: (method, args, callOptions = {}) =>
      run(method, args, callOptions) as ReturnType<
        (typeof method extends keyof M ? M[typeof method] : never) & ((...given: never[]) => Promise<unknown>)
      >,
    start: () => void start(),
    pid: () => child?.pid,
    async close() {
      closed = true;
      const one = child;
      if (one === undefined || !one.connected) return;
      const ended = new Promise<void>((resolve) => one.once('exit', () => resolve()));
      one.disconnect();
      const timer = setTimeout(() => one.kill('SIGKILL'), tidyMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function receivedError({ code, message, faults }: SentError): Error {
  return code === null ? new Error(message) : new PowangError(code, message, faults);
}
