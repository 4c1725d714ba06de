import type { Cut } from '../../model/errors.ts';
import { cutByLimit, whole } from '../../model/errors.ts';
import type { Csr } from '../graph/csr.ts';
import { createHopLabels } from './hopLabels.ts';
import { assignRoles, type PathQuestion, role } from './question.ts';

export interface PairQuestion extends Omit<PathQuestion, 'k'> {
  readonly pathsPerPair: number;
  readonly mostPairs: number;
  /** Answers these pairs alone; the rules of the middle stay those of the whole sets. */
  readonly wanted?: ((from: number, to: number) => boolean) | null;
}
export interface PairFound {
  readonly from: number;
  readonly to: number;
  readonly hops: number;
  /** How many paths of that many hops there are. */
  readonly count: number;
  /** The first of them, in order of their nodes. */
  readonly paths: readonly (readonly number[])[];
}

export interface PairsFound extends Cut {
  readonly pairs: readonly PairFound[];
}

const stepsBetweenLooksAtTheClock = 4096;

/** For every pair of two sets joined within `maxHops`: its fewest hops, how many paths there are of so many, and the first of them.
 * The rules are those of `question.ts`: the middle of a path touches neither the sets nor what is blocked.
 *
 * Hop by hop, nearest pairs first: a breadth-first search from each source that keeps to nodes from which some target lies within
 * the hops left (labels from the targets' side), counting shortest ways as Brandes does (2001); then, for each pair found, a
 * walk back from its target and forward again. Cost a hop: the edges at such nodes, once for each source that sees them.
 * Order: hops, source, target. Not safe for two questions at once. */
export function createPairPaths(csr: Csr) {
  const { nodes, offsets, targets } = csr;
  const roles = new Uint8Array(nodes);
  const hops = createHopLabels(csr);
  const { labels } = hops;
  const seenIn = new Int32Array(nodes); // stamped by search
  const depths = new Int32Array(nodes);
  const ways = new Float64Array(nodes);
  const leadsIn = new Int32Array(nodes); // stamped by pair
  let stamp = 0;
  let pairStamp = 0;

  /** Marks a node met at a depth; answers whether it is new. Ways add up while they are equally short. */
  function meet(node: number, depth: number, waysThere: number): boolean {
    if (seenIn[node] === stamp) {
      if (depths[node] === depth) ways[node]! += waysThere;
      return false;
    }
    seenIn[node] = stamp;
    depths[node] = depth;
    ways[node] = waysThere;
    return true;
  }

  /** Targets at exactly `wanted` hops from a source, in order. */
  function targetsAt(source: number, wanted: number, outOfTime: () => boolean): number[] {
    stamp++;
    meet(source, 0, 1);
    let level = [source];
    const reached: number[] = [];
    for (let depth = 1; depth <= wanted; depth++) {
      const next: number[] = [];
      for (const node of level) {
        for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
          if (outOfTime()) return [];
          const other = targets[half]!;
          if (roles[other] === role.target) {
            if (meet(other, depth, ways[node]!) && depth === wanted) reached.push(other);
          } else if (
            roles[other] === role.free &&
            depth < wanted &&
            labels[other] !== -1 &&
            labels[other]! <= wanted - depth
          ) {
            if (meet(other, depth, ways[node]!)) next.push(other);
          }
        }
      }
      level = next;
    }
    return reached.sort((a, b) => a - b);
  }

  function firstPaths(source: number, target: number, most: number): number[][] {
    markBack(target);
    const found: number[][] = [];
    const forward = (trail: number[]): void => {
      const node = trail.at(-1)!;
      if (depths[node]! + 1 === depths[target]) {
        found.push([...trail, target]);
        return;
      }
      for (let half = offsets[node]!; half < offsets[node + 1]! && found.length < most; half++) {
        const next = targets[half]!;
        if (leadsIn[next] === pairStamp && depths[next] === depths[node]! + 1) forward([...trail, next]);
      }
    };
    if (most > 0) forward([source]);
    return found;
  }

  /** Marks what lies on a shortest way to the target. */
  function markBack(target: number): void {
    pairStamp++;
    let level = [target];
    while (level.length > 0) {
      const before: number[] = [];
      for (const node of level) {
        for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
          const other = targets[half]!;
          if (seenIn[other] !== stamp || depths[other] !== depths[node]! - 1 || leadsIn[other] === pairStamp) continue;
          if (roles[other] === role.target) continue;
          leadsIn[other] = pairStamp;
          before.push(other);
        }
      }
      level = before;
    }
  }

  return function pairPaths(question: PairQuestion): PairsFound {
    const { from, to, maxHops, pathsPerPair, mostPairs, deadline } = question;
    const wipe = assignRoles(roles, { ...question, k: Math.max(pathsPerPair, 1) });
    let stopped = false;
    let steps = 0;
    const outOfTime = (): boolean => {
      if (deadline != null && !stopped && ++steps % stepsBetweenLooksAtTheClock === 0) stopped = deadline.passed();
      return stopped;
    };
    try {
      const sources = [...new Set(from)].sort((a, b) => a - b);
      const pairs: PairFound[] = [];
      hops.start(to, roles);
      for (let wanted = 1; wanted <= maxHops; wanted++) {
        hops.growTo(wanted);
        for (const source of sources) {
          if (labels[source] === -1 || labels[source]! > wanted) continue;
          for (const target of targetsAt(source, wanted, outOfTime)) {
            if (question.wanted != null && !question.wanted(source, target)) continue;
            if (pairs.length === mostPairs) return { pairs, ...cutByLimit(mostPairs) };
            pairs.push({
              from: source,
              to: target,
              hops: wanted,
              count: ways[target]!,
              paths: pathsPerPair === 0 ? [] : firstPaths(source, target, pathsPerPair),
            });
          }
          if (stopped)
            return { pairs, complete: false, limit: mostPairs, cutAt: { reason: 'deadline', at: deadline?.ms ?? 0 } };
        }
      }
      return { pairs, ...whole(mostPairs) };
    } finally {
      wipe();
    }
  };
}
