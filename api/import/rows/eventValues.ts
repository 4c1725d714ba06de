import { lastDay } from '../../../model/dates.ts';
import { foldWidth } from '../../../model/identity/width.ts';
import { readNumber } from '../read/cells.ts';
import { readDate, readEventTime } from '../read/dates.ts';
import type { ImportContext } from './context.ts';
import { type Cell, faultOf, type Row, type RowReader } from './row.ts';

/** Local seconds of a cell; a bare day is its first or its last second. Later than today, or no whole day, is a fault. */
export function createTimeReader(context: ImportContext, reader: RowReader) {
  const latest = (lastDay(context.today) + 1) * 86_400;
  return (row: Row, cell: Cell | undefined, index: number, side: 'first' | 'last'): number | null => {
    const at = row.cells[index];
    if (at?.length === 19) {
      const seconds = readEventTime(at);
      if (seconds !== undefined && seconds < latest) return seconds;
    }
    const given = reader.text(row, cell);
    if (given === '') {
      if (cell?.column.required === true) faultOf(row, 'missing', cell.column.name);
      return null;
    }
    const seconds = readEventTime(given) ?? readEventTime(foldWidth(given));
    if (seconds === undefined) {
      faultOf(row, readDate(foldWidth(given)) === undefined ? 'bad_value' : 'whole_day', cell?.column.name ?? null);
      return null;
    }
    if (seconds >= latest) {
      faultOf(row, 'future', cell?.column.name ?? null);
      return null;
    }
    return side === 'last' && readDate(foldWidth(given)) !== undefined ? seconds + 86_399 : seconds;
  };
}

/** A whole number of plain digits; -1 for anything else. */
export function plainDigits(text: string): number {
  if (text.length === 0 || text.length > 9) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export function wholeNumber(text: string): number | undefined {
  const plain = plainDigits(text);
  if (plain >= 0) return plain;
  const number = Number(readNumber(text) ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Yuan as written → fen. Finer than a fen is a fault, but for the dust a spreadsheet leaves behind (33.300000000000004). */
export function fen(text: string): number | undefined {
  const number = readNumber(text.replace(/^[¥￥]/, '').replace(/元$/, ''));
  if (number === undefined) return undefined;
  const hundredfold = Number(number) * 100;
  const whole = Math.round(hundredfold);
  return Math.abs(hundredfold - whole) < 1e-4 ? whole : undefined;
}
