import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isEnumName } from '../../../model/vocabulary/enums.ts';
import {
  isKindOf,
  isTypeName,
  propertiesOf,
  propertyOf,
  typeDefinitions,
  typeNames,
  typesOfClass,
} from '../../../model/vocabulary/types.ts';

describe('types', () => {
  test('go by the name they are listed under', () => {
    expect(typeNames.filter((name) => typeDefinitions[name].name !== name)).toEqual([]);
  });

  test('are entities, ties or records', () => {
    expect(typesOfClass('entity')).toContain('Gang');
    expect(typesOfClass('tie')).toContain('CoPresence');
    expect(typesOfClass('record')).toEqual(['Informant', 'Duty', 'Disclosure', 'Approval', 'RecordsObtained']);
    expect(typesOfClass('entity').length + typesOfClass('tie').length + typesOfClass('record').length).toBe(
      typeNames.length,
    );
  });

  test('have two ends, which are properties, when they are ties, and only then', () => {
    for (const name of typeNames) {
      const { class: kind, edge } = typeDefinitions[name];
      expect(edge !== undefined, name).toBe(kind === 'tie');
      if (!edge) continue;
      expect(propertyOf(name, edge.source)?.type, `${name}.${edge.source}`).toBe('entity');
      expect(propertyOf(name, edge.target)?.type, `${name}.${edge.target}`).toBe('entity');
    }
  });

  test('inherit: a gang is an organisation with a tier and a name', () => {
    expect(isKindOf('Gang', 'Organization')).toBe(true);
    expect(isKindOf('Organization', 'Gang')).toBe(false);
    expect(propertiesOf('Gang')).toHaveProperty('tier');
    expect(propertyOf('Gang', 'uscCode')?.label).toEqual({ zh: '统一社会信用代码', en: 'Unified social credit code' });
    expect(propertyOf('Trip', 'involved')?.many).toBe(true);
    expect(propertyOf('Bid', 'tender')?.type).toBe('entity');
  });

  test('extend only what there is', () => {
    const parents = typeNames.map((name) => typeDefinitions[name].extends).filter((name) => name !== undefined);
    expect(parents.filter((name) => !isTypeName(name))).toEqual([]);
  });

  test('take enum values from a list that exists, and only enum properties do', () => {
    for (const type of typeNames)
      for (const [name, property] of Object.entries(propertiesOf(type))) {
        expect(property.enum !== undefined, `${type}.${name}`).toBe(property.type === 'enum');
        if (property.enum) expect(isEnumName(property.enum)).toBe(true);
      }
  });

  test('know nothing of the names every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'prototype', '']) {
      expect(isTypeName(name)).toBe(false);
      expect(propertyOf('Person', name)).toBeUndefined();
    }
  });

  test('hold no ethnicity and no religion', () => {
    const names = typeNames.flatMap((type) => Object.keys(propertiesOf(type)));
    expect(names.filter((name) => /ethnic|religio|race/i.test(name))).toEqual([]);
  });

  test('mask identity numbers, passports, accounts and illness', () => {
    expect(propertyOf('Person', 'idNumber')?.sensitive).toBe(true);
    expect(propertyOf('Person', 'passportNumber')?.sensitive).toBe(true);
    expect(propertyOf('BankAccount', 'accountNumber')?.sensitive).toBe(true);
    expect(propertyOf('CourtCaseParty', 'illness')?.sensitive).toBe(true);
    expect(propertyOf('Person', 'name')?.sensitive).toBeUndefined();
  });
});

const dump = resolve(import.meta.dirname, '../../../../shared/data/03-ftm/schema-4.11.2.json');
const missing = existsSync(dump) ? '' : ' — skipped: the FollowTheMoney schema dump is not beside the project';

const schemaFile = z.object({
  schemata: z.record(
    z.string(),
    z.object({
      extends: z.array(z.string()).default([]),
      edge: z.object({ source: z.string(), target: z.string(), directed: z.boolean() }).partial().optional(),
      properties: z.record(z.string(), z.object({ type: z.string().optional(), stub: z.boolean().optional() })),
    }),
  ),
});

describe.skipIf(missing !== '')(`against FollowTheMoney 4.11.2${missing}`, () => {
  const { schemata } = missing === '' ? schemaFile.parse(JSON.parse(readFileSync(dump, 'utf8'))) : { schemata: {} };

  function propertiesInDump(name: string): Record<string, { type?: string | undefined; stub?: boolean | undefined }> {
    const schema = schemata[name];
    if (!schema) return {};
    return Object.assign({}, ...schema.extends.map(propertiesInDump), schema.properties);
  }

  test('a type is our extension exactly when FollowTheMoney lacks it', () => {
    const wrong = typeNames.filter((name) => typeDefinitions[name].extension === Object.hasOwn(schemata, name));
    expect(wrong).toEqual([]);
  });

  test('its properties are spelt as there; what it lacks is marked as ours', () => {
    const wrong: string[] = [];
    for (const type of typesOfClass('entity').concat(typesOfClass('tie'))) {
      if (typeDefinitions[type].extension) continue;
      const known = propertiesInDump(type);
      for (const [name, { extension }] of Object.entries(propertiesOf(type))) {
        const there = known[name] !== undefined && known[name].stub !== true;
        if (there === (extension === true)) wrong.push(`${type}.${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('ties start and end where they do there', () => {
    for (const type of typesOfClass('tie')) {
      const theirs = schemata[type]?.edge;
      const ours = typeDefinitions[type].edge;
      if (theirs?.source === undefined || !ours) continue;
      expect({ type, ...ours }).toEqual({
        type,
        source: theirs.source,
        target: theirs.target,
        directed: theirs.directed ?? false,
      });
    }
  });

  test('references are references there too', () => {
    const wrong: string[] = [];
    for (const type of typeNames) {
      if (typeDefinitions[type].extension) continue;
      const known = propertiesInDump(type);
      for (const [name, property] of Object.entries(propertiesOf(type))) {
        if (property.extension) continue;
        if ((known[name]?.type === 'entity') !== (property.type === 'entity')) wrong.push(`${type}.${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
