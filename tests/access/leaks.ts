import type { Facts } from '../../api/facts/facts.ts';
import type { Installation } from '../../api/installation.ts';
import { createServices, type Services } from '../../api/services/services.ts';
import type { Audience } from '../../model/audience.ts';
import { cutByLimit, whole } from '../../model/errors.ts';
import { standingTypes } from '../../model/standing/standing.ts';
import { everything } from './harness/everything.ts';

/** Leaks put in on purpose, one at a time: parts that do right by everybody but forget the viewer once. The harness has to
 * notice each of them, or it would not notice a real one. */
export interface Leak {
  readonly says: string;
  /** The routes it is looked for by, of those the suite asks. */
  readonly routes: readonly string[];
  /** The same installation with one part that leaks. */
  readonly into: (sound: Installation) => Installation;
}

const withServices = (
  sound: Installation,
  parts: Partial<Installation>,
  more: Partial<Services> = {},
): Installation => {
  const leaking = { ...sound, ...parts };
  return { ...leaking, services: { ...createServices(leaking), ...more } };
};
const withFacts = (sound: Installation, part: (facts: Facts, all: Audience) => Partial<Facts>): Installation =>
  // Methods of an adapter are plain functions: they may be handed on one by one.
  withServices(sound, { facts: { ...sound.facts, ...part(sound.facts, everything(sound)) } });

export const leaks: Readonly<Record<string, Leak>> = {
  search: {
    says: 'a search cuts to its limit before it asks what the reader may see',
    routes: ['get /entities'],
    into: (sound) =>
      withFacts(sound, (facts, all) => ({
        async search(audience, clocks, query, options) {
          const found = await facts.search(all, clocks, query, options);
          const own = await facts.search(audience, clocks, query, { ...options, limit: 10_000 });
          const seen = new Set(own.hits.map((hit) => JSON.stringify(hit)));
          const hits = found.hits.filter((hit) => seen.has(JSON.stringify(hit)));
          return { hits, ...(found.complete ? whole(options.limit) : cutByLimit(options.limit)) };
        },
      })),
  },
  dataVersion: {
    says: 'the version of the data is over all compartments',
    routes: ['get /entities/:id'],
    into: (sound) => {
      const { batches } = sound.ledger;
      const dataVersion = () => batches.dataVersion(everything(sound));
      return withServices(sound, { ledger: { ...sound.ledger, batches: { ...batches, dataVersion } } });
    },
  },
  tieCounts: {
    says: 'ties are counted in the graph of everything',
    routes: ['get /entities/:id/tie-counts'],
    into: (sound) => {
      const { graph } = sound;
      const tieCounts: typeof graph.tieCounts = (_audience, clocks, ids) =>
        graph.tieCounts(everything(sound), clocks, ids);
      return withServices(sound, { graph: { ...graph, tieCounts } });
    },
  },
  standing: {
    says: 'who is official or suspect is said from all compartments',
    routes: ['get /officials'],
    into: (sound) =>
      withFacts(sound, (facts, all) => ({
        scan: (audience, clocks, options) =>
          facts.scan(options.types?.includes(standingTypes[0]) === true ? all : audience, clocks, options),
      })),
  },
  paths: {
    says: 'paths go over ties that are hidden',
    routes: ['post /paths'],
    into: (sound) => {
      const { graph } = sound;
      const paths: typeof graph.paths = (_audience, clocks, asked) => graph.paths(everything(sound), clocks, asked);
      return withServices(sound, { graph: { ...graph, paths } });
    },
  },
  eventRows: {
    says: 'the rows behind a figure are those of all compartments',
    routes: ['get /events/:query'],
    into: (sound) => {
      const { events } = sound;
      const open: typeof events.open = (_audience, clocks, batches, lists) =>
        events.open(everything(sound), clocks, batches, lists);
      return withServices(sound, { events: { ...events, open } });
    },
  },
  retraction: {
    says: 'what is taken back in secret is shown as taken back',
    routes: ['get /assertions/:id'],
    into: (sound) =>
      withFacts(sound, (facts, all) => ({
        async assertionsById(audience, clocks, ids) {
          const own = new Set((await facts.assertionsById(audience, clocks, ids)).map(({ id }) => id));
          return (await facts.assertionsById(all, clocks, ids)).filter(({ id }) => own.has(id));
        },
        async ties(audience, clocks, entities, options) {
          const [own, found] = [
            await facts.ties(audience, clocks, entities, options),
            await facts.ties(all, clocks, entities, { ...options, limit: 10_000 }),
          ];
          const ids = new Set(own.said.map(({ id }) => id));
          return { ...own, said: found.said.filter(({ id }) => ids.has(id)) };
        },
      })),
  },
  judgements: {
    says: 'two are one because a hidden judgement says so',
    routes: ['get /entities/:id/assertions', 'post /subgraph'],
    into: (sound) =>
      withFacts(sound, (facts, all) => ({ judgements: (_audience, clocks) => facts.judgements(all, clocks) })),
  },
  sources: {
    says: 'the name of a hidden source is given',
    routes: ['get /entities/:id/assertions', 'get /assertions/:id'],
    into: (sound) => withFacts(sound, (facts, all) => ({ sources: (_audience, ids) => facts.sources(all, ids) })),
  },
  approvals: {
    says: 'papers of all compartments are listed',
    routes: ['get /approvals'],
    into: (sound) => {
      const { approvals } = sound.ledger;
      const list = () => approvals.list(everything(sound));
      return withServices(sound, { ledger: { ...sound.ledger, approvals: { ...approvals, list } } });
    },
  },
  batches: {
    says: 'batches count the rows of all compartments',
    routes: ['get /imports'],
    into: (sound) => {
      const { batches } = sound.ledger;
      const list = () => batches.list(everything(sound));
      return withServices(sound, { ledger: { ...sound.ledger, batches: { ...batches, list } } });
    },
  },
};
