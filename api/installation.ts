import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { audienceOf } from '../model/audience.ts';
import { isEventKind } from '../model/standing/kinds.ts';
import type { Clock } from './clock.ts';
import type { EventEngine } from './events/events.ts';
import type { Facts } from './facts/facts.ts';
import type { Neo4jSettings } from './facts/neo4j/settings.ts';
import { openFacts } from './facts/open.ts';
import { rebuildColumns } from './graph/columns/rebuildColumns.ts';
import { createGraphEngine } from './graph/engine/createGraphEngine.ts';
import type { Graph } from './graph/graph.ts';
import { createResident } from './graph/resident.ts';
import type { Ledger } from './ledger/ledger.ts';
import { openSqliteLedger } from './ledger/sqlite/open.ts';
import { createServices, type Services } from './services/services.ts';
import { readStanding, standingIndex } from './services/standing.ts';

export interface InstallationOptions {
  readonly dataFolder: string;
  /** `read` never writes facts or events (a command beside a server, a job child); the ledger's audit is always written. */
  readonly access: 'read' | 'write';
  /** Graph and events answered by the resident child (the server), or in this process (the command line, a child). */
  readonly graph: 'child' | 'here';
  readonly clock: Clock;
  /** Where the facts are in a Neo4j; ledger, events and columns are in the data folder all the same. */
  readonly neo4j?: Neo4jSettings | undefined;
  /** Megabytes for DuckDB in this process. */
  readonly eventsMemoryMb?: number;
}
/** An opened data folder: the stores, and the use-cases over them. */
export interface Installation {
  readonly dataFolder: string;
  readonly columnsFolder: string;
  /** Reports of imports, and outcomes of writes that are not done yet. */
  readonly filesFolder: string;
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly events: EventEngine;
  readonly graph: Graph;
  readonly services: Services;
  readonly clock: Clock;
  /** Every compartment of the store: internal to the import, never for an answer. */
  readonly everyCompartment: () => readonly string[];
  close(): Promise<void>;
}

/** The ledger alone: accounts, audit, approvals. */
export function openLedger(dataFolder: string): Ledger {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return openSqliteLedger(join(dataFolder, 'ledger.sqlite'));
}

export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const { dataFolder, access, clock } = options;
  const ledger = openLedger(dataFolder);
  const closers: (() => void | Promise<void>)[] = [() => ledger.close()];
  const close = async (): Promise<void> => {
    for (const closer of closers.reverse()) await closer();
    closers.length = 0;
  };
  try {
    // The first opening makes the store, whoever comes first.
    const facts = await openFacts({ dataFolder, neo4j: options.neo4j }, access === 'read');
    closers.push(() => facts.close());
    const columnsFolder = join(dataFolder, 'columns');
    const { events, graph } = await openGraph(options, { facts, ledger, columnsFolder });
    closers.push(async () => {
      await graph.close();
      await events.close();
    });
    return {
      dataFolder,
      columnsFolder,
      filesFolder: join(dataFolder, 'files'),
      ledger,
      facts,
      events,
      graph,
      services: createServices({ facts, graph, events, ledger }),
      clock,
      everyCompartment: () => ledger.batches.compartments(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Stores {
  readonly facts: Facts;
  readonly ledger: Ledger;
  readonly columnsFolder: string;
}

async function openGraph(
  { dataFolder, graph: where, eventsMemoryMb }: InstallationOptions,
  { facts, ledger, columnsFolder }: Stores,
): Promise<{ events: EventEngine; graph: Graph }> {
  if (where === 'child') return createResident({ dataFolder });
  // Loaded only where it runs: the server leaves it to its child.
  const { createDuckdbEvents } = await import('./events/duckdb/createDuckdbEvents.ts');
  const events = await createDuckdbEvents({
    folder: join(dataFolder, 'events'),
    ...(eventsMemoryMb === undefined ? {} : { memoryLimitMb: eventsMemoryMb }),
  });
  const graph = createGraphEngine({
    columnsFolder,
    facts,
    events,
    doneBatches: ({ knownAt }) => ({
      all: ledger.batches.doneIds(),
      withEvents: ledger.batches.eventsRead(knownAt),
    }),
    standing: async (_facts, audience, clocks) => {
      const standing = await readStanding(facts, audience, clocks);
      return { index: standingIndex(standing), duties: standing.duties };
    },
    rebuild: (batches) =>
      rebuildColumns(
        {
          folder: columnsFolder,
          facts,
          events,
          everything: audienceOf(ledger.batches.compartments()),
          eventKindsOf: (batch) => ledger.batches.eventKindsOf(batch).filter(isEventKind),
        },
        batches,
      ),
  });
  return { events, graph };
}
