/** The registers of people, organisations and posts. */
import { dayOf, isoDay } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import { COUNTY_NAME } from '../cast/places.ts';
import type { Company, Gang, Official, Person, Unit } from '../cast/world.ts';
import type { Row } from '../tables.ts';
import { SOURCE } from './sources.ts';

const START = isoDay(dayOf(2024, 1, 1));

export function personRow(person: Person, missing: number, random: Random): Row {
  const numbers = [...person.phones, ...(person.keptNumber ? [person.keptNumber] : [])];
  return {
    id: person.id,
    name: person.name,
    other_names: person.otherName,
    id_number: random.chance(missing * 0.3) ? undefined : person.identity,
    gender: person.male ? 'male' : 'female',
    birth_date: random.chance(missing * 0.2) ? isoDay(person.birth).slice(0, 4) : isoDay(person.birth),
    hometown: random.chance(0.9) ? COUNTY_NAME : '外县',
    address: `${person.village.area}${random.integer(1, 12)}组${random.integer(1, 60)}号`,
    area: person.village.area,
    phones: person.phonesListed && numbers.length > 0 ? random.shuffle(numbers).join(';') : undefined,
    prior_convictions: person.priors || (random.chance(missing) ? undefined : 0),
    source_id: SOURCE.register,
    known_at: START,
  };
}

export function organisationRows(
  units: Unit[],
  companies: Company[],
  gangs: Gang[],
  places: string[],
  mint: IdMint,
  random: Random,
): Row[] {
  const responsible = units.filter((unit) => unit.department === 'market' || unit.department === 'town');
  const unitRows = units.map(
    (unit): Row => ({
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      area: unit.area,
      weak_party_branch: unit.kind === 'village_committee' ? random.chance(0.12) : undefined,
      source_id: SOURCE.register,
      known_at: START,
    }),
  );
  const companyRows = companies.map(
    (company): Row => ({
      id: company.id,
      name: company.name,
      kind: 'company',
      uscc: company.code,
      industry: company.industry,
      area: company.area,
      founded: isoDay(company.founded),
      responsible_unit_id: random.chance(0.6) ? random.pick(responsible).id : undefined,
      source_id: SOURCE.companies,
      known_at: isoDay(Math.max(0, company.founded)),
    }),
  );
  const gangRows = gangs.map(
    (gang): Row => ({
      id: gang.id,
      name: gang.name,
      kind: 'gang',
      industry: gang.industries[0],
      area: gang.area,
      tier: gang.tier,
      filed_case_id: gang.filed?.id,
      source_id: SOURCE.cases,
      known_at: isoDay(gang.filed?.opened ?? 400),
    }),
  );
  return [...unitRows, ...companyRows, ...gangRows, ...otherOrganisations(places, mint)];
}

/** Schools, clinics and associations: no part of any plan. */
function otherOrganisations(places: string[], mint: IdMint): Row[] {
  const kinds = [
    ['school', '中心学校'],
    ['hospital', '卫生院'],
    ['association', '商会'],
  ] as const;
  return places.flatMap((area) =>
    kinds.map(([kind, name]) => ({
      id: mint('O'),
      name: area.replace(COUNTY_NAME, '') + name,
      kind,
      area,
      source_id: SOURCE.register,
      known_at: START,
    })),
  );
}

export function postRows(officials: Official[], missing: number, random: Random): Row[] {
  return officials.flatMap((official) => {
    const now: Row = {
      person_id: official.person.id,
      organisation_id: official.unit.id,
      title: official.title,
      department: official.department,
      rank: official.rank,
      area: official.unit.area,
      remit: official.remit.length > 0 && !random.chance(missing * 0.5) ? official.remit.join(';') : undefined,
      from: isoDay(official.from),
      to: official.to === undefined ? undefined : isoDay(official.to),
      source_id: SOURCE.personnel,
      known_at: START,
    };
    if (!random.chance(0.25)) return [now];
    const { remit: _later, ...post } = now;
    const from = official.from - random.integer(400, 2500);
    const before: Row = {
      ...post,
      title: '干部',
      rank: Math.max(1, official.rank - 1),
      from: isoDay(from),
      to: isoDay(official.from - 1),
    };
    return [now, before];
  });
}
