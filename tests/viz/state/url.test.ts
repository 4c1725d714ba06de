import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUrl, writeUrl } from '../../../viz/state/url.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz234567'];
const id = fc
  .array(fc.constantFrom(...letters), { minLength: 26, maxLength: 26 })
  .map((chosen) => `e_${chosen.join('')}`);
const month = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, m]) => `${year}-${String(m).padStart(2, '0')}`);

describe('addresses', () => {
  it('read back what was written', () => {
    const state = fc.record(
      {
        true: fc.oneof(
          month,
          fc.tuple(month, month).map(([from, to]) => `${from}..${to}`),
        ),
        known: month,
        seed: fc.array(id, { minLength: 1, maxLength: 5 }),
        official: fc.array(id, { minLength: 1, maxLength: 3 }),
        gang: id,
        with: id,
        kinds: fc.uniqueArray(fc.constantFrom('kin', 'calls', 'gang_member'), { minLength: 1 }),
        sort: fc.constantFrom('rank', '-name'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(state, (asked) => {
        expect(readUrl(writeUrl(asked))).toEqual({ state: asked, dropped: [] });
      }),
    );
  });

  it('drop what they do not understand and say so; the rest holds', () => {
    const { state, dropped } = readUrl('true=2023-01..2023-06&known=soon&q=somebody&seed=1,2');
    expect(state).toEqual({ true: '2023-01..2023-06' });
    expect(dropped).toEqual(['known', 'q', 'seed']);
  });

  it('hold no name: only ids, dates, kinds and sort are parameters', () => {
    for (const name of ['name', 'q', 'query', 'text', 'note']) expect(readUrl(`${name}=x`).dropped).toEqual([name]);
  });
});
