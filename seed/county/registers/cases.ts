/** The case system: cases, parties and decisions, with the gaps such systems have. */
import { isoDay, isoTime, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import type { CaseFile } from '../cast/world.ts';
import type { Decided } from '../life/decisions.ts';
import type { Row } from '../tables.ts';
import { SOURCE } from './sources.ts';

export const caseRow = (file: CaseFile, missing: number, random: Random): Row => ({
  id: file.id,
  title: file.title,
  kind: file.kind,
  charge: file.charge,
  area: file.area,
  organisation_id: file.unit.id,
  opened: isoDay(file.opened),
  closed: file.closed === undefined || random.chance(missing) ? undefined : isoDay(file.closed),
  evidence: random.chance(missing) ? undefined : file.evidence,
  severity: random.chance(missing) ? undefined : file.severity,
  source_id: SOURCE.cases,
  known_at: isoDay(Math.max(0, file.opened)),
});

export function partyRows(file: CaseFile, missing: number, random: Random): Row[] {
  const common = { case_id: file.id, source_id: SOURCE.cases, known_at: isoDay(Math.max(0, file.opened)) };
  const known = <T>(value: T): T | undefined => (random.chance(missing) ? undefined : value);
  return [
    ...file.suspects.map((suspect) => ({
      ...common,
      person_id: suspect.person.id,
      role: 'suspect',
      priors: known(suspect.person.priors),
      pleaded: known(suspect.pleaded),
      restitution: known(suspect.restitution),
      illness: known(suspect.ill),
    })),
    ...file.others.map(({ person, role }) => ({ ...common, person_id: person.id, role })),
  ];
}

export function decisionRow(decided: Decided, missing: number, random: Random): Row {
  const known = <T>(value: T | undefined): T | undefined => (random.chance(missing * 0.5) ? undefined : value);
  return {
    id: decided.id,
    case_id: decided.file.id,
    person_id: decided.suspect.person.id,
    stage: decided.stage,
    decision: decided.decision,
    at: isoTime(decided.at, random.integer(9 * 3600, 17 * 3600)),
    handler_id: known(decided.handler)?.person.id,
    approver_id: known(decided.approver)?.person.id,
    asked_by_id: decided.askedBy?.person.id,
    reason: decided.reason,
    source_id: SOURCE.cases,
    known_at: isoDay(Math.min(LAST_DAY, Math.max(0, decided.at))),
  };
}
