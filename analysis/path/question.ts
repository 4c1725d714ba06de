import { type Cut, InvalidInput } from '../../model/errors.ts';

/** The k best paths between two sets of nodes. A path is a sequence of nodes without repeats; it touches the sets at its ends
 * only, and none of `blocked` in its middle (at an end they are allowed). */
export interface PathQuestion {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly k: number;
  readonly maxHops: number;
  /** 1 at nodes that no path may pass through. */
  readonly blocked?: Uint8Array | null;
  readonly deadline?: Deadline | null;
}
/** Time is the caller's: a kernel only asks whether it is over. */
export interface Deadline {
  readonly ms: number;
  readonly passed: () => boolean;
}
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}
/** In order of cost, then of the node sequence. The answer is
 * - cut by `limit` when k were found (there may be more),
 * - cut by `deadline` when time ran out: those found are right, more may exist,
 * - cut by `hops` when fewer than k were found and a longer path than `maxHops` may exist,
 * - complete otherwise: there are no more paths of any length. */
export interface PathsFound extends Cut {
  readonly paths: readonly FoundPath[];
}

/** What a node is in one question. */
export const role = { free: 0, source: 1, target: 2, blocked: 3 } as const;

/** Writes the roles of a question into `roles`; answers how to wipe them again. O(nodes) only where something is blocked. */
export function assignRoles(roles: Uint8Array, question: PathQuestion): () => void {
  check(question, roles.length);
  const { from, to, blocked } = question;
  if (blocked != null)
    for (let node = 0; node < roles.length; node++) if (blocked[node] === 1) roles[node] = role.blocked;
  for (const node of from) roles[node] = role.source;
  const overlap = to.some((node) => roles[node] === role.source);
  for (const node of to) roles[node] = role.target;
  const wipe = () => {
    if (blocked != null) roles.fill(0);
    else for (const node of [...from, ...to]) roles[node] = role.free;
  };
  if (overlap) {
    wipe();
    throw new InvalidInput('to', 'the two sets have a member in common', 'overlap');
  }
  return wipe;
}

function check({ from, to, k, maxHops }: PathQuestion, nodes: number): void {
  if (!Number.isInteger(k) || k < 1) throw new InvalidInput('k', 'k is a whole number from 1');
  if (!Number.isInteger(maxHops) || maxHops < 1) throw new InvalidInput('maxHops', 'maxHops is a whole number from 1');
  for (const node of [...from, ...to]) if (!(node >= 0 && node < nodes)) throw new RangeError(`no node ${node}`);
}
