import { createHash, type Hash } from 'node:crypto';
import { type Assertion, type AssertionDraft, assertionId } from '../../../model/assertion.ts';
import { audienceOf } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import type { FactsBatch } from '../../facts/facts.ts';
import type { SegmentWriter } from '../../graph/columns/segmentWriter.ts';

export interface CompartmentCounts {
  entities: number;
  ties: number;
}

const pieceSize = 5_000;
/** Pieces under way: enough to keep the writer busy while rows are read, few enough to stay small. */
const mostUnderWay = 6;

/** Takes the assertions of a batch to the facts, some thousands at once, and keeps count by compartment of what was newly
 * stored. Pieces are of one compartment each, so that its reader is told his own counts. Pieces are written one after another,
 * in their order, while the next ones are made. */
export function createIntake(deps: {
  batch: Id;
  recordedAt: string;
  facts: FactsBatch;
  segment: Pick<SegmentWriter, 'addAssertions'>;
}) {
  const pending = new Map<string, Assertion[]>();
  const counts = new Map<string, CompartmentCounts>();
  const digests = new Map<string, Hash>();
  const underWay = new Set<Promise<void>>();
  let waiting = 0;
  let failed: { readonly error: unknown } | undefined;

  function enter(compartment: string, text: string): void {
    let digest = digests.get(compartment);
    if (digest === undefined) {
      digest = createHash('sha256');
      digests.set(compartment, digest);
    }
    digest.update(text);
  }

  async function put(compartment: string, assertions: readonly Assertion[]): Promise<void> {
    const { stored, newEntities, newTies } = await deps.facts.put(assertions, audienceOf([compartment]));
    if (stored.length === 0) return;
    const count = counts.get(compartment) ?? { entities: 0, ties: 0 };
    count.entities += newEntities;
    count.ties += newTies;
    counts.set(compartment, count);
    enter(compartment, stored.map((one) => one.id).join(''));
    deps.segment.addAssertions(stored);
  }

  function send(compartment: string, assertions: readonly Assertion[]): void {
    const piece = put(compartment, assertions)
      .catch((error: unknown) => {
        failed ??= { error };
      })
      .finally(() => underWay.delete(piece));
    underWay.add(piece);
  }

  /** Sends what is queued, and waits while too much is under way. */
  async function flush(): Promise<void> {
    for (const [compartment, assertions] of pending) {
      for (let from = 0; from < assertions.length; from += pieceSize)
        send(compartment, assertions.slice(from, from + pieceSize));
    }
    pending.clear();
    waiting = 0;
    while (underWay.size > mostUnderWay) await Promise.race(underWay);
    if (failed !== undefined) throw failed.error;
  }

  return {
    idOf: (draft: AssertionDraft): Id => assertionId(draft),
    /** Queues it; its id is worked out unless the caller knows it. */
    add(draft: AssertionDraft, id: Id = assertionId(draft)): void {
      // Field by field: copying the draft as a whole costs several times as much.
      const assertion: Assertion = {
        id,
        about: draft.about,
        kind: draft.kind,
        ends: draft.ends,
        properties: draft.properties,
        key: draft.key,
        source: draft.source,
        origin: draft.origin,
        grade: draft.grade,
        compartment: draft.compartment,
        approval: draft.approval,
        validFrom: draft.validFrom,
        validTo: draft.validTo,
        knownAt: draft.knownAt,
        recordedAt: deps.recordedAt,
        batch: deps.batch,
      };
      const held = pending.get(draft.compartment);
      if (held === undefined) pending.set(draft.compartment, [assertion]);
      else held.push(assertion);
      waiting += 1;
    },
    isFull: (): boolean => waiting >= pieceSize,
    flush,
    /** Sends what is queued and waits until all of it is written. */
    async drain(): Promise<void> {
      await flush();
      await Promise.all(underWay);
      if (failed !== undefined) throw failed.error;
    },
    counts,
    /** What else enters the data version of a compartment: approvals, sources, event sets. */
    enter,
    /** Hex digest of each compartment something new came into. */
    digests: (): Map<string, string> =>
      new Map([...digests].map(([compartment, digest]) => [compartment, digest.copy().digest('hex')])),
  };
}
export type Intake = ReturnType<typeof createIntake>;
