import type { FoundPath, PathQuestion, PathsFound } from './question.ts';

/** Loopless paths in order of cost (Yen 1971), by splitting what is left into disjoint subspaces (Lawler 1972).
 *
 * A subspace is every path that starts with a given prefix and does not go on with certain nodes. Its best path is sought only
 * when its lower bound comes to the top of the queue, so no search ever goes farther than the answer needs. Accepting a
 * path splits its subspace at each of its nodes, at most `hops` new ones: at most k × hops subspaces in all.
 * Equal costs come in order of the node sequence, because a subspace that may still hold an equal cost is searched first. */
export interface Subspace {
  /** The first `length` nodes of `trail`; 0 is the virtual source before every member of `from`. */
  readonly trail: readonly number[];
  readonly length: number;
  readonly excluded: ReadonlySet<number>;
}
/** The best path of a subspace · a better lower bound (its best path costs at least that) · undefined: it holds none. */
export type Resolved = { readonly path: FoundPath } | { readonly bound: number } | undefined;

export interface SubspaceSearch {
  /** `bound`: no path of the subspace costs less. `enough`: paths dearer than this are not needed. */
  resolve(subspace: Subspace, bound: number, enough: number): Resolved;
  /** Set by a search that gave up because time was over. */
  readonly stopped: () => boolean;
  /** Whether a search had to stop at the hop bound although a longer path may exist. */
  readonly cutByHops: () => boolean;
}

interface Entry {
  readonly cost: number;
  readonly path: FoundPath | null;
  readonly subspace: Subspace;
}

export function rankPaths(question: PathQuestion, leastCost: number, search: SubspaceSearch): PathsFound {
  const { k, maxHops, deadline } = question;
  const paths: FoundPath[] = [];
  const queue: Entry[] = []; // best last
  insert(queue, { cost: leastCost, path: null, subspace: { trail: [], length: 0, excluded: new Set() } });

  while (paths.length < k) {
    const entry = queue.pop();
    if (entry === undefined) break;
    if (entry.path !== null) {
      paths.push(entry.path);
      for (const subspace of split(entry.path.nodes, entry.subspace))
        insert(queue, { cost: entry.cost, path: null, subspace });
      continue;
    }
    const resolved = search.resolve(entry.subspace, entry.cost, enoughFor(queue, k - paths.length));
    if (search.stopped()) {
      return { paths, complete: false, limit: k, cutAt: { reason: 'deadline', at: deadline?.ms ?? 0 } };
    }
    if (resolved === undefined) continue;
    if ('path' in resolved) insert(queue, { ...entry, cost: resolved.path.cost, path: resolved.path });
    else insert(queue, { ...entry, cost: resolved.bound });
  }
  if (paths.length === k) return { paths, complete: false, limit: k, cutAt: { reason: 'limit', at: k } };
  if (search.cutByHops()) return { paths, complete: false, limit: k, cutAt: { reason: 'hops', at: maxHops } };
  return { paths, complete: true, limit: k, cutAt: null };
}

/** All paths of the subspace but this one: those that leave it after its prefix, and those that leave it at a later node. */
function split(nodes: readonly number[], from: Subspace): Subspace[] {
  const rest: Subspace[] = [{ ...from, excluded: new Set(from.excluded).add(nodes[from.length]!) }];
  for (let length = from.length + 1; length < nodes.length; length++) {
    rest.push({ trail: nodes, length, excluded: new Set([nodes[length]!]) });
  }
  return rest;
}

/** The cost of the last path needed, among those found and not yet accepted; Infinity while there are too few. */
function enoughFor(queue: readonly Entry[], needed: number): number {
  let left = needed;
  for (let at = queue.length - 1; at >= 0; at--) {
    if (queue[at]!.path !== null && --left === 0) return queue[at]!.cost;
  }
  return Number.POSITIVE_INFINITY;
}

function insert(queue: Entry[], entry: Entry): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareEntries(queue[middle]!, entry) > 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, entry);
}

/** Unsearched subspaces before found paths of the same cost: they may hold an equal one that comes first. */
function compareEntries(a: Entry, b: Entry): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.path === null || b.path === null) return Number(a.path !== null) - Number(b.path !== null);
  return compareSequences(a.path.nodes, b.path.nodes);
}

export function compareSequences(a: readonly number[], b: readonly number[]): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}
