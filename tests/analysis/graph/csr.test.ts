import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedComponents } from '../../../analysis/graph/components.ts';
import { createCsr, degreeOf } from '../../../analysis/graph/csr.ts';

const edges = {
  nodes: 4,
  from: Int32Array.of(2, 0, 1, 0, 3),
  to: Int32Array.of(0, 1, 0, 2, 3),
  weights: Float64Array.of(1, 2, 3, 4, 9),
};

describe('csr', () => {
  it('keeps parallel edges with the edge they came from, neighbours in order', () => {
    const { offsets, targets, edgeIds, weights } = createCsr(edges, 'keep');
    expect([...offsets]).toEqual([0, 4, 6, 8, 8]);
    expect([...targets]).toEqual([1, 1, 2, 2, 0, 0, 0, 0]);
    expect([...edgeIds!]).toEqual([1, 2, 0, 3, 1, 2, 0, 3]);
    expect([...weights!]).toEqual([2, 3, 1, 4, 2, 3, 1, 4]);
  });

  it('adds parallel edges up and leaves loops out', () => {
    const csr = createCsr(edges, 'add');
    expect([...csr.offsets]).toEqual([0, 2, 3, 4, 4]);
    expect([...csr.targets]).toEqual([1, 2, 0, 0]);
    expect([...csr.weights!]).toEqual([5, 5, 5, 5]);
    expect(degreeOf(csr, 0)).toBe(2);
  });

  it('counts parallel edges where they have no weights', () => {
    expect([...createCsr({ ...edges, weights: null }, 'add').weights!]).toEqual([2, 2, 2, 2]);
  });

  it('holds each edge once at either end, whatever the graph', () => {
    const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 40 });
    fc.assert(
      fc.property(pairs, (list) => {
        const csr = createCsr(
          { nodes: 10, from: Int32Array.from(list, ([a]) => a), to: Int32Array.from(list, ([, b]) => b) },
          'keep',
        );
        const met: string[] = [];
        for (let node = 0; node < 10; node++) {
          for (let half = csr.offsets[node]!; half < csr.offsets[node + 1]!; half++)
            met.push(`${node} ${csr.targets[half]} ${csr.edgeIds![half]}`);
        }
        const expected = list.flatMap(([a, b], edge) => (a === b ? [] : [`${a} ${b} ${edge}`, `${b} ${a} ${edge}`]));
        expect(met.sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('connected components', () => {
  // 0-4, 1-2-3, 5 alone
  const csr = createCsr({ nodes: 6, from: Int32Array.of(0, 1, 2), to: Int32Array.of(4, 2, 3) }, 'add');

  it('numbers the largest first', () => {
    const { componentOf, sizes } = connectedComponents(csr);
    expect([...componentOf]).toEqual([1, 0, 0, 0, 1, 2]);
    expect([...sizes]).toEqual([3, 2, 1]);
  });

  it('stays inside given groups', () => {
    const { sizes } = connectedComponents(csr, Int32Array.of(7, 7, 8, 7, 7, 7));
    expect([...sizes]).toEqual([2, 1, 1, 1, 1]);
  });
});
