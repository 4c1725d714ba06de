import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { edgeCommunities } from '../../../api/graph/edges/edgeCommunities.ts';
import { edgePaths } from '../../../api/graph/edges/edgePaths.ts';
import { edgeRank } from '../../../api/graph/edges/edgeRank.ts';
import { readEdges } from '../../../api/graph/edges/readEdges.ts';
import { inScratch } from './story.ts';

const withFile = <T>(text: string, work: (path: string) => Promise<T>): Promise<T> =>
  inScratch(async (folder) => {
    const path = join(folder, 'edges.csv');
    await writeFile(path, text);
    return work(path);
  });
const usual = { k: 10, maxHops: 6, deadlineMs: null };

describe('an edge list', () => {
  it('adds parallel ties up, counts loops, and reads quoted ids and a byte order mark', () =>
    withFile('\ufeffsource,target,weight\r\n王,"李,二",2\r\n"李,二",王,.5\r\n王,王,1\r\n', async (path) => {
      const { ids, edges, selfLoops, csr } = await readEdges(path);
      expect(ids).toEqual(['李,二', '王'].sort());
      expect({ edges, selfLoops }).toEqual({ edges: 1, selfLoops: 1 });
      expect([...csr.weights!]).toEqual([2.5, 2.5]);
    }));

  it.each([
    ['', 1, 'header'],
    ['a,b\n', 1, 'header'],
    ['from,to\n1,2\n', 1, 'header'],
    ['source,target,weight\na,b,1\nb,c,0\n', 3, 'weight'],
    ['source,target,weight\na,b,-1\n', 2, 'weight'],
    ['source,target,weight\na,b,NaN\n', 2, 'weight'],
    ['source,target,weight\na,b,1e999\n', 2, 'weight'],
    ['source,target,weight\na,b,0x10\n', 2, 'weight'],
    ['source,target\na,b\n\na,\n', 4, 'target'],
    ['source,target\na,b,c\n', 2, 'row'],
    ['source,target\na,"b\n', 2, 'row'],
  ])('refuses %j at line %i, %s', (text, line, column) =>
    withFile(text, async (path) => {
      const error = await readEdges(path).catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        code: 'invalid_input',
        faults: [{ path: expect.stringMatching(new RegExp(`^line ${line}, ${column}$`)) }],
      });
    }),
  );

  it('reads every kind of line end, split by hand or by the parser, over chunk borders', async () => {
    const rows = Array.from({ length: 120_000 }, (_, at) => `node-${at},node-${at + 1},2`);
    for (const end of ['\n', '\r\n', '\r']) {
      await withFile(['source,target,weight', ...rows].join(end), async (path) => {
        const { edges, ids } = await readEdges(path);
        expect({ edges, ids: ids.length }).toEqual({ edges: 120_000, ids: 120_001 });
      });
      await withFile(['source,target,weight', ...rows, '"node-0","x",1', 'node-0,y,0'].join(end), async (path) => {
        await expect(readEdges(path)).rejects.toMatchObject({ faults: [{ path: 'line 120003, weight' }] });
      });
    }
  });

  it('that is not there is an error by name', async () => {
    await expect(readEdges('no/such/file.csv')).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});

