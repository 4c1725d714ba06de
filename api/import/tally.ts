import type { Clocks } from '../../model/clocks.ts';
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
  const { intake } = context;
  const events = new Map<string, number>();
  const kinds: EventKind[] = [];

  function countsOf(compartment: string): Counts {
    const facts = intake.counts.get(compartment);
    return { entities: facts?.entities ?? 0, ties: facts?.ties ?? 0, events: events.get(compartment) ?? 0 };
  }

  return {
    addEvents(kind: EventKind, put: EventsPut): void {
      if (put.rows === 0) return;
      kinds.push(kind);
      for (const [compartment, count] of Object.entries(put.counts))
        events.set(compartment, (events.get(compartment) ?? 0) + count);
      for (const [compartment, digest] of Object.entries(put.digests))
        if (digest !== '') intake.enter(compartment, `${kind}:${digest};`);
    },

    /** Who is counsel of whom, by the cases of the store that the importer may see; the bundle's own were added as they were read. */
    async loadPrivilege({ facts }: { facts: Facts }): Promise<void> {
      const clocks: Clocks = { trueAt: context.today, knownAt: context.today };
      for await (const chunk of facts.scan(context.audience, clocks, { types: [], kinds: ['case'] })) {
        for (const { ends, retraction } of chunk)
          if (ends !== null && retraction === null) context.privilege.addParty(ends.to, ends.from, ends.role);
      }
    },

    /** Stores the sources that rows rest on; those that are new enter the data version, and so do new approvals. */
    async storeSources({ facts }: { facts: Facts }, batch: FactsBatch): Promise<void> {
      const wanted = context.sources.toStore(context.provenances.usedSources());
      const present = new Set(
        (
          await facts.sources(
            context.audience,
            wanted.map((source) => source.id),
          )
        ).map((source) => source.id),
      );
      const missing = wanted.filter((source) => !present.has(source.id));
      await batch.putSources(missing);
      for (const source of missing) intake.enter(source.compartment, `source:${JSON.stringify(source)};`);
      for (const approval of context.approvals.newlyStored)
        intake.enter(approval.compartment, `approval:${approval.id};`);
    },

    eventKinds: (): readonly EventKind[] => kinds,
    counts(): Counts {
      const total: Counts = { entities: 0, ties: 0, events: 0 };
      for (const compartment of new Set([...intake.counts.keys(), ...events.keys()])) {
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
