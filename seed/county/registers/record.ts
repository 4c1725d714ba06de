/**
 * What of life becomes an event row: only what an approval covers.
 *
 * A row needs a named subject at one end (of a gathering: among those present) and a time in the data window; counsel and
 * client are never written; a little is lost as registers lose things. Ends are phone numbers where the register or the
 * approval can resolve them, else person ids.
 */

import { FIRST_DAY, isoDay, isoTime, LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { NumberMint } from '../basics/identity.ts';
import type { Random } from '../basics/random.ts';
import type { CaseFile, Person } from '../cast/world.ts';
import type { CallEvent } from '../life/calls.ts';
import type { Gathering } from '../life/copresence.ts';
import { isPerson, type Party, type PaymentEvent } from '../life/payments.ts';
import type { Row } from '../tables.ts';
import type { Approvals } from './approvals.ts';
import { SOURCE } from './sources.ts';

export interface Recorder {
  calls(events: readonly CallEvent[]): { calls: Row[]; phones: Row[] };
  payments(events: readonly PaymentEvent[]): { payments: Row[]; accounts: Row[] };
  copresence(events: readonly Gathering[]): Row[];
}

const KNOWN = { known_at: isoDay(LAST_DAY) };
const BANKS = ['青岚农村信用社', '岚江商业银行', '云麓银行'];

export function createRecorder(
  approvals: Approvals,
  cases: CaseFile[],
  loss: number,
  mint: IdMint,
  numbers: NumberMint,
  random: Random,
): Recorder {
  const privileged = privilegedPairs(cases);
  const counsels = new Set(cases.flatMap((file) => counselOf(file)));
  const withCounsel = (people: readonly Person[]) =>
    people.some((a) => counsels.has(a) && people.some((b) => privileged.has(`${a.id}/${b.id}`)));
  const kept = (day: number) => day >= FIRST_DAY && day <= LAST_DAY && !random.chance(loss);

  function calls(events: readonly CallEvent[]) {
    const subjects = approvals.subjectsOf('calls');
    const named = new Set(subjects);
    // the second operator delivers ends already resolved to people
    const resolved = new Set(subjects.filter(() => random.chance(0.35)));
    const end = (person: Person, event: CallEvent, asId: boolean): string => {
      if (asId || !(person.phonesListed || named.has(person))) return person.id;
      if (event.keptNumberOf === person && person.keptNumber) return person.keptNumber;
      const second = person.phones[1];
      return (second && random.chance(0.2) ? second : person.phones[0]) ?? person.id;
    };
    const rows: Row[] = [];
    for (const event of events) {
      const approval = approvals.basisOf('calls', [event.from, event.to]);
      if (!approval || event.from === event.to || !kept(event.day) || withCounsel([event.from, event.to])) continue;
      const asId = resolved.has(named.has(event.from) ? event.from : event.to);
      rows.push({
        from_id: end(event.from, event, asId),
        to_id: end(event.to, event, asId),
        at: isoTime(event.day, event.second),
        seconds: event.kind === 'sms' ? undefined : event.seconds,
        kind: event.kind,
        count: event.count ?? 1,
        approval_id: approval.id,
        source_id: asId ? SOURCE.telecomB : SOURCE.telecomA,
        ...KNOWN,
      });
    }
    return { calls: rows, phones: subjects.flatMap((person) => phonesOf(person, resolved.has(person))) };
  }

  function phonesOf(person: Person, secondOperator: boolean): Row[] {
    const approval_id = approvals.basisOf('calls', [person])?.id;
    return [...person.phones, ...(person.keptNumber ? [person.keptNumber] : [])].map((number) => ({
      number,
      person_id: person.id,
      device: `终端${random.integer(100000, 999999)}`,
      from: isoDay(random.integer(FIRST_DAY - 1500, FIRST_DAY)),
      approval_id,
      source_id: secondOperator ? SOURCE.telecomB : SOURCE.telecomA,
      ...KNOWN,
    }));
  }

  function payments(events: readonly PaymentEvent[]) {
    const accounts = new Map<Person, Row[]>();
    for (const person of approvals.subjectsOf('bank')) {
      const rows = Array.from({ length: random.integer(1, 2) }, () => accountOf(person));
      accounts.set(person, rows);
    }
    function accountOf(person: Person): Row {
      const bank = random.pick(BANKS);
      return {
        number: numbers.account(),
        holder_id: person.id,
        bank,
        from: isoDay(random.integer(-3000, -1)),
        approval_id: approvals.basisOf('bank', [person])?.id,
        source_id: bank === BANKS[0] ? SOURCE.bankA : SOURCE.bankB,
        ...KNOWN,
      };
    }
    const end = (party: Party): string => {
      const own = isPerson(party) ? accounts.get(party) : undefined;
      return own && random.chance(0.8) ? String(random.pick(own).number) : party.id;
    };
    const rows: Row[] = [];
    for (const event of events) {
      const people = [event.payer, event.payee].filter(isPerson);
      const approval = approvals.basisOf('bank', people);
      if (!approval || event.payer === event.payee || !kept(event.day) || withCounsel(people)) continue;
      rows.push({
        payer_id: end(event.payer),
        payee_id: end(event.payee),
        at: isoTime(event.day, event.second),
        amount: event.amount,
        channel: event.channel,
        memo: event.memo || undefined,
        approval_id: approval.id,
        source_id: random.chance(0.5) ? SOURCE.bankA : SOURCE.bankB,
        ...KNOWN,
      });
    }
    return { payments: rows, accounts: [...accounts.values()].flat() };
  }

  function copresence(events: readonly Gathering[]): Row[] {
    const rows: Row[] = [];
    for (const event of events) {
      const approval = approvals.basisOf('copresence', event.people);
      const end = event.second + event.hours * 3600;
      const lastDay = event.day + Math.floor(end / 86_400);
      if (!approval || event.people.length < 2 || lastDay > LAST_DAY || !kept(event.day) || withCounsel(event.people))
        continue;
      const event_id = mint('E');
      for (const person of event.people) {
        rows.push({
          event_id,
          person_id: person.id,
          kind: event.kind,
          place: event.place,
          from: isoTime(event.day, event.second),
          to: isoTime(lastDay, end % 86_400),
          on_duty: event.onDuty,
          approval_id: approval.id,
          source_id: SOURCE.lodging,
          ...KNOWN,
        });
      }
    }
    return rows;
  }

  return { calls, payments, copresence };
}

const counselOf = (file: CaseFile): Person[] =>
  file.others.filter((party) => party.role === 'counsel').map((party) => party.person);

function privilegedPairs(cases: CaseFile[]): Set<string> {
  return new Set(
    cases.flatMap((file) =>
      counselOf(file).flatMap((counsel) => file.suspects.map((suspect) => `${counsel.id}/${suspect.person.id}`)),
    ),
  );
}
