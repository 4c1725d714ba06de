import { describe, expect, test } from 'vitest';
import type { Facts } from '../../api/facts/facts.ts';
import { at, general, idOf, now, said, sealed } from '../fixtures/facts.ts';
import { type Open, store, withFacts } from './factsStore.ts';

const county = () => [
  said('P1', { name: ['张伟'], idNumber: ['990101199003074417'], phone: ['13812345678'] }),
  said('P2', { name: ['张伟'] }),
  said('P3', { name: ['张小伟'], alias: ['伟哥'] }),
  said('P4', { name: ['大张伟'] }),
  said('P5', { name: ['单伟'], previousName: ['曾长乐'] }),
  said('P6', { name: ['章薇'] }),
  said('P7', { name: ['张伟'] }, { compartment: 'sealed' }),
  said('C1', { name: ['伟业建设有限公司'], uscCode: ['91990103MA5U12345X'] }, { kind: 'Company' }),
  said('K1', { name: ['某某故意伤害案'], caseNumber: ['（2021）渝01刑初5号'] }, { kind: 'CourtCase', space: 'case' }),
  said('D1', { summary: ['张伟'] }, { kind: 'Duty', space: 'record:duties' }),
];

export function searching(open: Open): void {
  const on = (run: Parameters<typeof withFacts>[1]) =>
    withFacts(open, async (facts) => {
      await store(facts, ...county());
      await run(facts);
    });
  const keys = new Map(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'C1'].map((key) => [idOf(key), key]));
  keys.set(idOf('K1', 'case'), 'K1');
  const find = async (facts: Facts, query: string, limit = 20) =>
    (await facts.search(general, now, query, { limit })).hits.map(
      ({ entity, field }) => `${keys.get(entity)} ${field}`,
    );
  const namesakes = ['P1', 'P2'].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)).map((key) => `${key} name`);

  describe('search', () => {
    test(
      'a name: exact first, namesakes by id, then what contains it',
      on(async (facts) => {
        expect(await find(facts, '张伟')).toEqual([...namesakes, 'P4 name']);
        expect(await find(facts, ' 张　伟 ')).toEqual([...namesakes, 'P4 name']);
      }),
    );

    test(
      'one character: beginning before inside, the shorter first',
      on(async (facts) => {
        expect(await find(facts, '伟')).toEqual(['P3 alias', 'C1 name', 'P5 name', ...namesakes, 'P4 name', 'P3 name']);
        expect(await find(facts, '单')).toEqual(['P5 name']);
      }),
    );

    test(
      'pinyin, whole and initials, under each reading',
      on(async (facts) => {
        expect(await find(facts, 'zhangwei')).toEqual([...namesakes, 'P6 name']);
        expect(await find(facts, 'zhangxiao')).toEqual(['P3 name']);
        expect(await find(facts, 'zw')).toEqual([...namesakes, 'P6 name']);
        expect(await find(facts, 'zxw')).toEqual(['P3 name']);
        expect(await find(facts, 'shanwei')).toEqual(['P5 name']);
        expect(await find(facts, 'danwei')).toEqual(['P5 name']);
        expect(await find(facts, 'zengchangle')).toEqual(['P5 previousName']);
        expect(await find(facts, 'zengzhangyue')).toEqual(['P5 previousName']);
      }),
    );

    test(
      'a part of a number, a code, a case number, a key',
      on(async (facts) => {
        expect(await find(facts, '13812345678')).toEqual(['P1 phone']);
        expect(await find(facts, '5678')).toEqual(['P1 phone']);
        expect(await find(facts, '2345')).toEqual(['P1 phone', 'C1 uscCode']);
        expect(await find(facts, '0307')).toEqual(['P1 idNumber']);
        expect(await find(facts, '4417')).toEqual(['P1 idNumber']);
        expect(await find(facts, 'ma5u12345x')).toEqual(['C1 uscCode']);
        expect(await find(facts, '(2021)渝01刑初5号')).toEqual(['K1 caseNumber']);
        expect(await find(facts, '渝01刑初')).toEqual(['K1 caseNumber']);
        expect(await find(facts, 'p5')).toEqual(['P5 key']);
      }),
    );

    test(
      'other names, and what nobody is called',
      on(async (facts) => {
        expect(await find(facts, '伟哥')).toEqual(['P3 alias']);
        expect(await find(facts, '曾长乐')).toEqual(['P5 previousName']);
        expect(await find(facts, '赵')).toEqual([]);
        expect(await find(facts, '')).toEqual([]);
        expect(await find(facts, '"*() OR NEAR^~#')).toEqual([]);
      }),
    );

    test(
      'types, the limit, and saying that it was cut',
      on(async (facts) => {
        expect((await facts.search(general, now, '伟', { limit: 9, types: ['Company', 'Gang'] })).hits).toEqual([
          { entity: idOf('C1'), type: 'Company', field: 'name', value: '伟业建设有限公司' },
        ]);
        expect(await facts.search(general, now, '伟', { limit: 7 })).toMatchObject({
          complete: true,
          limit: 7,
          cutAt: null,
        });
        const cut = await facts.search(general, now, '伟', { limit: 3 });
        expect(cut).toMatchObject({ complete: false, limit: 3, cutAt: { reason: 'limit', at: 3 } });
        expect(cut.hits.map(({ field }) => field)).toEqual(['alias', 'name', 'name']);
        expect((await facts.search(sealed, now, '张伟', { limit: 3 })).complete).toBe(false);
        expect((await facts.search(general, now, '张伟', { limit: 3 })).complete).toBe(true);
      }),
    );

    test(
      'only what speaks at the clocks is found',
      on(async (facts) => {
        expect((await facts.search(general, at('2024-06-01', '2023-12-31'), '张伟', { limit: 9 })).hits).toEqual([]);
        expect((await facts.search(general, at('2024-06-01', '2024-01-01'), '张伟', { limit: 9 })).hits).toHaveLength(
          3,
        );
      }),
    );

    test(
      'one value said by two sources is one hit, of the type its best row says',
      on(async (facts) => {
        await store(
          facts,
          said(
            'X1',
            { name: ['某合作社'] },
            { kind: 'Organization', source: 'report', grade: { reliability: 'E', credibility: 5 } },
          ),
          said('X1', { name: ['某合作社'] }, { kind: 'Company', grade: { reliability: 'A', credibility: 1 } }),
        );
        expect((await facts.search(general, now, '合作社', { limit: 9 })).hits).toEqual([
          { entity: idOf('X1'), type: 'Company', field: 'name', value: '某合作社' },
        ]);
        expect((await facts.search(general, now, '合作社', { limit: 9, types: ['Organization'] })).hits).toEqual([]);
        expect((await facts.counts(general, now)).entities).toMatchObject({ Company: 2 });
      }),
    );

    test(
      'a common character stays ranked: thousands of names, the first few asked for',
      on(async (facts) => {
        const people = Array.from({ length: 3_000 }, (_, number) =>
          said(`Q${number}`, {
            name: [`赵${'甲乙丙丁戊己庚辛壬癸'[number % 10]}梅${'子丑寅'[number % 3]}`.slice(0, 3 + (number % 2))],
          }),
        );
        await store(
          facts,
          ...people,
          said('Q', { name: ['梅'] }),
          said('QQ', { name: ['梅香'] }),
          said('QQQ', { name: ['冬梅'] }),
        );
        const { hits, complete } = await facts.search(general, now, '梅', { limit: 5 });
        // After the short ones those of three characters, by code points.
        const first = people
          .map(({ properties }) => properties.name![0]!)
          .filter((name) => name.length === 3)
          .sort()[0]!;
        expect(hits.map(({ value }) => value)).toEqual(['梅', '梅香', '冬梅', first, first]);
        expect(complete).toBe(false);
      }),
    );
  });
}
