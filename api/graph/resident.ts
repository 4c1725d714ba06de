import { EngineUnavailable } from '../../model/errors.ts';
import type { EventEngine, EventSession } from '../events/events.ts';
import type { QueryName, QueryRow } from '../events/queries/queries.ts';
import { type ChildOptions, connectChild } from '../process/connectChild.ts';
import { childEntry } from '../process/entry.ts';
import type { Graph } from './graph.ts';
import type { ResidentMethods } from './residentMethods.ts';

export interface ResidentOptions {
  readonly dataFolder: string;
  /** Of the JavaScript heap; the columns and DuckDB come on top. */
  readonly memoryMb?: number;
  readonly eventsMemoryMb?: number;
  readonly onDeath?: ChildOptions['onDeath'];
}
export interface Resident {
  readonly graph: Graph;
  readonly events: EventEngine;
  /** Starts the process ahead of the first question. */
  start(): void;
  pid(): number | undefined;
}

/** The graph and the event engine in a child of their own: it may run out of memory or be stopped without taking the server along.
 * A child that died is started again by the next question; what was under way fails as EngineUnavailable. */
export function createResident({
  dataFolder,
  memoryMb = 4096,
  eventsMemoryMb = 1024,
  onDeath,
}: ResidentOptions): Resident {
  const child = connectChild<ResidentMethods>(childEntry(import.meta.url, './residentChild.ts'), {
    args: [dataFolder, String(eventsMemoryMb)],
    memoryMb,
    ...(onDeath === undefined ? {} : { onDeath }),
  });

  const graph: Graph = {
    paths: (...asked) => child.call('paths', asked),
    pairPaths: (...asked) => child.call('pairPaths', asked),
    subgraph: (...asked) => child.call('subgraph', asked),
    tieCounts: (...asked) => child.call('tieCounts', asked),
    folds: (...asked) => child.call('folds', asked),
    communities: (...asked) => child.call('communities', asked),
    rank: (...asked) => child.call('rank', asked),
    standing: (...asked) => child.call('standing', asked),
    close: () => child.close(),
  };

  const events: EventEngine = {
    put: async () => {
      throw new EngineUnavailable('events are written by an import, in a process of its own');
    },
    erase: (what) => child.call('eraseEvents', [what]),
    async *foldBatch(batch, kind) {
      yield await child.call('foldEvents', [batch, kind]);
    },
    open: async (audience, clocks, batches, lists = {}) =>
      sessionOf(await child.call('openEvents', [audience, clocks, batches, lists])),
    // The child is the graph's to close: they live and end together.
    close: async () => undefined,
  };

  function sessionOf(name: string): EventSession {
    return {
      facts: async <N extends QueryName>(query: N, params: unknown, { signal }: { signal?: AbortSignal } = {}) =>
        // The child answers with rows of the query that was named.
        (await child.call('askEvents', [name, query, params], { signal })) as readonly QueryRow<N>[],
      use: (lists) => child.call('useLists', [name, lists]),
      close: () => child.call('closeEvents', [name]),
    };
  }

  return { graph, events, start: child.start, pid: child.pid };
}
