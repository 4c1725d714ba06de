import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, vi } from 'vitest';

// Real processes on a machine that may be busy: bounds, never measures.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** The built program, as a user starts it. `npm test` builds it first. */
const built = (path: string): string => fileURLToPath(new URL(`../../dist/api/${path}`, import.meta.url));

/** Whatever still runs when this file's tests are over is ended, by its own pid. */
const running = new Set<ChildProcessWithoutNullStreams>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}
/** A process under way, and how it ends. */
export interface Started {
  readonly pid: number;
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran>;
  readonly stdout: () => string;
  readonly stderr: () => string;
}
const longestMs = 150_000;

export interface Running {
  readonly environment?: Readonly<Record<string, string>>;
  /** A process group of its own, so that the whole of it can be killed at once. */
  readonly group?: boolean;
  readonly cwd?: string;
}

function start(entry: string, args: readonly string[], { environment = {}, group = false, cwd }: Running): Started {
  const child = spawn(process.execPath, [built(entry), ...args], {
    cwd: cwd ?? tmpdir(),
    detached: group,
    env: { PATH: process.env.PATH, HOME: homedir(), LANG: 'C.UTF-8', POWANG_LOG: 'silent', ...environment },
  });
  running.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]): Ran => {
    running.delete(child);
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, stdout, stderr };
  });
  if (child.pid === undefined) throw new Error('it did not start');
  return { pid: child.pid, child, ended, stdout: () => stdout, stderr: () => stderr };
}

/** A command of a bounded life: what has not ended by then is killed. */
export function startPowang(args: readonly string[], options: Running = {}): Started {
  const started = start('cli.js', args, options);
  const timer = setTimeout(() => started.child.kill('SIGKILL'), longestMs);
  void started.ended.then(() => clearTimeout(timer));
  return started;
}
export const powang = (...args: string[]): Promise<Ran> => startPowang(args).ended;

/** What a command wrote to standard output, which is JSON and nothing else. */
export const said = <T>(ran: Ran): T => JSON.parse(ran.stdout) as T;

export interface Served extends Started {
  /** The first line it printed: a sign-in link, or where it listens. */
  readonly line: string;
  readonly origin: string;
  stop(): Promise<Ran>;
}

/** Starts a server on a free port and waits until it says where it listens. */
export async function serve(
  data: string,
  { by = 'serve', ...options }: Running & { by?: 'serve' | 'main' } = {},
): Promise<Served> {
  const started =
    by === 'main'
      ? start('main.js', [], {
          ...options,
          environment: { ...options.environment, POWANG_DATA: data, POWANG_PORT: '0' },
        })
      : start('cli.js', ['serve', '--data', data, '--port', '0', '--no-demo'], options);
  const line = await until(async () => {
    if (started.child.exitCode !== null) throw new Error(`it ended instead: ${started.stderr()}`);
    return started.stdout().split('\n').length > 1 ? started.stdout().split('\n')[0] : undefined;
  }, longestMs);
  return {
    ...started,
    line,
    origin: new URL(line).origin,
    async stop() {
      if (started.child.exitCode === null && started.child.signalCode === null) started.child.kill('SIGTERM');
      return started.ended;
    },
  };
}

/** Asks again and again until there is an answer; a bound, never a measure. */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  mostMs = 60_000,
  everyMs = 20,
): Promise<T> {
  const end = performance.now() + mostMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`nothing came of it within ${mostMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** A folder of this test file's own, gone when its tests are over; what still runs in it is ended first. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'powang-e2e-'));
  afterAll(async () => {
    const left = [...running];
    for (const child of left) child.kill('SIGKILL');
    await Promise.all(
      left.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null)),
    );
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
}
