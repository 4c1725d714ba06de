import { dayOf } from '../../../seed/county/basics/calendar.ts';
import { emptyTables, type Row, type Tables } from '../../../seed/county/tables.ts';
import { storyteller } from '../../../seed/stories/parts.ts';
import { strayAccount, strayPhone } from './general.ts';

/** What no viewer of the comparison may learn of: rows of compartments they lack. Each one, if it leaked, would change
 * something that the general rows show: a name, a role, a count, an order, a path, a line number. */
export const sealed = 'sealed-9';

const story = storyteller('SX', 9, '暗河镇');
const { id, person, organisation, caseFile, work } = story;
const hide = (row: Row): Row => ({ ...row, compartment: sealed });
const known = { source_id: 'SX-S3', known_at: '2025-12-31' };
/** Also rests on a source that is sealed itself, and names no compartment of its own. */
const bySource = (row: Row): Row => ({ ...row, source_id: 'SX-S2', compartment: undefined });

const tie = (from_id: string, to_id: string, kind: string, more: Row = {}): Row => ({
  from_id,
  to_id,
  kind,
  from: '2015-01-01',
  source_id: 'SX-S1',
  known_at: '2024-01-01',
  ...more,
});
const post = (person_id: string, organisation_id: string, title: string, department: string): Row => ({
  person_id,
  organisation_id,
  title,
  department,
  rank: 9,
  from: '2018-01-01',
  source_id: 'SX-S1',
  known_at: '2024-01-01',
});
const party = (case_id: string, person_id: string, role: string): Row => ({ case_id, person_id, role, ...known });
const decision = (rest: string, file: string, who: string, stage: string, made: string, handler: string): Row => ({
  id: id(rest),
  case_id: file,
  person_id: who,
  stage,
  decision: made,
  at: '2025-06-20',
  handler_id: handler,
  ...known,
});
const approval = (rest: string, file: string, subjects: string): Row => ({
  id: id(rest),
  number: `密调字〔2025〕${rest}号`,
  authority: '岚江省公安厅',
  level: 'province',
  case_id: file,
  kinds: 'calls;bank;copresence',
  subjects,
  data_from: '2024-01-01',
  data_to: '2025-12-31',
  valid_from: '2025-06-01',
  valid_to: '2026-03-31',
  obtained_on: '2025-12-31',
  retain_until: '2099-12-31',
});
const call = (from_id: string, to_id: string, at: string, approval_id: string): Row => ({
  from_id,
  to_id,
  at,
  seconds: 600,
  kind: 'voice',
  count: 7,
  approval_id,
  ...known,
});
const payment = (payer_id: string, payee_id: string, at: string, approval_id: string): Row => ({
  payer_id,
  payee_id,
  at,
  amount: 500_000,
  channel: '现金',
  memo: '密',
  approval_id,
  ...known,
});
const together = (event_id: string, person_id: string, approval_id: string): Row => ({
  event_id,
  person_id,
  kind: 'meal',
  place: '暗河饭店',
  from: '2024-07-01T18:00:00',
  to: '2024-07-01T20:00:00',
  approval_id,
  ...known,
});

/** The phone numbers of the stories: `1990001` + serial is the first person of the township, and so on. */
const deputy = '19900020001';
const pitBoss = '19900020003';

