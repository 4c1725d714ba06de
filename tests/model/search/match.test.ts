import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchableValues } from '../../../model/search/fields.ts';
import { compareHits, matchOf, type RankedHit } from '../../../model/search/match.ts';
import { lengthOf, normalise } from '../../../model/search/normalise.ts';
import { hitClasses, parseQuery, queryTokens } from '../../../model/search/query.ts';
import { readingsOf } from '../../../model/search/readings.ts';
import { tokensOf } from '../../../model/search/tokens.ts';

const classOf = (query: string, value: string) => matchOf(query, value)?.class;

describe('one form for what is stored and what is typed', () => {
  test.each([
    ['张 三', '张三'],
    ['　张　三　', '张三'],
    ['１３８ 0000 １１１１', '13800001111'],
    ['138-0000-1111', '13800001111'],
    ['（２０２１）渝01刑初5号', '(2021)渝01刑初5号'],
    ['ＡＢＣ  Ltd', 'abc ltd'],
    ['买买提·吐尔逊', '买买提吐尔逊'],
    ['91500103MA5U12345X', '91500103ma5u12345x'],
    ['张\u200b三', '张三'],
  ])('%s is compared as %s', (typed, form) => {
    expect(normalise(typed)).toBe(form);
  });

  test('applying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  test('length counts characters, also those outside the first plane', () => {
    expect(lengthOf('张𠮷三')).toBe(3);
  });
});

describe('how well a value answers a query', () => {
  test.each([
    ['张伟', '张伟', hitClasses.exact],
    ['张', '张伟', hitClasses.prefix],
    ['伟', '张伟', hitClasses.contains],
    ['小伟', '张小伟', hitClasses.contains],
    ['张三丰', '张三和三丰', undefined],
    ['zhangwei', '张伟', hitClasses.pinyin],
    ['ZHANG wei', '张伟', hitClasses.pinyin],
    ["zhang'w", '张伟', hitClasses.pinyinPrefix],
    ['zw', '张伟', hitClasses.initials],
    ['z', '张伟', hitClasses.initialsPrefix],
    ['zx', '张小伟', hitClasses.initialsPrefix],
    ['wei', '张伟', undefined],
    ['1234', '13812345678', hitClasses.contains],
    ['5678', '13812345678', hitClasses.contains],
    ['138', '13812345678', hitClasses.prefix],
    ['234', '13812345678', undefined],
    ['01刑初', '(2021)渝01刑初5号', hitClasses.contains],
    ['渝01刑初5', '(2021)渝01刑初5号', hitClasses.contains],
    ['2021', '(2021)渝01刑初5号', hitClasses.contains],
    ['21)渝', '(2021)渝01刑初5号', hitClasses.contains],
    ['mot', 'bright motors', hitClasses.contains],
    ['oto', 'bright motors', undefined],
    ['otor', 'bright motors', hitClasses.contains],
    ['···', '张伟', undefined],
    ['', '张伟', undefined],
  ])('%s in %s', (query, value, expected) => {
    expect(classOf(query, value)).toBe(expected);
  });

  test.each([
    ['shanwei', '单伟'],
    ['danwei', '单伟'],
    ['zengping', '曾平'],
    ['cengping', '曾平'],
    ['qiuli', '仇丽'],
    ['xieming', '解明'],
    ['zhajun', '查军'],
    ['ouyang', '区阳'],
    ['piaoyong', '朴勇'],
    ['yuchihong', '尉迟红'],
    ['moqihong', '万俟红'],
    ['lvbing', '吕兵'],
    ['lyubing', '吕兵'],
    ['lübing', '吕兵'],
    ['zhangle', '长乐'],
    ['changyue', '长乐'],
  ])('%s finds %s, whose characters have more than one reading', (query, value) => {
    expect(classOf(query, value)).toBe(hitClasses.pinyin);
  });

  test('initials follow the readings too', () => {
    expect(classOf('sw', '单伟')).toBe(hitClasses.initials);
    expect(classOf('dw', '单伟')).toBe(hitClasses.initials);
    expect(classOf('chongq', '重庆长乐建设有限公司')).toBe(hitClasses.pinyinPrefix);
    expect(classOf('cqcljs', '重庆长乐建设有限公司')).toBe(hitClasses.initialsPrefix);
  });

  test('the product of readings is bounded', () => {
    const readings = readingsOf('单乐行重长曾解查朴区仇盖')!;
    expect(readings.full.length).toBeLessThanOrEqual(8);
    expect(readings.initials.length).toBeLessThanOrEqual(8);
  });

  test('a key is found as a whole or by its beginning only', () => {
    expect(matchOf('p0001', 'P000123', 'whole')?.class).toBe(hitClasses.prefix);
    expect(matchOf('0012', 'P000123', 'whole')).toBeUndefined();
  });
});

