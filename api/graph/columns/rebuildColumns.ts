import type { Retraction } from '../../../model/assertion.ts';
import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventKind } from '../../../model/standing/kinds.ts';
import type { EventEngine } from '../../events/events.ts';
import type { Facts } from '../../facts/facts.ts';
import { createSegmentWriter, type SegmentWriter } from './segmentWriter.ts';

/** Everything ever said, whenever true. */
const always: Clocks = { trueAt: '1000-01-01..9999-12-31', knownAt: '9999-12-31' };

export interface RebuildColumns {
  readonly folder: string;
  readonly facts: Facts;
  readonly events: EventEngine | null;
  /** Internal to the store: holds every compartment, no approval ended. What it makes is masked again for each reader. */
  readonly everything: Audience;
  /** Which event sets a batch has: the ledger's manifest. */
  readonly eventKindsOf: (batch: Id) => readonly EventKind[];
}

/** Makes the segments of these batches again from the facts and the events. One scan of all facts, whatever their number.
 * Retractions and judgements carry no batch: those found go into the first segment made, where one too many does no harm.
 * Limit: a judgement between entities of which one was taken back altogether is not found any more. */
export async function rebuildColumns(options: RebuildColumns, batches: readonly Id[]): Promise<void> {
  const { folder, facts, everything } = options;
  const writers = new Map(batches.map((batch) => [batch, createSegmentWriter(folder, batch)]));
  const first = writers.values().next().value;
  if (first === undefined) return;
  const retractions: Retraction[] = [];
  for await (const chunk of facts.scan(everything, always, {})) {
    for (const said of chunk) {
      writers.get(said.batch)?.addAssertions([said]);
      if (said.retraction !== null) retractions.push(said.retraction);
    }
  }
  first.addRetractions(retractions);
  first.addJudgements(await facts.judgements(everything, always));
  for (const [batch, writer] of writers) {
    await addFolds(options, batch, writer);
    await writer.finish();
  }
}

async function addFolds({ events, eventKindsOf }: RebuildColumns, batch: Id, writer: SegmentWriter): Promise<void> {
  for (const kind of eventKindsOf(batch)) {
    if (events === null) return;
    for await (const rows of events.foldBatch(batch, kind)) writer.addFolds(kind, rows);
  }
}
