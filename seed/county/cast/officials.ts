/** Who holds which post: ranks fall off from one head to many clerks; village committees take villagers. */
import { dayOf, FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import { groupBy } from './kinship.ts';
import { ageAt } from './people.ts';
import { remitsOf } from './units.ts';
import type { Official, Person, Unit } from './world.ts';

/** From the highest rank down: title and lowest rank that bears it. */
const TITLES: Record<string, readonly (readonly [number, string])[]> = {
  police: [
    [9, '局长'],
    [7, '副局长'],
    [5, '大队长'],
    [4, '所长'],
    [3, '中队长'],
    [1, '民警'],
  ],
  procuratorate: [
    [9, '检察长'],
    [7, '副检察长'],
    [5, '部主任'],
    [3, '检察官'],
    [1, '检察官助理'],
  ],
  court: [
    [9, '院长'],
    [7, '副院长'],
    [5, '庭长'],
    [3, '审判员'],
    [1, '法官助理'],
  ],
  prison: [
    [7, '所长'],
    [5, '副所长'],
    [3, '管教民警'],
    [1, '民警'],
  ],
  town: [
    [7, '镇长'],
    [5, '副镇长'],
    [3, '站所负责人'],
    [1, '干事'],
  ],
  village: [
    [3, '村党支部书记'],
    [2, '村委会主任'],
    [1, '村会计'],
  ],
  discipline: [
    [9, '书记'],
    [7, '副书记'],
    [5, '室主任'],
    [1, '纪检监察员'],
  ],
};
const BUREAU: readonly (readonly [number, string])[] = [
  [9, '局长'],
  [7, '副局长'],
  [5, '科长'],
  [3, '副科长'],
  [1, '科员'],
];

const HIGHEST: Record<string, number> = { village: 3, town: 8, prison: 8 };

export function makeOfficials(count: number, units: Unit[], people: Person[], random: Random): Official[] {
  const taken = new Set<Person>();
  const grown = people.filter((person) => ageAt(person, 0) >= 24 && ageAt(person, 0) <= 59);
  const byVillage = groupBy(grown, (person) => person.village.area);
  const byTown = groupBy(grown, (person) => person.village.town.area);

  function choose(unit: Unit): Person {
    const local = byVillage.get(unit.area) ?? byTown.get(unit.area) ?? [];
    const preferLocal = unit.kind === 'village_committee' || random.chance(0.5);
    for (let tries = 0; tries < 40; tries++) {
      const person = random.pick(preferLocal && local.length > 0 && tries < 20 ? local : grown);
      if (taken.has(person)) continue;
      taken.add(person);
      return person;
    }
    throw new RangeError('too few people for so many officials');
  }

  const posts = units.reduce((sum, unit) => sum + unit.size, 0);
  const officials: Official[] = [];
  for (const unit of units) {
    const places = Math.max(1, Math.round((unit.size * count) / posts));
    const highest = HIGHEST[unit.department] ?? (unit.size <= 8 ? 6 : 9);
    for (let place = 0; place < places; place++) {
      const rank = rankOfPlace(place, places, highest, random);
      const from = random.integer(dayOf(2012, 1, 1), rank >= 6 ? dayOf(2022, 6, 1) : dayOf(2023, 10, 1));
      const official: Official = {
        person: choose(unit),
        unit,
        department: unit.department,
        title: titleOf(unit.department, rank),
        rank,
        remit: random.sample(remitsOf(unit.department), random.integer(1, 2)),
        from,
        mildness: random.normal() * 0.5,
      };
      if (random.chance(0.04)) official.to = random.integer(FIRST_DAY + 200, LAST_DAY - 30);
      officials.push(official);
    }
  }
  return officials;
}

export const inOffice = (official: Official, day: number): boolean =>
  official.from <= day && (official.to === undefined || day <= official.to);

function rankOfPlace(place: number, places: number, highest: number, random: Random): number {
  if (place === 0) return highest;
  const depth = place / places;
  if (depth < 0.2) return Math.max(1, highest - random.integer(1, 2));
  return depth < 0.5
    ? random.integer(Math.min(3, highest), Math.min(5, highest))
    : random.integer(1, Math.min(4, highest));
}

function titleOf(department: string, rank: number): string {
  const titles = TITLES[department] ?? BUREAU;
  return titles.find(([lowest]) => rank >= lowest)?.[1] ?? '干部';
}
