import type { Assertion } from '../assertion.ts';
import { normalise } from './normalise.ts';

/** How a property is found: `text` by any part of it and by pinyin; `whole` by all of it or its beginning. */
export type FieldReach = 'text' | 'whole';

/** Which properties a search looks at. `key` is the row's id in the file it came from, not a property. Extend here. */
export const searchableFields = {
  name: 'text',
  alias: 'text',
  weakAlias: 'text',
  previousName: 'text',
  abbreviation: 'text',
  title: 'text',
  number: 'text',
  caseNumber: 'text',
  idNumber: 'text',
  passportNumber: 'text',
  socialSecurityNumber: 'text',
  uscCode: 'text',
  registrationNumber: 'text',
  taxNumber: 'text',
  licenseNumber: 'text',
  leiCode: 'text',
  accountNumber: 'text',
  iban: 'text',
  phone: 'text',
  device: 'text',
  titleNumber: 'text',
  filedCaseId: 'text',
  key: 'whole',
} as const satisfies Record<string, FieldReach>;

export type SearchableField = keyof typeof searchableFields;
const fieldNames = Object.keys(searchableFields) as SearchableField[]; // the keys of that very object

/** One value that can be found: what was said, and the form it is compared in. */
export interface SearchableValue {
  readonly field: SearchableField;
  readonly value: string;
  readonly text: string;
}

export const reachOf = (field: SearchableField): FieldReach => searchableFields[field];
export const isSearchableField = (name: string): name is SearchableField => Object.hasOwn(searchableFields, name);

/** What one assertion about an entity can be found by, in a fixed order, each (field, value) once.
 * The key counts without its namespace, and not at all where another field says the same. */
export function searchableValues(said: Pick<Assertion, 'key' | 'properties'>): SearchableValue[] {
  const found: SearchableValue[] = [];
  for (const field of fieldNames) {
    if (field === 'key') continue;
    const values = Object.hasOwn(said.properties, field) ? said.properties[field] : undefined;
    if (values === undefined) continue;
    for (const value of values) {
      const text = normalise(value);
      if (text !== '' && !found.some((one) => one.field === field && one.value === value))
        found.push({ field, value, text });
    }
  }
  const text = normalise(said.key.slice(said.key.lastIndexOf('/') + 1));
  if (text !== '' && !found.some((one) => one.text === text)) found.push({ field: 'key', value: said.key, text });
  return found;
}
