import { type EraseDeps, type ErasedCount, type EraseOptions, eraseEverywhere, inErasure, sha256 } from './erase.ts';
import { settle } from './settle.ts';

/** Erases what may no longer be kept: the rows of approvals past `retain_until`, or ended. They were unreadable from that day on;
 * here they leave facts, event files, columns and stored results, and a tombstone of count and hash stays with the paper.
 * One approval after another, each whole before the next: after a stop the rest is erased by the next call. */
export async function expireApprovals(deps: EraseDeps, options: EraseOptions): Promise<ErasedCount> {
  await settle(deps);
  const { approvals } = deps.ledger;
  const due = new Set(approvals.endedOn(deps.clock.today()));
  const ids = approvals.all().filter(({ id, erased }) => due.has(id) && erased === null);
  return inErasure(
    deps,
    options,
    'approvals expire',
    ids.map(({ id }) => id),
    async (batch, id) => {
      const gone = await eraseEverywhere(deps, batch, { approvals: [id] });
      deps.ledger.runs.clear();
      const rows = gone.facts.assertions + gone.events.rows;
      approvals.tombstone(id, {
        rows,
        hash: sha256(`${gone.facts.hash};${gone.events.hash}`),
        at: deps.clock.now().toISOString(),
      });
      return gone;
    },
  );
}
