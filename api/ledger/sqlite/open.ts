import { randomBytes } from 'node:crypto';
import type { Ledger } from '../ledger.ts';
import { createApprovals } from './approvals.ts';
import { createAudit } from './audit.ts';
import { createBatches } from './batches.ts';
import { createBoards } from './boards.ts';
import { createRuns } from './runs.ts';
import { createSessions } from './sessions.ts';
import { openStore } from './store.ts';
import { createUsers } from './users.ts';

export interface LedgerOptions {
  readonly readOnly?: boolean;
  /** Ids and secrets; tests pass their own to have the same again. */
  readonly random?: (size: number) => Uint8Array;
}

/** Opens (and makes, unless read-only) the ledger of a data folder. `close` brings the write-ahead log home. */
export function openSqliteLedger(path: string, options: LedgerOptions = {}): Ledger {
  const random = options.random ?? ((size: number) => randomBytes(size));
  const store = openStore(path, { readOnly: options.readOnly ?? false });
  const audit = createAudit(store);
  return {
    batches: createBatches(store, audit),
    approvals: createApprovals(store),
    users: createUsers(store, random),
    sessions: createSessions(store, random),
    boards: createBoards(store, random),
    runs: createRuns(store),
    audit,
    close: () => store.close(),
  };
}
