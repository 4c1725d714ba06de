import { describe, expect, it } from 'vitest';
import type { CaseFact, DecisionFact, ScreenFacts } from '../../../../analysis/umbrella/facts.ts';
import { leniency } from '../../../../analysis/umbrella/indicators/leniency.ts';
import { official, today, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

const party = (person: string) => ({
  person,
  roles: ['suspect'],
  priors: 0,
  pleaded: false,
  restitution: null,
  illness: null,
  assertions: [],
});
const file = (id: string, person: string, evidence: number | null = 0.5): CaseFact => ({
  id,
  kind: 'criminal',
  charge: 'affray',
  area: 'east',
  unit: 'bureau',
  openedDay: today - 400,
  evidence,
  severity: evidence === null ? null : 0.5,
  parties: [party(person)],
});
const decision = (caseId: string, decided: string, handler: string): DecisionFact => ({
  id: `d_${caseId}`,
  caseId,
  party: null,
  stage: 'measure',
  decision: decided,
  day: today - 390,
  handler,
  approver: null,
  assertions: [`a_decision_${caseId}`],
});

/** Forty cases of others, one in four on bail, decided by lin; and five of the gang, all on bail, decided by wei. */
function cases(
  own: { decided: string; evidence?: number | null }[],
  others: { handler: string; bail: number; all: number }[],
): ScreenFacts {
  const ofOthers = others.flatMap(({ handler, bail, all }) =>
    Array.from({ length: all }, (_, i) => ({
      file: file(`o_${handler}_${i}`, `person_${handler}_${i}`),
      decision: decision(`o_${handler}_${i}`, i < bail ? 'bail' : 'detained', handler),
    })),
  );
  const ofGang = own.map(({ decided, evidence = 0.5 }, i) => ({
    file: file(`g_${i}`, 'ding', evidence),
    decision: decision(`g_${i}`, decided, 'wei'),
  }));
  const all = [...ofOthers, ...ofGang];
  return {
    ...village,
    officials: [...village.officials, official('lin')],
    cases: all.map((one) => one.file),
    decisions: all.map((one) => one.decision),
  };
}

describe('I6 favourable decisions', () => {
  const fiveBails = Array.from({ length: 5 }, () => ({ decided: 'bail' }));

  it('compares with like cases decided by everybody', () => {
    const part = partOf(leniency, cases(fiveBails, [{ handler: 'lin', bail: 10, all: 40 }]), 'wei')!;
    expect(part.observed).toBe(5);
    expect(part.n).toBe(5);
    expect(part.expected).toBeCloseTo(1.25, 1); // one in four
    expect(part.logLr).toBeGreaterThan(1);
    expect(part.evidence).toHaveLength(5);
    expect(part.innocent.map((one) => one.id)).toEqual(['lenient_to_all', 'case_features', 'unrecorded_factor']);
    expect(part.innocent.every((one) => !one.holds)).toBe(true);
  });

  it('is 0 for somebody as lenient to all others, and lists that', () => {
    const part = partOf(
      leniency,
      cases(fiveBails.slice(0, 3), [
        { handler: 'lin', bail: 10, all: 60 },
        { handler: 'wei', bail: 38, all: 40 },
      ]),
      'wei',
    )!;
    expect(part.logLr).toBe(0);
    expect(part.innocent[0]).toMatchObject({ id: 'lenient_to_all', holds: true });
  });

  it('speaks for somebody stricter with the gang than with others', () => {
    const strict = Array.from({ length: 6 }, () => ({ decided: 'detained' }));
    const part = partOf(leniency, cases(strict, [{ handler: 'lin', bail: 30, all: 40 }]), 'wei')!;
    expect(part.observed).toBe(0);
    expect(part.logLr).toBeLessThan(-1);
  });

  it('says how many files lack evidence or gravity', () => {
    const part = partOf(
      leniency,
      cases(
        fiveBails.map((one) => ({ ...one, evidence: null })),
        [{ handler: 'lin', bail: 10, all: 40 }],
      ),
      'wei',
    )!;
    expect(part.innocent.find((one) => one.id === 'unrecorded_factor')!.en).toContain('5 of 5 files lack evidence');
  });

  it('a decision about a case as a whole counts once, however many of the gang are in it', () => {
    const facts = cases(fiveBails.slice(0, 1), [{ handler: 'lin', bail: 10, all: 40 }]);
    const both = facts.cases.map((one) => (one.id === 'g_0' ? { ...one, parties: [party('ding'), party('hu')] } : one));
    expect(partOf(leniency, { ...facts, cases: both }, 'wei')).toMatchObject({ observed: 1, n: 1 });
  });

  it('does not apply to somebody who decided nothing about the gang', () => {
    expect(partOf(leniency, cases(fiveBails, [{ handler: 'lin', bail: 10, all: 40 }]), 'lin')).toBeNull();
  });
});
