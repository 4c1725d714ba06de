import { PowangError } from '../../model/errors.ts';
import type { CallContext, Methods, SentError, Served, ToChild, ToParent } from './messages.ts';

/** How long a child may take to put its things away once its parent is gone. */
const tidyMs = 1_000;

/** Answers the parent's calls in a child process. Calls run side by side as far as the methods let them; a cancel aborts the
 * signal of its call. The child ends when its parent lets it go or is gone, whatever it is doing; `tidy` comes first. */
export function serveMethods<M extends Methods<M>>(
  methods: Served<M>,
  process: NodeJS.Process,
  tidy: () => Promise<void> = async () => undefined,
): void {
  const running = new Map<number, AbortController>();
  const table = new Map<string, unknown>(Object.entries(methods));

  const send = (message: ToParent) => {
    // A parent that is gone wants no answer: the disconnect ends this process.
    if (process.connected) process.send?.(message, (error) => (error === null ? undefined : process.exit(0)));
  };

  async function answer({ call, method, args, deadlineMs }: Extract<ToChild, { type: 'call' }>): Promise<void> {
    const abort = new AbortController();
    running.set(call, abort);
    try {
      const served = table.get(method);
      if (typeof served !== 'function') throw new Error(`no method ${method}`);
      const context: CallContext = {
        signal: abort.signal,
        deadlineMs,
        progress: (value) => send({ type: 'progress', call, value }),
      };
      // `Served` binds the types of the two sides; across the channel only names and values are left.
      const value: unknown = await served(...args, context);
      send({ type: 'result', call, value });
    } catch (error) {
      send({ type: 'error', call, error: sentError(error) });
    } finally {
      running.delete(call);
    }
  }

  process.on('message', (message: ToChild) => {
    if (message.type === 'cancel') running.get(message.call)?.abort();
    else void answer(message);
  });
  process.on('disconnect', () => {
    setTimeout(() => process.exit(0), tidyMs);
    tidy().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

function sentError(error: unknown): SentError {
  if (error instanceof PowangError) return { code: error.code, message: error.message, faults: error.faults };
  return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error), faults: [] };
}
