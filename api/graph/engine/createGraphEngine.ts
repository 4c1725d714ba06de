import { performance } from 'node:perf_hooks';
import type { Deadline } from '../../../analysis/path/question.ts';
import { type Audience, audienceKey } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { addYears } from '../../../model/dates.ts';
import { EngineUnavailable, StoreUnavailable } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { DutyInterval } from '../../../model/standing/duty.ts';
import type { EventBatch, EventEngine } from '../../events/events.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Columns } from '../columns/columns.ts';
import { createColumnsReader } from '../columns/loadColumns.ts';
import type { Graph, StandingIndex, Window } from '../graph.ts';
import { communitiesIn } from './communities.ts';
import { createEdgeCollector } from './edges.ts';
import { existingEntities } from './existence.ts';
import { addFoldEdges } from './foldEdges.ts';
import { foldsIn } from './folds.ts';
import { createLens, type DayWindow, dayWindow, type Lens, openWindow } from './lens.ts';
import { createMaskedGraph, type MaskedGraph } from './maskedGraph.ts';
import { createNodes, type Nodes } from './nodes.ts';
import { pairPathsIn, pathsIn } from './paths.ts';
import { rankIn } from './rank.ts';
import { createRecent } from './recent.ts';
import { subgraphIn } from './subgraph.ts';
import { tieCountsIn } from './tieCounts.ts';
import { addTieEdges } from './tieEdges.ts';

/** Who is what for an audience, and when contact is explained: what model/standing says, read from the facts. */
export interface StandingModel {
  readonly index: StandingIndex;
  readonly duties: readonly DutyInterval[];
}
export type StandingOf = (facts: Facts, audience: Audience, clocks: Clocks) => Promise<StandingModel>;

export interface GraphEngineOptions {
  readonly columnsFolder: string;
  readonly facts: Facts;
  readonly events: EventEngine | null;
  /** The ledger's batches that are done, and those of them whose event sets are read at these clocks. */
  readonly doneBatches: (clocks: Clocks) => { readonly all: readonly Id[]; readonly withEvents: readonly EventBatch[] };
  readonly standing: StandingOf;
  /** Makes segments again that are missing or damaged (`rebuildColumns`); without it that is an error. */
  readonly rebuild?: (batches: readonly Id[]) => Promise<void>;
}

const graphsKept = 8;
const ageOfMajority = 18;

/** What does not depend on the window. */
interface Base {
  readonly version: string;
  readonly columns: Columns;
  readonly withEvents: readonly EventBatch[];
  readonly lens: Lens;
  readonly nodes: Nodes;
  readonly standing: StandingModel;
  readonly blocked: Uint8Array;
}

/** The graph port in this process. Columns are read once and then only what is new; the last graphs are kept by audience, clocks,
 * window and data version, nothing else. */
