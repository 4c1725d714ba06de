import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import oracle from 'graphology-metrics/centrality/pagerank';
import { describe, expect, it } from 'vitest';
import { degrees } from '../../../analysis/centrality/degree.ts';
import { pagerank } from '../../../analysis/centrality/pagerank.ts';
import { createCsr } from '../../../analysis/graph/csr.ts';

const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.double({ min: 0.1, max: 10, noNaN: true })), {
  maxLength: 30,
});

describe('pagerank', () => {
  it('shares alike in a ring', () => {
    const { values } = pagerank(
      createCsr({ nodes: 3, from: Int32Array.of(0, 1, 2), to: Int32Array.of(1, 2, 0) }, 'add'),
    );
    for (const value of values) expect(value).toBeCloseTo(1 / 3, 12);
  });

  it('solves a star by hand', () => {
    // c = .15/3 + .85 (a + b), a = b = .15/3 + .85 c / 2  →  c = .0925 / .2775 · …
    const { values } = pagerank(createCsr({ nodes: 3, from: Int32Array.of(0, 0), to: Int32Array.of(1, 2) }, 'add'));
    const centre = (0.05 + 0.85 * 2 * 0.05) / (1 - 0.85 ** 2);
    expect(values[0]).toBeCloseTo(centre, 9);
    expect(values[1]).toBeCloseTo((1 - centre) / 2, 9);
  });

  it('agrees with graphology-metrics, weights and loners included', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const csr = createCsr(
          {
            nodes: 10,
            from: Int32Array.from(list, ([a]) => a),
            to: Int32Array.from(list, ([, b]) => b),
            weights: Float64Array.from(list, ([, , w]) => w),
          },
          'add',
        );
        const graph = new UndirectedGraph();
        for (let node = 0; node < 10; node++) graph.addNode(node);
        for (const [a, b, weight] of list)
          if (a !== b) graph.updateUndirectedEdge(a, b, (before) => ({ weight: (before.weight ?? 0) + weight }));
        const expected = oracle(graph, { getEdgeWeight: 'weight', tolerance: 1e-12, maxIterations: 500 });
        const { values } = pagerank(csr);
        for (const [node, value] of values.entries()) expect(value).toBeCloseTo(expected[node]!, 8);
        expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
      }),
    );
  });
});

it('degree counts distinct neighbours', () => {
  const list = { nodes: 3, from: Int32Array.of(0, 1, 0, 2), to: Int32Array.of(1, 0, 2, 2) };
  expect([...degrees(createCsr(list, 'keep'))]).toEqual([2, 1, 1]);
  expect([...degrees(createCsr(list, 'add'))]).toEqual([2, 1, 1]);
});
