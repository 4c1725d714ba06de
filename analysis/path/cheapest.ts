import type { Csr } from '../graph/csr.ts';
import { createMinHeap } from '../graph/minHeap.ts';
import { createCostLabels } from './costLabels.ts';
import { createHopLabels } from './hopLabels.ts';
import { createPathLabels } from './pathLabels.ts';
import { assignRoles, type PathQuestion, type PathsFound, role } from './question.ts';
import { compareSequences, type Resolved, rankPaths, type Subspace } from './rankedPaths.ts';

const stepsBetweenLooksAtTheClock = 1024;
const firstGrowth = 256;
/** Lower bounds are sums taken from the far end: they may differ from the cost of the path in the last bits. */
const slack = 1 + 1e-12;

/** The k paths of least Σ 1/weight between two sets, loopless and of at most `maxHops` hops, in order of cost, then of the
 * node sequence. Exact; costs are summed from source to target, and equal means equal to the last bit.
 *
 * Subspaces as in `rankedPaths.ts`; one is searched by A* (Hart, Nilsson, Raphael 1968) over labels (node, cost, hops), with the
 * least cost to the targets as the bound of what is left. Those bounds come from a backward Dijkstra that grows only as
 * far as needed: a search stops at twice its radius, so that the two half-radius balls are seen and not the whole graph.
 * A label that is dearer and has no fewer hops than another at its node is dropped, so each node holds at most `maxHops` labels.
 *
 * Expects a graph whose parallel edges were added up (`createCsr(…, 'add')`). Not safe for two questions at once. */
export function createCheapest(csr: Csr) {
  const { nodes, offsets, targets, weights } = csr;
  const costs = weights === null ? new Float64Array(targets.length).fill(1) : weights.map((weight) => 1 / weight);
  const roles = new Uint8Array(nodes);
  const hops = createHopLabels(csr);
  const toTargets = createCostLabels(csr, costs);
  const inPrefix = new Int32Array(nodes); // stamped by search
  const labels = createPathLabels(nodes);
  const open = createMinHeap();
  let stamp = 0;

  return function cheapest(question: PathQuestion): PathsFound {
    const { from, to, maxHops, deadline } = question;
    const wipe = assignRoles(roles, question);
    const sources = [...new Set(from)].sort((a, b) => a - b);
    hops.start(to, roles);
    hops.growTo(maxHops);
    toTargets.start(to, roles);
    let growth = firstGrowth;
    let stopped = false;
    let longer = false;
    let steps = 0;
    let beyond = Number.POSITIVE_INFINITY; // least bound of what this search left aside

    function outOfTime(): boolean {
      if (deadline != null && !stopped && ++steps % stepsBetweenLooksAtTheClock === 0) stopped = deadline.passed();
      return stopped;
    }

    function growTargets(): void {
      toTargets.grow(growth);
      growth *= 2;
    }

    function withinHops(node: number, walked: number): boolean {
      const left = hops.labels[node]!;
      if (left !== -1 && walked + left <= maxHops) return true;
      if (maxHops < nodes - 1 && (left !== -1 || !hops.exhausted())) longer = true;
      return false;
    }

    function consider(node: number, cost: number, walked: number, parent: number, limit: number): void {
      const bound = cost + toTargets.lowerBound(node);
      if (bound === Number.POSITIVE_INFINITY || !withinHops(node, walked)) return;
      if (bound > limit) {
        beyond = Math.min(beyond, bound);
        return;
      }
      const label = labels.add(node, cost, walked, parent);
      if (label !== -1) open.push(bound, label);
    }

    function expand(label: number, limit: number, excluded: ReadonlySet<number> | null): void {
      const node = labels.node(label);
      for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
        if (outOfTime()) return;
        const next = targets[half]!;
        if (roles[next] === role.source || roles[next] === role.blocked || inPrefix[next] === stamp) continue;
        if (excluded?.has(next)) continue;
        consider(next, labels.cost(label) + costs[half]!, labels.hops(label) + 1, label, limit);
      }
    }

    function begin({ trail, length, excluded }: Subspace, limit: number): void {
      stamp++;
      labels.clear();
      open.clear();
      beyond = Number.POSITIVE_INFINITY;
      if (length === 0) {
        for (const source of sources) if (!excluded.has(source)) consider(source, 0, 0, -1, limit);
        return;
      }
      let last = -1;
      let cost = 0;
      for (let at = 0; at < length; at++) {
        inPrefix[trail[at]!] = stamp;
        if (at > 0) cost += costBetween(trail[at - 1]!, trail[at]!);
        last = labels.add(trail[at]!, cost, at, last);
      }
      expand(last, limit, excluded);
    }

    /** The label of the best target within `limit`; -1 when there is none. */
    function seek(limit: number): number {
      let best = -1;
      while (open.length > 0 && !stopped) {
        if (best !== -1 && open.leastKey() > labels.cost(best) * slack) break;
        const label = open.pop();
        if (labels.dropped(label)) continue;
        if (roles[labels.node(label)] !== role.target) expand(label, limit, null);
        else if (best === -1 || isBetter(label, best)) best = label;
      }
      return best;
    }

    function isBetter(a: number, b: number): boolean {
      const difference = labels.cost(a) - labels.cost(b);
      return difference < 0 || (difference === 0 && compareSequences(labels.nodesTo(a), labels.nodesTo(b)) < 0);
    }

    function resolve(subspace: Subspace, bound: number, enough: number): Resolved {
      while (2 * toTargets.radius() <= bound) growTargets();
      const limit = Math.min(2 * toTargets.radius(), enough * slack);
      begin(subspace, limit);
      const best = seek(limit);
      if (best !== -1) return { path: { nodes: labels.nodesTo(best), cost: labels.cost(best) } };
      if (beyond === Number.POSITIVE_INFINITY || beyond > enough * slack) return undefined;
      growTargets();
      // What is equal but for the last bits must be met before what it equals.
      return { bound: Math.max(beyond / slack, bound) };
    }

    try {
      return rankPaths(question, 0, { resolve, stopped: () => stopped, cutByHops: () => longer });
    } finally {
      wipe();
    }
  };

  function costBetween(a: number, b: number): number {
    let low = offsets[a]!;
    let high = offsets[a + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (targets[middle]! < b) low = middle + 1;
      else high = middle;
    }
    return costs[low]!;
  }
}
