import fc from 'fast-check';
import { type Csr, createCsr } from '../../../analysis/graph/csr.ts';
import type { FoundPath } from '../../../analysis/path/question.ts';
import { compareSequences } from '../../../analysis/path/rankedPaths.ts';

export interface Case {
  readonly nodes: number;
  readonly edges: readonly { readonly a: number; readonly b: number; readonly weight: number }[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly blocked: Uint8Array;
  readonly k: number;
  readonly maxHops: number;
}

/** Small graphs with sets, blocked nodes and bounds; every third node on average has a part to play. */
export function cases(weight: fc.Arbitrary<number>): fc.Arbitrary<Case> {
  return fc
    .integer({ min: 2, max: 8 })
    .chain((nodes) =>
      fc.record({
        nodes: fc.constant(nodes),
        edges: fc.array(fc.record({ a: fc.nat(nodes - 1), b: fc.nat(nodes - 1), weight }), { maxLength: 18 }),
        parts: fc.array(fc.constantFrom('free', 'free', 'free', 'from', 'to', 'blocked'), {
          minLength: nodes,
          maxLength: nodes,
        }),
        k: fc.integer({ min: 1, max: 12 }),
        maxHops: fc.integer({ min: 1, max: 8 }),
      }),
    )
    .map(({ parts, ...rest }) => {
      const of = (part: string) => [...parts.keys()].filter((node) => parts[node] === part);
      return {
        ...rest,
        from: of('from'),
        to: of('to'),
        blocked: Uint8Array.from(parts, (part) => (part === 'blocked' ? 1 : 0)),
      };
    });
}

export const csrOf = ({ nodes, edges }: Case): Csr =>
  createCsr(
    {
      nodes,
      from: Int32Array.from(edges, (edge) => edge.a),
      to: Int32Array.from(edges, (edge) => edge.b),
      weights: Float64Array.from(edges, (edge) => edge.weight),
    },
    'add',
  );

/** Every path there is, by trying all ways. */
export function everyPath(one: Case, csr: Csr, costOf: (half: number) => number): FoundPath[] {
  const found: FoundPath[] = [];
  const go = (trail: number[], cost: number): void => {
    const node = trail.at(-1)!;
    for (let half = csr.offsets[node]!; half < csr.offsets[node + 1]!; half++) {
      const next = csr.targets[half]!;
      if (trail.includes(next) || one.from.includes(next)) continue;
      const path = { nodes: [...trail, next], cost: cost + costOf(half) };
      if (one.to.includes(next)) found.push(path);
      else if (one.blocked[next] === 0) go(path.nodes, path.cost);
    }
  };
  for (const source of one.from) go([source], 0);
  return found.sort((a, b) => a.cost - b.cost || compareSequences(a.nodes, b.nodes));
}
