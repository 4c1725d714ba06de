import { describe, expect, test } from 'vitest';
import { at, general, idOf, now, retracted, said, sealed, tied } from '../fixtures/facts.ts';
import { type Open, store, withFacts, write } from './factsStore.ts';

export function ties(open: Open): void {
  const on = (run: Parameters<typeof withFacts>[1]) => withFacts(open, run);
  const [p1, p2, p3] = [idOf('P1'), idOf('P2'), idOf('P3')];

  describe('ties', () => {
    test(
      'need both ends: a tie to somebody hidden, unknown or only mentioned is not there',
      on(async (facts) => {
        const seen = tied('friend', p1, p2);
        await store(
          facts,
          said('P1', { name: ['张伟'] }),
          said('P2', { name: ['李芳'] }),
          said('P3', { name: ['王强'] }, { compartment: 'sealed' }),
          seen,
          tied('friend', p1, p3),
          tied('friend', idOf('P4'), p1),
        );
        const of = async (audience: typeof general) =>
          (await facts.ties(audience, now, [p1], { limit: 10 })).said.map(({ ends }) => [ends?.from, ends?.to]);
        expect(await of(general)).toEqual([[p1, p2]]);
        expect((await of(sealed)).length).toBe(2);
        expect(await facts.counts(general, now)).toEqual({ entities: { Person: 2 }, ties: { friend: 1 } });
        expect(await facts.assertions(general, now, [tied('friend', p1, p3).about])).toEqual([]);
        expect(await facts.assertionsById(general, now, [tied('friend', p1, p3).id])).toEqual([]);
        expect(await facts.tiesBetween(general, now, [[p1, p3]])).toEqual([]);
      }),
    );

    test(
      'both ends must exist at both clocks',
      on(async (facts) => {
        const tie = tied('friend', p1, p2);
        await store(
          facts,
          said('P1', { name: ['张伟'] }),
          said('P2', { name: ['李芳'] }, { knownAt: '2024-03-01', validFrom: '2022', validTo: '2023' }),
          tie,
        );
        const count = async (trueAt: string, knownAt: string) =>
          (await facts.ties(general, { trueAt, knownAt }, [p1], { limit: 9 })).said.length;
        expect(await count('2022-06-01', '2024-04-01')).toBe(1);
        expect(await count('2022-06-01', '2024-02-01')).toBe(0);
        expect(await count('2021-06-01', '2024-04-01')).toBe(0);
        expect(await count('2024-06-01', '2024-06-01')).toBe(0);
        expect(await count('2023-06-01..2024-06-01', '2024-06-01')).toBe(1);
      }),
    );

    test(
      'a tie that nothing speaks for is gone; one that speaks comes with all that is known of it',
      on(async (facts) => {
        const past = tied('colleague', p1, p2, { validTo: '2020' });
        const present = tied('colleague', p1, p2, { source: 'report', validFrom: '2023' });
        const gone = tied('friend', p1, p2);
        await store(facts, said('P1', { name: ['张伟'] }), said('P2', { name: ['李芳'] }), past, present, gone);
        await write(facts, async (batch) => {
          await batch.retract([retracted(gone)]);
        });
        const { said: found } = await facts.ties(general, now, [p1, p2], { limit: 10 });
        expect(found.map(({ id }) => id).sort()).toEqual([past.id, present.id].sort());
        expect((await facts.ties(general, at('2021-06-01', '2024-06-01'), [p1], { limit: 10 })).said).toEqual([]);
        expect(await facts.assertions(general, now, [gone.about])).toMatchObject([
          { retraction: { reason: 'mistaken' } },
        ]);
      }),
    );

    test(
      'a dated happening holds from its day on; a window asks for the day itself',
      on(async (facts) => {
        const suspect = tied('case', p1, idOf('K1', 'case'), {
          role: 'suspect',
          validFrom: '2020-05-01',
          validTo: '2020-05-01',
        });
        await store(
          facts,
          said('P1', { name: ['张伟'] }),
          said('K1', { name: ['某案'] }, { kind: 'CourtCase', space: 'case' }),
          suspect,
        );
        const seen = async (trueAt: string) =>
          (await facts.ties(general, at(trueAt, '2024-06-01'), [p1], { limit: 9 })).said.length;
        expect(await seen('2024-06-01')).toBe(1);
        expect(await seen('2020-04-30')).toBe(0);
        expect(await seen('2020-01-01..2020-12-31')).toBe(1);
        expect(await seen('2021-01-01..2021-12-31')).toBe(0);
        const counted = async (trueAt: string) =>
          (await facts.counts(general, at(trueAt, '2024-06-01'))).ties.case ?? 0;
        expect(await counted('2024-06-01')).toBe(1);
        expect(await counted('2020-01-01..2020-12-31')).toBe(1);
        expect(await counted('2021-01-01..2021-12-31')).toBe(0);
      }),
    );

    test(
      'the limit counts ties that are seen, says when it cut, and goes on after the last id',
      on(async (facts) => {
        const friends = Array.from({ length: 7 }, (_, number) => `F${number}`);
        await store(
          facts,
          said('P1', { name: ['张伟'] }),
          ...friends.map((key, number) =>
            said(key, { name: [key] }, { compartment: number < 2 ? 'sealed' : 'general' }),
          ),
          ...friends.map((key) => tied('friend', p1, idOf(key))),
          ...friends.map((key) => tied('friend', p1, idOf(key), { source: 'report' })),
          tied('kin', p1, idOf('F3')),
        );
        const page = (options: Parameters<typeof facts.ties>[3]) => facts.ties(general, now, [p1], options);
        const ids = (found: { said: readonly { about: string }[] }) => [
          ...new Set(found.said.map(({ about }) => about)),
        ];
        const first = await page({ limit: 4, kinds: ['friend'] });
        expect(first).toMatchObject({ complete: false, limit: 4, cutAt: { reason: 'limit', at: 4 } });
        expect(first.said).toHaveLength(8);
        const rest = await page({ limit: 4, kinds: ['friend'], after: ids(first).at(-1)! });
        expect(rest).toMatchObject({ complete: true, cutAt: null });
        const wanted = friends
          .slice(2)
          .map((key) => tied('friend', p1, idOf(key)).about)
          .sort();
        expect([...ids(first), ...ids(rest)]).toEqual(wanted);
        expect(await page({ limit: 5, kinds: ['friend'] })).toMatchObject({ complete: true });
        expect(ids(await page({ limit: 9, kinds: ['kin', 'spouse'] }))).toEqual([tied('kin', p1, idOf('F3')).about]);
        expect(await page({ limit: 9, kinds: [] })).toMatchObject({ said: [], complete: true });
      }),
    );

    test(
      'a loop and a tie between two of the entities asked for come once',
      on(async (facts) => {
        const [loop, inner] = [tied('other', p1, p1), tied('friend', p2, p1)];
        await store(facts, said('P1', { name: ['张伟'] }), said('P2', { name: ['李芳'] }), loop, inner);
        const found = await facts.ties(general, now, [p1, p2, p1], { limit: 10 });
        expect(found.said.map(({ id }) => id)).toEqual(
          [loop, inner].sort((a, b) => (a.about < b.about ? -1 : 1)).map(({ id }) => id),
        );
      }),
    );

    test(
      'ties between pairs, in either direction',
      on(async (facts) => {
        const [there, back, other] = [tied('friend', p1, p2), tied('kin', p2, p1), tied('friend', p1, p3)];
        await store(
          facts,
          said('P1', { name: ['张伟'] }),
          said('P2', { name: ['李芳'] }),
          said('P3', { name: ['王强'] }),
          there,
          back,
          other,
        );
        const between = async (...pairs: (readonly [string, string])[]) =>
          (await facts.tiesBetween(general, now, pairs)).map(({ id }) => id).sort();
        expect(await between([p1, p2])).toEqual([there.id, back.id].sort());
        expect(await between([p2, p1], [p1, p2])).toEqual([there.id, back.id].sort());
        expect(await between([p3, p1], [p2, p3])).toEqual([other.id]);
        expect(await between()).toEqual([]);
      }),
    );
  });
}
