import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { createClock } from '../../../api/clock.ts';
import { createMetrics } from '../../../api/http/metrics.ts';
import type { Route } from '../../../api/http/route.ts';
import { closeServer, createHttpServer, listen } from '../../../api/http/server.ts';
import type { Role } from '../../../api/ledger/ledger.ts';
import { openSqliteLedger } from '../../../api/ledger/sqlite/open.ts';
import { officeRoutes } from '../../../api/routes/index.ts';
import { createApprovalService } from '../../../api/services/approvals/approvals.ts';
import { createBoardService } from '../../../api/services/boards/boards.ts';
import { createSnapshotService } from '../../../api/services/boards/snapshots.ts';
import { createJobs } from '../../../api/services/jobs/jobs.ts';
import { createSignIn } from '../../../api/services/sessions/signIn.ts';
import type { Id } from '../../../model/ids.ts';

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real server on a port of its own, with a clock that can be moved and entities that can be hidden. */
export async function freshServer(
  more: { routes?: readonly Route[]; viewerFolder?: string; maxInFlight?: number } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'powang-http-'));
  const ledgerPath = join(folder, 'ledger.sqlite');
  const ledger = openSqliteLedger(ledgerPath);
  let now = Date.parse('2024-05-01T08:00:00.000Z');
  const clock = createClock('Asia/Shanghai', () => new Date(now));
  const hidden = new Set<Id>();
  const visible = async (_viewer: unknown, ids: readonly Id[]) => new Set(ids.filter((id) => !hidden.has(id)));
  const jobs = createJobs({ clock, maxRunning: 1, maxQueued: 1 });
  const metrics = createMetrics();
  const signIn = createSignIn({ ledger, clock });
  const state = { ready: true };
  const routes = officeRoutes({
    ledger,
    clock,
    metrics,
    signIn,
    jobs,
    boards: createBoardService({ ledger, clock, visible }),
    snapshots: createSnapshotService({ ledger, clock, visible }),
    approvals: createApprovalService({ ledger, clock, visible }),
    secureCookie: false,
    ready: () => state.ready,
  });
  const app = createApp({
    ledger,
    clock,
    log: pino({ enabled: false }),
    metrics,
    routes: [...routes, ...(more.routes ?? [])],
    viewerFolder: more.viewerFolder ?? null,
    checkAnswers: true,
    ...(more.maxInFlight === undefined ? {} : { maxInFlight: more.maxInFlight }),
  });
  const server = createHttpServer(app);
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${port}`;
  onTestFinished(async () => {
    await Promise.all([closeServer(server, 0), jobs.close()]);
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (path: string, { method = 'GET', body, headers = {} }: Asking = {}) =>
    fetch(`${origin}${path.startsWith('/') ? path : `/api/v1/${path}`}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  /** Signs a new user in; his requests carry a purpose unless told otherwise. */
  async function as(
    roles: readonly Role[],
    user: { demonstration?: boolean; compartments?: readonly string[]; purpose?: string | null } = {},
  ) {
    const { demonstration = false, compartments = [], purpose = 'review:test' } = user;
    const added = ledger.users.add({
      name: `用户${ledger.users.list().length}`,
      unit: null,
      roles,
      compartments,
      demonstration,
    });
    const { token } = ledger.sessions.start(added.id, clock.now().toISOString());
    const own = { Authorization: `Bearer ${token}`, ...(purpose === null ? {} : { 'Powang-Purpose': purpose }) };
    return {
      id: added.id,
      token,
      ask: (path: string, asking: Asking = {}) => ask(path, { ...asking, headers: { ...own, ...asking.headers } }),
    };
  }
  return {
    origin,
    ledger,
    ledgerPath,
    jobs,
    signIn,
    hidden,
    state,
    ask,
    as,
    forward: (minutes: number) => {
      now += minutes * 60_000;
    },
    audited: () => ledger.audit.list({ limit: 500 }).map(({ entry }) => entry),
  };
}

export async function problem(
  response: Response,
): Promise<{ status: number; code: string; title: string; errors: { path: string; code: string }[] }> {
  return await response.json();
}
