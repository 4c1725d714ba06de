import { createHash } from 'node:crypto';
import { audienceOf } from '../../model/audience.ts';
import { type Id, randomId } from '../../model/ids.ts';
import type { EventsErased } from '../events/events.ts';
import type { Erased } from '../facts/facts.ts';
import { rewriteWithout } from '../graph/columns/rewriteWithout.ts';
import { createSegmentWriter } from '../graph/columns/segmentWriter.ts';
import type { BatchOutcome } from '../ledger/ledger.ts';
import { intend } from './intend.ts';
import type { ImportDeps } from './options.ts';
import { settle } from './settle.ts';

export type EraseDeps = Pick<
  ImportDeps,
  'facts' | 'events' | 'ledger' | 'columnsFolder' | 'filesFolder' | 'clock' | 'everyCompartment'
>;
export interface EraseOptions {
  readonly account: string | null;
  /** The shell's own user unless said. */
  readonly user?: string;
}
export interface ErasedCount {
  /** Approvals or batches. */
  readonly erased: number;
  readonly assertions: number;
  readonly events: number;
}

/** Erases whole batches: what was imported or written in them. */
export async function eraseBatches(
  deps: EraseDeps,
  options: EraseOptions,
  batches: readonly Id[],
): Promise<ErasedCount> {
  await settle(deps);
  return inErasure(
    deps,
    options,
    'erase',
    batches,
    async (batch, id) => {
      const gone = await eraseEverywhere(deps, batch, { batches: [id] });
      deps.ledger.runs.clear();
      return gone;
    },
    batches,
  );
}

/** The demonstration ends with the first real import: its data, its accounts and their sessions go. */
export async function eraseDemonstration(deps: EraseDeps, options: EraseOptions): Promise<ErasedCount> {
  const everything = audienceOf(deps.everyCompartment());
  const batches = deps.ledger.batches.list(everything).filter(({ demonstration }) => demonstration);
  const count = await eraseBatches(
    deps,
    options,
    batches.map(({ batch }) => batch),
  );
  deps.ledger.users.removeDemonstration();
  return count;
}

export interface Gone {
  readonly facts: Erased;
  readonly events: EventsErased;
}

export async function eraseEverywhere(
  deps: EraseDeps,
  batch: Id,
  what: { approvals?: readonly string[]; batches?: readonly Id[] },
): Promise<Gone> {
  const events = await deps.events.erase(what);
  const open = await deps.facts.begin(batch);
  let facts: Erased;
  try {
    facts = await open.erase(what);
    await open.commit();
  } catch (error) {
    await open.rollback();
    throw error;
  }
  await rewriteWithout(deps.columnsFolder, what);
  return { facts, events };
}

/** Compartments that lost something. */
export const compartmentsOf = ({ facts, events }: Gone): ReadonlySet<string> =>
  new Set([...Object.keys(facts.byCompartment), ...Object.keys(events.counts)]);

export async function inErasure(
  deps: EraseDeps,
  { user = 'local', account }: EraseOptions,
  action: string,
  ids: readonly string[],
  eraseOne: (batch: Id, id: string) => Promise<Gone>,
  erases: readonly Id[] = [],
): Promise<ErasedCount> {
  const total = { erased: ids.length, assertions: 0, events: 0 };
  if (ids.length === 0) return total;
  const { ledger, clock } = deps;
  const batch = randomId('b');
  await intend(ledger.batches, {
    batch,
    kind: 'erasure',
    user,
    // Inside the demonstration an approval may run out without ending it.
    demonstration: erases.length === 0 && ledger.batches.demonstrationOnly(),
    pid: process.pid,
    startedAt: clock.now().toISOString(),
  });
  const touched = new Map<string, string[]>();
  try {
    for (const id of ids) {
      const { facts, events } = await eraseOne(batch, id);
      total.assertions += facts.assertions;
      total.events += events.rows;
      for (const compartment of compartmentsOf({ facts, events }))
        touched.set(compartment, [...(touched.get(compartment) ?? []), id]);
    }
    // It adds nothing to the graph: an empty segment says so, else every reader would look for it in the facts.
    await createSegmentWriter(deps.columnsFolder, batch).finish();
  } catch (error) {
    ledger.batches.undone(batch, error instanceof Error ? error.name : 'failed');
    throw error;
  }
  const finishedAt = clock.now().toISOString();
  const outcome: BatchOutcome = {
    byCompartment: Object.fromEntries(
      // What other compartments held of the same does not enter: only that something of this one went.
      [...touched].map(([compartment, gone]) => [
        compartment,
        { entities: 0, ties: 0, events: 0, digest: sha256(`erased:${gone.join(';')}`) },
      ]),
    ),
    rejected: 0,
    report: null,
    eventKinds: [],
    finishedAt,
    erases,
  };
  ledger.batches.done(batch, outcome, {
    at: finishedAt,
    user,
    account,
    action,
    purpose: null,
    subjects: [],
    outcome: 'ok',
    detail: { batch, ...total },
  });
  return total;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
