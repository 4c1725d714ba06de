import fc from 'fast-check';
import { eventQueryId } from '../../../api/services/evidence/eventQuery.ts';
import { tieKindNames } from '../../../model/vocabulary/kinds.ts';
import type { Asked } from '../harness/asking.ts';
import { type Ids, type Pool, unknownId } from '../harness/ids.ts';
import type { Person } from '../harness/place.ts';

/** The parts that requests are put together from: every kind of id, clock, bound and reader. */

/** A generator of one route: how many, and of what. */
export interface RouteGenerator {
  /** Asked first: what shows the most at once, so that whatever leaks shows in it. */
  readonly whole?: (ids: Ids) => readonly Asked[];
  readonly times: number;
  readonly requests: (ids: Ids) => fc.Arbitrary<readonly Asked[]>;
}
export type RouteGenerators = Readonly<Record<string, RouteGenerator>>;

type Listed = Exclude<keyof Pool, 'events'>;

/** Mostly what everybody sees, often what only `with` holds, sometimes nothing, sometimes no id at all. */
export const anId = (ids: Ids, of: Listed = 'entities', prefix = 'e'): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids.visible[of]) },
    { weight: 3, arbitrary: hiddenOf(ids, of) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((number) => unknownId(prefix, number)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('e_short', 'nonsense', `${prefix}_${'1'.repeat(26)}`, '%00', '../session'),
    },
  );
/** Of the right form, so that a whole set is not refused for one of them. */
export const aFormedId = (ids: Ids, of: Listed = 'entities'): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids.visible[of]) }, { weight: 1, arbitrary: hiddenOf(ids, of) });
export const aVisibleId = (ids: Ids, of: Listed = 'entities'): fc.Arbitrary<string> =>
  fc.constantFrom(...ids.visible[of]);

const hiddenOf = (ids: Ids, of: Listed): fc.Arbitrary<string> =>
  fc.constantFrom(...(ids.hidden[of].length > 0 ? ids.hidden[of] : ids.hidden.entities));

/** A figure's rows: of pairs that are seen, of pairs that only hidden rows join, and of none. */
export const anEventQuery = (ids: Ids): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .record({
          base: fc.constantFrom(...ids.visible.events, ...ids.visible.events, ...ids.hidden.events),
          kind: fc.option(fc.constantFrom('calls' as const, 'payments' as const, 'copresence' as const), { freq: 4 }),
          either: fc.boolean(),
          side: fc.constantFrom('private' as const, 'duty' as const, 'all' as const),
          other: fc.option(aFormedId(ids), { freq: 6 }),
          fromSeconds: fc.option(fc.constantFrom(1_704_067_200, 1_720_000_000), { freq: 3 }),
        })
        .map(({ base, kind, either, side, other, fromSeconds }) =>
          eventQueryId({
            ...base,
            kind: kind ?? base.kind,
            either,
            side,
            to: other ?? base.to,
            ...(fromSeconds === null ? {} : { fromSeconds }),
          }),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('q_', 'q_bm9uc2Vuc2U', 'nonsense', `q_${Buffer.from('{}').toString('base64url')}`),
    },
  );

export const reader: fc.Arbitrary<Person | null> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Person>('plain') },
  { weight: 6, arbitrary: fc.constant<Person>('force') },
  { weight: 2, arbitrary: fc.constant<Person>('supervisor') },
  { weight: 1, arbitrary: fc.constantFrom<Person | null>('intake', 'security', 'system', 'audit', null) },
);
export const writer: fc.Arbitrary<Person> = fc.constantFrom<Person>('plain', 'plain', 'force', 'supervisor');

const trueAts = [
  '2024-06-30',
  '2024-10-01',
  '2025-06-25',
  '2019',
  '2024-01-01..2024-12-31',
  '2025-06',
  '1990-01-01',
  '2031-01-01',
  'x',
];
const knownAts = ['2025-12-30', '2025-12-31', '2024-01-01', '2023-12-31', '2027-01-01', 'soon'];
export const clocksAsked = fc.record({
  trueAt: fc.option(fc.constantFrom(...trueAts), { nil: undefined, freq: 3 }),
  knownAt: fc.option(fc.constantFrom(...knownAts), { nil: undefined, freq: 3 }),
});
/** Within bounds, so that the answer is an answer. */
export const soundClocks = fc.record({
  trueAt: fc.option(fc.constantFrom(...trueAts.slice(0, 6)), { nil: undefined, freq: 3 }),
  knownAt: fc.option(fc.constantFrom(...knownAts.slice(0, 2)), { nil: undefined, freq: 3 }),
});

export const limit = fc.oneof(
  { weight: 6, arbitrary: fc.option(fc.constantFrom('1', '2', '3', '7', '50', '500'), { nil: undefined }) },
  { weight: 1, arbitrary: fc.constantFrom('0', '501', '-1', 'many') },
);
export const aKind = fc.constantFrom(...tieKindNames);
export const kinds = fc.option(fc.uniqueArray(aKind, { minLength: 1, maxLength: 4 }), { nil: undefined, freq: 2 });
export const kindsText = fc.oneof(
  { weight: 6, arbitrary: kinds.map((list) => list?.join(',')) },
  { weight: 1, arbitrary: fc.constant('no_such_kind') },
);

/** Words that hit what is seen, what is hidden, and both. */
export const words = [
  ...[
    '覃',
    '罗',
    '柏',
    '雷',
    '秦',
    '陆文',
    '龙大勇',
    '覃志远',
    '柏大年',
    '丘',
    '周某',
    '枫岭',
    '河口',
    '有限公司',
    '团伙',
    '派出所',
  ],
  ...[
    'qin',
    'tzy',
    'qzy',
    'longdayong',
    'bdn',
    'lei',
    '1990001',
    '19900040001',
    '9904',
    '99',
    '91',
    '强迫',
    '案',
    '渡口',
  ],
  ...[
    '覃暗',
    '覃密',
    '暗河',
    '暗',
    '密',
    '罗暗',
    'qinan',
    'anhe',
    '19900099001',
    '19900049999',
    '990000000000009999',
    '9909',
    '密标',
    '北岸路',
  ],
];

export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given as [string, string][])}`; // pairs of texts
};
/** Leaves out what is undefined, so that a body holds only what is asked. */
export const body = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
export const one = (asked: fc.Arbitrary<Asked>): fc.Arbitrary<readonly Asked[]> => asked.map((single) => [single]);
export const some = <T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: 1, maxLength: most });
