import type { Audit, AuditEntry } from '../ledger/ledger.ts';

/** Group commit of audit records: those of all requests of one turn of the event loop go to disk together, so that the wait for
 * the disk is shared. A promise resolves once its record is there; when the write fails, none of its answers leaves. */
export interface AuditQueue {
  record(entry: AuditEntry): Promise<void>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export function createAuditQueue(audit: Audit): AuditQueue {
  let waiting: Waiting[] = [];
  function flush(): void {
    const taken = waiting;
    waiting = [];
    try {
      audit.record(...taken.map(({ entry }) => entry));
      for (const { done } of taken) done();
    } catch (error) {
      for (const { failed } of taken) failed(error);
    }
  }
  return {
    record: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ entry, done, failed });
        if (waiting.length === 1) setImmediate(flush);
      }),
  };
}
