/** What a channel or a look-alike may lay hands on while it plans, and the few choices they share. */
import { FIRST_DAY, LAST_DAY } from '../basics/calendar.ts';
import type { Random } from '../basics/random.ts';
import type { CompanyMint } from '../cast/companies.ts';
import type { Kinship } from '../cast/kinship.ts';
import { ageAt } from '../cast/people.ts';
import type { Company, Gang, Official, Person } from '../cast/world.ts';
import type { Parameters } from '../parameters.ts';
import type { Plans } from './plans.ts';

export interface Scene {
  parameters: Parameters;
  random: Random;
  /** Those with a filed case. */
  gangs: Gang[];
  officials: Official[];
  kinship: Kinship;
  /** Grown people who are neither officials nor in a gang. */
  ordinary: ReadonlySet<Person>;
  /** Members and go-betweens whose records were pulled. */
  pulled: Set<Person>;
  companies: Company[];
  companyMint: CompanyMint;
  plans: Plans;
}

export const LAW = ['police', 'procuratorate', 'court', 'prison'];
export const BUYERS = ['housing', 'transport', 'natural_resources', 'water', 'education', 'town'];

/** Someone of the gang to deal with: mostly of its core, mostly one whose records were pulled. */
export function dealingMember(scene: Scene, gang: Gang): Person {
  const { random } = scene;
  const pulled = gang.members.filter((member) => scene.pulled.has(member));
  const pool = pulled.length > 0 && random.chance(0.85) ? pulled : gang.members;
  const core = new Set(gang.members.slice(0, 4));
  return random.weighted(pool, (member) => (core.has(member) ? 4 : 1));
}

/** A grown relative in no post and no gang, the spouse first in half of the cases. */
export function closeKin(scene: Scene, official: Official): Person | undefined {
  const kin = scene.kinship
    .kinOf(official.person)
    .filter((person) => scene.ordinary.has(person) && ageAt(person, 0) >= 19);
  return kin.length > 0 ? scene.random.pick(kin) : undefined;
}

export function drawPeriod(random: Random): { from: number; to: number } {
  const from = random.integer(FIRST_DAY, 260);
  return { from, to: Math.min(LAST_DAY, from + random.integer(240, 700)) };
}

/** A firm of a relative in the official's own field, made like any other firm. */
export function kinCompany(scene: Scene, official: Official, kin: Person, latest: number): Company {
  const industry = official.remit[0] ?? scene.random.pick(['餐饮', '零售', '建筑工程']);
  const company = scene.companyMint.make([kin], industry, kin.village.town.area, latest);
  scene.companies.push(company);
  return company;
}
