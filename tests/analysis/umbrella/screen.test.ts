import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScreenFacts } from '../../../analysis/umbrella/facts.ts';
import { rules } from '../../../analysis/umbrella/rules.ts';
import { screen } from '../../../analysis/umbrella/screen.ts';
import { calls, gang, obtained, official, suspect, tie, today, village } from './fixture.ts';

const monthly = Array.from({ length: 6 }, (_, i) => ({
  payer: 'ding',
  payee: 'wei',
  month: 202301 + i,
  note: '',
  count: 1,
  sum: 500_000,
  least: 500_000,
  most: 500_000,
  evidence: ['q_pay'],
}));
const story: ScreenFacts = {
  ...village,
  officials: [...village.officials, official('lin', { area: 'north' })],
  obtained: [...village.obtained, ...['ding', 'hu', 'ma'].map((id) => obtained(id, 'bank'))],
  contacts: [calls('wei', 'ding', 14), calls('peer003', 'hu', 2)],
  payments: monthly,
  disclosures: [{ person: 'peer003', kind: 'gift', about: null, day: today - 20, assertions: ['a_gift'] }],
};

describe('a screen', () => {
  const result = screen(story);
  const first = result.officials[0]!;

  it('ranks who is tied to the gang by money and contact first', () => {
    expect(first.officialId).toBe('wei');
    expect(result.officials.map((one) => one.rank)).toEqual(result.officials.map((_, i) => i + 1));
    expect(first.level).toBe('watch');
    expect(first.band).toBe('well_above');
    expect([first.p, first.q]).toEqual([null, null]);
    expect(first.gangs).toEqual([{ gangId: 'gang', share: 1 }]);
  });

  it('lists everybody in the pool and nobody else, and says so', () => {
    expect(result.officials.map((one) => one.officialId).sort()).toEqual(['peer003', 'wei']);
    expect(result).toMatchObject({
      complete: true,
      limit: null,
      cutAt: null,
      calibration: 'synthetic',
      modelVersion: rules.version,
    });
    expect(result.notes.some((note) => note.en.includes('22 officials in all, 2 in the pool, 20 outside it'))).toBe(
      true,
    );
  });

  it('says for each part what was seen, expected, and where one would stand without it', () => {
    const [payments, contact] = ['I12', 'I1b'].map((id) => first.indicators.find((one) => one.id === id)!);
    expect(payments).toMatchObject({ observed: 6, family: 'money', evidence: ['q_pay'], without: 1 });
    expect(contact).toMatchObject({ observed: 14, n: 3 });
    for (const part of first.indicators) {
      expect(part.text.zh).not.toBe('');
      expect(part.text.en).not.toBe('');
    }
  });

  it('lists what speaks for the person and what to do next', () => {
    const peer = result.officials.find((one) => one.officialId === 'peer003')!;
    expect(peer.exculpatory.map((one) => one.id)).toContain('disclosed:gift');
    expect(peer.exculpatory.map((one) => one.id)).toContain('no_payments');
    expect(first.nextSteps.length).toBeGreaterThan(1);
    expect(
      first.nextSteps.every((step) => step.zh !== '' && step.en !== '' && step.lawRef.startsWith('反有组织犯罪法')),
    ).toBe(true);
  });

  it('names known members of the gang only', () => {
    expect(result.gangs).toMatchObject([
      {
        gangId: 'gang',
        tier: 'evil-group',
        members: [{ personId: 'ding', membership: 1, known: true }, { personId: 'hu' }, { personId: 'ma' }],
      },
    ]);
  });

  it('shows no percentage anywhere', () => {
    expect(JSON.stringify(result)).not.toMatch(/[%％]|百分/);
  });

  it('every part with a figure opens to evidence or saw nothing', () => {
    for (const one of result.officials)
      for (const part of one.indicators) if ((part.observed ?? 0) > 0) expect(part.evidence.length).toBeGreaterThan(0);
  });

  it('refuses suspects who are none, protected ones, and alleged gangs', () => {
    expect(() => screen(story, { suspects: ['lin'] })).toThrow(expect.objectContaining({ code: 'invalid_input' }));
    expect(() => screen({ ...story, protectedPeople: ['ding'] }, { suspects: ['ding'] })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
    expect(() => screen({ ...story, gangs: [gang(['ding'], { filed: false })] }, { gang: 'gang' })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  it('given suspects, asks about these alone; of no gang, as one group where they share a case', () => {
    expect(screen(story, { suspects: ['hu'] }).gangs[0]!.members.map((one) => one.personId)).toEqual(['hu']);
    const alone = {
      ...story,
      suspects: [
        ...story.suspects,
        { id: 'x', gangs: [], cases: ['c'] },
        { id: 'y', gangs: [], cases: ['c'] },
        suspect('z', []),
      ],
    };
    expect(screen(alone).gangs).toHaveLength(1);
    expect(
      screen(alone, { suspects: ['x', 'y', 'z'] }).gangs.map((one) => one.members.map((member) => member.personId)),
    ).toEqual([['x', 'y'], ['z']]);
  });

  it('two gangs: the share goes to the one that he is tied to', () => {
    const two = {
      ...story,
      suspects: [...story.suspects, suspect('bai', ['other'])],
      gangs: [...story.gangs, { ...gang(['bai']), id: 'other' }],
      contacts: [...story.contacts, calls('wei', 'bai', 1)],
    };
    const wei = screen(two).officials.find((one) => one.officialId === 'wei')!;
    expect(wei.gangs.map((one) => one.gangId)).toEqual(['gang', 'other']);
    expect(wei.gangs[0]!.share).toBeGreaterThan(0.9);
  });
});

describe('whatever the order of the facts', () => {
  const rich: ScreenFacts = {
    ...story,
    ties: [
      tie('kin', 'wei', 'jia'),
      tie('owner', 'jia', 'quarry'),
      tie('owner', 'ding', 'quarry'),
      tie('classmate', 'peer003', 'hu'),
    ],
    companies: [{ id: 'quarry', area: 'river', sector: 'sand' }],
    companyCounts: [{ area: 'river', sector: 'sand', count: 90 }],
    suspectContacts: [calls('ding', 'shao', 9), calls('hu', 'shao', 7)],
    contacts: [...story.contacts, calls('wei', 'shao', 6), calls('peer005', 'shao', 1)],
    circles: [{ person: 'shao', partners: 20, strong: 5 }],
  };
  const lists = Object.keys(rich).filter((name): name is Exclude<keyof ScreenFacts, 'day'> => name !== 'day');

  it('the result is the same, byte for byte', () => {
    const expected = JSON.stringify(screen(rich));
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
        const shuffled = { ...rich };
        for (const name of lists) {
          const keyed = [...rich[name]].map((item) => ({ item, key: numbers.next().value as number }));
          Object.assign(shuffled, { [name]: keyed.sort((a, b) => a.key - b.key).map(({ item }) => item) });
        }
        expect(JSON.stringify(screen(shuffled))).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('protected people are never scored, listed as members or used as a way', () => {
    fc.assert(
      fc.property(fc.subarray(['wei', 'lin', 'peer003', 'ding', 'hu', 'shao', 'jia']), (protectedPeople) => {
        const result = screen({ ...rich, protectedPeople });
        for (const id of protectedPeople) {
          expect(result.officials.map((one) => one.officialId)).not.toContain(id);
          expect(result.gangs.flatMap((one) => one.members.map((member) => member.personId))).not.toContain(id);
          if (id === 'jia')
            expect(result.officials.flatMap((one) => one.indicators.map((part) => part.id))).not.toContain('I15');
        }
        if (protectedPeople.includes('shao'))
          expect(result.officials.map((one) => one.officialId)).not.toContain('peer005');
      }),
    );
  });
});
