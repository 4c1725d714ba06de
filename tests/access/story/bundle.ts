import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Row, TABLE_NAMES } from '../../../seed/county/tables.ts';
import { generalTables } from './general.ts';
import { sealedTables } from './sealed.ts';

/** `with` holds the hidden rows, `without` is the same description less those rows. */
export type Variant = 'with' | 'without';
export const variants: readonly Variant[] = ['with', 'without'];

/** Writes one variant as a bundle. Hidden rows stand before, between and behind the others; where they are left out their lines
 * are left empty, as the line of a row is a part of what is said about it. */
export async function writeVariant(folder: string, variant: Variant): Promise<string> {
  await mkdir(folder, { recursive: true });
  const [general, hidden] = [generalTables(), sealedTables()];
  for (const name of TABLE_NAMES) {
    const rows = interleaved(general[name], hidden[name]);
    const columns = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
    if (columns.length === 0) continue;
    const lines = rows.map(({ row, isHidden }) =>
      isHidden && variant === 'without' ? '' : columns.map((column) => cell(row[column])).join(','),
    );
    await writeFile(join(folder, `${name}.csv`), `${[columns.join(','), ...lines].join('\r\n')}\r\n`);
  }
  return folder;
}

/** The first half of the hidden rows before all others, then one after every second of them, the rest at the end. */
function interleaved(general: readonly Row[], hidden: readonly Row[]): { row: Row; isHidden: boolean }[] {
  const waiting = hidden.map((row) => ({ row, isHidden: true }));
  const placed = waiting.splice(0, Math.ceil(waiting.length / 2));
  for (const [place, row] of general.entries()) {
    placed.push({ row, isHidden: false });
    if (place % 2 === 1) placed.push(...waiting.splice(0, 1));
  }
  return [...placed, ...waiting];
}

function cell(value: Row[string]): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
