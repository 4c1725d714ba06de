import type { EventEngine } from '../events/events.ts';
import type { Facts } from '../facts/facts.ts';
import type { Graph } from '../graph/graph.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createCommunities } from './communities/communities.ts';
import { createListing } from './communities/listing.ts';
import { createRank } from './communities/rank.ts';
import { createDossier } from './dossier.ts';
import { createEntities } from './entities.ts';
import { createEvidence } from './evidence/assertions.ts';
import { createEventRows } from './evidence/events.ts';
import { createCollector } from './exports/collect.ts';
import { createExports } from './exports/exports.ts';
import { createLinks } from './links.ts';
import { createOfficials } from './officials/officials.ts';
import { createPaths } from './paths.ts';
import { createSearch } from './search.ts';
import { createStandingSource } from './standing.ts';
import { createSubgraph } from './subgraph.ts';
import { createTies } from './ties.ts';
import { createTimeline } from './timeline.ts';

/** The reading use-cases over the ports: the same for HTTP, the command line and job children. */
export function createServices({
  facts,
  graph,
  events,
  ledger,
}: {
  facts: Facts;
  graph: Graph;
  events: EventEngine;
  ledger: Ledger;
}) {
  const standing = createStandingSource({ facts, dataVersion: (audience) => ledger.batches.dataVersion(audience) });
  const entities = createEntities({ facts, standing });
  const evidence = createEvidence({ facts, entities, standing });
  const paths = createPaths({ facts, graph, entities, standing });
  const links = createLinks({ graph, entities, standing, paths });
  const subgraph = createSubgraph({ graph, entities, standing });
  const listing = createListing({ entities, standing, graph });
  return {
    standing,
    entities,
    evidence,
    eventRows: createEventRows({
      events,
      standing,
      entities,
      batches: (clocks) => ledger.batches.eventsRead(clocks.knownAt),
    }),
    paths,
    links,
    search: createSearch({ facts, entities, standing }),
    timeline: createTimeline({
      facts,
      events,
      entities,
      standing,
      batches: (clocks) => ledger.batches.eventsRead(clocks.knownAt),
    }),
    ties: createTies({ facts, graph, entities, standing }),
    subgraph,
    dossier: createDossier({ facts, entities, evidence, standing, subgraph, batches: ledger.batches }),
    officials: createOfficials({ facts, entities, standing, links }),
    communities: createCommunities({ graph, entities, standing, listing }),
    rank: createRank({ graph, listing }),
    exportPicture: createExports({ collect: createCollector({ facts, graph, entities, standing }) }),
  };
}
export type Services = ReturnType<typeof createServices>;
