/** Row makers of the stories: what every row of one kind has in common, so that a story reads as a story. */
import { isoDay, LAST_DAY } from '../county/basics/calendar.ts';
import { companyCode, identityNumber } from '../county/basics/identity.ts';
import type { Cell, Row } from '../county/tables.ts';

export type More = Record<string, Cell>;

/** One storyteller a story: ids begin with its prefix, sources too, numbers with its digit. */
export function storyteller(prefix: string, digit: number, town: string) {
  const source = { register: `${prefix}-S1`, cases: `${prefix}-S2`, records: `${prefix}-S3`, work: `${prefix}-S4` };
  const known = '2025-12-31';
  let serial = 0;
  const phone = (number: number) => `199000${digit}${String(number).padStart(4, '0')}`;

  return {
    phone,
    id: (rest: string) => `${prefix}-${rest}`,
    sources: (): Row[] => [
      {
        id: source.register,
        name: `${town}登记资料`,
        kind: 'register',
        origin: `${prefix}-register`,
        grade: 'A2',
        compartment: 'general',
      },
      {
        id: source.cases,
        name: `${town}办案系统`,
        kind: 'case',
        origin: `${prefix}-cases`,
        grade: 'A1',
        compartment: 'general',
      },
      {
        id: source.records,
        name: `${town}调取记录`,
        kind: 'telecom',
        origin: `${prefix}-records`,
        grade: 'A1',
        compartment: 'general',
      },
      {
        id: source.work,
        name: `${town}工作台账`,
        kind: 'other',
        origin: `${prefix}-work`,
        grade: 'B2',
        compartment: 'general',
      },
    ],
    person: (rest: string, name: string, male: boolean, birth: number, more: More = {}): Row => {
      serial++;
      return {
        id: `${prefix}-${rest}`,
        name,
        id_number: identityNumber(`99020${digit}`, birth, serial * 2 + (male ? 1 : 0)),
        gender: male ? 'male' : 'female',
        birth_date: isoDay(birth),
        area: `青岚县${town}`,
        phones: phone(serial),
        source_id: source.register,
        known_at: '2024-01-01',
        ...more,
      };
    },
    organisation: (rest: string, name: string, kind: string, more: More = {}): Row => ({
      id: `${prefix}-${rest}`,
      name,
      kind,
      uscc: kind === 'company' ? companyCode(`XX${digit}${String(++serial).padStart(5, '0')}`) : undefined,
      area: `青岚县${town}`,
      source_id: source.register,
      known_at: '2024-01-01',
      ...more,
    }),
    post: (
      person: string,
      unit: string,
      title: string,
      department: string,
      rank: number,
      from: string,
      more: More = {},
    ): Row => ({
      person_id: `${prefix}-${person}`,
      organisation_id: `${prefix}-${unit}`,
      title,
      department,
      rank,
      area: `青岚县${town}`,
      from,
      source_id: source.register,
      known_at: '2024-01-01',
      ...more,
    }),
    tie: (from: string, to: string, kind: string, role: string, since: string, more: More = {}): Row => ({
      from_id: `${prefix}-${from}`,
      to_id: `${prefix}-${to}`,
      kind,
      role,
      from: since,
      source_id: kind === 'gang_member' ? source.cases : source.register,
      known_at: since > '2024-01-01' ? since : '2024-01-01',
      ...more,
    }),
    caseFile: (rest: string, title: string, kind: string, charge: string, opened: string, more: More = {}): Row => ({
      id: `${prefix}-${rest}`,
      title,
      kind,
      charge,
      area: `青岚县${town}`,
      opened,
      source_id: source.cases,
      known_at: opened,
      ...more,
    }),
    party: (file: string, person: string, role: string, more: More = {}): Row => ({
      case_id: `${prefix}-${file}`,
      person_id: `${prefix}-${person}`,
      role,
      source_id: source.cases,
      known_at: known,
      ...more,
    }),
    /** `who`: handler, then approver. */
    decision: (
      rest: string,
      file: string,
      person: string,
      step: string,
      at: string,
      who: string[],
      reason?: string,
    ): Row => {
      const [stage, decision] = step.split('/');
      const [handler, approver] = who;
      return {
        id: `${prefix}-${rest}`,
        case_id: `${prefix}-${file}`,
        person_id: `${prefix}-${person}`,
        stage,
        decision,
        at,
        handler_id: handler && `${prefix}-${handler}`,
        approver_id: approver && `${prefix}-${approver}`,
        reason,
        source_id: source.cases,
        known_at: at.slice(0, 10),
      };
    },
    approval: (file: string, kinds: string, subjects: string[], validFrom: string): Row => ({
      id: `${prefix}-A1`,
      number: `青调证字〔2025〕${prefix}1号`,
      authority: '云麓市公安局',
      level: 'city',
      legal_ref: '反有组织犯罪法第二十七条',
      case_id: `${prefix}-${file}`,
      kinds,
      subjects: subjects.map((person) => `${prefix}-${person}`).join(';'),
      data_from: '2024-01-01',
      data_to: isoDay(LAST_DAY),
      valid_from: validFrom,
      valid_to: '2026-03-31',
      obtained_on: isoDay(LAST_DAY),
      retain_until: '2099-12-31',
      approver: `${prefix}审批人`,
      second_approver: `${prefix}复核人`,
    }),
    obtained: (person: string, kind: string): Row => ({
      person_id: `${prefix}-${person}`,
      kind,
      from: '2024-01-01',
      to: isoDay(LAST_DAY),
      approval_id: `${prefix}-A1`,
      source_id: source.cases,
      known_at: known,
    }),
    event: { approval_id: `${prefix}-A1`, source_id: source.records, known_at: known },
    work: { source_id: source.work, known_at: known },
  };
}