export function createGraphEngine(options: GraphEngineOptions): Graph {
  const reader = createColumnsReader(options.columnsFolder);
  const bases = createRecent<Base>(graphsKept);
  const graphs = createRecent<MaskedGraph>(graphsKept);
  let held: { key: string; columns: Promise<Columns> } | undefined;

  async function load(batches: readonly Id[]): Promise<Columns> {
    const { columns, missing } = await reader.load(batches);
    if (missing.length === 0) return columns;
    await options.rebuild?.(missing);
    const again = await reader.load(batches);
    if (again.missing.length > 0)
      throw new StoreUnavailable('part of the graph columns is missing; `powang doctor` makes it again');
    return again.columns;
  }

  async function columnsOf(batches: readonly Id[]): Promise<Columns> {
    const key = batches.join(' ');
    if (held?.key !== key) held = { key, columns: load(batches) };
    const now = held;
    try {
      return await now.columns;
    } catch (error) {
      if (held === now) held = undefined;
      throw error;
    }
  }

  async function baseOf(audience: Audience, clocks: Clocks): Promise<Base> {
    const { all, withEvents } = options.doneBatches(clocks);
    const version = JSON.stringify([all, withEvents]);
    return bases(JSON.stringify([audienceKey(audience), clocks.trueAt, clocks.knownAt, version]), async () => {
      const columns = await columnsOf(all);
      const lens = createLens(columns, audience, clockDays(clocks));
      const existence = existingEntities(columns, lens);
      const nodes = createNodes(columns, lens, existence);
      const standing = await options.standing(options.facts, audience, clocks);
      const blocked = protectedNodes(nodes, existence.birthDays, lens, standing.index.protectedPeople);
      return { version, columns, withEvents, lens, nodes, standing, blocked };
    });
  }

  async function graphOf(audience: Audience, clocks: Clocks, window: DayWindow): Promise<MaskedGraph> {
    const base = await baseOf(audience, clocks);
    const key = JSON.stringify([
      audienceKey(audience),
      clocks.trueAt,
      clocks.knownAt,
      base.version,
      window.fromDay,
      window.toDay,
    ]);
    return graphs(key, async () => {
      const { columns, lens, nodes, withEvents, standing, blocked } = base;
      const edges = createEdgeCollector(columns.tieCount, columns.pairCount);
      addTieEdges(columns, lens, window, nodes, edges);
      await addFoldEdges(
        {
          columns,
          lens,
          window,
          nodes,
          withEvents,
          duties: standing.duties,
          openSession: () => openSession(audience, clocks, base),
        },
        edges,
      );
      return createMaskedGraph(columns, nodes, edges.finish(), blocked);
    });
  }

  function openSession(audience: Audience, clocks: Clocks, { withEvents, standing, nodes }: Base) {
    if (options.events === null) throw new EngineUnavailable('the event rows are not at hand');
    return options.events.open(audience, clocks, withEvents, { duties: standing.duties, merged: nodes.merged });
  }

  /** Asks one question of the graph in the question's own window. */
  const ask = async <A extends Window, R>(
    audience: Audience,
    clocks: Clocks,
    asked: A,
    answer: (graph: MaskedGraph, asked: A) => R,
  ) => answer(await graphOf(audience, clocks, dayWindow(asked)), asked);

  return {
    paths: (audience, clocks, asked) => {
      const deadline = startDeadline(asked.deadlineMs);
      return ask(audience, clocks, asked, (graph) => pathsIn(graph, asked, deadline));
    },
    pairPaths: (audience, clocks, asked) => {
      const deadline = startDeadline(asked.deadlineMs);
      return ask(audience, clocks, asked, (graph) => pairPathsIn(graph, asked, deadline));
    },
    subgraph: (audience, clocks, asked) => ask(audience, clocks, asked, subgraphIn),
    folds: (audience, clocks, asked) => ask(audience, clocks, asked, foldsIn),
    tieCounts: async (audience, clocks, ids) => tieCountsIn(await graphOf(audience, clocks, openWindow), ids),
    communities: async (audience, clocks, asked) => communitiesIn(await graphOf(audience, clocks, openWindow), asked),
    rank: async (audience, clocks, asked) => rankIn(await graphOf(audience, clocks, openWindow), asked),
    standing: async (audience, clocks) => (await baseOf(audience, clocks)).standing.index,
    close: async () => {
      held = undefined;
    },
  };
}

/** The time to make the graph counts too. */
function startDeadline(ms: number | null): Deadline | null {
  if (ms === null) return null;
  const end = performance.now() + ms;
  return { ms, passed: () => performance.now() > end };
}

/** Protected by a mark, or by age at the clock. */
function protectedNodes(nodes: Nodes, birthDays: Int32Array, { clocks }: Lens, marked: readonly Id[]): Uint8Array {
  const blocked = new Uint8Array(nodes.count);
  const bornAfter = addYears(clocks.trueTo, -ageOfMajority);
  for (let entity = 0; entity < birthDays.length; entity++) {
    const node = nodes.nodeOf[entity]!;
    if (node !== -1 && birthDays[entity]! > bornAfter) blocked[node] = 1;
  }
  for (const id of marked) {
    const node = nodes.find(id);
    if (node !== -1) blocked[node] = 1;
  }
  return blocked;
}
