import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsr } from '../../../analysis/graph/csr.ts';
import { createPairPaths, type PairQuestion } from '../../../analysis/path/pairPaths.ts';
import { cases, csrOf, everyPath } from './bruteForce.ts';

type Edge = readonly [number, number];
const graph = (nodes: number, edges: readonly Edge[]) =>
  createCsr({ nodes, from: Int32Array.from(edges, ([a]) => a), to: Int32Array.from(edges, ([, b]) => b) }, 'add');
const ask = (
  nodes: number,
  edges: readonly Edge[],
  question: Partial<PairQuestion> & Pick<PairQuestion, 'from' | 'to'>,
) => createPairPaths(graph(nodes, edges))({ maxHops: 3, pathsPerPair: 10, mostPairs: 1_000, ...question });

describe('pairs of two sets', () => {
  it('links an official to a suspect through a shared company, and says how many ways there are', () => {
    // 0 official, 1 and 2 companies, 3 suspect
    const edges: Edge[] = [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ];
    expect(ask(4, edges, { from: [0], to: [3] }).pairs).toEqual([
      {
        from: 0,
        to: 3,
        hops: 2,
        count: 2,
        paths: [
          [0, 1, 3],
          [0, 2, 3],
        ],
      },
    ]);
  });
  it('never goes through another official, another suspect or a protected person', () => {
    const edges: Edge[] = [
      [0, 1],
      [1, 3],
      [0, 2],
      [2, 3],
    ];
    expect(ask(4, edges, { from: [0, 1], to: [2, 3] }).pairs.map((pair) => [pair.from, pair.to])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(ask(4, edges, { from: [0], to: [3], blocked: Uint8Array.of(0, 1, 1, 0) }).pairs).toEqual([]);
  });
  it('says when it was cut by the number of pairs', () => {
    const found = ask(
      4,
      [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
      { from: [0], to: [1, 2, 3], mostPairs: 2 },
    );
    expect(found).toMatchObject({ complete: false, limit: 2, cutAt: { reason: 'limit', at: 2 } });
    expect(found.pairs).toHaveLength(2);
  });

  it('takes the nearest pairs first, whosever they are', () => {
    const edges: Edge[] = [
      [0, 4],
      [4, 2],
      [1, 3],
    ];
    const found = ask(5, edges, { from: [0, 1], to: [2, 3] });
    expect(found.pairs.map(({ from, to, hops }) => [from, to, hops])).toEqual([
      [1, 3, 1],
      [0, 2, 2],
    ]);
  });

  it('finds for each pair what trying all ways finds', () => {
    fc.assert(
      fc.property(cases(fc.constant(1)), fc.nat(3), (one, pathsPerPair) => {
        const csr = csrOf(one);
        const all = everyPath(one, csr, () => 1).filter((path) => path.cost <= one.maxHops);
        const pairs = one.from.flatMap((from) =>
          one.to.flatMap((to) => {
            const joined = all.filter((path) => path.nodes[0] === from && path.nodes.at(-1) === to);
            const shortest = joined.filter((path) => path.cost === joined[0]!.cost);
            if (joined.length === 0) return [];
            return [
              {
                from,
                to,
                hops: joined[0]!.cost,
                count: shortest.length,
                paths: shortest.slice(0, pathsPerPair).map((path) => path.nodes),
              },
            ];
          }),
        );
        pairs.sort((a, b) => a.hops - b.hops || a.from - b.from || a.to - b.to);
        const found = createPairPaths(csr)({ ...one, pathsPerPair, mostPairs: one.k });
        expect(found.pairs).toEqual(pairs.slice(0, one.k));
        expect(found.cutAt).toEqual(pairs.length > one.k ? { reason: 'limit', at: one.k } : null);
      }),
      { numRuns: 2_000 },
    );
  });
});
