import { describe, expect, it } from 'vitest';
import { suspectContact } from '../../../../analysis/umbrella/indicators/suspectContact.ts';
import { calls, obtained, official, peers, suspect, tie, village } from '../fixture.ts';
import { partOf } from '../parts.ts';

describe('I1b contact with suspects whose records were obtained', () => {
  const facts = {
    ...village,
    contacts: [calls('wei', 'ding', 9), calls('wei', 'hu', 3), calls('peer001', 'ding', 1), calls('peer002', 'ma', 1)],
  };

  it('counts contact with all of them against peers of the stratum', () => {
    const part = partOf(suspectContact, facts, 'wei')!;
    expect(part.observed).toBe(12);
    expect(part.n).toBe(3);
    expect(part.coverage).toBe(1);
    // Two contacts among twenty peers, one cell: m = 2.5 / 21; f = (2 + κ) / (20 m + κ) with κ = 50; then shrunk to it.
    const m = 2.5 / 21;
    const factor = 52 / (20 * m + 50);
    expect(part.expected).toBeCloseTo(52 / (20 + 50 / (m * factor * factor)), 6);
    expect(part.logLr).toBeGreaterThan(2);
    expect(part.evidence).toEqual(['q_wei_ding', 'q_wei_hu']);
    expect(part.stratum.zh).toBe('公安·职级1–4·east，另有20人');
  });

  it('is 0 when a recorded kinship explains all of it, and lists that', () => {
    const part = partOf(
      suspectContact,
      {
        ...facts,
        contacts: facts.contacts.filter((one) => one.other !== 'hu'),
        ties: [tie('kin', 'wei', 'aunt'), tie('kin', 'aunt', 'ding')],
      },
      'wei',
    )!;
    expect(part.logLr).toBe(0);
    expect(part.observed).toBe(9);
    expect(part.innocent.find((one) => one.id === 'known_tie')).toMatchObject({ holds: true });
    expect(part.innocent[0]!.evidence).toEqual(['a_kin_aunt_ding', 'a_kin_wei_aunt', 'q_wei_ding']);
    expect(part.text.en).toContain('explained');
  });

  it('a friend or a suspected kinship explains nothing', () => {
    for (const known of [tie('friend', 'wei', 'ding'), tie('classmate', 'wei', 'ding', { confirmed: false })]) {
      expect(partOf(suspectContact, { ...facts, ties: [known] }, 'wei')!.observed).toBe(12);
    }
  });

  it('contact on duty is not counted but told', () => {
    const part = partOf(suspectContact, { ...village, contacts: [calls('wei', 'ding', 0, { dutyCount: 40 })] }, 'wei')!;
    expect(part.observed).toBe(0);
    expect(part.logLr).toBeLessThan(0);
    expect(part.innocent.find((one) => one.id === 'duty')).toMatchObject({ holds: true });
  });

  it('leaves out suspects whose records were not obtained, and says nothing where none were', () => {
    const some = partOf(suspectContact, { ...facts, obtained: [obtained('hu', 'calls')] }, 'wei')!;
    expect([some.observed, some.n]).toEqual([3, 1]);
    expect(some.coverage).toBeCloseTo(1 / 3);
    const none = partOf(suspectContact, { ...facts, obtained: [] }, 'wei')!;
    expect(none).toMatchObject({ observed: null, expected: null, logLr: 0, coverage: null });
    expect(none.text.zh).toContain('无法判断');
  });

  it('is 0 for a line as busy with suspects outside the gang, and lists that', () => {
    const outsiders = Array.from({ length: 5 }, (_, i) => `x${i}`);
    const busy = {
      ...facts,
      suspects: [...facts.suspects, ...outsiders.map((id) => suspect(id, []))],
      obtained: [...facts.obtained, ...outsiders.map((id) => obtained(id, 'calls'))],
      contacts: [calls('wei', 'ding', 4), ...outsiders.map((id) => calls('wei', id, 20))],
    };
    const part = partOf(suspectContact, busy, 'wei')!;
    expect(part.logLr).toBe(0);
    expect(part.innocent.find((one) => one.id === 'busy_line')).toMatchObject({ holds: true });
    expect(partOf(suspectContact, { ...busy, contacts: [calls('wei', 'ding', 4)] }, 'wei')!.logLr).toBeGreaterThan(1);
  });

  it('an official who is of the gang is no peer', () => {
    const inside = {
      ...facts,
      officials: [official('wei'), official('ding'), ...peers(20)],
      contacts: [...facts.contacts, calls('ding', 'hu', 500)],
    };
    expect(partOf(suspectContact, inside, 'wei')!.expected).toBeCloseTo(
      partOf(suspectContact, facts, 'wei')!.expected!,
      9,
    );
  });
});
