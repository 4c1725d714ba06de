/** The gangs: a head, a core, hangers-on, firms in one or two trades, and busy people of the town who merely know them. */
import { dayOf } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import type { Parameters } from '../parameters.ts';
import type { CompanyMint } from './companies.ts';
import { ageAt } from './people.ts';
import type { Places } from './places.ts';
import { INDUSTRIES } from './units.ts';
import type { Gang, Person } from './world.ts';

const TIERS = ['black', 'evil-group', 'evil-group', 'evil-gang', 'disorder'];
/** Trades every gang may take; schools and medicine are left to others. */
const TRADES = INDUSTRIES.slice(0, 11);
const CORE = 4;

export function makeGangs(
  parameters: Parameters,
  places: Places,
  people: Person[],
  companies: CompanyMint,
  mint: IdMint,
  random: Random,
): Gang[] {
  const free = new Set(people);
  const take = (pool: Person[], count: number): Person[] => {
    const chosen = random.sample(
      pool.filter((person) => free.has(person)),
      count,
    );
    for (const person of chosen) free.delete(person);
    return chosen;
  };
  const aged = (low: number, high: number, male: boolean) =>
    people.filter((person) => person.male === male && ageAt(person, 0) >= low && ageAt(person, 0) <= high);
  const [men, older] = [aged(19, 50, true), aged(32, 56, true)];
  const busy = people.filter((person) => person.busyness > 1.8 && ageAt(person, 0) >= 25);

  return random.sample(places.towns, parameters.gangs).map((town, index) => {
    const local = (person: Person) => person.village.town === town;
    const size = Math.min(random.integer(9, 20), Math.floor(parameters.people / 60));
    const members = [
      ...take(older.filter(local), CORE),
      ...take(men.filter(local), Math.round((size - CORE) * 0.75)),
      ...take(men, Math.round((size - CORE) * 0.25)),
    ];
    const industries = random.sample(TRADES, random.integer(1, 2));
    const core = members.slice(0, CORE);
    const firms = Array.from({ length: random.integer(2, 3) }, (_, i) => {
      const owners = i === 0 ? core.slice(0, 2) : [random.pick(core), ...random.sample(people.filter(local), 1)];
      return companies.make([...new Set(owners)], industries[i % industries.length] ?? '砂石', town.area);
    });
    for (const person of core) person.busyness *= 1.6;
    const gang: Gang = {
      id: mint('O'),
      name: `${town.name}${industries[0]}团伙`,
      area: town.area,
      industries,
      members,
      known: new Set(members.filter((_, i) => i === 0 || random.chance(parameters.knownShare + (i < CORE ? 0.15 : 0)))),
      companies: firms,
      associates: take(busy.filter(local), 5),
      active: random.integer(dayOf(2016, 1, 1), dayOf(2022, 6, 1)),
    };
    // the last is only alleged: no level and no filed case
    if (index < parameters.gangs - 1) gang.tier = random.pick(TIERS);
    return gang;
  });
}

export const isFiled = (gang: Gang): boolean => gang.tier !== undefined;
