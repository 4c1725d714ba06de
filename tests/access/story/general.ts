import { dayOf } from '../../../seed/county/basics/calendar.ts';
import { emptyTables, type Row, type Tables } from '../../../seed/county/tables.ts';
import { storyLoanRing, storySandPit, storyTownship } from '../../../seed/index.ts';
import { mergeCounties } from '../../../seed/merge.ts';
import { storyteller } from '../../../seed/stories/parts.ts';

/** What stands in both variants: the three stories, a fourth that joins them, and rows of a task force (compartment `task-1`)
 * that one of the viewers holds. Hidden from everybody: nothing here. */

/** A number that nobody has in the general register; the sealed one knows whose it is. */
export const strayPhone = '19900049999';
export const strayAccount = '990000000000009999';

const story = storyteller('AC', 4, '河口镇');
const { id, phone, person, organisation, post, tie, caseFile, party, decision, event, work } = story;

const account = '990000000000004001';

const call = (from: string, to: string, at: string, seconds: number): Row => ({
  from_id: from,
  to_id: to,
  at,
  seconds,
  kind: 'voice',
  count: 1,
  ...event,
});
const payment = (payee: string, at: string, amount: number, memo?: string): Row => ({
  payer_id: account,
  payee_id: payee,
  at,
  amount,
  channel: '转账',
  memo,
  ...event,
});
const together = (group: string, who: string, kind: string, from: string, to: string): Row => ({
  event_id: group,
  person_id: who,
  kind,
  place: '河口宾馆',
  from,
  to,
  ...event,
});

const joining: Tables = {
  ...emptyTables(),
  sources: story.sources(),
  approvals: [story.approval('C1', 'calls;bank;copresence', ['P01', 'P02'], '2025-12-01')],
  people: [
    person('P01', '柏大年', true, dayOf(1980, 4, 4), { prior_convictions: 1 }),
    person('P02', '柏小年', true, dayOf(1986, 6, 30), { other_names: '柏二' }),
    person('P03', '岑律', true, dayOf(1985, 2, 2)),
    person('P04', '罗秀珍', false, dayOf(1960, 9, 9)),
    person('P05', '覃志明', true, dayOf(1976, 1, 12)),
    person('P06', '柏幼', false, dayOf(2011, 3, 3)),
    person('P07', '陆家兴', true, dayOf(1988, 12, 24)),
    person('P08', '覃志远', true, dayOf(1990, 5, 5)),
  ],
  organisations: [
    organisation('O1', '河口镇人民政府', 'public_body'),
    organisation('O2', '河口大年运输有限公司', 'company', { industry: '运输', founded: '2015-05-05' }),
    organisation('O3', '河口商会', 'association'),
    organisation('G1', '河口镇运输团伙', 'gang', { tier: 'evil-gang', filed_case_id: id('C1') }),
  ],
  posts: [
    post('P05', 'O1', '副镇长', 'town', 7, '2020-05-01', { remit: '运输;工程' }),
    post('P07', 'O3', '会长', 'other', 1, '2021-01-01'),
  ],
  ties: [
    tie('P01', 'P02', 'kin', '兄弟', '1986-06-30'),
    tie('P01', 'P06', 'kin', '父女', '2011-03-03'),
    tie('P01', 'O2', 'owner', '股东', '2015-05-05', { share: 60, paid_in: 600_000 }),
    tie('P07', 'O2', 'owner', '股东', '2016-01-01', { share: 40, paid_in: 0 }),
    tie('P01', 'G1', 'gang_member', '组织者', '2019-01-01', { certainty: 'confirmed' }),
    tie('P02', 'G1', 'gang_member', '成员', '2019-01-01', { certainty: 'suspected' }),
    tie('P05', 'P07', 'classmate', '高中同学', '1994-09-01'),
    { ...tie('P05', 'P07', 'friend', '', '2001-01-01'), to_id: 'TP-P03' },
    { ...tie('P01', 'P07', 'friend', '', '2010-01-01'), to_id: 'SP-P03' },
    { ...tie('P05', 'P07', 'kin', '堂兄弟', '1976-01-12'), to_id: 'TP-P01' },
    { ...tie('P04', 'P07', 'hometown', '', '1990-01-01'), to_id: 'LR-P02' },
  ],
  phones: [{ number: phone(1), person_id: id('P01'), device: '终端丙', from: '2020-01-01', ...event }],
  calls: [
    call(phone(1), phone(5), '2024-03-04T20:10:00', 65),
    call(phone(1), phone(5), '2024-09-14T21:10:00', 80),
    call(phone(5), phone(1), '2025-02-11T08:10:00', 20),
    call(phone(1), strayPhone, '2025-02-12T22:10:00', 30),
    call(phone(1), strayPhone, '2025-02-13T22:40:00', 31),
    call(phone(2), phone(7), '2025-01-05T12:00:00', 15),
    { ...call(phone(1), phone(7), '2025-03-05T12:00:00', 5), to_id: '19900010001' },
  ],
  accounts: [{ number: account, holder_id: id('P01'), bank: '岚江商业银行', from: '2018-01-01', ...event }],
  payments: [
    ...['2024-08', '2024-09', '2024-10', '2024-11'].map((month) => payment('TP-P02', `${month}-15T10:00:00`, 3_000)),
    payment(id('P05'), '2024-10-20T10:00:00', 20_000, '借款'),
    payment(strayAccount, '2024-12-01T09:00:00', 8_000),
  ],
  copresence: [
    together('AC-E1', id('P01'), 'meal', '2024-07-01T18:00:00', '2024-07-01T20:00:00'),
    together('AC-E1', id('P05'), 'meal', '2024-07-01T18:00:00', '2024-07-01T20:00:00'),
    together('AC-E1', id('P07'), 'meal', '2024-07-01T18:00:00', '2024-07-01T20:00:00'),
    together('AC-E2', id('P02'), 'hotel', '2025-01-20T20:00:00', '2025-01-21T08:00:00'),
    together('AC-E2', id('P07'), 'hotel', '2025-01-20T21:00:00', '2025-01-21T09:00:00'),
  ],
  cases: [
    caseFile('C1', '柏大年等人涉嫌强迫交易案', 'criminal', '强迫交易', '2025-03-01', { evidence: 0.7, severity: 0.6 }),
    caseFile('C2', '柏小年警情', 'police_call', '殴打他人', '2024-02-02', { organisation_id: id('O1') }),
  ],
  case_parties: [
    party('C1', 'P01', 'suspect'),
    party('C1', 'P02', 'suspect'),
    party('C1', 'P03', 'counsel'),
    party('C1', 'P04', 'witness'),
    party('C2', 'P02', 'suspect'),
  ],
  decisions: [
    decision('D1', 'C1', 'P01', 'filing/filed', '2025-03-01', []),
    decision('D2', 'C2', 'P02', 'filing/not_filed', '2024-02-03', ['P05'], '情节轻微'),
  ],
  tenders: [
    {
      id: id('T1'),
      name: '河口镇渡口改造',
      organisation_id: id('O1'),
      official_id: id('P05'),
      industry: '运输',
      area: '青岚县河口镇',
      at: '2024-06-06',
      budget: 900_000,
      method: '公开招标',
      ...work,
    },
  ],
  bids: [
    { tender_id: id('T1'), company_id: id('O2'), amount: 880_000, won: true, ...work },
    { tender_id: id('T1'), company_id: 'TP-O4', amount: 860_000, won: false, ...work },
  ],
  operations: [
    {
      id: id('X1'),
      target_id: id('G1'),
      organisation_id: 'SP-O1',
      at: '2025-03-10T06:00:00',
      outcome: 'partial',
      ...work,
    },
  ],
  awareness: [{ operation_id: id('X1'), person_id: 'SP-P02', from: '2025-03-08', ...work }],
  duties: [
    {
      person_id: id('P05'),
      other_id: id('P01'),
      from: '2025-02-10',
      to: '2025-02-12',
      kind: 'visit',
      note: '走访企业',
      ...work,
    },
  ],
  disclosures: [
    // It may name what is not there; who that is, some know.
    { person_id: id('P05'), at: '2024-02-01', kind: 'kin_business', about_id: 'SX-O1', note: '亲属经商', ...work },
    { person_id: id('P05'), at: '2023-01-15', kind: 'gift', about_id: id('P07'), note: '节礼上交', ...work },
  ],
  records_obtained: [story.obtained('P01', 'calls'), story.obtained('P01', 'bank')],
};

