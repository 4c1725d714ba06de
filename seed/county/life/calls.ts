/**
 * Calls, before the register sees them.
 *
 * Everyone whose records were pulled has a contact book (family, neighbours, class, gang, trade, shops, cadres of the village)
 * and rings by its weights; to these come the calls of planned contacts and those between a case's handler and its suspects.
 */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import { drawMoment } from '../basics/times.ts';
import type { Kinship } from '../cast/kinship.ts';
import { isAdult } from '../cast/people.ts';
import type { Gang, Official, Person } from '../cast/world.ts';
import type { ContactPlan, Plans } from '../plans/plans.ts';
import type { Decided } from './decisions.ts';

export interface CallEvent {
  from: Person;
  to: Person;
  day: number;
  second: number;
  seconds: number;
  kind: 'voice' | 'sms';
  count?: number;
  /** This end used the number kept for it. */
  keptNumberOf?: Person;
}

interface Town {
  subjects: Person[];
  gangs: Gang[];
  officials: Official[];
  kinship: Kinship;
  /** Grown people by village; busy ones by town. */
  neighbours: Map<string, Person[]>;
  shopkeepers: Map<string, Person[]>;
  plans: Plans;
  decided: Decided[];
  callsPerSubject: number;
}

export function makeCalls(town: Town, random: Random): CallEvent[] {
  const events: CallEvent[] = [];
  for (const subject of town.subjects) socialCalls(subject, town, events, random);
  for (const plan of town.plans.contacts) plannedCalls(plan, events, random);
  dutyCalls(town, events, random);
  return events;
}

function socialCalls(subject: Person, town: Town, events: CallEvent[], random: Random) {
  const book = contactBook(subject, town, random);
  const total = random.logNormal(town.callsPerSubject, 0.45) * Math.min(2, Math.sqrt(subject.busyness));
  const weights = book.reduce((sum, contact) => sum + contact.weight, 0);
  for (const { person, weight } of book) {
    if (person === subject) continue;
    for (let i = random.poisson((total * weight) / weights); i > 0; i--) {
      const moment = drawMoment(FIRST_DAY, LAST_DAY, 'social', random);
      events.push(oneCall(subject, person, moment, random));
    }
  }
}

function contactBook(subject: Person, town: Town, random: Random) {
  const book: { person: Person; weight: number }[] = [];
  const add = (people: readonly Person[], low: number, high: number) => {
    for (const person of people) book.push({ person, weight: random.between(low, high) });
  };
  const near = town.neighbours.get(subject.village.area) ?? [];
  const gang = town.gangs.find((one) => one.members.includes(subject) || one.associates.includes(subject));
  add(town.kinship.kinOf(subject).filter(isAdult), 4, 18);
  add(town.kinship.classmatesOf(subject), 0.5, 3);
  for (const person of random.sample(near, 9))
    book.push({ person, weight: random.between(0.3, 1.5) * Math.min(4, person.busyness) });
  add(random.sample(town.shopkeepers.get(subject.village.town.area) ?? [], 5), 0.6, 2.5);
  if (gang) {
    const inside = gang.members.includes(subject);
    add(
      gang.members.filter(() => random.chance(inside ? 0.6 : 0.2)),
      2,
      inside ? 9 : 4,
    );
    add(
      gang.associates.filter(() => random.chance(0.4)),
      1,
      4,
    );
  }
  const cadres = town.officials.filter((official) => official.unit.area === subject.village.area);
  add(
    random.sample(cadres, 2).map((official) => official.person),
    0.2,
    1,
  );
  // the stray official everyone has to do with once
  add(
    random.sample(town.officials, random.integer(0, 2)).map((official) => official.person),
    0.05,
    0.5,
  );
  return book;
}

function plannedCalls(plan: ContactPlan, events: CallEvent[], random: Random) {
  for (let i = plan.calls; i > 0; i--) {
    const habit = random.chance(plan.night) ? 'night' : plan.office ? 'office' : 'social';
    const call = oneCall(plan.a, plan.b, drawMoment(plan.from, plan.to, habit, random), random);
    events.push(plan.keptNumber ? { ...call, keptNumberOf: plan.a } : call);
  }
}

/** A handler rings up his suspect, and is rung up, while the case is open and a little after. */
function dutyCalls(town: Town, events: CallEvent[], random: Random) {
  const done = new Set<string>();
  for (const { file, suspect, handler, at } of town.decided) {
    const key = `${file.id}/${suspect.person.id}/${handler?.person.id}`;
    if (!handler || done.has(key)) continue;
    done.add(key);
    const from = Math.max(FIRST_DAY, file.opened);
    const to = Math.min(LAST_DAY, (file.closed ?? at + 60) + 30);
    if (to <= from) continue;
    for (let i = random.poisson(file.kind === 'criminal' ? 4 : 1.5); i > 0; i--) {
      const moment = drawMoment(from, to, 'office', random);
      events.push(oneCall(handler.person, suspect.person, moment, random));
    }
  }
}

function oneCall(a: Person, b: Person, moment: { day: number; second: number }, random: Random): CallEvent {
  const [from, to] = random.chance(0.5) ? [a, b] : [b, a];
  if (random.chance(0.08)) {
    const count = random.chance(0.2) ? random.integer(2, 5) : 1;
    return { from, to, ...moment, seconds: 0, kind: 'sms', count };
  }
  return { from, to, ...moment, seconds: Math.max(1, Math.round(random.logNormal(55, 1))), kind: 'voice' };
}
