import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { onTestFinished } from 'vitest';
import type { Approval, AuditEntry, BatchIntent, BatchOutcome, Ledger } from '../../../api/ledger/ledger.ts';
import { openSqliteLedger } from '../../../api/ledger/sqlite/open.ts';
import { randomId } from '../../../model/ids.ts';

/** A ledger of its own for one test, gone when it ends. */
export function freshLedger(): { ledger: Ledger; path: string; reopen: () => Ledger } {
  const folder = mkdtempSync(join(tmpdir(), 'powang-ledger-'));
  const path = join(folder, 'ledger.sqlite');
  const opened: Ledger[] = [];
  const reopen = () => {
    const ledger = openSqliteLedger(path);
    opened.push(ledger);
    return ledger;
  };
  onTestFinished(() => {
    for (const ledger of opened) ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ledger: reopen(), path, reopen };
}

/** What somebody with the file and an SQL shell can do. */
export function tamper(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(`DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_erased; ${sql}`);
  database.close();
}

export const at = '2024-05-01T08:00:00.000Z';
export const entry = (action: string): AuditEntry => ({
  at,
  user: 'u_test',
  account: null,
  action,
  purpose: 'review:test',
  subjects: [],
  outcome: 'ok',
  detail: { rows: 3 },
});
export const intent = (more: Partial<BatchIntent> = {}): BatchIntent => ({
  batch: randomId('b'),
  kind: 'import',
  user: 'u_maker',
  demonstration: false,
  pid: process.pid,
  startedAt: at,
  ...more,
});
export const outcome = (
  byCompartment: BatchOutcome['byCompartment'],
  more: Partial<BatchOutcome> = {},
): BatchOutcome => ({
  byCompartment,
  rejected: 2,
  report: { files: [{ file: 'calls.csv', rejected: 2 }] },
  eventKinds: [],
  finishedAt: at,
  ...more,
});
export const counted = (digest: string) => ({ entities: 1, ties: 0, events: 0, digest });

/** One whole batch. */
export function write(
  ledger: Ledger,
  byCompartment: BatchOutcome['byCompartment'],
  more: Partial<BatchIntent> = {},
): string {
  const begun = intent(more);
  ledger.batches.intend(begun);
  ledger.batches.done(begun.batch, outcome(byCompartment), entry('import'));
  return begun.batch;
}

export const approval = (id: string, more: Partial<Approval> = {}): Approval => ({
  id,
  number: `No. ${id}`,
  authority: '县监察委员会',
  level: 'county',
  legalRef: null,
  caseId: randomId('e'),
  caseKey: 'demo/case-1',
  kinds: ['calls'],
  subjects: [],
  dataFrom: '2020-01-01',
  dataTo: '2020-12-31',
  validFrom: '2021-01-01',
  validTo: '2021-03-31',
  obtainedOn: '2021-03-31',
  retainUntil: '2024-12-31',
  approver: null,
  secondApprover: null,
  compartment: 'general',
  batch: 'b_none',
  ended: null,
  erased: null,
  ...more,
});
