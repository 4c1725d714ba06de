import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesAs } from './bundles.ts';
import { powang, said, temporaryFolder } from './processes.ts';

/** Graph commands on an edge list need no store. Two triangles, a bridge, a pair apart; ties run both ways and add up. */
const folder = temporaryFolder();
const files = filesAs(folder, {
  'edges.csv': 'source,target,weight\na,b,2\nb,c,\nc,a,1\nc,d,0.5\nd,e,1\ne,f,1\nf,d,1\ny,z,4\nz,y,4\na,a,9\n',
  'zero.csv': 'source,target,weight\na,b,1\nb,c,0\n',
  'bare.csv': 'a,b\nb,c\n',
});
const of = async (name: string, ...args: string[]) => {
  await files;
  return powang(...args, '--edges', join(folder, name));
};

describe('on an edge list', () => {
  it('paths: the cheapest first, by the sum of 1/weight; k reached is no failure', async () => {
    const ran = await of('edges.csv', 'paths', '--from', 'a', '--to', 'f', '--k', '1', '--timing', '--repeat', '2');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const found = said<{
      paths: { cost: number; hops: number; entities: string[] }[];
      complete: boolean;
      timing: object;
    }>(ran);
    expect(found.paths).toEqual([expect.objectContaining({ cost: 4, hops: 3, entities: ['a', 'c', 'd', 'f'] })]);
    expect(found.timing).toEqual({
      loadMs: expect.any(Number),
      runMs: [expect.any(Number), expect.any(Number)],
      peakRssMb: expect.any(Number),
    });
  });

  it('communities: every node in exactly one, self-loops dropped and counted', async () => {
    const found = said<{
      nodes: number;
      edges: number;
      selfLoops: number;
      communities: { size: number; members: { id: string }[]; officials: null; suspects: null }[];
    }>(await of('edges.csv', 'communities', '--seed', '1'));
    expect([found.nodes, found.edges, found.selfLoops]).toEqual([8, 8, 1]);
    const groups = found.communities.map(({ members }) => members.map(({ id }) => id).join(''));
    expect(groups.sort()).toEqual(['abc', 'def', 'yz']);
    for (const one of found.communities) expect([one.officials, one.suspects]).toEqual([null, null]);
  });

  it('rank: degree counts distinct neighbours, components are numbered by size, pagerank adds up to one', async () => {
    const rank = async (measure: string) =>
      said<{ items: { id: string; value: number; rank: number }[]; complete: boolean }>(
        await of('edges.csv', 'rank', '--measure', measure),
      ).items;
    const [degree, components, pagerank] = await Promise.all(['degree', 'components', 'pagerank'].map(rank));
    expect(degree!.map(({ id, value }) => `${id}${value}`).join(' ')).toBe('c3 d3 a2 b2 e2 f2 y1 z1');
    expect(components!.map(({ id, value }) => `${id}${value}`).join(' ')).toBe('a1 b1 c1 d1 e1 f1 y2 z2');
    expect(pagerank!.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 6);
  });

  it('a fault stops it with its line and column, exit 1; so do an id that is not there and a file that is not', async () => {
    const ran = await Promise.all([
      of('zero.csv', 'rank', '--measure', 'degree'),
      of('bare.csv', 'communities'),
      of('edges.csv', 'paths', '--from', 'a', '--to', 'nobody'),
      of('nowhere.csv', 'communities'),
    ]);
    expect(ran.map(({ code, stdout }) => `${code}${stdout}`)).toEqual(['1', '1', '1', '1']);
    const words = ran.map(({ stderr }) => stderr);
    expect(words[0]).toMatch(/^powang: invalid_input: line 3[\s\S]*weight/);
    expect(words[1]).toMatch(/^powang: invalid_input: line 1[\s\S]*source,target/);
    expect(words[2]).toMatch(/^powang: invalid_input: [\s\S]*to/);
    expect(words[3]).toMatch(/^powang: store_unavailable: [\s\S]*ENOENT/);
    for (const text of words) expect(text).not.toMatch(/^ +at /m);
  });
});
