import type { Source } from '../../model/assertion.ts';
import { audienceOf, general } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';
import type { EventKind } from '../../model/standing/kinds.ts';
import type { EventsPut } from '../events/events.ts';
import type { Facts, FactsBatch } from '../facts/facts.ts';
import type { BatchOutcome } from '../ledger/ledger.ts';
import type { ImportContext } from './rows/context.ts';

interface Counts {
  entities: number;
  ties: number;
  events: number;
}

/** What an import newly stored, compartment by compartment: each reader is told his own counts, and what entered his data version. */
export function createTally(context: ImportContext) {
  const { intake, numbers } = context;
  const events = new Map<string, number>();
  const kinds: EventKind[] = [];
  const eventDigests: { compartment: string; text: string }[] = [];

  function countsOf(compartment: string): Counts {
    const counted = [intake.counts.get(compartment), numbers.counts.get(compartment)];
    const sum = (of: 'entities' | 'ties') => counted.reduce((total, one) => total + (one?.[of] ?? 0), 0);
    return { entities: sum('entities'), ties: sum('ties'), events: events.get(compartment) ?? 0 };
  }

  return {
    addEvents(kind: EventKind, put: EventsPut): void {
      if (put.rows === 0) return;
      kinds.push(kind);
      for (const [compartment, count] of Object.entries(put.counts))
        events.set(compartment, (events.get(compartment) ?? 0) + count);
      for (const [compartment, digest] of Object.entries(put.digests))
        if (digest !== '') eventDigests.push({ compartment, text: `${kind}:${digest};` });
    },

    /** Who is counsel of whom, by the cases of the store that the importer may see; the bundle's own were added as they were read. */
    async loadPrivilege({ facts }: { facts: Facts }): Promise<void> {
      const { audience, today, privilege } = context;
      const clocks: Clocks = { trueAt: today, knownAt: today };
      const open = new Set<Id>();
      // As the readers of each compartment see it: a party whom only some know to exist is a party for them alone.
      for (const compartment of [general, ...audience.compartments.filter((name) => name !== general)]) {
        const readers = audienceOf([compartment], audience.endedApprovals);
        for await (const chunk of facts.scan(readers, clocks, { types: [], kinds: ['case'] })) {
          for (const { id, ends, retraction } of chunk) {
            if (ends === null || retraction !== null || open.has(id)) continue;
            privilege.addParty(compartment, { caseId: ends.to, person: ends.from, role: ends.role });
            if (compartment === general) open.add(id);
          }
        }
      }
    },

    /** After the last row: stores the sources that rows rest on, and closes the digests; new sources and approvals enter them too. */
    async finish({ facts }: { facts: Facts }, batch: FactsBatch): Promise<void> {
      const wanted = context.sources.toStore(context.provenances.usedSources());
      const missing: Source[] = [];
      for (const source of wanted) {
        // That it is there in another compartment says nothing to the readers of this one.
        const readers = { ...context.audience, compartments: [source.compartment] };
        if ((await facts.sources(readers, [source.id])).length === 0) missing.push(source);
      }
      await batch.putSources(missing);
      for (const source of missing) intake.enter(source.compartment, `source:${JSON.stringify(source)};`);
      // Facts and events were read side by side: they enter one after the other, so that equal bundles make equal versions.
      for (const [compartment, digest] of numbers.digests()) intake.enter(compartment, `numbers:${digest};`);
      for (const { compartment, text } of eventDigests) intake.enter(compartment, text);
      for (const approval of context.approvals.newlyStored)
        intake.enter(approval.compartment, `approval:${approval.id};`);
    },

    eventKinds: (): readonly EventKind[] => kinds,
    counts(): Counts {
      const total: Counts = { entities: 0, ties: 0, events: 0 };
      for (const compartment of new Set([...intake.counts.keys(), ...numbers.counts.keys(), ...events.keys()])) {
        const own = countsOf(compartment);
        total.entities += own.entities;
        total.ties += own.ties;
        total.events += own.events;
      }
      return total;
    },
    byCompartment: (): BatchOutcome['byCompartment'] =>
      Object.fromEntries(
        [...intake.digests()].map(([compartment, digest]) => [compartment, { ...countsOf(compartment), digest }]),
      ),
  };
}
export type Tally = ReturnType<typeof createTally>;
