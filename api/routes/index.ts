import type { Route } from '../http/route.ts';
import { approvalRoutes } from './approvals.ts';
import { assertionRoutes } from './assertions.ts';
import { auditRoutes } from './audit.ts';
import { batchRoutes } from './batches.ts';
import { boardRoutes } from './boards.ts';
import type { DataDeps, RouteDeps } from './deps.ts';
import { dossierRoutes } from './dossier.ts';
import { entityRoutes } from './entities.ts';
import { eventRoutes } from './events.ts';
import { exportRoutes } from './exports.ts';
import { graphRoutes } from './graph.ts';
import { healthRoutes } from './health.ts';
import { importRoutes } from './imports.ts';
import { jobRoutes } from './jobs.ts';
import { officialRoutes } from './officials.ts';
import { retractionRoutes } from './retraction.ts';
import { runRoutes } from './runs.ts';
import { sessionRoutes } from './session.ts';
import { snapshotRoutes } from './snapshots.ts';
import { timelineRoutes } from './timeline.ts';
import { userRoutes } from './users.ts';

/** The office's own: sessions, boards, approvals, jobs, users. A new file of routes is a line here. */
const officeMakers: readonly ((deps: RouteDeps) => Route[])[] = [
  sessionRoutes,
  boardRoutes,
  snapshotRoutes,
  batchRoutes,
  approvalRoutes,
  jobRoutes,
  userRoutes,
  auditRoutes,
  healthRoutes,
];

/** What reads and writes data. */
const dataMakers: readonly ((deps: DataDeps) => Route[])[] = [
  entityRoutes,
  timelineRoutes,
  dossierRoutes,
  assertionRoutes,
  eventRoutes,
  graphRoutes,
  officialRoutes,
  runRoutes,
  exportRoutes,
  importRoutes,
  retractionRoutes,
];

export const officeRoutes = (deps: RouteDeps): Route[] => officeMakers.flatMap((make) => make(deps));

/** Every route there is. */
export const allRoutes = (deps: RouteDeps & DataDeps): Route[] => [
  // First, so that `/imports/formats` is not taken for a batch.
  ...dataMakers.flatMap((make) => make(deps)),
  ...officeRoutes(deps),
];
