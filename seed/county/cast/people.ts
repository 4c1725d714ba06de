/** The population, household by household: a couple or one parent, children, sometimes a grandparent. */
import { dayOf, LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { NumberMint } from '../basics/identity.ts';
import { drawGivenName, drawSurname } from '../basics/names.ts';
import type { Random } from '../basics/random.ts';
import type { Places, Village } from './places.ts';
import type { Person, Relation } from './world.ts';

const YEAR = 365.25;

export interface Population {
  people: Person[];
  heads: Person[];
  relations: Relation[];
}

export const ageAt = (person: Person, day: number): number => Math.floor((day - person.birth) / YEAR);
export const isAdult = (person: Person): boolean => ageAt(person, 0) >= 18;
export const surnameOf = (person: Person): string =>
  person.name.slice(0, person.name.match(/^(欧阳|上官|司马)/) ? 2 : 1);

export function makePopulation(
  count: number,
  places: Places,
  mint: IdMint,
  numbers: NumberMint,
  random: Random,
): Population {
  const people: Person[] = [];
  const heads: Person[] = [];
  const relations: Relation[] = [];
  let household = 0;

  function add(surname: string, male: boolean, age: number, village: Village): Person | undefined {
    if (people.length >= count) return undefined;
    const birth = LAST_DAY - Math.round((age + random.next()) * YEAR);
    const phones =
      age < 12 ? [] : random.chance(0.15) && age >= 18 ? [numbers.phone(), numbers.phone()] : [numbers.phone()];
    const person: Person = {
      id: mint('P'),
      name: surname + drawGivenName(random, male),
      male,
      birth,
      identity: numbers.identity(birth, male),
      village,
      household,
      busyness: random.logNormal(1, 0.8),
      phones,
      phonesListed: random.chance(0.85),
      priors: age >= 20 && random.chance(male ? 0.05 : 0.01) ? random.integer(1, 3) : 0,
    };
    if (random.chance(0.03)) person.otherName = surname + drawGivenName(random, male);
    people.push(person);
    return person;
  }

  function relate(a: Person | undefined, b: Person | undefined, kind: Relation['kind'], role: string) {
    if (!a || !b) return;
    relations.push({ a, b, kind, role, since: Math.max(a.birth, b.birth, dayOf(1990, 1, 1)) });
  }

  while (people.length < count) {
    household++;
    const village = random.pick(places.villages);
    const surname = random.chance(0.5) ? random.pick(village.clans) : drawSurname(random);
    const age = random.integer(24, 68);
    const head = add(surname, true, age, village);
    if (!head) break;
    heads.push(head);
    const wife = random.chance(0.85)
      ? add(drawSurname(random), false, Math.max(22, age - random.integer(-2, 5)), village)
      : undefined;
    relate(head, wife, 'spouse', '夫妻');
    if (age >= 26) {
      for (let i = random.weighted([0, 1, 2, 3], (n) => [2, 4, 3, 1][n] ?? 0); i > 0; i--) {
        const child = add(surname, random.chance(0.52), Math.max(0, age - random.integer(23, 31)), village);
        relate(head, child, 'kin', '父子女');
        relate(wife, child, 'kin', '母子女');
      }
    }
    if (age <= 50 && random.chance(0.3)) {
      const parent = add(surname, random.chance(0.4), age + random.integer(22, 30), village);
      relate(parent, head, 'kin', '父母');
      relate(parent, wife, 'household', '同户');
    }
  }
  giveNamesakes(people, random);
  return { people, heads, relations };
}

/** Some people share a whole name on purpose, whoever they are: a name alone must never join two of them. */
function giveNamesakes(people: Person[], random: Random) {
  for (const person of random.sample(people, Math.ceil(people.length * 0.01))) {
    const other = random.pick(people);
    if (other.male === person.male) person.name = other.name;
  }
}
