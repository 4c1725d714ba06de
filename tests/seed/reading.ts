/** What the tests of the generator look up in a county, written apart from the generator. */
import type { County, Row } from '../../seed/county/tables.ts';

export const text = (row: Row, column: string): string => String(row[column] ?? '');

export const idsOf = (rows: readonly Row[]): Set<string> => new Set(rows.map((row) => text(row, 'id')));

/** Phone number → person, by register and by approval; account → holder. */
export function holders(county: County): { phone: Map<string, string>; account: Map<string, string> } {
  const phone = new Map<string, string>();
  for (const row of county.tables.people) {
    for (const number of text(row, 'phones').split(';')) if (number) phone.set(number, text(row, 'id'));
  }
  for (const row of county.tables.phones) phone.set(text(row, 'number'), text(row, 'person_id'));
  const account = new Map(county.tables.accounts.map((row) => [text(row, 'number'), text(row, 'holder_id')]));
  return { phone, account };
}

/** Rank statistic: how often a marked item comes after an unmarked one; ties count half. 0.5 tells nothing. */
export function areaUnderCurve(items: readonly { value: number; marked: boolean }[]): number {
  const marked = items.filter((item) => item.marked);
  const others = items.filter((item) => !item.marked);
  let wins = 0;
  for (const one of marked) {
    for (const other of others) wins += one.value > other.value ? 1 : one.value === other.value ? 0.5 : 0;
  }
  return wins / (marked.length * others.length);
}

export function groupRows(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = text(row, column);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
