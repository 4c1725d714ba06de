/**
 * The township project 乡镇工程.
 *
 * Mayor Qin lets the works of Fengling go to the Long brothers' firm, above the lowest bid, since he took office; his wife has
 * held a quarter of the firm since then and paid nothing in. Section head Lu too buys from that firm, and was at school with
 * its owner: but there it was the lowest bidder, and his brother's old, paid-up and disclosed share is in another firm.
 */
import { dayOf } from '../county/basics/calendar.ts';
import { type County, emptyTables, type Row } from '../county/tables.ts';
import { storyteller } from './parts.ts';

const MAYOR = 'P01';
const SECTION_HEAD = 'P05';

export function storyTownship(): County {
  const tell = storyteller('TP', 1, '枫岭镇');
  const { id, person, organisation, post, tie, caseFile, party, decision, work } = tell;

  const tender = (rest: string, name: string, unit: string, official: string, at: string, budget: number): Row => ({
    id: id(rest),
    name,
    organisation_id: id(unit),
    official_id: id(official),
    industry: '建筑工程',
    area: '青岚县枫岭镇',
    at,
    budget,
    method: '公开招标',
    ...work,
  });
  /** The first is the winner. */
  const bids = (file: string, ...offers: [string, number][]): Row[] =>
    offers.map(([company, amount], place) => ({
      tender_id: id(file),
      company_id: id(company),
      amount,
      won: place === 0,
      ...work,
    }));

  return {
    tables: {
      ...emptyTables(),
      sources: tell.sources(),
      people: [
        person(MAYOR, '覃志远', true, dayOf(1974, 3, 9)),
        person('P02', '罗桂兰', false, dayOf(1976, 8, 21)),
        person('P03', '龙大勇', true, dayOf(1979, 5, 2), { prior_convictions: 1 }),
        person('P04', '龙小兵', true, dayOf(1983, 11, 17)),
        person(SECTION_HEAD, '陆文斌', true, dayOf(1979, 1, 30)),
        person('P06', '陆文军', true, dayOf(1975, 6, 12)),
        person('P07', '柏春生', true, dayOf(1981, 9, 5)),
      ],
      organisations: [
        organisation('O1', '枫岭镇人民政府', 'public_body'),
        organisation('O2', '枫岭镇村镇建设站', 'public_body'),
        organisation('O3', '枫岭石龙建设有限公司', 'company', { industry: '建筑工程', founded: '2018-04-10' }),
        organisation('O4', '枫岭平川建筑有限公司', 'company', { industry: '建筑工程', founded: '2012-02-20' }),
        organisation('O5', '枫岭陆记建材有限公司', 'company', { industry: '砂石', founded: '2009-07-01' }),
        organisation('G1', '枫岭镇龙氏团伙', 'gang', {
          tier: 'evil-group',
          filed_case_id: id('C1'),
          industry: '建筑工程',
        }),
      ],
      posts: [
        post(MAYOR, 'O1', '镇长', 'town', 8, '2021-09-01', { remit: '建筑工程' }),
        post(SECTION_HEAD, 'O2', '站长', 'housing', 4, '2016-03-01', { remit: '建筑工程' }),
      ],
      ties: [
        tie(MAYOR, 'P02', 'spouse', '夫妻', '2001-10-01'),
        tie('P03', 'P04', 'kin', '兄弟', '1983-11-17'),
        tie(SECTION_HEAD, 'P06', 'kin', '兄弟', '1979-01-30'),
        tie(SECTION_HEAD, 'P03', 'classmate', '初中同学', '1995-07-01'),
        tie('P03', 'O3', 'owner', '股东', '2018-04-10', { share: 75, paid_in: 3_000_000 }),
        tie('P02', 'O3', 'owner', '股东', '2022-03-15', { share: 25, paid_in: 0 }),
        tie('P06', 'O5', 'owner', '股东', '2009-07-01', { share: 40, paid_in: 400_000 }),
        tie('P03', 'G1', 'gang_member', '组织者', '2018-06-01', { certainty: 'confirmed' }),
        tie('P04', 'G1', 'gang_member', '骨干', '2018-06-01', { certainty: 'confirmed' }),
      ],
      cases: [
        caseFile('C1', '龙大勇等人涉嫌强迫交易案', 'criminal', '强迫交易', '2025-05-12', {
          evidence: 0.75,
          severity: 0.7,
        }),
      ],
      case_parties: [
        party('C1', 'P03', 'suspect', { priors: 1 }),
        party('C1', 'P04', 'suspect'),
        party('C1', 'P07', 'victim'),
      ],
      decisions: [decision('D1', 'C1', 'P03', 'filing/filed', '2025-05-12', [])],
      tenders: [
        tender('T1', '枫岭镇敬老院修缮', 'O1', MAYOR, '2022-06-20', 860_000),
        tender('T2', '枫岭镇河堤加固', 'O1', MAYOR, '2023-10-11', 2_400_000),
        tender('T3', '枫岭镇集镇道路改造', 'O1', MAYOR, '2024-08-05', 3_150_000),
        tender('T4', '枫岭镇公厕改造', 'O2', SECTION_HEAD, '2024-04-18', 420_000),
        tender('T5', '枫岭镇村级活动室', 'O2', SECTION_HEAD, '2025-02-26', 510_000),
      ],
      bids: [
        ...bids('T1', ['O3', 852_000], ['O4', 790_000]),
        ...bids('T2', ['O3', 2_390_000], ['O4', 2_180_000]),
        ...bids('T3', ['O3', 3_140_000], ['O4', 2_890_000]),
        ...bids('T4', ['O3', 371_000], ['O4', 398_000]),
        ...bids('T5', ['O4', 455_000], ['O3', 472_000]),
      ],
      disclosures: [
        {
          person_id: id(SECTION_HEAD),
          at: '2017-01-15',
          kind: 'kin_business',
          about_id: id('O5'),
          note: '胞兄持股申报',
          ...work,
        },
      ],
    },
    truth: {
      seed: 0,
      mechanisms: 'a',
      umbrellas: [{ officialId: id(MAYOR), gangIds: [id('G1')], channels: ['tender', 'kin_shares'], observable: true }],
      gangs: [{ gangId: id('G1'), members: [id('P03'), id('P04')] }],
      lookalikes: [{ officialId: id(SECTION_HEAD), kind: 'classmate' }],
    },
  };
}
