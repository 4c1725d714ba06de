/** The county as it truly is, before any register writes part of it down. Days as in calendar.ts. */
import type { Village } from './places.ts';

export interface Person {
  id: string;
  name: string;
  otherName?: string;
  male: boolean;
  birth: number;
  identity: string;
  village: Village;
  household: number;
  /** How much this person is on the phone with everyone; the county's median is 1. */
  busyness: number;
  phones: string[];
  /** A number kept for one purpose; the register of people lists it like any other. */
  keptNumber?: string;
  /** The register of people lists the phones. */
  phonesListed: boolean;
  priors: number;
}

export interface Relation {
  a: Person;
  b: Person;
  kind: 'spouse' | 'kin' | 'household' | 'classmate' | 'comrade';
  role: string;
  since: number;
}

export interface Unit {
  id: string;
  name: string;
  kind: 'public_body' | 'village_committee' | 'other';
  department: string;
  area: string;
  /** Relative number of posts. */
  size: number;
}

export interface Official {
  person: Person;
  unit: Unit;
  department: string;
  title: string;
  rank: number;
  remit: string[];
  from: number;
  to?: number;
  /** Own leaning in decisions, log-odds, towards everybody alike. */
  mildness: number;
}

export interface Company {
  id: string;
  name: string;
  code: string;
  industry: string;
  area: string;
  founded: number;
  owners: Owner[];
}

export interface Owner {
  person: Person;
  share: number;
  paidIn: number;
  from: number;
}

export interface Gang {
  id: string;
  name: string;
  tier?: string;
  area: string;
  industries: string[];
  /** The first is the head, the first four the core. */
  members: Person[];
  known: Set<Person>;
  companies: Company[];
  /** Go-betweens who belong to no gang. */
  associates: Person[];
  active: number;
  filed?: CaseFile;
}

export interface Suspect {
  person: Person;
  pleaded: boolean;
  restitution: boolean;
  ill: boolean;
}

export interface CaseFile {
  id: string;
  kind: 'criminal' | 'administrative' | 'police_call';
  title: string;
  charge: string;
  area: string;
  unit: Unit;
  opened: number;
  closed?: number;
  evidence: number;
  severity: number;
  suspects: Suspect[];
  others: { person: Person; role: string }[];
  gang?: Gang;
}
