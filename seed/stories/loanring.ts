/**
 * The loan ring 套路贷.
 *
 * The cashier of Tang's ring pays Judge Jin's wife on the fifth of each month, and three of the ring's men leave Jin's court on
 * probation against the evidence. Prosecutor Qiu's wife has money from the ring's firm each month too: she keeps its books,
 * the register of employees says so, the memo says wages, and Qiu charged everyone.
 */
import { dayOf } from '../county/basics/calendar.ts';
import { type County, emptyTables, type Row } from '../county/tables.ts';
import { storyteller } from './parts.ts';

const JUDGE = 'P01';
const PROSECUTOR = 'P03';
const MEN = ['P05', 'P06', 'P07'];

export function storyLoanRing(): County {
  const tell = storyteller('LR', 3, '金桥镇');
  const { id, person, organisation, post, tie, caseFile, party, decision, event } = tell;

  const monthly = (payee: string, months: string[], amount: number, memo?: string): Row[] =>
    months.map((month) => ({
      payer_id: '990000000000003001',
      payee_id: id(payee),
      at: `${month}-05T11:20:00`,
      amount,
      channel: '转账',
      memo,
      ...event,
    }));
  /** The way of one of the ring's men through the courts: charged by Qiu, let off by Jin. */
  const road = (file: string, man: string, charged: string, sentenced: string): Row[] => [
    decision(`${file}D1`, file, man, 'charge/charged', charged, [PROSECUTOR]),
    decision(`${file}D2`, file, man, 'sentence/probation', sentenced, [JUDGE], '积极退赔'),
  ];

  return {
    tables: {
      ...emptyTables(),
      sources: tell.sources(),
      approvals: [tell.approval('C1', 'bank', ['P06'], '2025-12-01')],
      people: [
        person(JUDGE, '金明哲', true, dayOf(1977, 9, 11)),
        person('P02', '尹秀梅', false, dayOf(1979, 4, 25)),
        person(PROSECUTOR, '邱海峰', true, dayOf(1982, 12, 2)),
        person('P04', '孔莉', false, dayOf(1984, 6, 18)),
        person('P05', '汤世荣', true, dayOf(1975, 1, 7)),
        person('P06', '汤小燕', false, dayOf(1988, 3, 29)),
        person('P07', '魏铁根', true, dayOf(1990, 10, 13), { prior_convictions: 1 }),
        person('P08', '柏学文', true, dayOf(1993, 5, 6)),
      ],
      organisations: [
        organisation('O1', '金桥人民法庭', 'public_body'),
        organisation('O2', '金桥检察室', 'public_body'),
        organisation('O3', '金桥世荣信息咨询有限公司', 'company', { industry: '小额贷款', founded: '2019-08-08' }),
        organisation('G1', '金桥镇套路贷团伙', 'gang', {
          tier: 'evil-gang',
          filed_case_id: id('C1'),
          industry: '小额贷款',
        }),
      ],
      posts: [
        post(JUDGE, 'O1', '审判员', 'court', 4, '2014-05-01'),
        post(PROSECUTOR, 'O2', '检察官', 'procuratorate', 3, '2016-09-01'),
      ],
      ties: [
        tie(JUDGE, 'P02', 'spouse', '夫妻', '2004-05-01'),
        tie(PROSECUTOR, 'P04', 'spouse', '夫妻', '2010-02-14'),
        tie('P04', 'O3', 'employee', '会计', '2022-03-01'),
        tie('P05', 'O3', 'owner', '股东', '2019-08-08', { share: 100, paid_in: 500_000 }),
        ...MEN.map((man, place) =>
          tie(man, 'G1', 'gang_member', place === 0 ? '组织者' : '成员', '2019-09-01', { certainty: 'confirmed' }),
        ),
      ],
      accounts: [
        { number: '990000000000003001', holder_id: id('P06'), bank: '岚江商业银行', from: '2019-09-01', ...event },
      ],
      payments: [
        ...monthly('P02', ['2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'], 6000),
        ...monthly('P04', ['2024-06', '2024-07', '2024-08', '2024-09', '2024-10'], 4500, '工资'),
      ],
      cases: [
        caseFile('C1', '汤世荣等人涉嫌敲诈勒索案', 'criminal', '敲诈勒索', '2025-08-15', {
          evidence: 0.8,
          severity: 0.7,
        }),
        caseFile('C2', '汤世荣涉嫌非法拘禁案', 'criminal', '非法拘禁', '2024-02-20', {
          closed: '2024-09-10',
          evidence: 0.82,
          severity: 0.6,
        }),
        caseFile('C3', '汤小燕涉嫌诈骗案', 'criminal', '诈骗', '2024-04-11', {
          closed: '2024-11-21',
          evidence: 0.78,
          severity: 0.55,
        }),
        caseFile('C4', '魏铁根涉嫌寻衅滋事案', 'criminal', '寻衅滋事', '2024-05-30', {
          closed: '2024-12-18',
          evidence: 0.85,
          severity: 0.6,
        }),
      ],
      case_parties: [
        ...MEN.map((man) => party('C1', man, 'suspect')),
        ...MEN.map((man, place) => party(`C${place + 2}`, man, 'suspect', { pleaded: false })),
        party('C1', 'P08', 'victim'),
      ],
      decisions: [
        decision('D1', 'C1', 'P05', 'filing/filed', '2025-08-15', []),
        ...road('C2', 'P05', '2024-06-18', '2024-09-10'),
        ...road('C3', 'P06', '2024-08-02', '2024-11-21'),
        ...road('C4', 'P07', '2024-09-19', '2024-12-18'),
      ],
      records_obtained: [tell.obtained('P06', 'bank')],
    },
    truth: {
      seed: 0,
      mechanisms: 'a',
      umbrellas: [{ officialId: id(JUDGE), gangIds: [id('G1')], channels: ['payment', 'leniency'], observable: true }],
      gangs: [{ gangId: id('G1'), members: MEN.map(id) }],
      lookalikes: [{ officialId: id(PROSECUTOR), kind: 'rent_or_wage' }],
    },
  };
}
