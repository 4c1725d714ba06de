import { describe, expect, it } from 'vitest';
import { bundleFileNamed, columnFor, isRefusedColumn } from '../../model/vocabulary/bundle.ts';
import { enumValues } from '../../model/vocabulary/enums.ts';
import { generateCounty } from '../../seed/county/generate.ts';
import { COLUMNS, type County, TABLE_NAMES } from '../../seed/county/tables.ts';
import { demonstration } from '../../seed/demonstration.ts';
import { text } from './reading.ts';

/** Every cell that the model would not read as it is meant. */
function strangers(county: County): string[] {
  const found = new Set<string>();
  for (const name of TABLE_NAMES) {
    const file = bundleFileNamed(name);
    if (!file) return [`${name}: no such file`];
    for (const column of COLUMNS[name]) {
      const known = columnFor(file, column);
      if (!known || isRefusedColumn(column)) found.add(`${name}.${column}: no such column`);
      const allowed = known?.enum ? new Set(enumValues(known.enum)) : undefined;
      for (const row of county.tables[name]) {
        const cell = text(row, column);
        if (known?.required && cell === '') found.add(`${name}.${column}: empty`);
        if (!allowed || cell === '') continue;
        for (const value of known?.type === 'list' ? cell.split(';') : [cell]) {
          if (!allowed.has(value)) found.add(`${name}.${column}: ${value}`);
        }
      }
    }
    for (const row of county.tables[name]) {
      for (const key of Object.keys(row))
        if (!(COLUMNS[name] as readonly string[]).includes(key)) found.add(`${name}.${key}: never written`);
    }
  }
  return [...found];
}

describe('the words of the bundle', () => {
  it('are those of the model, column by column and value by value', () => {
    expect(strangers(demonstration())).toEqual([]);
    expect(strangers(generateCounty({ seed: 2, people: 900, mechanisms: 'b' }))).toEqual([]);
  });
});
