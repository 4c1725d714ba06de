import { describe, expect, it } from 'vitest';
import { type County, TABLE_NAMES } from '../../seed/county/tables.ts';
import { demonstration } from '../../seed/demonstration.ts';
import { storyLoanRing } from '../../seed/stories/loanring.ts';
import { storySandPit } from '../../seed/stories/sandpit.ts';
import { storyTownship } from '../../seed/stories/township.ts';
import { basisFaults } from './basis.ts';
import { idsOf, text } from './reading.ts';

const stories: [string, () => County][] = [
  ['the township project', storyTownship],
  ['the sand pit', storySandPit],
  ['the loan ring', storyLoanRing],
];

const rowsOf = (county: County) => TABLE_NAMES.reduce((sum, name) => sum + county.tables[name].length, 0);

describe.each(stories)('%s', (_name, tell) => {
  const county = tell();

  it('is small, lawful, and has one planted and one innocent official', () => {
    expect(rowsOf(county)).toBeLessThan(80);
    expect(basisFaults(county)).toEqual([]);
    expect(county.truth.umbrellas.length).toBe(1);
    expect(county.truth.lookalikes.length).toBe(1);
  });

  it('points at nobody who is not in it', () => {
    const { tables } = county;
    const known = new Set<string>();
    for (const name of ['sources', 'approvals', 'people', 'organisations', 'cases', 'tenders', 'operations'] as const) {
      for (const id of idsOf(tables[name])) known.add(id);
    }
    for (const rows of Object.values(tables)) {
      for (const row of rows) {
        for (const [column, cell] of Object.entries(row)) {
          const isAccount = /^(19900|9900)\d+$/.test(String(cell));
          if (column.endsWith('_id') && cell !== undefined && !isAccount) expect(known).toContain(text(row, column));
        }
      }
    }
  });
});

describe('the demonstration', () => {
  const county = demonstration();

  it('holds the county and all three stories, no id twice', () => {
    const { tables, truth } = county;
    expect(truth.umbrellas.length).toBe(11);
    for (const name of [
      'sources',
      'approvals',
      'people',
      'organisations',
      'cases',
      'decisions',
      'tenders',
      'operations',
    ] as const) {
      expect(idsOf(tables[name]).size).toBe(tables[name].length);
    }
    const shared = idsOf(tables.people);
    expect([...idsOf(tables.organisations)].filter((id) => shared.has(id))).toEqual([]);
    const identities = tables.people.flatMap((row) => row.id_number ?? []);
    expect(new Set(identities).size).toBe(identities.length);
    const phones = tables.people.flatMap((row) => text(row, 'phones').split(';')).filter(Boolean);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('stands on its approvals as a whole', () => {
    expect(basisFaults(county)).toEqual([]);
  });
});

describe('the sand pit, told in calls', () => {
  it('has a call the evening before each missed raid and none before the one that succeeded', () => {
    const { tables } = storySandPit();
    const deputy = tables.people.find((row) => row.id === 'SP-P01')?.phones;
    for (const raid of tables.operations) {
      const before = tables.calls.filter((row) => {
        const hours = (Date.parse(`${raid.at}Z`) - Date.parse(`${row.at}Z`)) / 3_600_000;
        return row.from_id === deputy && hours > 0 && hours <= 48;
      });
      expect(before.length > 0).toBe(raid.outcome === 'missed');
    }
  });
});
