import type { Clock } from '../clock.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Importer } from '../import/process.ts';
import type { RunWork } from '../jobs/works.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ApprovalService } from '../services/approvals/approvals.ts';
import type { BoardService } from '../services/boards/boards.ts';
import type { SnapshotService } from '../services/boards/snapshots.ts';
import type { ExportShelf } from '../services/exports/shelf.ts';
import type { Uploads } from '../services/imports/uploads.ts';
import type { Jobs } from '../services/jobs/jobs.ts';
import type { RunService } from '../services/runs/runs.ts';
import type { Services } from '../services/services.ts';
import type { SignIn } from '../services/sessions/signIn.ts';
import type { Hand } from '../services/writing/hand.ts';

/** What routes are made from: one service a resource. A new resource adds its service here and its routes in index.ts. */
export interface RouteDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly signIn: SignIn;
  readonly boards: BoardService;
  readonly snapshots: SnapshotService;
  readonly approvals: ApprovalService;
  readonly jobs: Jobs;
  /** Behind TLS: the cookie then never travels in clear. */
  readonly secureCookie: boolean;
  /** Whether requests can be served now: stores open, graph loaded, not closing. */
  readonly ready: () => boolean;
}

/** What routes that read and write data are made from. */
export interface DataDeps {
  readonly services: Services;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly boards: BoardService;
  readonly hand: Hand;
  readonly runs: RunService;
  readonly runWork: RunWork;
  readonly shelf: ExportShelf;
  readonly importer: Importer;
  readonly uploads: Uploads;
}
