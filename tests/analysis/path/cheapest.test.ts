import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsr } from '../../../analysis/graph/csr.ts';
import { createCheapest } from '../../../analysis/path/cheapest.ts';
import { type Case, cases, csrOf, everyPath } from './bruteForce.ts';

describe('cheapest', () => {
  // The direct tie is weak (cost 4); the way round is close (cost 1/2 + 1/4).
  const csr = createCsr(
    { nodes: 3, from: Int32Array.of(0, 0, 1), to: Int32Array.of(2, 1, 2), weights: Float64Array.of(0.25, 2, 4) },
    'add',
  );

  it('goes where ties are close', () => {
    expect(createCheapest(csr)({ from: [0], to: [2], k: 5, maxHops: 6 })).toEqual({
      paths: [
        { nodes: [0, 1, 2], cost: 0.75 },
        { nodes: [0, 2], cost: 4 },
      ],
      complete: true,
      limit: 5,
      cutAt: null,
    });
  });

  it('keeps to the hop bound and says that longer paths may exist', () => {
    const { paths, cutAt } = createCheapest(csr)({ from: [0], to: [2], k: 5, maxHops: 1 });
    expect(paths).toEqual([{ nodes: [0, 2], cost: 4 }]);
    expect(cutAt).toEqual({ reason: 'hops', at: 1 });
  });

  it('finds what trying all ways finds, equal costs included', () => {
    compareWithAllWays(fc.constantFrom(0.25, 0.5, 1, 2, 4), (a) => a, 1_500);
  });

  it('finds what trying all ways finds, with any weights', () => {
    compareWithAllWays(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (a) => Number(a.toPrecision(9)), 1_500);
  });
});

function compareWithAllWays(weight: fc.Arbitrary<number>, rounded: (cost: number) => number, numRuns: number): void {
  fc.assert(
    fc.property(cases(weight), (one: Case) => {
      const csr = csrOf(one);
      const all = everyPath(one, csr, (half) => 1 / csr.weights![half]!);
      const within = all.filter((path) => path.nodes.length - 1 <= one.maxHops);
      const { paths, complete, cutAt } = createCheapest(csr)(one);
      expect(paths.map((path) => rounded(path.cost))).toEqual(within.slice(0, one.k).map((path) => rounded(path.cost)));
      expect(paths).toEqual(within.slice(0, one.k));
      if (paths.length === one.k) expect(cutAt?.reason).toBe('limit');
      else if (all.length > within.length) expect(cutAt?.reason).toBe('hops');
      else expect(complete || cutAt?.reason === 'hops').toBe(true);
    }),
    { numRuns },
  );
}
