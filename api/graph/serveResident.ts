import { randomUUID } from 'node:crypto';
import { EngineUnavailable } from '../../model/errors.ts';
import type { EventEngine, EventSession } from '../events/events.ts';
import type { QueryName, QueryParams } from '../events/queries/queries.ts';
import type { Served } from '../process/messages.ts';
import type { Graph } from './graph.ts';
import type { ResidentMethods } from './residentMethods.ts';

/** The resident's methods over a graph and an event engine. */
export function residentMethods({ graph, events }: { graph: Graph; events: EventEngine }): Served<ResidentMethods> {
  const sessions = new Map<string, EventSession>();

  function sessionOf(name: string): EventSession {
    const session = sessions.get(name);
    if (session === undefined) throw new EngineUnavailable('the event session is closed');
    return session;
  }

  return {
    paths: (audience, clocks, asked) => graph.paths(audience, clocks, asked),
    pairPaths: (audience, clocks, asked) => graph.pairPaths(audience, clocks, asked),
    subgraph: (audience, clocks, asked) => graph.subgraph(audience, clocks, asked),
    tieCounts: (audience, clocks, ids) => graph.tieCounts(audience, clocks, ids),
    folds: (audience, clocks, asked) => graph.folds(audience, clocks, asked),
    communities: (audience, clocks, asked) => graph.communities(audience, clocks, asked),
    rank: (audience, clocks, asked) => graph.rank(audience, clocks, asked),
    standing: (audience, clocks) => graph.standing(audience, clocks),
    async openEvents(audience, clocks, batches, lists) {
      const name = randomUUID();
      sessions.set(name, await events.open(audience, clocks, batches, lists));
      return name;
    },
    // The query itself parses its parameters at the door.
    askEvents: async (session, name, params, { signal }) =>
      sessionOf(session).facts(name, params as QueryParams<QueryName>, { signal }),
    useLists: async (session, lists) => sessionOf(session).use(lists),
    async closeEvents(name) {
      const session = sessions.get(name);
      sessions.delete(name);
      await session?.close();
    },
    async foldEvents(batch, kind) {
      const folds = [];
      for await (const rows of events.foldBatch(batch, kind)) for (const row of rows) folds.push(row);
      return folds;
    },
    eraseEvents: (what) => events.erase(what),
  };
}
