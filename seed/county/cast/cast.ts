/** Who plays what: officials, gangs and lawyers come out of the population and never overlap. */

import { createIdMint, type IdMint } from '../basics/identifiers.ts';
import { createNumberMint, type NumberMint } from '../basics/identity.ts';
import { drawSurname } from '../basics/names.ts';
import type { Random } from '../basics/random.ts';
import type { Parameters } from '../parameters.ts';
import { type CompanyMint, createCompanyMint, makeCompanies } from './companies.ts';
import { makeGangs } from './gangs.ts';
import { type Kinship, makeKinship } from './kinship.ts';
import { makeOfficials } from './officials.ts';
import { ageAt, isAdult, makePopulation } from './people.ts';
import { makePlaces, type Places } from './places.ts';
import { makeUnits } from './units.ts';
import type { Company, Gang, Official, Person, Unit } from './world.ts';

export interface Cast {
  places: Places;
  people: Person[];
  kinship: Kinship;
  units: Unit[];
  officials: Official[];
  gangs: Gang[];
  companies: Company[];
  companyMint: CompanyMint;
  counsels: Person[];
  journalists: Person[];
  /** Everybody else, minors included. */
  ordinary: Person[];
  mint: IdMint;
  numbers: NumberMint;
}

export function castCounty(parameters: Parameters, random: Random): Cast {
  const mint = createIdMint(random.fork('ids'));
  const numbers = createNumberMint(random.fork('numbers'));
  const clan = random.fork('clans');
  const places = makePlaces(parameters.people, () => drawSurname(clan), random.fork('places'));
  const population = makePopulation(parameters.people, places, mint, numbers, random.fork('people'));
  const { people } = population;
  const kinship = makeKinship(population, random.fork('kinship'));
  const units = makeUnits(places, mint);
  const officials = makeOfficials(parameters.officials, units, people, random.fork('officials'));

  const inPost = new Set(officials.map((official) => official.person));
  const professionals = random.fork('professions');
  const grown = people.filter((person) => !inPost.has(person) && ageAt(person, 0) >= 27 && ageAt(person, 0) <= 58);
  const chosen = professionals.sample(grown, 19);
  const [counsels, journalists] = [chosen.slice(0, 16), chosen.slice(16)];
  const apart = new Set([...inPost, ...chosen]);

  const companyMint = createCompanyMint(mint, numbers, random.fork('company names'));
  const citizens = people.filter((person) => !apart.has(person));
  const gangs = makeGangs(parameters, places, citizens.filter(isAdult), companyMint, mint, random.fork('gangs'));
  const inGang = new Set(gangs.flatMap((gang) => gang.members));
  const ordinary = citizens.filter((person) => !inGang.has(person));
  const companies = [
    ...makeCompanies(parameters.companies, companyMint, ordinary.filter(isAdult), random.fork('companies')),
    ...gangs.flatMap((gang) => gang.companies),
  ];
  return {
    places,
    people,
    kinship,
    units,
    officials,
    gangs,
    companies,
    companyMint,
    counsels,
    journalists,
    ordinary,
    mint,
    numbers,
  };
}
