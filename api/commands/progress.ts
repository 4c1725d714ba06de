import type { WriteStream } from 'node:tty';

/** A bar on a terminal, nothing in a pipe. Redrawn at most ten times a second. */
export function terminalProgress(
  stream: Pick<WriteStream, 'write'> & { isTTY?: boolean },
): (phase: string, done: number, total: number | null) => void {
  if (stream.isTTY !== true) return () => undefined;
  let last = 0;
  return (phase, done, total) => {
    const now = performance.now();
    if (now - last < 100 && done !== total) return;
    last = now;
    const width = 24;
    const filled = total === null || total === 0 ? 0 : Math.round((Math.min(done, total) / total) * width);
    const bar = total === null ? '' : `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] `;
    stream.write(
      `\r${bar}${phase} ${done.toLocaleString('en')}${total === null ? '' : ` / ${total.toLocaleString('en')}`}\u001b[K${done === total ? '\n' : ''}`,
    );
  };
}
