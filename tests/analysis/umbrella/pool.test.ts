import { describe, expect, it } from 'vitest';
import { createContext } from '../../../analysis/umbrella/context.ts';
import type { ScreenFacts } from '../../../analysis/umbrella/facts.ts';
import { chooseGroups } from '../../../analysis/umbrella/groups.ts';
import { findPool } from '../../../analysis/umbrella/pool.ts';
import { calls, gang, nothing, official, suspect, tie, today } from './fixture.ts';

const facts: ScreenFacts = {
  ...nothing,
  officials: ['wei', 'lin', 'tao'].map((id) => official(id, { area: 'north' })),
  suspects: [suspect('ding'), suspect('hu')],
  gangs: [gang(['ding', 'hu'])],
};
const poolOf = (some: Partial<ScreenFacts>): Record<string, string[]> => {
  const whole = { ...facts, ...some };
  const pool = findPool(createContext(whole, chooseGroups(whole, {})));
  return Object.fromEntries([...pool.members].map(([id, doors]) => [id, [...(doors.get('gang') ?? [])].sort()]));
};

describe('the pool', () => {
  it('is empty where nothing leads to the gang', () => {
    expect(poolOf({})).toEqual({});
  });

  it('takes who decided in a case of its people, handler or approver', () => {
    const file = {
      id: 'c1',
      kind: 'criminal',
      charge: '',
      area: '',
      unit: null,
      openedDay: today - 9,
      evidence: null,
      severity: null,
    };
    const party = { person: 'ding', priors: null, pleaded: null, restitution: null, illness: null, assertions: [] };
    const decision = {
      id: 'd1',
      caseId: 'c1',
      party: 'ding',
      stage: 'filing',
      decision: 'filed',
      day: today - 8,
      handler: 'wei',
      approver: 'lin',
      assertions: [],
    };
    expect(
      poolOf({ cases: [{ ...file, parties: [{ ...party, roles: ['suspect'] }] }], decisions: [decision] }),
    ).toEqual({ wei: ['decided'], lin: ['decided'] });
    expect(poolOf({ cases: [{ ...file, parties: [{ ...party, roles: ['victim'] }] }], decisions: [decision] })).toEqual(
      {},
    );
  });

  it('takes whose area or remit covers its business', () => {
    const business = {
      companies: [{ id: 'quarry', area: 'east', sector: 'sand' }],
      ties: [tie('owner', 'ding', 'quarry', { share: 50 })],
      officials: [
        official('wei', { area: 'east' }),
        official('lin', { area: 'north', remit: ['sand'] }),
        official('tao', { area: 'north' }),
      ],
    };
    expect(poolOf(business)).toEqual({ wei: ['remit'], lin: ['remit'] });
    expect(poolOf({ ...business, ties: [tie('owner', 'ding', 'quarry', { share: 2 })] })).toEqual({});
  });

  it('takes who knew of an operation against it', () => {
    const operation = { id: 'raid', targets: ['hu'], atSeconds: (today - 5) * 86_400, outcome: null, assertions: [] };
    const awareness = [{ operation: 'raid', person: 'tao', fromSeconds: null, assertions: [], rows: [] }];
    expect(poolOf({ operations: [operation], awareness })).toEqual({ tao: ['aware'] });
  });

  it('takes who is within two private ties: kin, shares, money, calls, in any mixture', () => {
    expect(poolOf({ ties: [tie('kin', 'wei', 'jia'), tie('spouse', 'jia', 'ding')] })).toEqual({ wei: ['near'] });
    expect(poolOf({ ties: [tie('owner', 'wei', 'shop'), tie('owner', 'ding', 'shop')] })).toEqual({ wei: ['near'] });
    expect(poolOf({ ties: [tie('kin', 'wei', 'jia')], suspectContacts: [calls('ding', 'jia', 1)] })).toEqual({
      wei: ['near'],
    });
    expect(
      poolOf({
        contacts: [calls('wei', 'ding', 1), { ...calls('lin', 'jia', 1), kind: 'payments' }],
        suspectContacts: [calls('hu', 'jia', 2)],
      }),
    ).toEqual({ wei: ['near'], lin: ['near'] });
    expect(poolOf({ ties: [tie('kin', 'wei', 'a'), tie('kin', 'a', 'b'), tie('kin', 'b', 'ding')] })).toEqual({});
  });

  it('home town, class, household and duty contact open no door', () => {
    for (const kind of ['hometown', 'classmate', 'household', 'comrade', 'colleague'])
      expect(poolOf({ ties: [tie(kind, 'wei', 'ding')] })).toEqual({});
    expect(poolOf({ contacts: [calls('wei', 'ding', 0, { dutyCount: 30 })] })).toEqual({});
  });

  it('nobody protected and no hub is a way through', () => {
    const way = { contacts: [calls('wei', 'jia', 3)], suspectContacts: [calls('ding', 'jia', 3)] };
    expect(poolOf(way)).toEqual({ wei: ['near'] });
    expect(poolOf({ ...way, protectedPeople: ['jia'] })).toEqual({});
    expect(poolOf({ ...way, circles: [{ person: 'jia', partners: 400, strong: 2 }] })).toEqual({});
  });

  it('a protected official is not in it, and an alleged gang is no start', () => {
    expect(poolOf({ contacts: [calls('wei', 'ding', 1)], protectedPeople: ['wei'] })).toEqual({});
    const alleged = {
      gangs: [gang(['ding'], { filed: false })],
      suspects: [suspect('hu', [])],
      contacts: [calls('wei', 'ding', 5)],
    };
    expect(poolOf(alleged)).toEqual({});
  });
});
