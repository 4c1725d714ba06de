import type { Csr } from '../graph/csr.ts';
import { createHopLabels } from './hopLabels.ts';
import { assignRoles, type PathQuestion, type PathsFound, role } from './question.ts';
import { type Resolved, rankPaths, type Subspace } from './rankedPaths.ts';

const stepsBetweenLooksAtTheClock = 4096;

/** The k paths of fewest hops between two sets, loopless, in order of hops, then of the node sequence. Exact.
 *
 * Subspaces as in `rankedPaths.ts`. One is searched for a path of exactly R hops, R rising from its lower bound: depth-first,
 * neighbours in order, going to a node only when its breadth-first label says that a target lies within the hops left,
 * and remembering per node with how many hops left it has failed. The first path found is the least in order, and it has no
 * loop, since no shorter one exists in the subspace. One search costs O(R · E') where E' are the edges at nodes that lie
 * on some walk of R hops between the sets; labels are grown only to R - 1, so short answers never see the rest of the graph.
 *
 * Expects a graph whose parallel edges were added up (`createCsr(…, 'add')`). Not safe for two questions at once. */
export function createFewestHops(csr: Csr) {
  const { nodes, offsets, targets } = csr;
  const roles = new Uint8Array(nodes);
  const hops = createHopLabels(csr);
  const { labels } = hops;
  const inPrefix = new Int32Array(nodes); // stamped by search, so no clearing between searches
  const triedIn = new Int32Array(nodes);
  const failedWith = new Int32Array(nodes);
  let stamp = 0;

  return function fewestHops(question: PathQuestion): PathsFound {
    const { from, to, maxHops, deadline } = question;
    const wipe = assignRoles(roles, question);
    const sources = [...new Set(from)].sort((a, b) => a - b);
    hops.start(to, roles);
    let found: number[] = [];
    let stopped = false;
    let longer = false;
    let pruned = false; // whether this search turned back at a node from which a target lies farther than the hops left
    let steps = 0;
    const mostHops = Math.min(maxHops, nodes - 1); // a path without loops has no more

    function outOfTime(): boolean {
      if (deadline != null && !stopped && ++steps % stepsBetweenLooksAtTheClock === 0) stopped = deadline.passed();
      return stopped;
    }

    /** Whether a target can be reached from `node` with exactly `left` more hops; leaves the way in `found`. */
    function walk(node: number, left: number, excluded: ReadonlySet<number> | null): boolean {
      for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
        if (outOfTime()) return false;
        const next = targets[half]!;
        if (excluded?.has(next)) continue;
        if (roles[next] === role.target) {
          found.push(next);
          return true;
        }
        if (roles[next] === role.free && inPrefix[next] !== stamp && mayReach(next, left - 1)) {
          found.push(next);
          if (walk(next, left - 1, null)) return true;
          found.pop();
        }
      }
      triedIn[node] = stamp;
      failedWith[node] = left;
      return false;
    }

    function mayReach(node: number, left: number): boolean {
      const label = labels[node]!;
      if (label === -1 || label > left) {
        if (label !== -1 || !hops.exhausted()) pruned = true;
        return false;
      }
      return triedIn[node] !== stamp || failedWith[node]! < left;
    }

    function start({ trail, length, excluded }: Subspace, hopsInAll: number): boolean {
      if (length > 0) return walk(trail[length - 1]!, hopsInAll - length + 1, excluded);
      for (const source of sources) {
        if (excluded.has(source)) continue;
        found = [source];
        if (walk(source, hopsInAll, null)) return true;
      }
      return false;
    }

    function resolve(subspace: Subspace, bound: number): Resolved {
      if (bound > mostHops) return undefined;
      hops.growTo(bound - 1);
      pruned = false;
      stamp++;
      found = subspace.trail.slice(0, subspace.length);
      for (const node of found) inPrefix[node] = stamp;
      if (start(subspace, bound)) return { path: { nodes: found, cost: bound } };
      if (bound === maxHops && pruned) longer = true;
      return pruned ? { bound: bound + 1 } : undefined;
    }

    try {
      return rankPaths(question, 1, { resolve, stopped: () => stopped, cutByHops: () => longer });
    } finally {
      wipe();
    }
  };
}
