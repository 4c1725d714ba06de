import { removeSegment } from '../graph/columns/segmentWriter.ts';
import type { ImportDeps } from './options.ts';
import { createOutcomes } from './outcomes.ts';

export type SettleDeps = Pick<ImportDeps, 'facts' | 'events' | 'ledger' | 'columnsFolder' | 'filesFolder'>;

/** Finishes or undoes what was only intended when its process ended: where the facts carry the batch's mark and its outcome is
 * on disk it is said done, else everything of it is removed. Called before anything is served and before each import. */
export async function settle(deps: SettleDeps): Promise<{ finished: number; undone: number }> {
  const { facts, events, ledger } = deps;
  const outcomes = createOutcomes(deps.filesFolder);
  let finished = 0;
  let undone = 0;
  for (const { batch } of ledger.batches.unsettled()) {
    const pending = (await facts.committed(batch)) ? await outcomes.load(batch) : undefined;
    if (pending !== undefined) {
      ledger.batches.done(batch, pending.outcome, {
        ...pending.audit,
        detail: { ...pending.audit.detail, finishedAtRestart: true },
      });
      finished += 1;
    } else {
      await events.erase({ batches: [batch] });
      if (await facts.committed(batch)) await eraseFacts(deps, batch);
      await removeSegment(deps.columnsFolder, batch);
      ledger.batches.undone(batch, 'the process ended');
      undone += 1;
    }
    await outcomes.remove(batch);
  }
  return { finished, undone };
}

/** A write that committed its facts and left no outcome never acknowledged them: they go. */
async function eraseFacts({ facts }: SettleDeps, batch: string): Promise<void> {
  const open = await facts.begin(batch);
  try {
    await open.erase({ batches: [batch] });
    await open.commit();
  } catch (error) {
    await open.rollback();
    throw error;
  }
}
