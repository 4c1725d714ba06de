import { describe, expect, it } from 'vitest';
import type { Said } from '../../../model/assertion.ts';
import { clockDays } from '../../../model/clocks.ts';
import { localTimeText } from '../../../model/dates.ts';
import { createStanding, type Standing } from '../../../model/standing/standing.ts';
import { entitySaid, idOf, tieSaid } from '../../fixtures/said.ts';

function standingOf(said: Said[], at = '2025-06-01', births: Record<string, string> = {}): Standing {
  const standing = createStanding(clockDays({ trueAt: at, knownAt: '2025-12-31' }), (id) => id);
  standing.add(said);
  return standing.finish(new Map(Object.entries(births).map(([key, born]) => [idOf(key), born])));
}
const police = entitySaid('PublicBody', 'U1', { name: ['河湾县公安局'], orgKind: ['public_body'] });
const post = (person: string, from: string | null, to: string | null, unit = 'U1', department = 'police') =>
  tieSaid('post', person, unit, '民警', { department: [department], rank: ['4'] }, { validFrom: from, validTo: to });
const criminalCase = (key: string, opened = '2024-02-01', closed?: string) =>
  entitySaid('CourtCase', key, {
    caseKind: ['criminal'],
    fileDate: [opened],
    ...(closed === undefined ? {} : { closeDate: [closed] }),
  });
const party = (person: string, of: string, role: string) => tieSaid('case', person, of, role, { role: [role] });
const decided = (key: string, of: string, about: string | null, decision: string, at: string, handler = 'O1') =>
  entitySaid('Decision', key, {
    case: [idOf(of)],
    ...(about === null ? {} : { party: [idOf(about)] }),
    decision: [decision],
    date: [at],
    handler: [idOf(handler)],
  });

describe('who is an official', () => {
  it('holds a post at a public body, or held one that ended at most three years before', () => {
    const said = [
      police,
      post('NOW', '2020', null),
      post('RECENT', '2015', '2022-07-01'),
      post('LONG', '2010', '2022-05-31'),
      post('NEXT', '2025-07-01', null),
    ];
    expect([...standingOf(said).officials.keys()].sort()).toEqual([idOf('NOW'), idOf('RECENT')].sort());
  });
  it('a post in a company makes nobody an official; one of a party organisation does', () => {
    const company = entitySaid('Organization', 'X1', { orgKind: ['association'] });
    const said = [company, post('A', '2020', null, 'X1', 'other'), post('B', '2020', null, 'X1', 'party_organisation')];
    expect([...standingOf(said).officials.keys()]).toEqual([idOf('B')]);
  });
});

describe('who is a suspect', () => {
  it('has the role in a criminal case that has not ended for him', () => {
    const said = [
      criminalCase('K1'),
      party('S1', 'K1', 'suspect'),
      party('S2', 'K1', 'suspect'),
      decided('D1', 'K1', 'S2', 'not_charged', '2024-05-01'),
    ];
    expect([...standingOf(said).suspects.keys()]).toEqual([idOf('S1')]);
  });
  it('a decision not to file that was later reversed has not ended it', () => {
    const said = [
      criminalCase('K1'),
      party('S1', 'K1', 'suspect'),
      decided('D1', 'K1', null, 'not_filed', '2024-02-02'),
      decided('D2', 'K1', null, 'filed', '2024-08-02'),
    ];
    expect(standingOf(said).suspects.has(idOf('S1'))).toBe(true);
    expect(standingOf(said, '2024-07-01').suspects.has(idOf('S1'))).toBe(false);
  });
  it('an administrative case or a case opened later makes none', () => {
    const administrative = entitySaid('CourtCase', 'K2', { caseKind: ['administrative'], fileDate: ['2024'] });
    expect(standingOf([administrative, party('S1', 'K2', 'suspect')]).suspects.size).toBe(0);
    expect(standingOf([criminalCase('K1', '2025-08-01'), party('S1', 'K1', 'suspect')]).suspects.size).toBe(0);
  });
  it('a confirmed member of a gang with a filed case is one; an alleged gang makes none', () => {
    const filed = entitySaid('Gang', 'G1', { tier: ['black'], filedCaseId: ['K1'] });
    const alleged = entitySaid('Gang', 'G2', { tier: ['disorder'] });
    const said = [
      filed,
      alleged,
      tieSaid('gang_member', 'M1', 'G1'),
      tieSaid('gang_member', 'M2', 'G2'),
      tieSaid('gang_member', 'M3', 'G1', '', { certainty: ['suspected'] }),
    ];
    expect([...standingOf(said).suspects.keys()]).toEqual([idOf('M1')]);
    expect(standingOf(said).gangs.get(idOf('G2'))!.filed).toBe(false);
  });
});

