import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../../api/app.ts';
import { createMetrics } from '../../../api/http/metrics.ts';
import type { Route } from '../../../api/http/route.ts';
import { closeServer, createHttpServer, listen } from '../../../api/http/server.ts';
import { eraseDemonstration } from '../../../api/import/erase.ts';
import { expireApprovals } from '../../../api/import/expire.ts';
import type { Importer } from '../../../api/import/process.ts';
import { retractBatch } from '../../../api/import/retract.ts';
import { runImport } from '../../../api/import/run.ts';
import { settle } from '../../../api/import/settle.ts';
import type { Installation } from '../../../api/installation.ts';
import { type RunWork, type WorkContext, works } from '../../../api/jobs/works.ts';
import { allRoutes } from '../../../api/routes/index.ts';
import type { Viewer } from '../../../api/services/access/viewer.ts';
import { createApprovalService } from '../../../api/services/approvals/approvals.ts';
import { createBoardService } from '../../../api/services/boards/boards.ts';
import { createSnapshotService } from '../../../api/services/boards/snapshots.ts';
import { createExportShelf } from '../../../api/services/exports/shelf.ts';
import { createUploads } from '../../../api/services/imports/uploads.ts';
import { createJobs, type Jobs } from '../../../api/services/jobs/jobs.ts';
import { createRuns } from '../../../api/services/runs/runs.ts';
import { createSignIn } from '../../../api/services/sessions/signIn.ts';
import { createHandBatch } from '../../../api/services/writing/batch.ts';
import { createHand } from '../../../api/services/writing/hand.ts';
import type { Id } from '../../../model/ids.ts';
import { seededBytes } from './seeded.ts';

export interface AccessServer {
  readonly origin: string;
  readonly jobs: Jobs;
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** Every route there is, over one installation, on a port of 127.0.0.1: wired as `serve` wires it, with long work and imports in
 * this process. Ids that a hand makes come from a seed, so that two servers asked alike make the same. */
export async function openServer(installation: Installation): Promise<AccessServer> {
  const { services, ledger, clock, facts, dataFolder } = installation;
  const today = () => ({ trueAt: clock.today(), knownAt: clock.today() });
  const visible = (reader: Viewer, ids: readonly Id[]) => services.entities.visible(reader.audience, today(), ids);
  const jobs = createJobs({ clock });
  const metrics = createMetrics();
  const random = seededBytes('asked');
  const hand = createHand({
    facts,
    entities: services.entities,
    evidence: services.evidence,
    write: createHandBatch({ ...installation, random }),
    random,
  });
  const boards = createBoardService({ ledger, clock, visible });
  const routes = allRoutes({
    services,
    ledger,
    clock,
    jobs,
    boards,
    hand,
    metrics,
    runs: createRuns({ ledger, clock }),
    runWork: workHere(installation),
    shelf: createExportShelf(),
    importer: importHere(installation),
    uploads: createUploads(join(dataFolder, 'uploads')),
    signIn: createSignIn({ ledger, clock }),
    snapshots: createSnapshotService({ ledger, clock, visible }),
    approvals: createApprovalService({ ledger, clock, visible }),
    secureCookie: false,
    ready: () => true,
  });
  const app = createApp({ ledger, clock, log: pino({ enabled: false }), metrics, routes, viewerFolder: null });
  const server = createHttpServer(app);
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 });
  return {
    origin: `http://127.0.0.1:${port}`,
    jobs,
    routes,
    async close() {
      await Promise.all([closeServer(server, 0), jobs.close()]);
    },
  };
}

function workHere(installation: Installation): RunWork {
  return async (name, input, context) => {
    const work = works[name] as (on: Installation, input: unknown, context: WorkContext) => Promise<unknown>; // RunWork binds name and input
    // Through text, as to and from a child.
    return JSON.parse(JSON.stringify(await work(installation, structuredClone(input), context)));
  };
}

function importHere(installation: Installation): Importer {
  return {
    run: (options, { signal, onProgress } = {}) => runImport({ ...installation, signal, onProgress }, options),
    settle: () => settle(installation),
    retract: (options) => retractBatch(installation, options),
    expire: (options) => expireApprovals(installation, options),
    eraseDemonstration: (options) => eraseDemonstration(installation, options),
  };
}