describe('tokens', () => {
  const alphabet = [...'张伟单曾重长王aBz019 -(）·号丽𠮷ü'];
  const texts = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 14 });

  const spelled = (value: string, part: 'full' | 'initials'): string[] => [
    'zw',
    ...(readingsOf(normalise(value))?.[part] ?? []),
  ];

  test('whatever matches is under every token of one of its lists', () => {
    const pair = fc.oneof(
      fc.tuple(texts, texts),
      fc
        .tuple(texts, fc.nat(14), fc.nat(14))
        .map(([value, a, b]) => [value.slice(Math.min(a, b), Math.max(a, b)), value] as const),
      texts.chain((value) => fc.constantFrom(...spelled(value, 'full')).map((query) => [query, value] as const)),
      texts.chain((value) => fc.constantFrom(...spelled(value, 'initials')).map((query) => [query, value] as const)),
    );
    fc.assert(
      fc.property(pair, fc.constantFrom('text' as const, 'whole' as const), ([typed, value], reach) => {
        const query = parseQuery(typed);
        const found = matchOf(query, value, reach);
        if (found === undefined) return;
        const tokens = tokensOf(normalise(value), reach);
        const holds = ({ text, prefix }: { text: string; prefix: boolean }) =>
          tokens.some((token) => (prefix ? token.startsWith(text) : token === text));
        const stage = query.stages.find((one) => one.class === found.class);
        expect(
          stage?.anyOf.some((list) => list.every(holds)),
          `${typed} in ${value}`,
        ).toBe(true);
        expect(queryTokens(typed).some((list) => list.every(holds))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('tokens are letters, digits and our own marks: nothing that an index could take for an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokensOf(normalise(text)))
          expect(token).toMatch(/^[~^]?[\p{L}\p{N}\p{M}\p{Script=Han}]+$/u);
      }),
    );
  });

  test('half a number of trigrams, each part of four still under one', () => {
    expect(tokensOf('13812345678')).toEqual(['138', '812', '234', '456', '678']);
  });

  test('half a million names take seconds: characters are spelled once', () => {
    expect(tokensOf('张小伟')).toEqual(['张', '张小', '小', '小伟', '伟', '~zhangxiaowei', '^zxw']);
  });
});

describe('the one order of hits', () => {
  const hit = (value: string, entity = 'e_a', hitClass: RankedHit['class'] = 2): RankedHit => ({
    class: hitClass,
    entity,
    field: 'name',
    value,
  });

  test('class, then the shorter, then code points, then the id', () => {
    const sorted = [hit('赵小伟'), hit('王大伟'), hit('张伟'), hit('张伟', 'e_0'), hit('很长的伟名', 'e_a', 1)].sort(
      compareHits,
    );
    expect(sorted.map(({ value, entity }) => [value, entity])).toEqual([
      ['很长的伟名', 'e_a'],
      ['张伟', 'e_0'],
      ['张伟', 'e_a'],
      ['王大伟', 'e_a'],
      ['赵小伟', 'e_a'],
    ]);
  });
});

describe('what is searchable', () => {
  test('names, numbers and the key without its namespace, each once', () => {
    const found = searchableValues({
      key: 'N1/P1',
      properties: { name: ['张伟', '张伟'], alias: ['小 伟'], phone: ['13800000000'], gender: ['male'], notes: ['x'] },
    });
    expect(found).toEqual([
      { field: 'name', value: '张伟', text: '张伟' },
      { field: 'alias', value: '小 伟', text: '小伟' },
      { field: 'phone', value: '13800000000', text: '13800000000' },
      { field: 'key', value: 'N1/P1', text: 'p1' },
    ]);
  });

  test('a key that another field says already is not there twice', () => {
    expect(
      searchableValues({ key: '13800000000', properties: { number: ['13800000000'] } }).map(({ field }) => field),
    ).toEqual(['number']);
  });
});
