/** Relations between households: brothers, wives' families, school classes, comrades. True ones; registers keep some. */
import { dayOf } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import { ageAt, type Population, surnameOf } from './people.ts';
import type { Person, Relation } from './world.ts';

export interface Kinship {
  relations: Relation[];
  /** Spouse, kin and household of a person. */
  kinOf(person: Person): Person[];
  classmatesOf(person: Person): Person[];
  add(relation: Relation): void;
}

export function makeKinship(population: Population, random: Random): Kinship {
  const relations: Relation[] = [];
  const kin = new Map<Person, Person[]>();
  const classmates = new Map<Person, Person[]>();
  const note = (index: Map<Person, Person[]>, a: Person, b: Person) => {
    index.set(a, [...(index.get(a) ?? []), b]);
    index.set(b, [...(index.get(b) ?? []), a]);
  };

  function add(relation: Relation) {
    relations.push(relation);
    const isKin = relation.kind === 'spouse' || relation.kind === 'kin' || relation.kind === 'household';
    note(isKin ? kin : classmates, relation.a, relation.b);
  }

  for (const relation of population.relations) add(relation);
  for (const relation of betweenHouseholds(population, random)) add(relation);
  for (const relation of schoolAndArmy(population, random)) add(relation);
  return {
    relations,
    kinOf: (person) => kin.get(person) ?? [],
    classmatesOf: (person) => classmates.get(person) ?? [],
    add,
  };
}

function betweenHouseholds(population: Population, random: Random): Relation[] {
  const found: Relation[] = [];
  const clans = groupBy(population.heads, (head) => head.village.area + surnameOf(head));
  for (const heads of clans.values()) {
    for (const [i, head] of heads.entries()) {
      const brother = heads[i + 1];
      if (!brother || !random.chance(0.55)) continue;
      const close = Math.abs(ageAt(head, 0) - ageAt(brother, 0)) <= 16;
      found.push({ a: head, b: brother, kind: 'kin', role: close ? '兄弟' : '叔侄', since: dayOf(1990, 1, 1) });
    }
  }
  const wives = population.relations.filter((relation) => relation.kind === 'spouse').map((relation) => relation.b);
  for (const wife of wives) {
    if (!random.chance(0.25)) continue;
    const brother = random.pick(population.heads);
    if (brother.household === wife.household) continue;
    found.push({ a: wife, b: brother, kind: 'kin', role: '姐弟', since: dayOf(1990, 1, 1) });
  }
  return found;
}

function schoolAndArmy(population: Population, random: Random): Relation[] {
  const found: Relation[] = [];
  const adults = population.people.filter((person) => ageAt(person, 0) >= 22 && ageAt(person, 0) <= 62);
  const classes = groupBy(adults, (person) => `${person.village.town.area}/${Math.floor(person.birth / 365.25)}`);
  for (const members of classes.values()) {
    for (const person of members) {
      if (members.length < 2 || !random.chance(0.5)) continue;
      const other = random.pick(members);
      if (other.household === person.household) continue;
      const graduated = Math.round(person.birth + 16 * 365.25);
      found.push({ a: person, b: other, kind: 'classmate', role: '初中同学', since: graduated });
    }
  }
  const men = adults.filter((person) => person.male);
  for (const person of random.sample(men, Math.ceil(men.length * 0.03))) {
    const other = random.pick(men);
    if (other.household === person.household) continue;
    found.push({ a: person, b: other, kind: 'comrade', role: '战友', since: Math.round(person.birth + 21 * 365.25) });
  }
  return found;
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
