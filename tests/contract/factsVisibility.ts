import { describe, expect, test } from 'vitest';
import { audienceOf } from '../../model/audience.ts';
import { at, general, idOf, judged, now, objected, retracted, said, sealed, tied } from '../fixtures/facts.ts';
import { everything, type Open, store, withFacts, write } from './factsStore.ts';

export function visibility(open: Open): void {
  const on = (run: Parameters<typeof withFacts>[1]) => withFacts(open, run);

  describe('who sees what, and as of when', () => {
    test(
      'a hidden compartment shows in no list, count or search',
      on(async (facts) => {
        const hidden = said('P1', { name: ['张伟'] }, { compartment: 'sealed' });
        await store(facts, hidden, said('P2', { name: ['张伟'] }));
        expect(await facts.counts(general, now)).toEqual({ entities: { Person: 1 }, ties: {} });
        expect(await facts.counts(sealed, now)).toEqual({ entities: { Person: 2 }, ties: {} });
        expect(await facts.assertions(general, now, [hidden.about])).toEqual([]);
        expect(await facts.assertionsById(general, now, [hidden.id])).toEqual([]);
        expect(await facts.search(general, now, '张伟', { limit: 1 })).toMatchObject({
          hits: [{ entity: idOf('P2') }],
          complete: true,
        });
        expect((await everything(facts.scan(general, now, {}))).map(({ about }) => about)).toEqual([idOf('P2')]);
      }),
    );

    test(
      'an ended approval makes its rows unreadable, and a compartment nobody uses changes nothing',
      on(async (facts) => {
        const covered = said(
          '13800000001',
          { number: ['13800000001'] },
          { kind: 'Phone', space: 'phone', approval: 'A1' },
        );
        await store(facts, covered);
        expect(await facts.counts(audienceOf(['other'], ['A2']), now)).toEqual({ entities: { Phone: 1 }, ties: {} });
        const ended = audienceOf([], ['A1']);
        expect(await facts.counts(ended, now)).toEqual({ entities: {}, ties: {} });
        expect(await facts.assertions(ended, now, [covered.about])).toEqual([]);
        expect((await facts.search(ended, now, '1380000', { limit: 10 })).hits).toEqual([]);
      }),
    );

    test(
      'two clocks: true then, known by then',
      on(async (facts) => {
        const zhang = said('P1', { name: ['张伟'] }, { validFrom: '2020-03', validTo: '2022', knownAt: '2023-05-10' });
        await store(facts, zhang);
        const exists = async (trueAt: string, knownAt: string) =>
          (await facts.counts(general, { trueAt, knownAt })).entities.Person === 1;
        expect(await exists('2021-01-01', '2023-05-10')).toBe(true);
        expect(await exists('2021-01-01', '2023-05-09')).toBe(false);
        expect(await exists('2020-03-01', '2024-01-01')).toBe(true);
        expect(await exists('2020-02-29', '2024-01-01')).toBe(false);
        expect(await exists('2022-12-31', '2024-01-01')).toBe(true);
        expect(await exists('2023-01-01', '2024-01-01')).toBe(false);
        expect(await exists('2022-06-01..2024-01-01', '2024-01-01')).toBe(true);
        expect(await exists('2023-06-01..2024-01-01', '2024-01-01')).toBe(false);
        // What is known stays to be read, spoken or not.
        expect(await facts.assertions(general, at('2024-01-01'), [zhang.about])).toHaveLength(1);
      }),
    );

    test(
      'taken back: silent from then on, by its own compartment and day',
      on(async (facts) => {
        const zhang = said('P1', { name: ['张伟'] });
        const back = retracted(zhang, { compartment: 'sealed', knownAt: '2024-03-01' });
        await store(facts, zhang);
        await write(facts, async (batch) => {
          await batch.retract([back]);
        });
        expect(await facts.counts(general, now)).toEqual({ entities: { Person: 1 }, ties: {} });
        expect(await facts.counts(sealed, now)).toEqual({ entities: {}, ties: {} });
        expect(await facts.counts(sealed, at('2024-02-01'))).toEqual({ entities: { Person: 1 }, ties: {} });
        expect((await facts.assertions(general, now, [zhang.about]))[0]?.retraction).toBeNull();
        expect((await facts.assertions(sealed, now, [zhang.about]))[0]?.retraction).toEqual(back);
        expect((await facts.assertions(sealed, at('2024-02-01'), [zhang.about]))[0]?.retraction).toBeNull();
        expect((await facts.search(sealed, now, '张伟', { limit: 5 })).hits).toEqual([]);
        expect((await facts.search(general, now, '张伟', { limit: 5 })).hits).toHaveLength(1);
      }),
    );

    test(
      'a name taken back is not found any more, though the entity is still there under another',
      on(async (facts) => {
        const [right, wrong] = [said('P1', { name: ['张伟'] }), said('P1', { name: ['张玮'] }, { source: 'report' })];
        await store(facts, right, wrong);
        await write(facts, async (batch) => {
          await batch.retract([retracted(wrong)]);
        });
        const found = async (query: string) =>
          (await facts.search(general, now, query, { limit: 5 })).hits.map(({ value }) => value);
        expect(await found('张玮')).toEqual([]);
        expect(await found('zhangwei')).toEqual(['张伟']);
      }),
    );

    test(
      'of several retractions the earliest one that the reader may see is told',
      on(async (facts) => {
        const zhang = said('P1', { name: ['张伟'] });
        const early = retracted(zhang, { compartment: 'sealed', knownAt: '2024-02-01' });
        const late = retracted(zhang, { knownAt: '2024-04-01' });
        await store(facts, zhang);
        await write(facts, async (batch) => {
          await batch.retract([late, early]);
        });
        expect((await facts.assertions(sealed, now, [zhang.about]))[0]?.retraction).toEqual(early);
        expect((await facts.assertions(general, now, [zhang.about]))[0]?.retraction).toEqual(late);
      }),
    );

    test(
      'objections stand beside it, those that are seen and known',
      on(async (facts) => {
        const zhang = said('P1', { name: ['张伟'] });
        const [first, hidden, later] = [
          objected(zhang, { knownAt: '2024-02-01', answer: 'looked into' }),
          objected(zhang, { knownAt: '2024-02-02', compartment: 'sealed' }),
          objected(zhang, { knownAt: '2024-05-01' }),
        ];
        await store(facts, zhang);
        await write(facts, async (batch) => {
          await batch.object([later, hidden, first]);
        });
        const told = async (...[audience, clocks]: Parameters<typeof facts.judgements>) =>
          (await facts.assertions(audience, clocks, [zhang.about]))[0]?.objections;
        expect(await told(general, now)).toEqual([first, later]);
        expect(await told(sealed, now)).toEqual([first, hidden, later]);
        expect(await told(sealed, at('2024-06-01', '2024-03-01'))).toEqual([first, hidden]);
      }),
    );

    test(
      'a judgement is seen where both entities exist',
      on(async (facts) => {
        const [a, b] = [said('P1', { name: ['张伟'] }), said('P2', { name: ['张伟'] }, { compartment: 'sealed' })];
        const [unsure, same] = [
          judged(a.about, b.about, 'unsure'),
          judged(a.about, b.about, 'positive', { knownAt: '2024-04-01' }),
        ];
        await store(facts, a, b);
        await write(facts, async (batch) => {
          await batch.judge([same, unsure]);
        });
        expect(await facts.judgements(sealed, now)).toEqual([unsure, same]);
        expect(await facts.judgements(sealed, at('2024-06-01', '2024-03-01'))).toEqual([unsure]);
        expect(await facts.judgements(general, now)).toEqual([]);
      }),
    );

    test(
      'a source is told by its own compartment; described twice, each reader has the first he may see',
      on(async (facts) => {
        const register = {
          id: 'S1',
          name: '登记册',
          kind: 'register',
          origin: '民政局',
          grade: { reliability: 'A', credibility: 2 },
          compartment: 'general',
        } as const;
        const secret = { ...register, name: '密报', compartment: 'sealed' } as const;
        await write(facts, async (batch) => {
          await batch.putSources([secret, register]);
          await batch.putSources([{ ...register, name: '另一名称' }]);
        });
        expect(await facts.sources(general, ['S1', 'S2'])).toEqual([register]);
        expect(await facts.sources(sealed, ['S1'])).toEqual([secret]);
      }),
    );

    test(
      'scan gives rows and ties of the kinds asked for, in order of id',
      on(async (facts) => {
        const people = Array.from({ length: 20 }, (_, number) => said(`P${number}`, { name: [`人${number}`] }));
        const firm = said('C1', { name: ['某公司'] }, { kind: 'Company' });
        const duty = said('D1', { summary: ['设卡'] }, { kind: 'Duty', space: 'record:duties' });
        const friends = tied('friend', idOf('P1'), idOf('P2'));
        const dangling = tied('friend', idOf('P1'), idOf('P99'));
        await store(facts, ...people, firm, duty, friends, dangling);
        const ids = async (options: Parameters<typeof facts.scan>[2]) =>
          (await everything(facts.scan(general, now, options))).map(({ id }) => id);
        const sorted = (...rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
        expect(await ids({})).toEqual(sorted(...people, firm, duty, friends));
        expect(await ids({ types: ['Company', 'Duty'] })).toEqual(sorted(firm, duty));
        expect(await ids({ kinds: ['friend'] })).toEqual(sorted(friends));
        expect(await ids({ types: ['Company'], kinds: ['friend', 'kin'] })).toEqual(sorted(firm, friends));
        expect(await ids({ types: [] })).toEqual([]);
      }),
    );

    test(
      'a scan can be left and can be stopped',
      on(async (facts) => {
        await store(
          facts,
          ...Array.from({ length: 5_000 }, (_, number) => said(`P${number}`, { name: [`人${number}`] })),
        );
        for await (const chunk of facts.scan(general, now, {})) {
          expect(chunk.length).toBeGreaterThan(0);
          break;
        }
        const stop = new AbortController();
        stop.abort();
        await expect(everything(facts.scan(general, now, { signal: stop.signal }))).rejects.toMatchObject({
          code: 'cancelled',
        });
      }),
    );
  });
}
