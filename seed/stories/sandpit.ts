/**
 * The sand pit 砂场.
 *
 * Deputy head Duan of the Shawan police station knows of each raid on Lei's pit, rings Lei the evening before, and the raid
 * finds nothing; three police calls from villagers are not filed by him. Constable Qin rings the same Lei as often: in office
 * hours, while he handles a case of Lei's, and the raid he knows of succeeds.
 */
import { dayOf } from '../county/basics/calendar.ts';
import { type County, emptyTables, type Row } from '../county/tables.ts';
import { storyteller } from './parts.ts';

const DEPUTY = 'P01';
const CONSTABLE = 'P02';

export function storySandPit(): County {
  const tell = storyteller('SP', 2, '沙湾镇');
  const { id, phone, person, organisation, post, tie, caseFile, party, decision, event, work } = tell;

  const call = (from: number, to: number, at: string, seconds: number): Row => ({
    from_id: phone(from),
    to_id: phone(to),
    at,
    seconds,
    kind: 'voice',
    count: 1,
    ...event,
  });
  const raid = (rest: string, at: string, outcome: string): Row => ({
    id: id(rest),
    target_id: id('G1'),
    organisation_id: id('O1'),
    at,
    outcome,
    ...work,
  });
  const knew = (operation: string, who: string, from: string): Row => ({
    operation_id: id(operation),
    person_id: id(who),
    from,
    ...work,
  });
  const policeCall = (rest: string, opened: string): Row =>
    caseFile(rest, '阻挠施工警情', 'police_call', '阻挠施工', opened, {
      organisation_id: id('O1'),
      evidence: 0.6,
      severity: 0.5,
    });

  return {
    tables: {
      ...emptyTables(),
      sources: tell.sources(),
      approvals: [tell.approval('C1', 'calls', ['P03', 'P04'], '2025-12-01')],
      people: [
        person(DEPUTY, '段永刚', true, dayOf(1978, 2, 14)),
        person(CONSTABLE, '秦小川', true, dayOf(1991, 7, 3)),
        person('P03', '雷大江', true, dayOf(1976, 12, 8), { prior_convictions: 2 }),
        person('P04', '雷三水', true, dayOf(1985, 4, 19)),
        person('P05', '柳玉芳', false, dayOf(1969, 10, 27)),
      ],
      organisations: [
        organisation('O1', '沙湾派出所', 'public_body'),
        organisation('O2', '沙湾大江砂石有限公司', 'company', { industry: '砂石', founded: '2017-05-20' }),
        organisation('G1', '沙湾镇砂石团伙', 'gang', { tier: 'black', filed_case_id: id('C1'), industry: '砂石' }),
      ],
      posts: [
        post(DEPUTY, 'O1', '副所长', 'police', 5, '2019-01-10', { remit: '治安' }),
        post(CONSTABLE, 'O1', '民警', 'police', 2, '2015-08-01', { remit: '刑侦' }),
      ],
      ties: [
        tie('P03', 'O2', 'owner', '股东', '2017-05-20', { share: 100, paid_in: 2_000_000 }),
        tie('P03', 'G1', 'gang_member', '组织者', '2018-01-01', { certainty: 'confirmed' }),
        tie('P04', 'G1', 'gang_member', '成员', '2018-01-01', { certainty: 'confirmed' }),
      ],
      phones: [
        { number: phone(3), person_id: id('P03'), device: '终端甲', from: '2020-01-01', ...event },
        { number: phone(4), person_id: id('P04'), device: '终端乙', from: '2020-01-01', ...event },
      ],
      calls: [
        call(1, 3, '2024-06-11T21:40:00', 38),
        call(1, 3, '2024-11-02T22:15:00', 25),
        call(1, 3, '2025-03-18T20:55:00', 31),
        call(3, 1, '2024-06-15T22:30:00', 210),
        call(3, 4, '2024-06-11T21:44:00', 45),
        call(3, 4, '2025-03-18T21:02:00', 40),
        call(2, 3, '2025-06-04T10:05:00', 95),
        call(2, 3, '2025-06-11T15:20:00', 120),
        call(3, 2, '2025-06-12T09:10:00', 60),
        call(2, 3, '2025-07-02T16:45:00', 80),
      ],
      cases: [
        caseFile('C1', '雷大江等人涉嫌非法采矿案', 'criminal', '非法采矿', '2025-06-02', {
          organisation_id: id('O1'),
          evidence: 0.8,
          severity: 0.75,
        }),
        policeCall('C2', '2024-03-05'),
        policeCall('C3', '2024-08-21'),
        policeCall('C4', '2025-01-14'),
      ],
      case_parties: [
        party('C1', 'P03', 'suspect', { priors: 2 }),
        party('C1', 'P04', 'suspect'),
        ...['C2', 'C3', 'C4'].flatMap((file) => [party(file, 'P04', 'suspect'), party(file, 'P05', 'reporter')]),
      ],
      decisions: [
        decision('D1', 'C1', 'P03', 'filing/filed', '2025-06-02', [CONSTABLE]),
        decision('D2', 'C1', 'P03', 'measure/detained', '2025-07-20', [CONSTABLE]),
        decision('D3', 'C2', 'P04', 'filing/not_filed', '2024-03-05', [DEPUTY], '双方和解'),
        decision('D4', 'C3', 'P04', 'filing/not_filed', '2024-08-21', [DEPUTY], '情节轻微'),
        decision('D5', 'C4', 'P04', 'filing/not_filed', '2025-01-14', [DEPUTY], '情节轻微'),
      ],
      operations: [
        raid('X1', '2024-06-12T06:00:00', 'missed'),
        raid('X2', '2024-11-03T05:30:00', 'missed'),
        raid('X3', '2025-03-19T06:00:00', 'missed'),
        raid('X4', '2025-07-20T05:00:00', 'success'),
      ],
      awareness: [
        knew('X1', DEPUTY, '2024-06-10'),
        knew('X2', DEPUTY, '2024-11-01'),
        knew('X3', DEPUTY, '2025-03-17'),
        knew('X3', CONSTABLE, '2025-03-18'),
        knew('X4', CONSTABLE, '2025-07-18'),
      ],
      records_obtained: [tell.obtained('P03', 'calls'), tell.obtained('P04', 'calls')],
    },
    truth: {
      seed: 0,
      mechanisms: 'a',
      umbrellas: [
        {
          officialId: id(DEPUTY),
          gangIds: [id('G1')],
          channels: ['tip_off', 'unfiled_calls', 'contact'],
          observable: true,
        },
      ],
      gangs: [{ gangId: id('G1'), members: [id('P03'), id('P04')] }],
      lookalikes: [{ officialId: id(CONSTABLE), kind: 'case_officer' }],
    },
  };
}
