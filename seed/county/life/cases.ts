/** Cases of two and a half years: ordinary ones, those of the gangs, and for each filed gang the case that names it. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import { isFiled } from '../cast/gangs.ts';
import { ageAt, isAdult } from '../cast/people.ts';
import type { CaseFile, Gang, Person, Suspect, Unit } from '../cast/world.ts';
import { ADMINISTRATIVE, CALLED_FOR, FILED, gangCharges, ORDINARY, titleOfCase } from './charges.ts';

interface Cast {
  /** Neither officials nor gang members. */
  ordinary: Person[];
  counsels: Person[];
  journalists: Person[];
  gangs: Gang[];
  units: Unit[];
}

const KINDS = ['criminal', 'administrative', 'police_call'] as const;
const GANG_SHARE = 0.12;

export function makeCases(count: number, cast: Cast, mint: IdMint, random: Random): CaseFile[] {
  const adults = cast.ordinary.filter(isAdult);
  const cases: CaseFile[] = [];
  for (const gang of cast.gangs) {
    if (isFiled(gang)) cases.push(filedCase(gang, cast, mint, random));
  }
  while (cases.length < count) {
    const kind = random.weighted(KINDS, (name) => ({ criminal: 48, administrative: 23, police_call: 29 })[name]);
    const gang = random.chance(GANG_SHARE) ? random.pick(cast.gangs) : undefined;
    const suspects = gang
      ? [...random.sample(gang.members, random.integer(1, 3)), ...random.sample(adults, random.chance(0.2) ? 1 : 0)]
      : Array.from({ length: random.chance(0.25) ? 2 : 1 }, () =>
          random.weighted(random.sample(adults, 12), (person) => (person.male ? 3 : 1) * (1 + 4 * person.priors)),
        );
    const opened = random.integer(FIRST_DAY - 180, LAST_DAY - 12);
    const file = newCase(kind, [...new Set(suspects)], opened, gang, cast, mint, random);
    addOthers(file, cast, random);
    cases.push(file);
  }
  return cases;
}

function newCase(
  kind: CaseFile['kind'],
  people: Person[],
  opened: number,
  gang: Gang | undefined,
  cast: Cast,
  mint: IdMint,
  random: Random,
): CaseFile {
  const charges = { administrative: ADMINISTRATIVE, police_call: CALLED_FOR, criminal: ORDINARY }[kind];
  const charge = random.pick(gang && kind === 'criminal' ? gangCharges(gang.industries) : charges);
  const area = gang && random.chance(0.8) ? gang.area : (people[0]?.village.town.area ?? '');
  const closed = opened + (kind === 'criminal' ? random.integer(90, 330) : random.integer(5, 60));
  const file: CaseFile = {
    id: mint('C'),
    kind,
    title: titleOfCase(kind, people[0]?.name, charge),
    charge,
    area,
    unit: investigatingUnit(kind, area, cast.units, random),
    opened,
    evidence: clamp(0.62 + 0.2 * random.normal()),
    severity: clamp((kind === 'criminal' ? 0.5 : 0.28) + 0.2 * random.normal()),
    suspects: people.map((person) => drawSuspect(person, random)),
    others: [],
  };
  if (closed <= LAST_DAY) file.closed = closed;
  if (gang) file.gang = gang;
  return file;
}

function filedCase(gang: Gang, cast: Cast, mint: IdMint, random: Random): CaseFile {
  const named = gang.members.filter((person) => gang.known.has(person) && random.chance(0.85));
  const people = named.length > 0 ? named : gang.members.slice(0, 1);
  const file = newCase('criminal', people, random.integer(FIRST_DAY + 430, LAST_DAY - 60), gang, cast, mint, random);
  const charge = FILED[gang.tier ?? 'disorder'] ?? '寻衅滋事';
  const { closed: _stillOpen, ...open } = file;
  const filed: CaseFile = {
    ...open,
    charge,
    title: titleOfCase('criminal', `${people[0]?.name}等人`, charge),
    severity: 0.8,
  };
  gang.filed = filed;
  addOthers(filed, cast, random);
  return filed;
}

function investigatingUnit(kind: CaseFile['kind'], area: string, units: Unit[], random: Random): Unit {
  const police = units.filter((unit) => unit.department === 'police');
  const county = police.filter((unit) => unit.name.endsWith('公安局'));
  const station = police.filter((unit) => unit.area === area);
  return random.pick(station.length > 0 && random.chance(kind === 'criminal' ? 0.55 : 0.9) ? station : county);
}

function drawSuspect(person: Person, random: Random): Suspect {
  return {
    person,
    pleaded: random.chance(0.55),
    restitution: random.chance(0.3),
    ill: random.chance(ageAt(person, 0) > 55 ? 0.15 : 0.04),
  };
}

/** Victims, witnesses, reporters, petitioners, counsel, a rare journalist: never one of the suspects. */
function addOthers(file: CaseFile, cast: Cast, random: Random) {
  const taken = new Set(file.suspects.map((suspect) => suspect.person));
  const add = (pool: Person[], role: string, probability: number) => {
    if (!random.chance(probability)) return;
    const person = random.pick(pool);
    if (taken.has(person)) return;
    taken.add(person);
    file.others.push({ person, role });
  };
  const criminal = file.kind === 'criminal';
  add(cast.ordinary, 'victim', 0.55);
  add(cast.ordinary, 'victim', 0.12);
  add(cast.ordinary, 'witness', criminal ? 0.4 : 0.15);
  add(cast.ordinary, 'reporter', 0.3);
  add(cast.ordinary, 'petitioner', 0.03);
  add(cast.counsels, 'counsel', criminal ? 0.5 : 0);
  add(cast.journalists, 'journalist', 0.006);
}

const clamp = (value: number) => Math.round(Math.min(0.98, Math.max(0.05, value)) * 100) / 100;
