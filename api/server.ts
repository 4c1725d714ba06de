import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Clock } from './clock.ts';
import { createMetrics } from './http/metrics.ts';
import { closeServer, createHttpServer, listen } from './http/server.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { DataDeps } from './routes/deps.ts';
import { allRoutes, officeRoutes } from './routes/index.ts';
import { createApprovalService } from './services/approvals/approvals.ts';
import { type BoardService, createBoardService, type VisibleEntities } from './services/boards/boards.ts';
import { createSnapshotService } from './services/boards/snapshots.ts';
import { createJobs, type Jobs } from './services/jobs/jobs.ts';
import { createSignIn } from './services/sessions/signIn.ts';

export interface ServerOptions {
  readonly ledger: Ledger;
  readonly visible: VisibleEntities;
  /** What reads and writes data, over the jobs and boards of this server; without it only the office's own routes are served. */
  readonly data?: (shared: { readonly jobs: Jobs; readonly boards: BoardService }) => DataDeps;
  readonly clock: Clock;
  readonly log: Logger;
  readonly host: string;
  readonly port: number;
  readonly viewerFolder: string | null;
  readonly secureCookie?: boolean;
  readonly graceMs?: number;
}
export interface RunningServer {
  /** `http://HOST:PORT`, as listened on. */
  readonly origin: string;
  /** A one-time link of the demonstration; undefined once real data are stored. */
  demonstrationLink(compartments: readonly string[]): string | undefined;
  /** Not ready → no new connections → a grace → the rest is cut off. Stores are closed by whoever opened them. */
  close(): Promise<void>;
}
const shutdownGraceMs = 8_000;

/** Puts the service together by plain arguments, and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ledger, visible, clock, log } = options;
  let closing = false;
  const jobs = createJobs({ clock });
  const metrics = createMetrics();
  const signIn = createSignIn({ ledger, clock });
  const boards = createBoardService({ ledger, clock, visible });
  const office = {
    ledger,
    clock,
    metrics,
    signIn,
    jobs,
    boards,
    snapshots: createSnapshotService({ ledger, clock, visible }),
    approvals: createApprovalService({ ledger, clock, visible }),
    secureCookie: options.secureCookie ?? false,
    ready: () => !closing,
  };
  const data = options.data?.({ jobs, boards });
  const routes = data === undefined ? officeRoutes(office) : allRoutes({ ...data, ...office });
  const server = createHttpServer(
    createApp({ ledger, clock, log, metrics, routes, viewerFolder: options.viewerFolder }),
  );
  const address = await listen(server, options);
  const origin = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  return {
    origin,
    demonstrationLink: (compartments) => signIn.demonstrationLink(origin, compartments),
    async close() {
      closing = true;
      // Cancelled jobs end their streams of events, which would else outlast every grace.
      const graceMs = options.graceMs ?? shutdownGraceMs;
      await Promise.all([
        closeServer(server, graceMs),
        Promise.race([jobs.close(), pause(graceMs, undefined, { ref: false })]),
      ]);
    },
  };
}
