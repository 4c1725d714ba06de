import type { Csr } from '../graph/csr.ts';
import { role } from './question.ts';

/** Fewest hops from each node to the targets: breadth-first labels that grow level by level, only as far as somebody asks.
 * Sources get a label and are not walked through; blocked nodes get none. O(V + E) when grown to the end. */
export function createHopLabels({ nodes, offsets, targets }: Csr) {
  const labels = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  let roles = new Uint8Array(0);
  let level = 0;
  let head = 0;
  let tail = 0;

  return {
    /** Hops to the nearest target, -1 where not reached yet. */
    labels,
    start(to: readonly number[], theirRoles: Uint8Array<ArrayBuffer>): void {
      roles = theirRoles;
      labels.fill(-1);
      level = head = tail = 0;
      for (const node of to) {
        if (labels[node] === 0) continue;
        labels[node] = 0;
        queue[tail++] = node;
      }
    },
    growTo(wanted: number): void {
      for (; level < wanted && head < tail; level++) {
        for (const end = tail; head < end; head++) {
          const node = queue[head]!;
          for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
            const next = targets[half]!;
            if (labels[next] !== -1 || roles[next] === role.blocked) continue;
            labels[next] = level + 1;
            if (roles[next] === role.free) queue[tail++] = next;
          }
        }
      }
    },
    /** Nothing unlabelled can reach the targets any more. */
    exhausted: (): boolean => head === tail,
  };
}
export type HopLabels = ReturnType<typeof createHopLabels>;