describe('who is protected', () => {
  it('victims, witnesses, reporters, counsel and journalists of a case', () => {
    const roles = ['victim', 'witness', 'reporter', 'petitioner', 'counsel', 'journalist'];
    const standing = standingOf([criminalCase('K1'), ...roles.map((role) => party(role, 'K1', role))]);
    expect([...standing.protectedPeople].sort()).toEqual(roles.map(idOf).sort());
  });
  it('victim and suspect of one case is protected in it', () => {
    const standing = standingOf([criminalCase('K1'), party('V1', 'K1', 'victim'), party('V1', 'K1', 'suspect')]);
    expect(standing.protectedPeople.has(idOf('V1'))).toBe(true);
    expect(standing.suspects.has(idOf('V1'))).toBe(false);
  });
  it('a victim who is suspect in another case is not; counsel and minors are, always', () => {
    const said = [
      criminalCase('K1'),
      criminalCase('K2'),
      ...['V1', 'L1', 'C1'].flatMap((who) => [party(who, 'K2', 'suspect')]),
      party('V1', 'K1', 'victim'),
      party('L1', 'K1', 'counsel'),
    ];
    const standing = standingOf(said, '2025-06-01', { C1: '2007-06-02', V1: '1980' });
    expect([...standing.suspects.keys()]).toEqual([idOf('V1')]);
    expect([...standing.protectedPeople].sort()).toEqual([idOf('C1'), idOf('L1')].sort());
  });
  it('an informant is, for a reader who may know it', () => {
    const record = entitySaid(
      'Informant',
      'R1',
      { handler: [idOf('O1')], person: [idOf('I1')] },
      { compartment: 'informants' },
    );
    expect(standingOf([record]).protectedPeople.has(idOf('I1'))).toBe(true);
    expect(standingOf([]).protectedPeople.size).toBe(0);
  });
});

describe('duty', () => {
  const said = (closed?: string) => [
    criminalCase('K1', '2024-02-01', closed),
    party('S1', 'K1', 'suspect'),
    decided('D1', 'K1', 'S1', 'filed', '2024-02-03'),
  ];
  it('runs from the opening to 45 days after the closing', () => {
    const [duty] = standingOf(said('2024-06-30')).duties;
    expect(duty).toMatchObject({ official: idOf('O1'), other: idOf('S1'), reason: `case:${idOf('K1')}` });
    expect([duty!.fromSeconds, duty!.toSeconds].map(localTimeText)).toEqual([
      '2024-02-01T00:00:00',
      '2024-08-14T23:59:59',
    ]);
  });
  it('lasts 180 days where no closing is known', () => {
    expect(localTimeText(standingOf(said()).duties[0]!.toSeconds)).toBe('2024-07-30T23:59:59');
  });
  it('a registered task covers its days', () => {
    const record = entitySaid(
      'Duty',
      'R2',
      { person: [idOf('O1')], other: [idOf('S1')], dutyKind: ['visit'] },
      { validFrom: '2024-03-01', validTo: '2024-03-02' },
    );
    expect(standingOf([record]).duties).toMatchObject([{ reason: 'duty:visit' }]);
  });
});
