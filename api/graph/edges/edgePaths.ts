import { performance } from 'node:perf_hooks';
import type { EdgeListGraph } from '../../../analysis/graph/edgeList.ts';
import { createCheapest } from '../../../analysis/path/cheapest.ts';
import { type Cut, InvalidInput } from '../../../model/errors.ts';
import { readEdges } from './readEdges.ts';
import { type Measured, measured } from './timing.ts';

export interface EdgePathsAsked {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly k: number;
  readonly maxHops: number;
  readonly deadlineMs: number | null;
  readonly repeat?: number;
}
export interface EdgePath {
  /** Σ 1/weight. */
  readonly cost: number;
  readonly hops: number;
  readonly entities: readonly string[];
  /** Of each step the ends in order of text, and the weights of parallel ties added up. */
  readonly ties: readonly { readonly id: string; readonly kind: 'edge'; readonly weight: number }[];
}

/** The k cheapest paths of an edge list between two sets of its ids. */
export async function edgePaths(path: string, asked: EdgePathsAsked): Promise<Measured<{ paths: EdgePath[] } & Cut>> {
  const { k, maxHops } = asked;
  const load = async () => {
    const list = await readEdges(path);
    const [from, to] = [numbersOf(list, asked.from, 'from'), numbersOf(list, asked.to, 'to')];
    return { list, from, to, cheapest: createCheapest(list.csr) };
  };
  const { graph, result, timing } = await measured(
    load,
    ({ from, to, cheapest }) => cheapest({ from, to, k, maxHops, deadline: startDeadline(asked.deadlineMs) }),
    asked.repeat,
  );
  const { paths, ...cut } = result;
  return { result: { paths: paths.map((found) => worded(graph.list, found.nodes, found.cost)), ...cut }, timing };
}

function numbersOf({ numbers }: EdgeListGraph, ids: readonly string[], option: string): number[] {
  return [...new Set(ids)].map((id) => {
    const number = numbers.get(id);
    if (number === undefined)
      throw new InvalidInput(option, `${option} names an id that is not in the file`, 'unknown_id');
    return number;
  });
}

function startDeadline(ms: number | null) {
  if (ms === null) return null;
  const end = performance.now() + ms;
  return { ms, passed: () => performance.now() > end };
}

function worded({ ids, csr }: EdgeListGraph, nodes: readonly number[], cost: number): EdgePath {
  const ties = nodes.slice(1).map((node, step) => {
    const [low, high] = [nodes[step]!, node].sort((a, b) => a - b) as [number, number];
    const half = csr.targets.subarray(csr.offsets[low]!, csr.offsets[low + 1]!).indexOf(high);
    return { id: `${ids[low]},${ids[high]}`, kind: 'edge' as const, weight: csr.weights![csr.offsets[low]! + half]! };
  });
  return { cost, hops: nodes.length - 1, entities: nodes.map((node) => ids[node]!), ties };
}
