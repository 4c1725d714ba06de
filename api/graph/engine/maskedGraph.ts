import { type Csr, createCsr } from '../../../analysis/graph/csr.ts';
import { createFewestHops } from '../../../analysis/path/fewestHops.ts';
import { createPairPaths } from '../../../analysis/path/pairPaths.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import type { Columns } from '../columns/columns.ts';
import type { Edges } from './edges.ts';
import type { Nodes } from './nodes.ts';

/** The graph of one audience at its clocks and in its window: masked before any counting. */
export interface MaskedGraph {
  readonly columns: Columns;
  readonly nodes: Nodes;
  readonly edges: Edges;
  /** 1 at people who are never in the middle of anything: protected, or not of age. */
  readonly blocked: Uint8Array;
  /** All edges at each node, parallel ones apart. */
  adjacency(): Csr;
  /** Distinct neighbours by edges of these kinds and this side. */
  walk(filter: EdgeFilter): Walk;
}
export interface EdgeFilter {
  readonly kinds?: readonly TieKind[] | undefined;
  readonly duty: 'include' | 'exclude' | 'only';
}
export interface Walk {
  readonly passes: (edge: number) => boolean;
  readonly csr: Csr;
  readonly fewestHops: ReturnType<typeof createFewestHops>;
  readonly pairPaths: ReturnType<typeof createPairPaths>;
}

const walksKept = 3;

export function createMaskedGraph(columns: Columns, nodes: Nodes, edges: Edges, blocked: Uint8Array): MaskedGraph {
  let adjacency: Csr | undefined;
  const walks = new Map<string, Walk>();

  function makeWalk(filter: EdgeFilter): Walk {
    const passes = edgeFilter(edges, filter);
    const csr = createCsr({ nodes: nodes.count, ...select(edges, passes) }, 'add');
    return { passes, csr, fewestHops: createFewestHops(csr), pairPaths: createPairPaths(csr) };
  }

  return {
    columns,
    nodes,
    edges,
    blocked,
    adjacency() {
      adjacency ??= createCsr({ nodes: nodes.count, from: edges.from, to: edges.to }, 'keep');
      return adjacency;
    },
    walk(filter) {
      const key = `${filter.duty} ${filter.kinds === undefined ? '*' : [...new Set(filter.kinds)].sort().join(',')}`;
      const walk = walks.get(key) ?? makeWalk(filter);
      walks.delete(key);
      walks.set(key, walk);
      const [oldest] = walks.keys();
      if (walks.size > walksKept && oldest !== undefined) walks.delete(oldest);
      return walk;
    },
  };
}

export function edgeFilter({ kind, duty }: Edges, filter: EdgeFilter): (edge: number) => boolean {
  const wanted = filter.kinds === undefined ? null : new Set(filter.kinds);
  const kinds = Uint8Array.from(tieKindNames, (name) => Number(wanted === null || wanted.has(name)));
  const [priv, office] = { include: [1, 1], exclude: [1, 0], only: [0, 1] }[filter.duty] as [number, number];
  return (edge) => kinds[kind[edge]!] === 1 && (duty[edge] === 1 ? office : priv) === 1;
}

function select(edges: Edges, passes: (edge: number) => boolean): { from: Int32Array; to: Int32Array } {
  const from = new Int32Array(edges.count);
  const to = new Int32Array(edges.count);
  let count = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    if (!passes(edge)) continue;
    from[count] = edges.from[edge]!;
    to[count++] = edges.to[edge]!;
  }
  return { from: from.subarray(0, count), to: to.subarray(0, count) };
}
