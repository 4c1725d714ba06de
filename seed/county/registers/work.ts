/** The ledgers of official work: tenders, operations, duties, disclosures, informants, and what was asked for at all. */

import { FIRST_DAY, isoDay, isoTime, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import type { Company, Official, Person } from '../cast/world.ts';
import type { Decided } from '../life/decisions.ts';
import type { Operation } from '../life/operations.ts';
import type { Tender } from '../life/tenders.ts';
import type { Plans } from '../plans/plans.ts';
import type { Row } from '../tables.ts';
import type { Approvals } from './approvals.ts';
import { INFORMANT_COMPARTMENT, SOURCE } from './sources.ts';

const known = (day: number) => isoDay(Math.min(LAST_DAY, Math.max(FIRST_DAY, day)));

export function tenderRows(tenders: Tender[], missing: number, random: Random): { tenders: Row[]; bids: Row[] } {
  const common = (tender: Tender) => ({ source_id: SOURCE.procurement, known_at: known(tender.day) });
  return {
    tenders: tenders.map((tender) => ({
      id: tender.id,
      name: tender.name,
      organisation_id: tender.official.unit.id,
      official_id: random.chance(missing * 0.5) ? undefined : tender.official.person.id,
      industry: tender.industry,
      area: tender.area,
      at: isoDay(tender.day),
      budget: tender.budget,
      method: tender.method,
      ...common(tender),
    })),
    bids: tenders.flatMap((tender) =>
      tender.bids.map(({ company, amount, won }) => ({
        tender_id: tender.id,
        company_id: company.id,
        amount,
        won,
        ...common(tender),
      })),
    ),
  };
}

export function operationRows(operations: Operation[]): { operations: Row[]; awareness: Row[] } {
  const common = (operation: Operation) => ({ source_id: SOURCE.operations, known_at: known(operation.day) });
  return {
    operations: operations.map((operation) => ({
      id: operation.id,
      target_id: operation.targetId,
      organisation_id: operation.unit.id,
      at: isoTime(operation.day, operation.second),
      outcome: operation.outcome,
      ...common(operation),
    })),
    awareness: operations.flatMap((operation) =>
      operation.aware.map(({ official, from }) => ({
        operation_id: operation.id,
        person_id: official.person.id,
        from: isoDay(from),
        ...common(operation),
      })),
    ),
  };
}

export function informantRows(plans: Plans, police: Official[], suspects: Person[], random: Random): Row[] {
  const others = random
    .sample(suspects, 6)
    .map((informant) => ({ handler: random.pick(police), informant, from: random.integer(-300, 300) }));
  return [...plans.informants, ...others].map(({ handler, informant, from }) => ({
    handler_id: handler.person.id,
    person_id: informant.id,
    from: isoDay(from),
    source_id: SOURCE.cases,
    compartment: INFORMANT_COMPARTMENT,
    known_at: known(from),
  }));
}

export function dutyRows(
  plans: Plans,
  decided: Decided[],
  officials: Official[],
  people: Person[],
  random: Random,
): Row[] {
  const row = (official: Official, other: Person, kind: string, from: number, to: number, note: string): Row => ({
    person_id: official.person.id,
    other_id: other.id,
    from: isoDay(from),
    to: isoDay(Math.min(LAST_DAY, to)),
    kind,
    note,
    source_id: SOURCE.personnel,
    known_at: known(from),
  });
  const field = officials.filter((official) => ['village', 'town', 'justice'].includes(official.department));
  return [
    ...plans.duties.map((plan) => row(plan.official, plan.other, plan.kind, plan.from, plan.to, plan.note)),
    ...random
      .sample(decided, Math.ceil(decided.length * 0.08))
      .flatMap(({ handler, suspect, at }) =>
        handler ? [row(handler, suspect.person, 'case', at - 3, at + 20, '办案')] : [],
      ),
    ...random.sample(people, 70).map((person) => {
      const from = random.integer(FIRST_DAY, LAST_DAY - 60);
      return row(
        random.pick(field),
        person,
        random.pick(['task', 'visit']),
        from,
        from + 60,
        random.pick(['入户走访', '帮扶', '矛盾调解']),
      );
    }),
  ];
}

export function disclosureRows(plans: Plans, officials: Official[], companies: Company[], random: Random): Row[] {
  const ordinary = random.sample(officials, Math.ceil(officials.length * 0.12)).map((official) => {
    const kind = random.pick(['personal_matters', 'gift', 'kin_business', 'interference'] as const);
    const aboutId =
      kind === 'kin_business'
        ? random.pick(companies).id
        : kind === 'interference'
          ? random.pick(officials).person.id
          : undefined;
    return { official, at: random.integer(-200, LAST_DAY), kind, aboutId, note: '年度申报' };
  });
  return [...plans.disclosures, ...ordinary].map(({ official, at, kind, aboutId, note }) => ({
    person_id: official.person.id,
    at: isoDay(at),
    kind,
    about_id: aboutId,
    note,
    source_id: SOURCE.integrity,
    known_at: known(at),
  }));
}

/** Records under approvals, and which officials' cases, shares and tenders were looked through; the rest is unknown. */
export function obtainedRows(approvals: Approvals, officials: Official[], missing: number, random: Random): Row[] {
  const window = { from: isoDay(FIRST_DAY), to: isoDay(LAST_DAY), known_at: isoDay(LAST_DAY) };
  const pulled = approvals.list.flatMap((approval) =>
    approval.kinds.flatMap((kind) =>
      approval.subjects.map((person) => ({
        person_id: person.id,
        kind,
        ...window,
        approval_id: approval.id,
        source_id: SOURCE.cases,
      })),
    ),
  );
  const looked = officials.flatMap(({ person }) =>
    ['cases', 'shares', 'tenders'].flatMap((kind) =>
      random.chance(missing) ? [] : [{ person_id: person.id, kind, ...window, source_id: SOURCE.personnel }],
    ),
  );
  return [...pulled, ...looked];
}
