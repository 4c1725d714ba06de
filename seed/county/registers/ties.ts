/** Which relations the registers hold: all of some, few of others, more of those whom someone has looked at. */
import { dayOf, isoDay, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import type { Company, Gang, Person, Relation } from '../cast/world.ts';
import type { Plans } from '../plans/plans.ts';
import type { Cell, Row } from '../tables.ts';
import { SOURCE } from './sources.ts';

interface Known {
  relations: Relation[];
  companies: Company[];
  gangs: Gang[];
  people: Person[];
  plans: Plans;
  /** Officials, suspects and gang members: their files say more. */
  lookedAt: Set<Person>;
  missing: number;
}

const REGISTERED: Record<Relation['kind'], readonly [number, number]> = {
  // share recorded for anybody, and for those looked at before the county's gaps
  spouse: [0.9, 1],
  kin: [0.75, 1],
  household: [0.9, 1],
  classmate: [0.2, 0.85],
  comrade: [0.25, 0.85],
};

export function tieRows(known: Known, random: Random): Row[] {
  return [
    ...relationRows(known, random),
    ...known.companies.flatMap((company) => companyTies(company, known, random)),
    ...known.gangs.flatMap((gang) => gangTies(gang, known, random)),
    ...known.plans.ties
      .filter(() => !random.chance(known.missing))
      .map((plan) =>
        tie(plan.from, plan.to, plan.kind, plan.role, plan.since, SOURCE.companies, { notes: plan.notes }),
      ),
    ...specialTies(known, random),
    ...hearsay(known, random),
  ];
}

function relationRows({ relations, lookedAt, missing }: Known, random: Random): Row[] {
  return relations.flatMap(({ a, b, kind, role, since }) => {
    const [anybody, closer] = REGISTERED[kind];
    const looked = lookedAt.has(a) || lookedAt.has(b);
    if (!random.chance(looked ? closer * (1 - missing) : anybody)) return [];
    const family = kind !== 'classmate' && kind !== 'comrade';
    const row = tie(a.id, b.id, kind, role, since, family ? SOURCE.register : SOURCE.personnel);
    // now and then a second source says the same, later and less surely
    return random.chance(0.05) ? [row, { ...row, source_id: SOURCE.interviews, known_at: isoDay(500) }] : [row];
  });
}

function companyTies(company: Company, { people, missing }: Known, random: Random): Row[] {
  const owners = company.owners.map((owner) =>
    tie(owner.person.id, company.id, 'owner', '股东', owner.from, SOURCE.companies, {
      share: owner.share,
      paid_in: random.chance(missing) ? undefined : owner.paidIn,
    }),
  );
  const head = company.owners[0]?.person;
  const director = head ? [tie(head.id, company.id, 'director', '执行董事', company.founded, SOURCE.companies)] : [];
  const staff = random
    .sample(people, random.integer(1, 4))
    .map((person) =>
      tie(person.id, company.id, 'employee', '职员', random.integer(company.founded, LAST_DAY - 40), SOURCE.companies),
    );
  return [...owners, ...director, ...staff];
}

function gangTies(gang: Gang, { people }: Known, random: Random): Row[] {
  const listed = gang.members.filter((person) => gang.known.has(person));
  const members = listed.map((person) => {
    const core = gang.members.indexOf(person) < 4;
    const role = person === gang.members[0] ? '组织者' : core ? '骨干' : '成员';
    const certainty = random.chance(core ? 0.95 : 0.75) ? 'confirmed' : 'suspected';
    return tie(person.id, gang.id, 'gang_member', role, gang.active, SOURCE.cases, { certainty });
  });
  // lists hold people who do not belong there
  const wrong = random
    .sample(people, random.integer(0, 2))
    .map((person) =>
      tie(person.id, gang.id, 'gang_member', '成员', gang.active, SOURCE.interviews, { certainty: 'suspected' }),
    );
  const friends = listed.flatMap((person) =>
    random
      .sample(gang.members, 2)
      .filter((other) => other !== person)
      .map((other) =>
        tie(person.id, other.id, random.pick(['friend', 'associate']), '同伙', gang.active, SOURCE.interviews),
      ),
  );
  const around = gang.associates.map((person) =>
    tie(person.id, random.pick(gang.members).id, 'associate', '熟人', gang.active, SOURCE.interviews),
  );
  return [...members, ...wrong, ...friends, ...around];
}

/** A handful in the special team's compartment, of planted and innocent contacts alike. */
function specialTies({ plans, gangs }: Known, random: Random): Row[] {
  const contacts = random
    .sample(plans.contacts, 6)
    .map((plan) =>
      tie(plan.a.id, plan.b.id, 'associate', '往来', plan.from, SOURCE.special, { notes: '专案组核实中' }),
    );
  const nominees = random
    .sample(gangs, 4)
    .map((gang) =>
      tie(
        random.pick(gang.associates).id,
        random.pick(gang.companies).id,
        'nominee',
        '代持',
        gang.active,
        SOURCE.special,
      ),
    );
  return [...contacts, ...nominees];
}

/** Letters say that so-and-so are friends; they hit the innocent as often. */
function hearsay({ plans, lookedAt, gangs }: Known, random: Random): Row[] {
  const talkedOf = [...random.sample(plans.contacts, 5).map((plan) => plan.a), ...random.sample([...lookedAt], 8)];
  return talkedOf.flatMap((person) => {
    const other = random.pick(random.pick(gangs).members);
    return person === other
      ? []
      : [tie(person.id, other.id, 'friend', '据来信', 300, SOURCE.letters, { certainty: 'suspected' })];
  });
}

function tie(
  from: string,
  to: string,
  kind: string,
  role: string,
  since: number,
  source: string,
  more: Record<string, Cell> = {},
): Row {
  const start = Math.max(since, dayOf(1960, 1, 1));
  return {
    from_id: from,
    to_id: to,
    kind,
    role,
    from: isoDay(start),
    source_id: source,
    known_at: isoDay(Math.max(0, start)),
    ...more,
  };
}
