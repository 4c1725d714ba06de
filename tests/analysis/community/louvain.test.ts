import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runLouvain, toLouvainGraph } from '../../../analysis/community/louvain.ts';
import { groupWeights, modularity } from '../../../analysis/community/modularity.ts';
import { connectedComponents } from '../../../analysis/graph/components.ts';
import { createCsr } from '../../../analysis/graph/csr.ts';

function graph(nodes: number, edges: readonly (readonly [number, number])[]) {
  return createCsr(
    { nodes, from: Int32Array.from(edges, ([a]) => a), to: Int32Array.from(edges, ([, b]) => b) },
    'add',
  );
}
const twoTriangles = graph(7, [
  [0, 1],
  [1, 2],
  [0, 2],
  [3, 4],
  [4, 5],
  [3, 5],
  [2, 3],
]);

describe('louvain', () => {
  it('finds two triangles joined by one tie, and leaves the loner alone', () => {
    const { groupOf, sizes, inside, outside, quality } = runLouvain(toLouvainGraph(twoTriangles), {
      resolution: 1,
      seed: 1,
    });
    expect([...groupOf]).toEqual([0, 0, 0, 1, 1, 1, 2]);
    expect([...sizes]).toEqual([3, 3, 1]);
    expect([...inside]).toEqual([3, 3, 0]);
    expect([...outside]).toEqual([1, 1, 0]);
    expect(quality).toBeCloseTo(6 / 7 - 2 * (7 / 14) ** 2, 12); // both triangles hold half of all ends
  });

  it('answers a graph without ties with every node by itself', () => {
    const { sizes, quality } = runLouvain(toLouvainGraph(graph(3, [])), { resolution: 1, seed: 1 });
    expect([...sizes]).toEqual([1, 1, 1]);
    expect(quality).toBe(0);
  });

  it('gives the same for the same seed and never a group in pieces', () => {
    const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 60 });
    fc.assert(
      fc.property(pairs, fc.nat(1000), fc.constantFrom(0.5, 1, 2), (list, seed, resolution) => {
        const csr = graph(20, list);
        const first = runLouvain(toLouvainGraph(csr), { resolution, seed });
        expect(runLouvain(toLouvainGraph(csr), { resolution, seed })).toEqual(first);
        expect(connectedComponents(csr, first.groupOf).sizes).toHaveLength(first.sizes.length);
        expect(first.sizes.reduce((a, b) => a + b, 0)).toBe(20);
        expect([...first.sizes]).toEqual([...first.sizes].sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });
});

it('modularity of one group is 0 and of a split triangle negative', () => {
  const triangle = graph(3, [
    [0, 1],
    [1, 2],
    [0, 2],
  ]);
  expect(modularity(groupWeights(triangle, Int32Array.of(0, 0, 0), 1), 1)).toBeCloseTo(0, 12);
  expect(modularity(groupWeights(triangle, Int32Array.of(0, 1, 2), 3), 1)).toBeCloseTo(-1 / 3, 12);
});
