import { describe, expect, it } from 'vitest';
import { intermediary } from '../../../../analysis/umbrella/indicators/intermediary.ts';
import { calls, obtained, official, suspect, tie, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

describe('I2 contact through somebody close to the gang', () => {
  const facts = {
    ...village,
    contacts: [calls('wei', 'shao', 20)],
    suspectContacts: [calls('ding', 'shao', 8), calls('hu', 'shao', 6), calls('ma', 'shao', 5)],
    circles: [{ person: 'shao', partners: 40, strong: 7 }],
  };

  it('weighs each contact by the share of strong ties in the gang, damped by the circle', () => {
    // Strong with ding and hu (6 or more): 2 / (7 + 3); circle of 40 against 30.
    const part = partOf(intermediary, facts, 'wei')!;
    expect(part.observed).toBeCloseTo(20 * 0.2 * 0.75, 9);
    expect(part.n).toBe(1);
    expect(part.logLr).toBeGreaterThan(0);
    expect(part.evidence).toEqual(['q_ding_shao', 'q_hu_shao', 'q_wei_shao']);
  });

  it('is 0 for a shop or hotline, and says so', () => {
    const part = partOf(intermediary, { ...facts, circles: [{ person: 'shao', partners: 300, strong: 7 }] }, 'wei')!;
    expect(part.logLr).toBe(0);
    expect(part.innocent[0]).toMatchObject({ id: 'busy_number', holds: true });
  });

  it('a relative in the middle counts for nothing: relatives are in touch anyway', () => {
    expect(partOf(intermediary, { ...facts, ties: [tie('kin', 'wei', 'shao')] }, 'wei')!.observed).toBe(0);
  });

  it('is raised for a line that is busy with suspects of every sort', () => {
    const outsiders = ['x', 'y'].map((id) => suspect(id, []));
    const busy = {
      ...facts,
      suspects: [...facts.suspects, ...outsiders],
      obtained: [...facts.obtained, ...outsiders.map((one) => obtained(one.id, 'calls'))],
      contacts: [...facts.contacts, calls('wei', 'x', 30), calls('wei', 'y', 30)],
    };
    expect(partOf(intermediary, busy, 'wei')!.expected).toBeGreaterThan(
      10 * partOf(intermediary, facts, 'wei')!.expected!,
    );
  });

  it('members, officials and protected people are never in the middle', () => {
    expect(partOf(intermediary, { ...facts, protectedPeople: ['shao'] }, 'wei')!.observed).toBe(0);
    expect(partOf(intermediary, { ...facts, officials: [...facts.officials, official('shao')] }, 'wei')!.observed).toBe(
      0,
    );
    expect(
      partOf(
        intermediary,
        { ...facts, contacts: [calls('wei', 'hu', 20)], suspectContacts: [calls('ding', 'hu', 50)] },
        'wei',
      )!.observed,
    ).toBe(0);
  });

  it('is unknown where no records of the gang were obtained', () => {
    expect(partOf(intermediary, { ...facts, obtained: [] }, 'wei')).toMatchObject({
      observed: null,
      logLr: 0,
      coverage: null,
    });
  });
});
