import type { Csr } from './csr.ts';

export interface Components {
  /** Component of each node, numbered from 0: the largest first, of equal ones the one with the least node. */
  readonly componentOf: Int32Array;
  readonly sizes: Int32Array;
}

/** Connected components, by breadth-first search from each node not yet met. O(V + E).
 * `within` restricts the walk: only edges whose two ends have the same value there are walked (components inside groups). */
export function connectedComponents({ nodes, offsets, targets }: Csr, within?: Int32Array): Components {
  const found = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  const sizes: number[] = [];
  for (let root = 0; root < nodes; root++) {
    if (found[root] !== -1) continue;
    const component = sizes.length;
    let length = 1;
    queue[0] = root;
    found[root] = component;
    for (let head = 0; head < length; head++) {
      const node = queue[head]!;
      for (let half = offsets[node]!; half < offsets[node + 1]!; half++) {
        const next = targets[half]!;
        if (found[next] !== -1 || (within !== undefined && within[next] !== within[node])) continue;
        found[next] = component;
        queue[length++] = next;
      }
    }
    sizes.push(length);
  }
  return largestFirst(found, sizes);
}

/** Roots rise with the component's number, so a stable sort by size leaves equal ones in order of their least node. */
function largestFirst(componentOf: Int32Array, sizes: readonly number[]): Components {
  const order = sizes.map((_, component) => component).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const renumbered = new Int32Array(sizes.length);
  order.forEach((component, rank) => {
    renumbered[component] = rank;
  });
  for (let node = 0; node < componentOf.length; node++) componentOf[node] = renumbered[componentOf[node]!]!;
  return { componentOf, sizes: Int32Array.from(order, (component) => sizes[component]!) };
}
