import { compareSequences } from './rankedPaths.ts';

/** The labels of one search: ways to a node with their cost and hops, each but the first leading on from a parent label.
 * A node keeps those that no other beats: one that costs less with no more hops, or as much and comes first in order. */
export function createPathLabels(nodeCount: number) {
  const latest = new Int32Array(nodeCount);
  const latestIn = new Int32Array(nodeCount); // stamped by search
  let stamp = 0;
  let nodes: number[] = [];
  let costs: number[] = [];
  let hopCounts: number[] = [];
  let parents: number[] = [];
  let earlier: number[] = []; // the label before this one at the same node
  let beaten: boolean[] = [];

  function nodesTo(label: number): number[] {
    const sequence: number[] = [];
    for (let at = label; at !== -1; at = parents[at]!) sequence.push(nodes[at]!);
    return sequence.reverse();
  }

  function beats(a: { cost: number; hops: number }, b: { cost: number; hops: number }, before: () => boolean): boolean {
    if (a.hops > b.hops || a.cost > b.cost) return false;
    return a.cost < b.cost || before();
  }

  return {
    clear(): void {
      stamp++;
      nodes = [];
      costs = [];
      hopCounts = [];
      parents = [];
      earlier = [];
      beaten = [];
    },
    /** The new label; -1 when another at its node beats it. */
    add(node: number, cost: number, hops: number, parent: number): number {
      const first = latestIn[node] === stamp ? latest[node]! : -1;
      const sequence = () => (parent === -1 ? [node] : [...nodesTo(parent), node]);
      for (let other = first; other !== -1; other = earlier[other]!) {
        const theirs = { cost: costs[other]!, hops: hopCounts[other]! };
        if (beats(theirs, { cost, hops }, () => compareSequences(nodesTo(other), sequence()) <= 0)) return -1;
        if (beats({ cost, hops }, theirs, () => compareSequences(sequence(), nodesTo(other)) < 0)) beaten[other] = true;
      }
      const label = nodes.length;
      nodes.push(node);
      costs.push(cost);
      hopCounts.push(hops);
      parents.push(parent);
      earlier.push(first);
      beaten.push(false);
      latest[node] = label;
      latestIn[node] = stamp;
      return label;
    },
    node: (label: number): number => nodes[label]!,
    cost: (label: number): number => costs[label]!,
    hops: (label: number): number => hopCounts[label]!,
    dropped: (label: number): boolean => beaten[label]!,
    nodesTo,
  };
}
