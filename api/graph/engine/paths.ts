import type { Deadline } from '../../../analysis/path/question.ts';
import { type Cut, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { GraphPair, GraphPath, PairsAsked, PathsAsked } from '../graph.ts';
import type { MaskedGraph, Walk } from './maskedGraph.ts';
import { byId, edgesBetween, tieOf } from './ties.ts';

/** The k paths of fewest hops between two sets of entities; ids of which this reader has nothing count as not asked. */
export function pathsIn(
  graph: MaskedGraph,
  asked: PathsAsked,
  deadline: Deadline | null,
): { paths: GraphPath[] } & Cut {
  const { blocked } = graph;
  const [from, to] = [numbersOf(graph, asked.from), numbersOf(graph, asked.to)];
  if (from.length === 0 || to.length === 0) return { paths: [], ...whole(asked.k) };
  const walk = graph.walk(asked);
  const { paths, ...cut } = walk.fewestHops({ from, to, k: asked.k, maxHops: asked.maxHops, blocked, deadline });
  return { paths: paths.map((path) => worded(graph, walk, path.nodes, path.cost)), ...cut };
}

/** Every pair of the two sets that is joined, with its paths of fewest hops. */
export function pairPathsIn(
  graph: MaskedGraph,
  asked: PairsAsked,
  deadline: Deadline | null,
): { pairs: GraphPair[] } & Cut {
  const { nodes, blocked } = graph;
  const [from, to] = [numbersOf(graph, asked.from), numbersOf(graph, asked.to)];
  if (from.length === 0 || to.length === 0) return { pairs: [], ...whole(asked.mostPairs) };
  const walk = graph.walk(asked);
  const { maxHops, pathsPerPair, mostPairs } = asked;
  const only =
    asked.only === undefined
      ? null
      : new Set(asked.only.map(([one, other]) => `${nodes.find(one)} ${nodes.find(other)}`));
  const wanted = only === null ? null : (one: number, other: number) => only.has(`${one} ${other}`);
  const question = { from, to, maxHops, pathsPerPair, mostPairs, blocked, deadline, wanted };
  const { pairs, ...cut } = walk.pairPaths(question);
  return {
    pairs: pairs.map((pair) => ({
      from: nodes.idOf(pair.from),
      to: nodes.idOf(pair.to),
      hops: pair.hops,
      count: pair.count,
      paths: pair.paths.map((sequence) => worded(graph, walk, sequence, pair.hops)),
    })),
    ...cut,
  };
}

function numbersOf({ nodes }: MaskedGraph, ids: readonly Id[]): number[] {
  return [...new Set(ids.map(nodes.find))].filter((node) => node !== -1);
}

function worded(graph: MaskedGraph, { passes }: Walk, sequence: readonly number[], cost: number): GraphPath {
  return {
    cost,
    hops: sequence.length - 1,
    entities: sequence.map(graph.nodes.idOf),
    steps: sequence.slice(1).map((node, step) =>
      edgesBetween(graph, sequence[step]!, node)
        .filter(passes)
        .map((edge) => tieOf(graph, edge))
        .sort(byId),
    ),
  };
}