const task = storyteller('TK', 5, '北岸乡');
const ofTask = (row: Row): Row => ({ ...row, compartment: 'task-1' });
const taskForce: Tables = {
  ...emptyTables(),
  sources: task.sources(),
  people: [
    task.person('P01', '丘北', true, dayOf(1982, 2, 2)),
    task.person('P02', '丘南', true, dayOf(1984, 2, 2)),
    {
      ...story.person('P01', '柏大年', true, dayOf(1979, 4, 4), { address: '北岸路九号', grade: 'A1' }),
      id_number: '',
    },
  ].map(ofTask),
  organisations: [ofTask(task.organisation('O1', '北岸乡人民政府', 'public_body'))],
  posts: [ofTask(task.post('P02', 'O1', '乡长', 'town', 8, '2022-01-01'))],
  ties: [
    ofTask(task.tie('P01', 'P02', 'kin', '兄弟', '1984-02-02')),
    ofTask({ ...task.tie('P02', 'P01', 'friend', '', '2012-01-01'), to_id: id('P01') }),
    ofTask({ ...task.tie('P02', 'P01', 'owner', '股东', '2019-01-01', { share: 5 }), to_id: id('O2') }),
  ],
  case_parties: [ofTask({ ...task.party('C1', 'P01', 'suspect'), case_id: id('C1') })],
  calls: [ofTask(call(phone(1), task.phone(2), '2024-12-12T21:00:00', 44))],
};

export const generalTables = (): Tables =>
  mergeCounties(
    storyTownship(),
    storySandPit(),
    storyLoanRing(),
    {
      tables: joining,
      truth: storyTownship().truth,
    },
    { tables: taskForce, truth: storyTownship().truth },
  ).tables;