describe('questions to an edge list', () => {
  const ring = 'source,target,weight\na,b,1\nb,c,1\na,d,4\nd,c,4\nd,c,4\nx,y,1\n';

  it('cheapest paths: Σ 1/weight, parallel ties added up', () =>
    withFile(ring, async (path) => {
      const { result, timing } = await edgePaths(path, { ...usual, from: ['a'], to: ['c'], repeat: 3 });
      expect(result).toEqual({
        paths: [
          {
            cost: 0.375,
            hops: 2,
            entities: ['a', 'd', 'c'],
            ties: [
              { id: 'a,d', kind: 'edge', weight: 4 },
              { id: 'c,d', kind: 'edge', weight: 8 },
            ],
          },
          expect.objectContaining({ cost: 2, entities: ['a', 'b', 'c'] }),
        ],
        complete: true,
        limit: 10,
        cutAt: null,
      });
      expect(timing.runMs).toHaveLength(3);
      expect(timing.peakRssMb).toBeGreaterThan(10);
    }));

  it('refuse unknown ids and overlapping sets', () =>
    withFile(ring, async (path) => {
      await expect(edgePaths(path, { ...usual, from: ['a'], to: ['nobody'] })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      await expect(edgePaths(path, { ...usual, from: ['a'], to: ['b', 'a'] })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }));

  it('communities: every node in exactly one', () =>
    withFile(ring, async (path) => {
      const { result } = await edgeCommunities(path, { resolution: 1, seed: 1 });
      expect(result).toMatchObject({ nodes: 6, edges: 5, algorithm: 'louvain', runs: 1, seed: 1, ambiguity: null });
      expect(result.communities.flatMap((one) => one.members.map((member) => member.id)).sort()).toEqual([
        'a',
        'b',
        'c',
        'd',
        'x',
        'y',
      ]);
      expect(result.communities.at(-1)).toMatchObject({
        size: 2,
        inside: 1,
        outside: 0,
        others: 0,
        connected: true,
        officials: null,
      });
    }));

  it('rank: best first, cut said', () =>
    withFile(ring, async (path) => {
      const { result } = await edgeRank(path, { measure: 'degree', top: 2 });
      expect(result).toEqual({
        measure: 'degree',
        items: [
          { id: 'a', value: 2, rank: 1 },
          { id: 'b', value: 2, rank: 2 },
        ],
        errorBound: null,
        complete: false,
        limit: 2,
        cutAt: { reason: 'limit', at: 2 },
      });
      const components = (await edgeRank(path, { measure: 'components', top: 9 })).result.items;
      expect(components.map((item) => [item.id, item.value])).toEqual([
        ['a', 1],
        ['b', 1],
        ['c', 1],
        ['d', 1],
        ['x', 2],
        ['y', 2],
      ]);
    }));
});

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const expectation = z.object({
  nodes: z.number(),
  isolates: z.number(),
  self_loops: z.number(),
  dangling: z.number(),
  components: z.number(),
  simple_undirected_edges: z.number(),
  top_degree: z.array(z.tuple([z.string(), z.number()])),
  louvain: z.object({ q_best: z.number(), q_min: z.number(), tolerance: z.number() }),
});

// The public test data lie beside the project and not in it: skipped where they are absent.
describe.skipIf(!existsSync(data))('public covert networks', () => {
  const { sets } = z
    .object({ sets: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readIfThere(join(data, 'expected.json'))));
  const known = Object.entries(sets).flatMap(([name, expected]) => {
    const parsed = expectation.safeParse(expected);
    return name.startsWith('01-covert/') && parsed.success ? [[name, parsed.data] as const] : [];
  });

  it('are many', () => expect(known.length).toBeGreaterThan(50));

  it.each(known)('%s: counts, components, degrees, quality', (name, expected) =>
    withFile(unweighted(join(data, name, 'edges.csv')), async (path) => {
      const { ids, edges, selfLoops } = await readEdges(path);
      const simple = { edges, selfLoops };
      expect(simple).toEqual({ edges: expected.simple_undirected_edges, selfLoops: expected.self_loops });
      // A node whose only tie is a loop is in the file, and an isolate in the expectation.
      const loners = ids.length - (expected.nodes - expected.isolates);
      expect(loners).toBeGreaterThanOrEqual(0);
      const degree = (await edgeRank(path, { measure: 'degree', top: 100_000 })).result.items;
      expect(degree.slice(0, expected.top_degree.length).map(({ id, value }) => [id, value])).toEqual(
        expected.top_degree.filter(([, value]) => value > 0),
      );
      const components = (await edgeRank(path, { measure: 'components', top: 100_000 })).result.items;
      expect(new Set(components.map((item) => item.value)).size - loners).toBe(expected.components - expected.isolates);
      const { quality } = (await edgeCommunities(path, { resolution: 1, seed: 1 })).result;
      expect(quality).toBeGreaterThanOrEqual(expected.louvain.q_min - expected.louvain.tolerance);
      expect(quality).toBeLessThanOrEqual(expected.louvain.q_best + expected.louvain.tolerance);
    }),
  );
});

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '{"sets":{}}');

/** The sets have `from,to[,weight]`; the expectation is of the simple graph, so each pair comes once. */
function unweighted(path: string): string {
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path), { columns: true, bom: true }));
  const pairs = new Set(rows.map(({ from, to }) => JSON.stringify([from, to].sort())));
  const cells = (pair: string) =>
    z
      .array(z.string())
      .parse(JSON.parse(pair))
      .map((id) => `"${id.replaceAll('"', '""')}"`);
  return `source,target\n${[...pairs].map((pair) => cells(pair).join(',')).join('\n')}\n`;
}
