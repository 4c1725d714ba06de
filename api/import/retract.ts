import type { Retraction } from '../../model/assertion.ts';
import { type Audience, audienceOf } from '../../model/audience.ts';
import { Conflict, NotFound } from '../../model/errors.ts';
import { digest, type Id, randomId } from '../../model/ids.ts';
import { createSegmentWriter, removeSegment } from '../graph/columns/segmentWriter.ts';
import type { AuditEntry, BatchOutcome, BatchRecord } from '../ledger/ledger.ts';
import { always, type Impact, impactOf, readBatch } from './impact.ts';
import { intend } from './intend.ts';
import type { ImportDeps } from './options.ts';
import { createOutcomes } from './outcomes.ts';
import { settle } from './settle.ts';

export interface RetractOptions {
  readonly batch: Id;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly audience: Audience;
  readonly userId: Id;
  readonly userName: string;
  readonly account: string | null;
  readonly purpose: string | null;
  readonly demonstration: boolean;
}
export interface Retracted extends Impact {
  /** The write that took it back; null for a dry run. */
  readonly takenBackBy: Id | null;
}
const takenBackWhole: ReadonlySet<BatchRecord['kind']> = new Set(['import', 'hand']);

/** Takes a batch back as far as its reader sees it, compartment by compartment: each assertion is retracted (it stays, shown as
 * taken back), event rows are read no more from today on, approvals end. Events and approvals go with the ledger's *done*.
 * What he cannot see stays. Once: of what is taken back already nothing is left to take. Cost: two scans of all facts. */
export async function retractBatch(deps: ImportDeps, options: RetractOptions): Promise<Retracted> {
  await settle(deps);
  const { batch, audience } = options;
  const record = deps.ledger.batches.find(audience, batch, options.userId);
  if (record === undefined) throw new NotFound();
  if (!takenBackWhole.has(record.kind))
    throw new Conflict('only what was imported or entered by hand is taken back as a whole');
  const before = new Set(record.takenBack.map(({ compartment }) => compartment));
  const compartments = Object.keys(record.outcome.byCompartment).filter((name) => !before.has(name));
  const nothingLeft = () => new Conflict('nothing of this batch is left to take back');
  if (compartments.length === 0) throw nothingLeft();
  const approvals = new Set(
    deps.ledger.approvals
      .list(audience)
      .filter((one) => one.batch === batch && !audience.endedApprovals.includes(one.id))
      .map(({ id }) => id),
  );
  const content = await readBatch(deps, audience, batch, approvals);
  const impact = await impactOf(deps, audience, batch, approvals, content);
  if (impact.assertions + impact.events + impact.approvals === 0) throw nothingLeft();
  if (options.dryRun) return { ...impact, takenBackBy: null };
  const retractions = await retractionsOf(deps, options, compartments, content.takenBack);
  const digests = Object.fromEntries(
    compartments.map((name) => [name, digest(['taken back', record.outcome.byCompartment[name]?.digest ?? ''])]),
  );
  const takenBackBy = await write(deps, options, { compartments, approvals, retractions, digests });
  return { ...impact, takenBackBy };
}

/** Of all its assertions in these compartments: those too whose ends the writer does not see, so that none speaks again. */
async function retractionsOf(
  { facts, everyCompartment, clock }: ImportDeps,
  { batch, reason, userName, audience }: RetractOptions,
  compartments: readonly string[],
  takenBack: ReadonlySet<Id>,
): Promise<Retraction[]> {
  const found: Retraction[] = [];
  const everything = audienceOf(everyCompartment(), audience.endedApprovals);
  for await (const said of facts.scan(everything, always, {}))
    for (const { id, compartment, batch: of } of said) {
      if (of !== batch || !compartments.includes(compartment) || takenBack.has(id)) continue;
      found.push({ id: randomId('v'), assertion: id, by: userName, reason, knownAt: clock.today(), compartment });
    }
  return found;
}

interface Writing {
  readonly compartments: readonly string[];
  readonly approvals: ReadonlySet<string>;
  readonly retractions: readonly Retraction[];
  readonly digests: Readonly<Record<string, string>>;
}

/** *Intended* → outcome and segment on disk → facts → *done*, like every write. */
async function write(deps: ImportDeps, options: RetractOptions, writing: Writing): Promise<Id> {
  const { ledger, clock, columnsFolder } = deps;
  const batch = randomId('b');
  const startedAt = clock.now().toISOString();
  await intend(ledger.batches, {
    batch,
    kind: 'retraction',
    user: options.userId,
    demonstration: options.demonstration,
    pid: process.pid,
    startedAt,
  });
  const outcomes = createOutcomes(deps.filesFolder);
  const { outcome, audit } = outcomeOf(options, writing, batch, startedAt, clock.today());
  let committed = false;
  try {
    const segment = createSegmentWriter(columnsFolder, batch);
    segment.addRetractions(writing.retractions);
    await segment.finish();
    await outcomes.save(batch, { outcome, audit });
    const open = await deps.facts.begin(batch);
    try {
      await open.retract(writing.retractions);
      await open.commit();
      committed = true;
    } catch (error) {
      await open.rollback();
      throw error;
    }
  } finally {
    // Committed facts whose *done* fails stay intended: the next start says it.
    if (!committed) {
      await removeSegment(columnsFolder, batch);
      await outcomes.remove(batch);
      ledger.batches.undone(batch, 'failed');
    }
  }
  ledger.batches.done(batch, outcome, audit);
  await outcomes.remove(batch);
  return batch;
}

function outcomeOf(
  { batch: of, reason, userName, account, purpose }: RetractOptions,
  { compartments, approvals, digests }: Writing,
  batch: Id,
  at: string,
  day: string,
): { outcome: BatchOutcome; audit: AuditEntry } {
  return {
    outcome: {
      byCompartment: Object.fromEntries(
        compartments.map((name) => [name, { entities: 0, ties: 0, events: 0, digest: digests[name] ?? '' }]),
      ),
      rejected: 0,
      report: null,
      eventKinds: [],
      finishedAt: at,
      takesBack: { batch: of, compartments, approvals: [...approvals], by: userName, reason, day },
    },
    audit: {
      at,
      user: userName,
      account,
      action: 'batch retraction',
      purpose,
      subjects: [of],
      outcome: 'ok',
      detail: { batch },
    },
  };
}
