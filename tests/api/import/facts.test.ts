import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityId, tieId } from '../../../model/ids.ts';
import { openWorld, today, type World } from './world.ts';

const party = (id: string) => entityId('', 'party', id);

/** One row of every file that holds facts, and what it becomes. */
const files = {
  'sources.csv': 'id,name,kind,origin,grade,compartment\nS1,户籍,register,county,B2,\nS2,线人处,report,,A1,\n',
  'people.csv':
    'id,name,other_names,id_number,gender,birth_date,phones,prior_convictions,source_id\n' +
    'P1,周一,周大;阿一,210224040226785,男,,13800000001;0571-88888888,,S1\n' +
    'P2,吴二,,,female,1980-05,,,S1\nP3,郑三,,,,,,,S1\nP4,王四,,,,,,,S1\n',
  'organisations.csv':
    'id,name,kind,industry,founded,tier,filed_case_id,weak_party_branch,responsible_unit_id,source_id\n' +
    'O1,甲公司,company,砂石,2010,,,,O2,S1\nO2,乙镇政府,public_body,,,,,,,S1\nG1,丙团伙,gang,,,black,K1,否,,S1\n',
  'cases.csv':
    'id,title,kind,charge,organisation_id,opened,closed,evidence,severity\nK1,丙案,criminal,寻衅滋事,O2,2024-03-01,,0.8,0.5\n',
  'tenders.csv': 'id,name,organisation_id,official_id,industry,at,budget\nT1,砂石采购,O2,P2,砂石,2023-05-01,1200000\n',
  'operations.csv': 'id,target_id,organisation_id,at,outcome\nX1,G1,O2,2024-05-02,missed\n',
  'ties.csv':
    'from_id,to_id,kind,role,share,certainty,from,to,notes\n' +
    'P1,P2,classmate,,,,2001,2004,\nP3,O1,owner,,51%,confirmed,2012-02-01,,大股东\nP4,G1,gang_member,骨干,,suspected,,,\n',
  'posts.csv':
    'person_id,organisation_id,title,department,rank,area,remit,from,to\nP2,O2,镇长,town,6,乙镇,砂石;水利,2019-01-01,2023-12-31\n',
  'case_parties.csv': 'case_id,person_id,role,priors,pleaded\nK1,P4,suspect,2,true\n',
  'decisions.csv':
    'id,case_id,person_id,stage,decision,at,handler_id,approver_id,asked_by_id,reason\n' +
    'D1,K1,P4,arrest,not_arrested,2024-04-01T10:00:00,P1,P2,P3,证据不足\n',
  'bids.csv': 'tender_id,company_id,amount,won\nT1,O1,1100000,true\n',
  'awareness.csv': 'operation_id,person_id,from\nX1,P2,2024-04-20\n',
  'informants.csv': 'handler_id,person_id,from,to,source_id\nP1,P3,2020,,S2\n',
  'duties.csv': 'person_id,other_id,from,to,kind,note\nP1,P4,2024-03-01T08:00:00,2024-03-02,case,讯问\n',
  'disclosures.csv':
    'person_id,at,kind,about_id,note\nP2,2022-01-01,kin_business,O1,配偶持股\nP2,2022-02-01,gift,Z9,\n',
  'records_obtained.csv': 'person_id,kind,from,to\nP4,calls,2024-01-01,2024-06-30\n',
};

