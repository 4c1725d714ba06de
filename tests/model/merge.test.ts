import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/assertion.ts';
import { clockDays } from '../../model/clocks.ts';
import { groupsOf, mergeEntity, mergeTie } from '../../model/merge.ts';
import { entitySaid, idOf, tieSaid } from '../fixtures/said.ts';

const now = clockDays({ trueAt: '2025-06-01', knownAt: '2025-06-01' });
const at = (trueAt: string, knownAt: string) => clockDays({ trueAt, knownAt });

describe('the merge of an entity', () => {
  it('puts the best grade first and keeps differing values, each with who says it', () => {
    const weak = entitySaid(
      'Person',
      'P1',
      { name: ['岳川'], address: ['河东'] },
      { grade: { reliability: 'D', credibility: 4 }, source: 'tip' },
    );
    const strong = entitySaid('Person', 'P1', { name: ['岳川'], address: ['河西'] });
    const view = mergeEntity([idOf('P1')], [weak, strong], now)!;
    expect(view.properties.address).toEqual([
      { value: '河西', assertions: [strong.id] },
      { value: '河东', assertions: [weak.id] },
    ]);
    expect(view.properties.name).toEqual([{ value: '岳川', assertions: [strong.id, weak.id] }]);
    expect(view.caption).toBe('岳川');
  });
  it('calls an act without a name by what it was and when, in both languages', () => {
    const caption = (type: 'Decision' | 'Operation', properties: Record<string, string[]>, validFrom: string | null) =>
      mergeEntity([idOf('D1')], [entitySaid(type, 'D1', properties, { validFrom })], now)!.caption;
    expect(caption('Decision', { decision: ['not_charged'] }, '2024-03-05')).toBe('不起诉 Not charged 2024-03-05');
    expect(caption('Decision', { decision: ['not_charged'], name: ['决定书'] }, '2024-03-05')).toBe('决定书');
    expect(caption('Decision', {}, '2024-03')).toBe('办案决定 Decision 2024-03');
    expect(caption('Operation', {}, '2024-06-01')).toBe('专项行动 Operation 2024-06-01');
    expect(caption('Decision', {}, null)).toBe('D1');
  });
  it('of equal grades the newest is first', () => {
    const old = entitySaid('Person', 'P1', { address: ['旧址'] }, { knownAt: '2023-01-01' });
    const recent = entitySaid('Person', 'P1', { address: ['新址'] }, { knownAt: '2024-01-01' });
    expect(mergeEntity([idOf('P1')], [old, recent], now)!.properties.address!.map((one) => one.value)).toEqual([
      '新址',
      '旧址',
    ]);
  });
  it('does not exist before it was known, after it was taken back, or outside its validity', () => {
    const said = entitySaid(
      'Company',
      'C1',
      { name: ['青石砂场'] },
      { knownAt: '2024-03-01', validFrom: '2022', validTo: '2024' },
    );
    const taken = {
      ...said,
      retraction: {
        id: 'v_1',
        assertion: said.id,
        by: 'u',
        reason: 'wrong',
        knownAt: '2024-09-01',
        compartment: 'general',
      },
    };
    expect(mergeEntity([idOf('C1')], [said], at('2024-05-01', '2024-02-28'))).toBeUndefined();
    expect(mergeEntity([idOf('C1')], [said], at('2025-01-01', '2025-01-01'))).toBeUndefined();
    expect(mergeEntity([idOf('C1')], [said], at('2024-05-01', '2024-03-01'))).toBeDefined();
    expect(mergeEntity([idOf('C1')], [taken], at('2024-05-01', '2024-08-31'))).toBeDefined();
    expect(mergeEntity([idOf('C1')], [taken], at('2024-05-01', '2024-09-01'))).toBeUndefined();
  });
  it('does not depend on the order of what it is given', () => {
    const said = ['河东', '河西', '河南'].map((address, i) =>
      entitySaid('Person', 'P1', { address: [address] }, { knownAt: `2024-01-0${i + 1}` }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: 3 }), (shuffled) => {
        expect(mergeEntity([idOf('P1')], shuffled, now)).toEqual(mergeEntity([idOf('P1')], said, now));
      }),
    );
  });
});

describe('the merge of a tie', () => {
  it('is suspected only while every source says so', () => {
    const one = tieSaid('kin', 'P1', 'P2', '', { certainty: ['suspected'] });
    const two = tieSaid('kin', 'P1', 'P2', '', { certainty: ['confirmed'] }, { source: 'second' });
    expect(mergeTie([one], now)!.certainty).toBe('suspected');
    expect(mergeTie([one, two], now)!.certainty).toBe('confirmed');
  });
  it('a dated happening holds from its day on, in a window only on its day', () => {
    const decision = tieSaid('decision', 'D1', 'P1', 'handler', {}, { validFrom: '2024-04-05', validTo: '2024-04-05' });
    expect(mergeTie([decision], at('2025-01-01', '2025-01-01'))).toBeDefined();
    expect(mergeTie([decision], at('2024-04-04', '2025-01-01'))).toBeUndefined();
    expect(mergeTie([decision], at('2024-05..2024-12', '2025-01-01'))).toBeUndefined();
    expect(mergeTie([decision], at('2024-01..2024-12', '2025-01-01'))).toBeDefined();
  });
});

describe('same or not', () => {
  const judge = (
    a: string,
    b: string,
    judgement: Judgement['judgement'],
    knownAt: string,
    compartment = 'general',
  ): Judgement => ({
    id: `v_${a}${b}${knownAt}`,
    a: idOf(a),
    b: idOf(b),
    judgement,
    by: 'u',
    reason: 'same number',
    knownAt,
    compartment,
    recordedAt: `${knownAt}T00:00:00Z`,
  });
  it('joins through a third, under the least id', () => {
    const groups = groupsOf(
      [judge('A', 'B', 'positive', '2024-01-01'), judge('B', 'C', 'positive', '2024-01-02')],
      now,
    );
    const all = [idOf('A'), idOf('B'), idOf('C')].sort();
    expect(groups.get(idOf('C'))).toEqual(all);
  });
  it('a later judgement undoes an earlier one, whichever way the pair is named', () => {
    const undone = [judge('A', 'B', 'positive', '2024-01-01'), judge('B', 'A', 'none', '2024-02-01')];
    expect(groupsOf(undone, now).get(idOf('A'))).toBeUndefined();
    expect(groupsOf(undone, at('2024-01-15', '2024-01-15')).get(idOf('A'))).toHaveLength(2);
  });
  it('unsure joins nobody', () => {
    expect(groupsOf([judge('A', 'B', 'unsure', '2024-01-01')], now).size).toBe(0);
  });
});
