import type { Assertion, AssertionDraft, Judgement, Objection, Retraction } from '../../../model/assertion.ts';
import { assertionId } from '../../../model/assertion.ts';
import { compareText } from '../../../model/audience.ts';
import { digest, type Id, randomId } from '../../../model/ids.ts';
import { typeDefinitions } from '../../../model/vocabulary/types.ts';
import type { Clock } from '../../clock.ts';
import type { Facts } from '../../facts/facts.ts';
import { createSegmentWriter, removeSegment } from '../../graph/columns/segmentWriter.ts';
import { createOutcomes } from '../../import/outcomes.ts';
import type { AuditEntry, BatchIntent, BatchOutcome, Ledger } from '../../ledger/ledger.ts';
import type { Viewer } from '../access/viewer.ts';

/** What one hand-made write says. */
export interface HandWrite {
  readonly drafts?: readonly AssertionDraft[];
  readonly retractions?: readonly Omit<Retraction, 'id'>[];
  readonly objections?: readonly Omit<Objection, 'id'>[];
  readonly judgements?: readonly Omit<Judgement, 'id' | 'recordedAt'>[];
}
export interface Written {
  readonly batch: Id;
  readonly assertions: readonly Assertion[];
  readonly retractions: readonly Retraction[];
  readonly objections: readonly Objection[];
  readonly judgements: readonly Judgement[];
}
export interface HandBatchDeps {
  readonly facts: Facts;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly columnsFolder: string;
  readonly filesFolder: string;
  /** Where new ids come from; tests that compare two stores bring the same one twice. */
  readonly random?: (size: number) => Uint8Array;
}

/** One small write by a person: *intended* in the ledger, the outcome on disk, facts, the columns segment, then *done* with its
 * audit record. When this returns it is on disk; a crash in between is finished or undone by the next start (api/import/settle.ts). */
export function createHandBatch({ facts, ledger, clock, columnsFolder, filesFolder, random }: HandBatchDeps) {
  const outcomes = createOutcomes(filesFolder);
  return async function write(
    viewer: Viewer,
    kind: BatchIntent['kind'],
    hand: HandWrite,
    audit: Pick<AuditEntry, 'action' | 'subjects'>,
  ): Promise<Written> {
    const batch = randomId('b', random);
    const now = clock.now().toISOString();
    ledger.batches.intend({
      batch,
      kind,
      user: viewer.user.id,
      demonstration: viewer.user.demonstration,
      pid: process.pid,
      startedAt: now,
    });
    const written = writtenOf(hand, batch, now, random);
    const outcome = outcomeOf(written, now);
    const entry: AuditEntry = {
      at: now,
      user: viewer.user.name,
      account: viewer.account,
      purpose: viewer.purpose,
      outcome: 'ok',
      detail: { batch },
      ...audit,
    };
    let committed = false;
    try {
      await writeSegment(written);
      await outcomes.save(batch, { outcome, audit: entry });
      await commit(written);
      committed = true;
    } finally {
      // Committed facts whose *done* fails stay intended: the next start says it.
      if (!committed) {
        await removeSegment(columnsFolder, batch);
        await outcomes.remove(batch);
        ledger.batches.undone(batch, 'failed');
      }
    }
    ledger.batches.done(batch, outcome, entry);
    await outcomes.remove(batch);
    return written;
  };

  async function commit(written: Written): Promise<void> {
    const open = await facts.begin(written.batch);
    try {
      await open.put(written.assertions);
      await open.retract(written.retractions);
      await open.object(written.objections);
      await open.judge(written.judgements);
      await open.commit();
    } catch (error) {
      await open.rollback();
      throw error;
    }
  }

  async function writeSegment(written: Written): Promise<void> {
    const segment = createSegmentWriter(columnsFolder, written.batch);
    segment.addAssertions(written.assertions);
    segment.addRetractions(written.retractions);
    segment.addJudgements(written.judgements);
    await segment.finish();
  }
}
export type HandBatch = ReturnType<typeof createHandBatch>;

function writtenOf(hand: HandWrite, batch: Id, now: string, random: HandBatchDeps['random']): Written {
  return {
    batch,
    assertions: (hand.drafts ?? []).map((draft) => ({ ...draft, id: assertionId(draft), recordedAt: now, batch })),
    retractions: (hand.retractions ?? []).map((one) => ({ ...one, id: randomId('v', random) })),
    objections: (hand.objections ?? []).map((one) => ({ ...one, id: randomId('v', random) })),
    judgements: (hand.judgements ?? []).map((one) => ({ ...one, id: randomId('v', random), recordedAt: now })),
  };
}

/** Counts and running digest of each compartment that was written to; the random ids of notes count, their order does not. */
function outcomeOf(written: Written, finishedAt: string): BatchOutcome {
  const ids = new Map<string, string[]>();
  const add = (compartment: string, id: string) => ids.set(compartment, [...(ids.get(compartment) ?? []), id]);
  for (const one of written.assertions) add(one.compartment, one.id);
  for (const one of written.retractions) add(one.compartment, digest([one.assertion, one.knownAt, one.reason]));
  for (const one of written.objections) add(one.compartment, digest([one.assertion, one.knownAt, one.text]));
  for (const one of written.judgements) add(one.compartment, digest([one.a, one.b, one.judgement, one.knownAt]));
  const counted = (compartment: string, wanted: 'entity' | 'tie') =>
    new Set(
      written.assertions
        .filter((one) => one.compartment === compartment && typeDefinitions[one.kind].class === wanted)
        .map((one) => one.about),
    ).size;
  return {
    byCompartment: Object.fromEntries(
      [...ids].map(([compartment, all]) => [
        compartment,
        {
          entities: counted(compartment, 'entity'),
          ties: counted(compartment, 'tie'),
          events: 0,
          digest: digest(all.sort(compareText)),
        },
      ]),
    ),
    rejected: 0,
    report: null,
    eventKinds: [],
    finishedAt,
  };
}
