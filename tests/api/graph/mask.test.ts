import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Assertion, Judgement, Retraction, Said } from '../../../model/assertion.ts';
import { type Audience, audienceOf, compareText, maySee } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { firstDay, lastDay } from '../../../model/dates.ts';
import { gradeRank, parseGrade } from '../../../model/grades.ts';
import type { Id } from '../../../model/ids.ts';
import { groupsOf, mergeEntity, mergeTie, speaks } from '../../../model/merge.ts';
import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import { entity, person, retraction, same, tie, withStory } from './story.ts';

/** The engine's mask, in numbers, against the rules of model/ themselves on small random worlds. */
const names = ['an', 'bao', 'chen', 'deng', 'e'];
const name = fc.constantFrom(...names);
const date = fc.constantFrom(null, '2020', '2021-03', '2021-06-15', '2022', '2023-02-01');
const extras = fc.record({
  compartment: fc.constantFrom('general', 'general', 'sealed'),
  approval: fc.constantFrom(null, null, 'A1', 'A2'),
  validFrom: date,
  validTo: date,
  knownAt: fc.constantFrom('2021-01-01', '2022-05', '2023-01-01'),
  grade: fc.constantFrom('A1', 'B2', 'F6').map((text) => parseGrade(text)!),
});
const open = extras.map((one) => ({ ...one, validFrom: null, validTo: null }));
const kind = fc.constantFrom<TieKind>('kin', 'friend', 'decision', 'tender', 'post');
const world = fc.record({
  people: fc.array(fc.tuple(name, fc.oneof(open, open, extras)), { minLength: 3, maxLength: 8 }),
  ties: fc.array(fc.tuple(name, kind, name, extras), { maxLength: 14 }),
  taken: fc.array(
    fc.record({
      at: fc.nat(21),
      compartment: fc.constantFrom('general', 'sealed'),
      knownAt: fc.constantFrom('2021-06-01', '2022-07-01'),
    }),
    { maxLength: 4 },
  ),
  joined: fc.array(
    fc.tuple(
      name,
      name,
      fc.record({
        compartment: fc.constantFrom('general', 'sealed'),
        judgement: fc.constantFrom<Judgement['judgement']>('positive', 'positive', 'negative'),
        knownAt: fc.constantFrom('2021-06-01', '2022-07-01'),
      }),
    ),
    { maxLength: 3 },
  ),
});
const reader = fc.record({
  audience: fc
    .tuple(fc.subarray(['sealed']), fc.subarray(['A1', 'A2']))
    .map(([held, ended]) => audienceOf(held, ended)),
  clocks: fc.record({
    trueAt: fc.constantFrom('2020-06-01', '2021-06-15', '2023-06-01', '2021..2022', '2021-06-01..2021-06-30'),
    knownAt: fc.constantFrom('2021-01-01', '2022-06-01', '2024-01-01'),
  }),
  window: fc.constantFrom<{ fromDate?: string; toDate?: string }>(
    {},
    {},
    { fromDate: '2021' },
    { toDate: '2021-06-30' },
    { fromDate: '2021-04', toDate: '2022' },
  ),
});

interface World {
  readonly assertions: readonly Assertion[];
  readonly retractions: readonly Retraction[];
  readonly judgements: readonly Judgement[];
}

it('shows exactly what the rules of the model show', async () => {
  await fc.assert(
    fc.asyncProperty(world, reader, async (drawn, { audience, clocks, window }) => {
      const assertions = [
        ...drawn.people.map(([who, more]) => entity(who, more)),
        ...drawn.ties.map(([a, k, b, more]) => tie(a, k, b, more)),
      ].filter((one, at, all) => all.findIndex((other) => other.id === one.id) === at);
      const retractions = drawn.taken.flatMap(({ at, ...rest }) =>
        assertions[at] === undefined ? [] : [retraction(assertions[at], rest)],
      );
      const judgements = drawn.joined.flatMap(([a, b, more]) => (a === b ? [] : [same(a, b, more)]));
      const expected = rules({ assertions, retractions, judgements }, audience, clocks, window);
      await withStory({ assertions, retractions, judgements }, async (graph) => {
        const seen = await graph.subgraph(audience, clocks, { ids: names.map(person), limit: 100, ...window });
        expect([...seen.entities].sort(compareText)).toEqual(expected.entities);
        expect(seen.ties.map(({ id, from, to, gradeRank: rank }) => ({ id, from, to, rank }))).toEqual(expected.ties);
      });
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('joins two by a judgement of a compartment that no row has', async () => {
  const world = {
    assertions: [entity('an'), entity('e')],
    judgements: [same('an', 'e', { compartment: 'sealed', knownAt: '2021-06-01' })],
  };
  const clocks = { trueAt: '2024-01-01', knownAt: '2024-06-01' };
  await withStory(world, async (graph) => {
    const seenBy = async (...compartments: string[]) =>
      (await graph.subgraph(audienceOf(compartments), clocks, { ids: [person('an'), person('e')], limit: 10 })).entities
        .length;
    expect([await seenBy(), await seenBy('sealed')]).toEqual([2, 1]);
  });
});

function rules(
  { assertions, retractions, judgements }: World,
  audience: Audience,
  clocks: Clocks,
  window: { fromDate?: string; toDate?: string },
) {
  const days = clockDays(clocks);
  const said = assertions
    .filter((one) => maySee(audience, one))
    .map((one): Said => {
      const against = retractions
        .filter((taken) => taken.assertion === one.id && maySee(audience, taken))
        .sort((a, b) => compareText(a.knownAt, b.knownAt));
      return { ...one, retraction: against[0] ?? null, objections: [] };
    });
  const exists = (id: Id) =>
    mergeEntity(
      [id],
      said.filter((one) => one.about === id),
      days,
    ) !== undefined;
  const groups = groupsOf(
    judgements.filter((one) => maySee(audience, one) && exists(one.a) && exists(one.b)),
    days,
  );
  const goesBy = (id: Id) => groups.get(id)?.[0] ?? id;
  const entities = [...new Set(names.map(person).filter(exists).map(goesBy))].sort(compareText);
  const inWindow = (one: Said) => {
    const happening = one.ends!.kind === 'decision' || one.ends!.kind === 'tender';
    const last = happening ? lastDay(one.validFrom ?? one.validTo) : lastDay(one.validTo);
    return firstDay(one.validFrom) <= lastDay(window.toDate ?? null) && last >= firstDay(window.fromDate ?? null);
  };
  const speaking = said.filter((one) => one.ends !== null && speaks(one, days) && inWindow(one));
  const ties = [...new Set(speaking.map((one) => one.about))].sort(compareText).flatMap((id) => {
    const view = mergeTie(
      speaking.filter((one) => one.about === id),
      days,
    )!;
    const { from, to } = view.ends;
    if (!exists(from) || !exists(to) || goesBy(from) === goesBy(to)) return [];
    const rank = Math.min(...speaking.filter((one) => one.about === id).map((one) => gradeRank(one.grade)));
    return [{ id, from: goesBy(from), to: goesBy(to), rank }];
  });
  return { entities, ties };
}
