import { compartmentOfApproval } from '../../model/basis/approvalId.ts';
import type { Tombstone } from '../ledger/ledger.ts';
import {
  compartmentsOf,
  type EraseDeps,
  type ErasedCount,
  type EraseOptions,
  eraseEverywhere,
  type Gone,
  inErasure,
  sha256,
} from './erase.ts';
import { settle } from './settle.ts';

/** Erases what may no longer be kept: the rows of approvals past `retain_until`, or ended. They were unreadable from that day on;
 * here they leave facts, event files, columns and stored results, and a tombstone of count and hash, by compartment of the rows,
 * stays with the paper.
 * One approval after another, each whole before the next: after a stop the rest is erased by the next call. */
export async function expireApprovals(deps: EraseDeps, options: EraseOptions): Promise<ErasedCount> {
  await settle(deps);
  const { approvals } = deps.ledger;
  const due = new Set(approvals.endedOn(deps.clock.today()));
  const ids = approvals.all().flatMap(({ id, erased }) => (due.has(id) && erased === null ? [id] : []));
  return inErasure(deps, options, 'approvals expire', ids, async (batch, id) => {
    const gone = await eraseEverywhere(deps, batch, { approvals: [id] });
    // Only who may see the paper may have seen rows that rested on it.
    deps.ledger.runs.clear(compartmentOfApproval(id));
    approvals.tombstone(id, tombstoneOf(gone, deps.clock.now().toISOString()));
    return gone;
  });
}

function tombstoneOf(gone: Gone, at: string): Tombstone {
  const { facts, events } = gone;
  const byCompartment = [...compartmentsOf(gone)].map((compartment) => {
    const said = facts.byCompartment[compartment];
    const rows = (said?.assertions ?? 0) + (events.counts[compartment] ?? 0);
    return [compartment, { rows, hash: sha256(`${said?.hash ?? ''};${events.digests[compartment] ?? ''}`) }] as const;
  });
  return { at, byCompartment: Object.fromEntries(byCompartment) };
}