export function sealedTables(): Tables {
  const tables: Tables = {
    ...emptyTables(),
    sources: story.sources(),
    approvals: [approval('A1', 'LR-C1', 'LR-P05;TP-P03'), approval('A2', id('C1'), `${id('P01')};AC-P05`)],
    people: [
      // Second words about people whom everybody knows: another name, another birth, better graded.
      { ...person('P03', '覃密', true, dayOf(1950, 1, 1), { grade: 'A1', other_names: '暗河先生' }), id: 'TP-P01' },
      { ...person('P04', '柏密', true, dayOf(2012, 1, 1), { grade: 'A1' }), id: 'LR-P08' },
      { ...person('P05', '雷三水', true, dayOf(2012, 1, 1), { grade: 'A1' }), id: 'SP-P04' },
      person('P01', '覃暗', true, dayOf(1970, 1, 1), { phones: `${strayPhone};19900099001`, other_names: '覃志远' }),
      person('P02', '罗暗', false, dayOf(1971, 1, 1)),
    ],
    organisations: [
      // Would make the chairman of an association an official.
      { ...organisation('O3', '河口商会', 'public_body', { grade: 'A1' }), id: 'AC-O3' },
      organisation('O1', '暗河咨询有限公司', 'company', { industry: '建筑工程' }),
      organisation('O2', '暗河办公室', 'public_body'),
      organisation('G1', '暗河团伙', 'gang', { tier: 'black', filed_case_id: id('C1') }),
    ],
    posts: [
      post('LR-P04', 'TP-O1', '镇党委书记', 'party_organisation'),
      post(id('P01'), id('O2'), '主任', 'police'),
      post('TP-P01', id('O2'), '顾问', 'discipline'),
    ],
    ties: [
      tie('TP-P01', 'SP-P03', 'friend', { role: '密友' }),
      tie('TP-P02', 'TP-P03', 'nominee', { role: '代持' }),
      tie('AC-P07', 'TP-G1', 'gang_member', { role: '骨干', certainty: 'confirmed' }),
      tie(id('P01'), 'TP-P01', 'kin', { role: '叔侄' }),
      tie(id('P01'), 'AC-P01', 'associate'),
      tie('TP-P06', id('O1'), 'owner', { role: '股东', share: 90 }),
      tie('TP-P03', id('O1'), 'owner', { role: '股东', share: 10 }),
      tie(id('P02'), id('G1'), 'gang_member', { role: '组织者', certainty: 'confirmed' }),
      // The same tie that the general register has, with other dates and better graded.
      tie('AC-P05', 'TP-P03', 'friend', { role: '', from: '1990-01-01', to: '2020-01-01', grade: 'A1' }),
      bySource(tie('LR-P01', 'SP-P01', 'comrade')),
    ],
    phones: [
      {
        number: '19900099001',
        person_id: id('P01'),
        device: '终端密',
        from: '2020-01-01',
        approval_id: id('A2'),
        ...known,
      },
    ],
    accounts: [
      {
        number: strayAccount,
        holder_id: id('P01'),
        bank: '暗河银行',
        from: '2018-01-01',
        approval_id: id('A2'),
        ...known,
      },
    ],
    calls: [
      call(deputy, pitBoss, '2024-05-05T23:00:00', 'SP-A1'),
      call('LR-P05', 'TP-P01', '2024-05-06T23:00:00', id('A1')),
      call('LR-P05', 'LR-P01', '2024-09-09T23:00:00', id('A1')),
      call('19900099001', 'TP-P01', '2024-05-07T23:00:00', id('A2')),
      call('19900040001', strayPhone, '2025-02-14T23:00:00', 'AC-A1'),
    ],
    payments: [
      payment('LR-P05', 'LR-P02', '2024-06-05T11:20:00', id('A1')),
      payment('990000000000003001', 'LR-P02', '2024-06-05T11:20:00', 'LR-A1'),
      payment(strayAccount, 'AC-P05', '2024-06-06T11:20:00', id('A2')),
    ],
    copresence: [
      together('AC-E1', id('P01'), id('A2')),
      together('SX-E1', 'LR-P05', id('A1')),
      together('SX-E1', 'LR-P01', id('A1')),
      together('SX-E2', 'AC-P01', 'AC-A1'),
      together('SX-E2', 'SP-P01', 'AC-A1'),
    ],
    cases: [
      // Another day of opening, and another weight, of a case everybody knows.
      {
        ...caseFile('C2', '龙大勇密卷', 'criminal', '行贿', '2020-01-01', { evidence: 0.01, grade: 'A1' }),
        id: 'TP-C1',
      },
      caseFile('C1', '暗河专案', 'criminal', '组织领导', '2024-01-10', { evidence: 0.99, severity: 0.99 }),
    ],
    case_parties: [
      party(id('C1'), 'TP-P06', 'suspect'),
      party(id('C1'), 'AC-P05', 'suspect'),
      party(id('C1'), 'LR-P07', 'witness'),
      party('LR-C1', 'LR-P02', 'suspect'),
      party('SP-C1', 'SP-P03', 'victim'),
      party('AC-C1', 'AC-P07', 'journalist'),
    ],
    decisions: [
      decision('D1', 'LR-C1', 'LR-P06', 'charge', 'not_charged', 'LR-P03'),
      decision('D2', 'SP-C1', 'SP-P04', 'filing', 'withdrawn', 'SP-P01'),
      decision('D3', 'LR-C2', 'LR-P05', 'sentence', 'imprisoned', 'LR-P01'),
      { ...decision('D4', 'TP-C1', 'TP-P04', 'measure', 'bail', 'SP-P01'), asked_by_id: 'TP-P01' },
    ],
    tenders: [
      {
        id: 'TP-T1',
        name: '枫岭镇密名',
        organisation_id: 'TP-O2',
        official_id: 'TP-P05',
        at: '2020-01-01',
        ...work,
        grade: 'A1',
      },
      {
        id: id('T1'),
        name: '密标',
        organisation_id: 'TP-O1',
        official_id: 'TP-P01',
        industry: '建筑工程',
        area: '青岚县枫岭镇',
        at: '2024-05-05',
        budget: 5_000_000,
        ...work,
      },
    ],
    bids: [
      { tender_id: id('T1'), company_id: 'TP-O3', amount: 4_990_000, won: true, ...work },
      { tender_id: 'TP-T2', company_id: 'TP-O5', amount: 1, won: true, ...work },
    ],
    operations: [
      {
        id: id('X1'),
        target_id: 'SP-G1',
        organisation_id: 'SP-O1',
        at: '2024-08-01T06:00:00',
        outcome: 'success',
        ...work,
      },
    ],
    awareness: [
      { operation_id: id('X1'), person_id: 'SP-P01', from: '2024-07-01', ...work },
      { operation_id: 'SP-X1', person_id: 'TP-P01', from: '2024-06-01', ...work },
    ],
    duties: [
      {
        person_id: 'SP-P01',
        other_id: 'SP-P03',
        from: '2024-01-01',
        to: '2025-12-31',
        kind: 'task',
        note: '密令',
        ...work,
      },
      {
        person_id: 'LR-P01',
        other_id: 'LR-P06',
        from: '2024-01-01',
        to: '2025-12-31',
        kind: 'task',
        note: '密令',
        ...work,
      },
    ],
    disclosures: [
      { person_id: 'TP-P01', at: '2020-01-15', kind: 'kin_business', about_id: id('O1'), note: '密报', ...work },
      { person_id: 'AC-P05', at: '2024-01-15', kind: 'interference', about_id: id('P01'), note: '密报', ...work },
    ],
    records_obtained: [
      { person_id: 'TP-P01', kind: 'calls', from: '2024-01-01', to: '2025-12-31', approval_id: id('A1'), ...known },
      { person_id: 'AC-P05', kind: 'bank', from: '2024-01-01', to: '2025-12-31', approval_id: id('A2'), ...known },
    ],
  };
  tables.people.push(...namesakes());
  const hidden = Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row) => (row.source_id === 'SX-S2' && 'compartment' in row ? row : hide(row))),
    ]),
  ) as Tables; // the same names
  return { ...hidden, informants: informants() };
}

/** So many of one name that they would fill any page before it is asked who may see them. */
function namesakes(): Row[] {
  return Array.from({ length: 70 }, (_, place) =>
    person(`N${place}`, '覃', place % 2 === 0, dayOf(1960 + (place % 40), 1, 1), { other_names: '有限' }),
  );
}

/** In the compartment of informants: the file says so itself. A suspect among them: he would be protected. */
function informants(): Row[] {
  const row = (handler_id: string, person_id: string): Row => ({
    handler_id,
    person_id,
    from: '2020-01-01',
    source_id: 'SP-S4',
    known_at: '2024-01-01',
  });
  return [row('SP-P01', 'SP-P04'), row('SP-P02', 'LR-P07'), row('SP-P01', 'AC-P02')];
}
