import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsr } from '../../../analysis/graph/csr.ts';
import { createFewestHops } from '../../../analysis/path/fewestHops.ts';
import { cases, csrOf, everyPath } from './bruteForce.ts';

function graph(nodes: number, edges: readonly (readonly [number, number])[]) {
  return createCsr(
    { nodes, from: Int32Array.from(edges, ([a]) => a), to: Int32Array.from(edges, ([, b]) => b) },
    'add',
  );
}
// 0 - 1 - 2 - 5, 0 - 3 - 4 - 5, 0 - 5
const ring = graph(6, [
  [0, 1],
  [1, 2],
  [2, 5],
  [0, 3],
  [3, 4],
  [4, 5],
  [5, 0],
]);
const asked = { from: [0], to: [5], k: 10, maxHops: 6 };

describe('fewest hops', () => {
  it('gives the shortest first, and equal ones in order of their nodes', () => {
    const { paths } = createFewestHops(ring)(asked);
    expect(paths).toEqual([
      { nodes: [0, 5], cost: 1 },
      { nodes: [0, 1, 2, 5], cost: 3 },
      { nodes: [0, 3, 4, 5], cost: 3 },
    ]);
  });

  it('is complete when no more paths of any length exist', () => {
    expect(createFewestHops(ring)(asked)).toMatchObject({ complete: true, limit: 10, cutAt: null });
  });

  it('says when k were reached', () => {
    const { paths, ...cut } = createFewestHops(ring)({ ...asked, k: 2 });
    expect(paths.map((path) => path.nodes)).toEqual([
      [0, 5],
      [0, 1, 2, 5],
    ]);
    expect(cut).toEqual({ complete: false, limit: 2, cutAt: { reason: 'limit', at: 2 } });
  });

  it('says when longer paths may exist beyond the hop bound', () => {
    const { paths, ...cut } = createFewestHops(ring)({ ...asked, maxHops: 2 });
    expect(paths.map((path) => path.nodes)).toEqual([[0, 5]]);
    expect(cut).toEqual({ complete: false, limit: 10, cutAt: { reason: 'hops', at: 2 } });
  });

  it('never passes through a blocked node, which may stand at an end', () => {
    const blocked = Uint8Array.of(1, 0, 1, 0, 0, 0);
    const { paths } = createFewestHops(ring)({ ...asked, blocked });
    expect(paths.map((path) => path.nodes)).toEqual([
      [0, 5],
      [0, 3, 4, 5],
    ]);
  });

  it('touches the sets only at the ends', () => {
    const { paths } = createFewestHops(ring)({ ...asked, from: [0, 1], to: [5, 4] });
    expect(paths.map((path) => path.nodes)).toEqual([
      [0, 5],
      [0, 3, 4],
      [1, 2, 5],
    ]);
  });

  it('refuses overlapping sets, and works on afterwards', () => {
    const fewestHops = createFewestHops(ring);
    expect(() => fewestHops({ ...asked, to: [0, 5] })).toThrow('in common');
    expect(fewestHops(asked).paths).toHaveLength(3);
  });

  it('stops at the deadline with what is right so far', () => {
    const star = graph(
      9_001,
      Array.from({ length: 9_000 }, (_, leaf) => [0, leaf + 1] as const),
    );
    const { paths, cutAt } = createFewestHops(star)({
      from: [1],
      to: [9_000],
      k: 3,
      maxHops: 8,
      deadline: { ms: 5, passed: () => true },
    });
    expect(paths.length).toBeLessThan(2);
    expect(cutAt).toEqual({ reason: 'deadline', at: 5 });
  });

  it('finds what trying all ways finds', () => {
    const ones = fc.constant(1);
    fc.assert(
      fc.property(cases(ones), (one) => {
        const csr = csrOf(one);
        const all = everyPath(one, csr, () => 1);
        const within = all.filter((path) => path.cost <= one.maxHops);
        const { paths, complete, cutAt } = createFewestHops(csr)(one);
        expect(paths).toEqual(within.slice(0, one.k));
        if (paths.length === one.k) expect(cutAt?.reason).toBe('limit');
        else if (all.length > within.length) expect(cutAt?.reason).toBe('hops');
        else expect(complete || cutAt?.reason === 'hops').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
