import { describe, expect, it } from 'vitest';
import type { GraphEngineOptions } from '../../../api/graph/engine/createGraphEngine.ts';
import { audienceOf } from '../../../model/audience.ts';
import { tieId } from '../../../model/ids.ts';
import { entity, everyone, nobodyStands, person, type Story, same, tie, today, withStory } from './story.ts';

/** An official (Fang) and a boss (Lei): joined through a brother-in-law (Mao), through a company (Sand), and by a case he handles. */
const names = ['fang', 'lei', 'mao', 'sand', 'child', 'case'];
const story: Story = {
  assertions: [
    ...names.map((name) => entity(name, name === 'child' ? { properties: { birthDate: ['2010-05-01'] } } : {})),
    tie('fang', 'kin', 'mao'),
    tie('mao', 'friend', 'lei'),
    tie('mao', 'godparent', 'lei', { grade: { reliability: 'A', credibility: 1 } }),
    tie('fang', 'kin', 'child'),
    tie('child', 'associate', 'lei'),
    tie('fang', 'decision', 'case', { validFrom: '2023-01-01' }),
    tie('lei', 'case', 'case', { validFrom: '2023-01-01' }),
    tie('lei', 'owner', 'sand', { compartment: 'sealed' }),
    tie('fang', 'nominee', 'sand', { compartment: 'sealed' }),
  ],
};
const sealed = audienceOf(['sealed']);
const asked = {
  from: [person('fang')],
  to: [person('lei')],
  k: 10,
  maxHops: 6,
  duty: 'include',
  deadlineMs: null,
} as const;
const called = (ids: readonly string[]) => ids.map((id) => names.find((name) => person(name) === id) ?? id);

const standing =
  (protectedNames: string[]): GraphEngineOptions['standing'] =>
  async () => ({
    index: { officials: [person('fang')], suspects: [], gangs: [], protectedPeople: protectedNames.map(person) },
    duties: [],
  });

describe('paths', () => {
  it('gives each way once, with all parallel ties of each step', () =>
    withStory(story, async (graph) => {
      const { paths, complete, cutAt } = await graph.paths(everyone, today, asked);
      expect(paths.map((path) => called(path.entities))).toEqual(
        expect.arrayContaining([
          ['fang', 'mao', 'lei'],
          ['fang', 'case', 'lei'],
        ]),
      );
      expect(paths).toHaveLength(2);
      const through = paths.find((path) => called(path.entities).includes('mao'))!;
      expect(through).toMatchObject({ cost: 2, hops: 2 });
      expect(through.steps[1]!.map(({ kind, duty, count, gradeRank }) => ({ kind, duty, count, gradeRank }))).toEqual(
        expect.arrayContaining([
          { kind: 'friend', duty: false, count: 1, gradeRank: 7 },
          { kind: 'godparent', duty: false, count: 1, gradeRank: 0 },
        ]),
      );
      expect({ complete, cutAt }).toEqual({ complete: true, cutAt: null });
    }));

  it('shows what is sealed only to those who hold it', () =>
    withStory(story, async (graph) => {
      const { paths } = await graph.paths(sealed, today, asked);
      expect(paths.map((path) => called(path.entities))).toContainEqual(['fang', 'sand', 'lei']);
    }));

  it('never passes through the young or the protected, but may end at them', () =>
    withStory(
      story,
      async (graph) => {
        const { paths } = await graph.paths(everyone, today, asked);
        expect(paths.map((path) => called(path.entities))).toEqual([['fang', 'case', 'lei']]);
        const ending = await graph.paths(everyone, today, { ...asked, to: [person('child')] });
        expect(ending.paths.map((path) => called(path.entities))).toEqual([['fang', 'child']]);
      },
      { standing: standing(['mao', 'lei']) },
    ));

  it('lets a child through once it has grown up', () =>
    withStory(story, async (graph) => {
      const { paths } = await graph.paths(everyone, { trueAt: '2028-05-02', knownAt: '2028-05-02' }, asked);
      expect(paths.map((path) => called(path.entities))).toContainEqual(['fang', 'child', 'lei']);
    }));

  it('splits private from duty, and keeps to kinds', () =>
    withStory(story, async (graph) => {
      const duty = async (side: 'exclude' | 'only') =>
        (await graph.paths(everyone, today, { ...asked, duty: side })).paths;
      expect((await duty('exclude')).map((path) => called(path.entities))).toEqual([['fang', 'mao', 'lei']]);
      expect(await duty('only')).toEqual([]);
      const { paths } = await graph.paths(everyone, today, { ...asked, kinds: ['kin', 'friend'] });
      expect(paths[0]!.steps.map((step) => step.map((one) => one.kind))).toEqual([['kin'], ['friend']]);
    }));

  it('says that more may exist: k, hops', () =>
    withStory(story, async (graph) => {
      expect(await graph.paths(everyone, today, { ...asked, k: 1 })).toMatchObject({
        complete: false,
        limit: 1,
        cutAt: { reason: 'limit', at: 1 },
      });
      expect(await graph.paths(everyone, today, { ...asked, maxHops: 1 })).toMatchObject({
        paths: [],
        complete: false,
        cutAt: { reason: 'hops', at: 1 },
      });
    }));

  it('refuses sets with a member in common, also when two names are one person', () =>
    withStory({ ...story, judgements: [same('fang', 'lei')] }, async (graph) => {
      await expect(graph.paths(everyone, today, asked)).rejects.toMatchObject({ code: 'invalid_input' });
    }));

  it('answers unknown ids with no path', () =>
    withStory(story, async (graph) => {
      expect(await graph.paths(everyone, today, { ...asked, to: [person('nobody')] })).toMatchObject({
        paths: [],
        complete: true,
      });
    }));

  it('joins two names of one person under the lesser id', () =>
    withStory(
      {
        assertions: [
          ...['a', 'b', 'c', 'd'].map((name) => entity(name)),
          tie('a', 'kin', 'b'),
          tie('c', 'friend', 'd'),
        ],
        judgements: [same('b', 'c')],
      },
      async (graph) => {
        const one = [person('b'), person('c')].sort()[0]!;
        const { paths } = await graph.paths(everyone, today, { ...asked, from: [person('a')], to: [person('d')] });
        expect(paths.map((path) => path.entities)).toEqual([[person('a'), one, person('d')]]);
        expect(paths[0]!.steps[0]![0]!.id).toBe(tieId('kin', person('a'), person('b'), ''));
        const before = { trueAt: '2024-01-01', knownAt: '2024-01-01' };
        expect(
          (await graph.paths(everyone, before, { ...asked, from: [person('a')], to: [person('d')] })).paths,
        ).toEqual([]);
      },
    ));
});