describe('the facts of a bundle', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('are all taken in', async () => {
    const report = await world.import(files);
    expect(report.rejects).toEqual([]);
    // 4 people, 3 organisations, case, tender, operation, decision
    expect(report.entities).toBe(11);
    // 3 ties, post, case party, 5 of the decision, 2 of the tender, bid, target, awareness
    expect(report.ties).toBe(15);
    expect(report.files).toContainEqual({ file: 'decisions.csv', rows: 1, accepted: 1, rejected: 0 });
    expect(report.noteCounts).toEqual({ dangling: 1 });
  });

  it('keep people as they were given, with both identity numbers', async () => {
    const [said] = (await world.said({ types: ['Person'] })).filter((one) => one.about === party('P1'));
    expect(said).toMatchObject({
      kind: 'Person',
      key: 'P1',
      source: 'S1',
      origin: 'county',
      grade: { reliability: 'B', credibility: 2 },
      compartment: 'general',
      knownAt: today,
      validFrom: null,
      properties: {
        name: ['周一'],
        alias: ['周大', '阿一'],
        idNumber: ['210224190402267850', '210224040226785'],
        gender: ['male'],
        birthDate: ['1904-02-26'],
        phone: ['13800000001', '057188888888'],
      },
    });
  });

  it('type organisations by their kind and keep the kind, and know a unit named further down', async () => {
    const organisations = await world.said({ types: ['Company', 'PublicBody', 'Gang'] });
    const byKey = new Map(organisations.map((one) => [one.key, one]));
    expect(byKey.get('O1')).toMatchObject({
      kind: 'Company',
      properties: {
        orgKind: ['company'],
        sector: ['砂石'],
        incorporationDate: ['2010'],
        responsibleUnit: [party('O2')],
      },
    });
    expect(byKey.get('O2')?.kind).toBe('PublicBody');
    expect(byKey.get('G1')).toMatchObject({
      kind: 'Gang',
      properties: { tier: ['black'], filedCaseId: ['K1'], weakPartyBranch: ['false'] },
    });
  });

  it('make a decision an entity with five ties', async () => {
    const decision = entityId('', 'decision', 'D1');
    const ends = (await world.said({ kinds: ['decision'] })).map((one) => [
      one.ends?.role,
      one.ends?.from,
      one.ends?.to,
    ]);
    expect(ends).toHaveLength(5);
    expect(ends).toEqual(
      expect.arrayContaining([
        ['case', decision, entityId('', 'case', 'K1')],
        ['party', decision, party('P4')],
        ['handler', decision, party('P1')],
        ['approver', decision, party('P2')],
        ['asked_by', decision, party('P3')],
      ]),
    );
    const [said] = await world.said({ types: ['Decision'] });
    expect(said).toMatchObject({
      validFrom: '2024-04-01',
      properties: {
        date: ['2024-04-01T10:00:00'],
        stage: ['arrest'],
        decision: ['not_arrested'],
        askedBy: [party('P3')],
      },
    });
  });

  it('make ties of their kind, with the dates as validity', async () => {
    const [classmate] = await world.said({ kinds: ['classmate'] });
    expect(classmate).toMatchObject({
      kind: 'Associate',
      about: tieId('classmate', party('P1'), party('P2'), ''),
      validFrom: '2001',
      validTo: '2004',
      properties: { role: ['classmate'] },
    });
    const [owner] = await world.said({ kinds: ['owner'] });
    expect(owner).toMatchObject({
      kind: 'Ownership',
      properties: { percentage: ['51'], summary: ['大股东'] },
      validTo: null,
    });
    const [member] = await world.said({ kinds: ['gang_member'] });
    expect(member).toMatchObject({
      kind: 'Membership',
      ends: { role: '骨干' },
      properties: { certainty: ['suspected'] },
    });
    const [post] = await world.said({ kinds: ['post'] });
    expect(post).toMatchObject({
      kind: 'Employment',
      ends: { from: party('P2'), to: party('O2'), role: '镇长' },
      properties: { department: ['town'], rank: ['6'], remit: ['砂石', '水利'] },
      validFrom: '2019-01-01',
      validTo: '2023-12-31',
    });
  });

  it('date the ties of cases and bids by what they are to', async () => {
    expect((await world.said({ kinds: ['case'] }))[0]).toMatchObject({
      ends: { from: party('P4'), to: entityId('', 'case', 'K1'), role: 'suspect' },
      validFrom: '2024-03-01',
      properties: { priors: ['2'], pleaded: ['true'] },
    });
    const tenders = await world.said({ kinds: ['tender'] });
    expect(tenders.map((one) => [one.kind, one.ends?.role, one.validFrom]).sort()).toEqual([
      ['Bid', 'bidder', '2023-05-01'],
      ['TenderLink', 'buyer', '2023-05-01'],
      ['TenderLink', 'official', '2023-05-01'],
    ]);
  });

  it('keep records of the work apart, informants sealed whatever their source says', async () => {
    const [informant] = await world.said({ types: ['Informant'] });
    expect(informant).toMatchObject({
      compartment: 'informants',
      source: 'S2',
      properties: { handler: [party('P1')], person: [party('P3')] },
    });
    expect(
      await world.deps.facts.counts(
        { compartments: ['general'], endedApprovals: [] },
        { trueAt: today, knownAt: today },
      ),
    ).not.toMatchObject({
      entities: { Informant: expect.anything() },
    });
    const [duty] = await world.said({ types: ['Duty'] });
    expect(duty).toMatchObject({
      validFrom: '2024-03-01',
      validTo: '2024-03-02',
      properties: { dutyKind: ['case'], summary: ['讯问'] },
    });
    const disclosures = await world.said({ types: ['Disclosure'] });
    expect(disclosures.map((one) => one.properties.about?.[0]).sort()).toEqual([party('O1'), party('Z9')].sort());
  });

  it('are the same when they come again', async () => {
    const before = world.deps.ledger.batches.dataVersion({
      compartments: ['general', 'informants'],
      endedApprovals: [],
    });
    const again = await world.import(files);
    expect([again.entities, again.ties, again.rejected]).toEqual([0, 0, 0]);
    expect(world.deps.ledger.batches.dataVersion({ compartments: ['general', 'informants'], endedApprovals: [] })).toBe(
      before,
    );
    expect(await world.said({ types: ['Person'] })).toHaveLength(4);
  });
});
