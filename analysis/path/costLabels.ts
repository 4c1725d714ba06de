import type { Csr } from '../graph/csr.ts';
import { createMinHeap } from '../graph/minHeap.ts';
import { role } from './question.ts';

/** Least cost from each node to the targets: Dijkstra's labels, settled outwards only as far as somebody asks.
 * Sources get a label and are not walked through; blocked nodes get none. O((V + E) log V) when grown to the end. */
export function createCostLabels({ nodes, offsets, targets }: Csr, costs: Float64Array) {
  const labels = new Float64Array(nodes);
  const settled = new Uint8Array(nodes);
  const heap = createMinHeap();
  let roles = new Uint8Array(0);

  function settle(node: number): void {
    settled[node] = 1;
    if (roles[node] === role.source) return;
    for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
      const next = targets[half]!;
      const cost = labels[node]! + costs[half]!;
      if (roles[next] === role.blocked || cost >= labels[next]!) continue;
      labels[next] = cost;
      heap.push(cost, next);
    }
  }

  return {
    start(to: readonly number[], theirRoles: Uint8Array<ArrayBuffer>): void {
      roles = theirRoles;
      labels.fill(Number.POSITIVE_INFINITY);
      settled.fill(0);
      heap.clear();
      for (const node of to) {
        labels[node] = 0;
        heap.push(0, node);
      }
    },
    /** Settles this many more nodes. */
    grow(count: number): void {
      for (let left = count; left > 0 && heap.length > 0; ) {
        const node = heap.pop();
        if (settled[node] === 1) continue;
        settle(node);
        left--;
      }
    },
    /** Every node with a smaller cost is settled; Infinity when grown to the end. */
    radius: (): number => heap.leastKey(),
    /** At most the true cost: exact inside the radius, the radius outside. */
    lowerBound: (node: number): number => Math.min(labels[node]!, heap.leastKey()),
  };
}
