import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listTables } from '../../../api/events/lists.ts';

/** [from, to, reason] of the stretches from `a` to `b`. */
const stretches = (duties: readonly { fromSeconds: number; toSeconds: number; reason: string }[]) =>
  listTables
    .duties({ duties: duties.map((duty) => ({ official: 'a', other: 'b', ...duty })) })
    .rows.filter(([one]) => one === 'a')
    .map(([, , from, to, reason]) => [from, to, reason]);

test('duties that overlap become stretches that do not, each with its least reason', () => {
  expect(
    stretches([
      { fromSeconds: 10, toSeconds: 20, reason: 'case' },
      { fromSeconds: 15, toSeconds: 30, reason: 'a visit' },
      { fromSeconds: 31, toSeconds: 40, reason: 'a visit' },
      { fromSeconds: 50, toSeconds: 49, reason: 'never' },
    ]),
  ).toEqual([
    [10, 14, 'case'],
    [15, 40, 'a visit'],
  ]);
});

test('duties hold in both directions', () => {
  const { rows } = listTables.duties({
    duties: [{ official: 'a', other: 'b', fromSeconds: 1, toSeconds: 2, reason: 'case' }],
  });
  expect(rows).toEqual([
    ['a', 'b', 1, 2, 'case'],
    ['b', 'a', 1, 2, 'case'],
  ]);
});

test('every moment meets at most one stretch, with the least reason of the duties that hold then', () => {
  const second = fc.integer({ min: 0, max: 12 });
  const duty = fc.record({ fromSeconds: second, toSeconds: second, reason: fc.constantFrom('a', 'b', '案') });
  fc.assert(
    fc.property(fc.array(duty, { maxLength: 8 }), (duties) => {
      const found = stretches(duties);
      for (let moment = -1; moment <= 13; moment++) {
        const met = found.filter(([from, to]) => Number(from) <= moment && moment <= Number(to));
        const reasons = duties
          .filter(({ fromSeconds, toSeconds }) => fromSeconds <= moment && moment <= toSeconds)
          .map(({ reason }) => reason);
        expect(met.map(([, , reason]) => reason)).toEqual(reasons.sort().slice(0, 1));
      }
    }),
  );
});

test('lists name each entry once', () => {
  expect(listTables.officials({ officials: ['x', 'y', 'x'] }).rows).toEqual([['x'], ['y']]);
  const instant = { person: 'x', atSeconds: 5 };
  expect(listTables.instants({ instants: [instant, instant] }).rows).toEqual([['x', 5]]);
});
