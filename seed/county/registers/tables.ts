/** The bundle's tables, each in an order that tells nothing. */

import type { Random } from '../basics/random.ts';
import type { Cast } from '../cast/cast.ts';
import type { CaseFile, Person } from '../cast/world.ts';
import type { Decided } from '../life/decisions.ts';
import type { Operation } from '../life/operations.ts';
import type { Tender } from '../life/tenders.ts';
import type { Parameters } from '../parameters.ts';
import type { Plans } from '../plans/plans.ts';
import { emptyTables, type Row, TABLE_NAMES, type TableName, type Tables } from '../tables.ts';
import type { Approvals } from './approvals.ts';
import { caseRow, decisionRow, partyRows } from './cases.ts';
import { organisationRows, personRow, postRows } from './people.ts';
import { SOURCE, sourceRows } from './sources.ts';
import { tieRows } from './ties.ts';
import { disclosureRows, dutyRows, informantRows, obtainedRows, operationRows, tenderRows } from './work.ts';

export interface Life {
  cast: Cast;
  parameters: Parameters;
  plans: Plans;
  cases: CaseFile[];
  decided: Decided[];
  suspects: Person[];
  approvals: Approvals;
  operations: Operation[];
  tenders: Tender[];
}

type EventTables = Pick<Tables, 'calls' | 'phones' | 'payments' | 'accounts' | 'copresence'>;

const SPECIAL_CALLS = 24;
const EVENTS: ReadonlySet<TableName> = new Set<TableName>(['calls', 'payments', 'copresence']);

export function registerLife(life: Life, events: EventTables, random: Random): Tables {
  const { cast, parameters, plans, cases, decided, approvals } = life;
  const { missing } = parameters;
  const { people, officials, companies, gangs, units } = cast;
  const police = officials.filter((official) => official.department === 'police');
  const lookedAt = new Set([
    ...officials.map((official) => official.person),
    ...gangs.flatMap((gang) => [...gang.members, ...gang.associates]),
    ...life.suspects,
  ]);
  const towns = cast.places.towns.map((town) => town.area);
  const { relations } = cast.kinship;
  const tables: Tables = {
    ...emptyTables(),
    ...events,
    sources: sourceRows(),
    approvals: approvals.list.map((approval) => approval.row),
    people: people.map((person) => personRow(person, missing, random)),
    organisations: organisationRows(units, companies, gangs, towns, cast.mint, random),
    posts: postRows(officials, missing, random),
    ties: tieRows({ relations, companies, gangs, people: cast.ordinary, plans, lookedAt, missing }, random),
    cases: cases.map((file) => caseRow(file, missing, random)),
    case_parties: cases.flatMap((file) => partyRows(file, missing, random)),
    decisions: decided.map((one) => decisionRow(one, missing, random)),
    ...tenderRows(life.tenders, missing, random),
    ...operationRows(life.operations),
    informants: informantRows(plans, police, life.suspects, random),
    duties: dutyRows(plans, decided, officials, cast.ordinary, random),
    disclosures: disclosureRows(plans, officials, companies, random),
    records_obtained: obtainedRows(approvals, officials, missing, random),
    calls: withSpecialCalls(
      events.calls,
      new Set(officials.flatMap(({ person }) => [person.id, ...person.phones])),
      random,
    ),
  };
  for (const name of TABLE_NAMES) {
    // equal events are events of their own; an equal row of a register only repeats itself
    const rows = EVENTS.has(name) ? tables[name] : withoutRepeats(tables[name]);
    tables[name] = random.shuffle(rows);
  }
  return tables;
}

function withoutRepeats(rows: Row[]): Row[] {
  const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...distinct.values()];
}

/** A few calls of officials come from the special team and lie in its compartment. */
function withSpecialCalls(calls: Row[], ends: Set<string>, random: Random): Row[] {
  const ofOfficials = calls.filter((row) => ends.has(String(row.from_id)) || ends.has(String(row.to_id)));
  const chosen = new Set(random.sample(ofOfficials, SPECIAL_CALLS));
  return calls.map((row) => (chosen.has(row) ? { ...row, source_id: SOURCE.special } : row));
}
