import { describe, expect, test } from 'vitest';
import { enumValues } from '../../../model/vocabulary/enums.ts';
import {
  isTieFamily,
  isTieKind,
  kindOfType,
  kindsOfFamily,
  tieKindNames,
  tieKinds,
  typeOfOrganisation,
  typeOfTie,
} from '../../../model/vocabulary/kinds.ts';
import { isKindOf, typeDefinitions, typesOfClass } from '../../../model/vocabulary/types.ts';

describe('kinds of ties', () => {
  test.each([
    ['kin', 'Family'],
    ['spouse', 'Family'],
    ['household', 'Family'],
    ['owner', 'Ownership'],
    ['director', 'Directorship'],
    ['employee', 'Employment'],
    ['post', 'Employment'],
    ['representative', 'Representation'],
    ['nominee', 'Representation'],
    ['gang_member', 'Membership'],
    ['uses_property', 'UnknownLink'],
    ['other', 'UnknownLink'],
    ['classmate', 'Associate'],
    ['godparent', 'Associate'],
    ['case', 'CourtCaseParty'],
    ['calls', 'Call'],
  ])('%s is %s', (kind, type) => {
    expect(isTieKind(kind) && tieKinds[kind].type).toBe(type);
  });

  test('cover every kind of ties.csv and those of the other files', () => {
    expect(enumValues('tieKind')).toHaveLength(18);
    expect(enumValues('tieKind').filter((kind) => !isTieKind(kind))).toEqual([]);
    expect(tieKindNames).toHaveLength(18 + 11);
  });

  test('are of tie types, and have a direction where their type has one', () => {
    for (const kind of tieKindNames) {
      const { type, directed } = tieKinds[kind];
      expect(typeDefinitions[type].class).toBe('tie');
      expect(directed, kind).toBe(typeDefinitions[type].edge?.directed);
    }
  });

  test('come from events when they are calls, payments or co-presence', () => {
    expect(tieKindNames.filter((kind) => tieKinds[kind].event)).toEqual(['calls', 'payments', 'copresence']);
  });

  test('fall into families, each kind into one', () => {
    expect(kindsOfFamily('kin')).toEqual(['kin', 'spouse', 'household']);
    expect(isTieFamily('presence')).toBe(true);
    expect(isTieFamily('constructor')).toBe(false);
  });

  test('a bid is of kind tender, with a type of its own', () => {
    expect(typeOfTie('tender', 'buyer')).toBe('TenderLink');
    expect(typeOfTie('tender', 'bidder')).toBe('Bid');
    expect(isKindOf(typeOfTie('tender', 'bidder'), tieKinds.tender.type)).toBe(true);
  });

  test('every tie type has a kind, so that a FollowTheMoney file can be read', () => {
    expect(typesOfClass('tie').filter((type) => kindOfType(type) === undefined)).toEqual([]);
    expect(kindOfType('Person')).toBeUndefined();
    expect(kindOfType('constructor')).toBeUndefined();
    expect(kindOfType('Membership')).not.toBe('gang_member');
  });
});

test('an organisation is of the type its kind says', () => {
  expect(typeOfOrganisation('company')).toBe('Company');
  expect(typeOfOrganisation('village_committee')).toBe('PublicBody');
  expect(typeOfOrganisation('gang')).toBe('Gang');
  expect(typeOfOrganisation('school')).toBe('Organization');
  expect(typeOfOrganisation(undefined)).toBe('Organization');
  expect(typeOfOrganisation('constructor')).toBe('Organization');
});
