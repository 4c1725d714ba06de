import { describe, expect, it } from 'vitest';
import type { ScreenFacts } from '../../../../analysis/umbrella/facts.ts';
import { beforeOperation } from '../../../../analysis/umbrella/indicators/beforeOperation.ts';
import { today, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

const at = (day: number, hour = 12): number => day * 86_400 + hour * 3_600;
const operationDay = today - 100;
const facts: ScreenFacts = {
  ...village,
  operations: [
    { id: 'raid', targets: ['gang'], atSeconds: at(operationDay), outcome: 'missed', assertions: ['a_raid'] },
  ],
  awareness: [
    {
      operation: 'raid',
      person: 'wei',
      fromSeconds: at(operationDay - 5),
      assertions: ['a_aware'],
      rows: ['q_before'],
    },
  ],
  moments: [{ official: 'wei', other: 'ding', atSeconds: at(operationDay - 1) }],
};

describe('I10 contact before an operation', () => {
  it('one call in the two days before a missed raid, and none on 728 other days', () => {
    const part = partOf(beforeOperation, facts, 'wei')!;
    expect([part.observed, part.n]).toEqual([1, 1]);
    // 731 days in the records less the three around the raid: q = (0 + 30 · 0.5/729) / (728 + 30); two days of it.
    const q = (30 * (0.5 / 729)) / 758;
    expect(part.expected).toBeCloseTo(1 - (1 - q) ** 2, 9);
    expect(part.logLr).toBeGreaterThan(3);
    expect(part.evidence).toEqual(['a_aware', 'a_raid', 'q_before']);
    expect(part.text.zh).toContain('扑空');
  });

  it('weighs less when the raid did not miss, and when more than fifteen knew', () => {
    const missed = partOf(beforeOperation, facts, 'wei')!.logLr;
    const success = partOf(
      beforeOperation,
      { ...facts, operations: [{ ...facts.operations[0]!, outcome: 'success' }] },
      'wei',
    )!.logLr;
    const crowd = Array.from({ length: 29 }, (_, i) => ({
      operation: 'raid',
      person: `peer0${i}`,
      fromSeconds: null,
      assertions: [],
      rows: [],
    }));
    const known = partOf(beforeOperation, { ...facts, awareness: [...facts.awareness, ...crowd] }, 'wei')!;
    expect(success).toBeLessThan(missed);
    expect(known.logLr).toBeLessThan(missed);
    expect(known.innocent.find((one) => one.id === 'many_knew')).toMatchObject({ holds: true });
  });

  it('is explained by contact as frequent on every other day', () => {
    const daily = Array.from({ length: 730 }, (_, i) => ({
      official: 'wei',
      other: 'ding',
      atSeconds: at(today - 730 + i),
    }));
    const part = partOf(beforeOperation, { ...facts, moments: daily }, 'wei')!;
    expect(part.expected).toBeGreaterThan(0.99);
    expect(part.logLr).toBeLessThanOrEqual(0.01);
    const often = partOf(beforeOperation, { ...facts, moments: [...facts.moments, ...daily.slice(0, 600)] }, 'wei')!;
    expect(often.logLr).toBeLessThan(0.6);
  });

  it('compares with days of the same duty state', () => {
    // On duty with the gang for 40 days around the raid, calling every day of it, and hardly ever off duty.
    const duty = { official: 'wei', other: 'ding', fromDay: operationDay - 30, toDay: operationDay + 10 };
    const busy = Array.from({ length: 41 }, (_, i) => ({
      official: 'wei',
      other: 'ding',
      atSeconds: at(operationDay - 30 + i),
    }));
    const onDuty = partOf(beforeOperation, { ...facts, moments: busy, duties: [duty] }, 'wei')!;
    const offDuty = partOf(beforeOperation, { ...facts, moments: busy }, 'wei')!;
    expect(onDuty.expected!).toBeGreaterThan(3 * offDuty.expected!);
    expect(onDuty.logLr).toBeLessThan(offDuty.logLr);
  });

  it('contact before he knew, or after the raid, is none', () => {
    for (const when of [at(operationDay, 13), at(operationDay - 3)]) {
      expect(
        partOf(beforeOperation, { ...facts, moments: [{ official: 'wei', other: 'ding', atSeconds: when }] }, 'wei')!
          .observed,
      ).toBe(0);
    }
    const late = [{ ...facts.awareness[0]!, fromSeconds: at(operationDay, 6) }];
    expect(partOf(beforeOperation, { ...facts, awareness: late }, 'wei')!.observed).toBe(0);
  });

  it('is unknown where no call records cover the days before, and no question for who did not know', () => {
    expect(partOf(beforeOperation, { ...facts, obtained: [] }, 'wei')).toMatchObject({
      observed: null,
      coverage: null,
      logLr: 0,
    });
    expect(partOf(beforeOperation, facts, 'peer001')).toBeNull();
  });
});