describe('subgraph', () => {
  it('goes hop by hop and shows protected people without walking through them', () =>
    withStory(
      story,
      async (graph) => {
        const { entities, ties, complete } = await graph.subgraph(everyone, today, {
          center: person('fang'),
          hops: 2,
          limit: 100,
        });
        expect(called(entities)[0]).toBe('fang');
        expect(called(entities).sort()).toEqual(['case', 'child', 'fang', 'lei', 'mao']);
        expect(ties).toHaveLength(7);
        expect(complete).toBe(true);
        const around = await graph.subgraph(everyone, today, {
          center: person('fang'),
          hops: 2,
          limit: 100,
          kinds: ['kin', 'associate'],
        });
        expect(called(around.entities).sort()).toEqual(['child', 'fang', 'mao']);
      },
      { standing: standing([]) },
    ));

  it('keeps the best tied when it has to cut, and says so', () =>
    withStory(story, async (graph) => {
      const { entities, complete, cutAt } = await graph.subgraph(everyone, today, {
        center: person('fang'),
        hops: 1,
        limit: 2,
      });
      expect(called(entities)).toEqual(['fang', 'mao']);
      expect({ complete, cutAt }).toEqual({ complete: false, cutAt: { reason: 'limit', at: 2 } });
    }));

  it('gives the ties among given entities', () =>
    withStory(story, async (graph) => {
      const { ties } = await graph.subgraph(everyone, today, {
        ids: [person('mao'), person('lei'), person('nobody')],
        limit: 10,
      });
      expect(ties.map((one) => one.kind).sort()).toEqual(['friend', 'godparent']);
    }));
});

it('counts ties by kind and side, for those who exist', () =>
  withStory(story, async (graph) => {
    expect(await graph.tieCounts(everyone, today, [person('fang'), person('nobody')])).toEqual([
      {
        id: person('fang'),
        total: 3,
        byKind: { kin: { private: 2, duty: 0 }, decision: { private: 0, duty: 1 } },
      },
    ]);
  }));

it('ranks by distinct neighbours, most first', () =>
  withStory(story, async (graph) => {
    const { items } = await graph.rank(everyone, today, { measure: 'degree' });
    expect(items.slice(0, 2).map((item) => item.value)).toEqual([3, 3]);
    expect(items.map(({ id }) => called([id])[0])).not.toContain('sand');
    const components = await graph.rank(everyone, today, { measure: 'components' });
    expect(new Set(components.items.map((item) => item.value))).toEqual(new Set([1]));
    const pagerank = await graph.rank(everyone, today, { measure: 'pagerank' });
    expect(pagerank.items).toHaveLength(5);
  }));

it('groups by private ties and leaves the loners out', () =>
  withStory(story, async (graph) => {
    const run = await graph.communities(everyone, today, { algorithm: 'louvain', resolution: 1, seed: 1 });
    expect(run.nodes).toBe(5);
    expect(run.edges).toBe(5); // kin ×2, mao–lei once, child–lei, lei–case; deciding is duty
    expect(run.communities.flatMap((one) => one.members).length).toBe(5);
    await expect(
      graph.communities(everyone, today, { algorithm: 'leiden', resolution: 1, seed: 1 }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    });
  }));

it('passes who is what on', () =>
  withStory(
    story,
    async (graph) => {
      expect(await graph.standing(everyone, today)).toMatchObject({
        officials: [person('fang')],
        protectedPeople: [person('mao')],
      });
    },
    { standing: standing(['mao']) },
  ));

it('asks who is what once for each audience and clock, whatever is asked of the graph', () => {
  let asks = 0;
  const counted: GraphEngineOptions['standing'] = (...given) => {
    asks++;
    return nobodyStands(...given);
  };
  return withStory(
    story,
    async (graph) => {
      await Promise.all([
        graph.paths(everyone, today, asked),
        graph.paths(everyone, today, { ...asked, fromDate: '2020' }),
        graph.standing(everyone, today),
      ]);
      expect(asks).toBe(1);
      await graph.standing(sealed, today);
      expect(asks).toBe(2);
    },
    { standing: counted },
  );
});
