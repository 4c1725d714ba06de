import { gradeText, parseGrade } from '../../../model/grades.ts';
import { foldWidth } from '../../../model/identity/width.ts';
import type { BundleColumn, ColumnType } from '../../../model/vocabulary/bundle.ts';
import { type EnumName, enumValue } from '../../../model/vocabulary/enums.ts';
import { readDate, readDateTime } from './dates.ts';

/** A cell → the values it stands for, by the type of its column; undefined when it is not of that type.
 * The cell comes trimmed and is not empty. */
export type CellReader = (cell: string) => readonly string[] | undefined;

/** The code for "not known" of tables made elsewhere; taken as an empty cell, and noted. */
export const missingCode = '-77';

/** Bounds of numbers, by column name: outside them it is a bad value. */
const bounds: Readonly<Record<string, readonly [number, number]>> = {
  evidence: [0, 1],
  severity: [0, 1],
  rank: [1, 12],
  share: [0, 100],
  priors: [0, 1000],
  seconds: [0, 864_000],
  count: [1, 10_000_000],
  paid_in: [0, Number.MAX_SAFE_INTEGER],
  budget: [0, Number.MAX_SAFE_INTEGER],
};

const readers: Readonly<Record<Exclude<ColumnType, 'enum' | 'list'>, (cell: string) => string | undefined>> = {
  id: readId,
  text: (cell) => cell,
  idList: readId,
  date: (cell) => readDate(foldWidth(cell)),
  datetime: (cell) => readDateTime(foldWidth(cell)),
  number: readNumber,
  integer: (cell) => {
    const number = readNumber(cell);
    return number !== undefined && Number.isSafeInteger(Number(number)) ? number : undefined;
  },
  money: (cell) => readNumber(cell.replace(/^[¥￥]/, '').replace(/元$/, '')),
  boolean: (cell) => enumValue('yesNo', cell),
  grade: (cell) => {
    const grade = parseGrade(foldWidth(cell));
    return grade === undefined ? undefined : gradeText(grade);
  },
  share: (cell) => readNumber(cell.replace(/[%％]$/, '')),
};

export function cellReader(column: BundleColumn): CellReader {
  if (column.type === 'list' || column.type === 'idList') return listReader(column);
  const one = column.type === 'enum' && column.enum !== undefined ? choiceReader(column.enum) : scalarReader(column);
  return (cell) => {
    const value = one(cell);
    return value === undefined ? undefined : [value];
  };
}

function scalarReader(column: BundleColumn): (cell: string) => string | undefined {
  const read = column.type === 'enum' || column.type === 'list' ? readers.text : readers[column.type];
  const bound = bounds[column.name];
  if (bound === undefined) return read;
  return (cell) => {
    const value = read(cell);
    return value !== undefined && Number(value) >= bound[0] && Number(value) <= bound[1] ? value : undefined;
  };
}

function listReader(column: BundleColumn): CellReader {
  const one = column.enum !== undefined ? choiceReader(column.enum) : column.type === 'idList' ? readId : readers.text;
  return (cell) => {
    const values: string[] = [];
    for (const part of cell.split(/[;；]/)) {
      const item = part.trim();
      if (item === '') continue;
      const value = one(item);
      if (value === undefined) return undefined;
      if (!values.includes(value)) values.push(value);
    }
    return values;
  };
}

/** Words of a closed list, remembered: a file says the same few a million times. */
function choiceReader(name: EnumName): (cell: string) => string | undefined {
  const known = new Map<string, string>();
  return (cell) => {
    const held = known.get(cell);
    if (held !== undefined) return held;
    const value = enumValue(name, cell);
    if (value !== undefined && known.size < 1000) known.set(cell, value);
    return value;
  };
}

/** Ids are text: leading zeros stay. A spreadsheet's `15646.0` is 15646. */
export function readId(cell: string): string {
  const id = foldWidth(cell);
  return id.endsWith('.0') && /^\d+\.0$/.test(id) ? id.slice(0, -2) : id;
}

/** A decimal number in its shortest spelling, digits untouched; grouping commas are read where they group by three. */
export function readNumber(cell: string): string | undefined {
  const folded = foldWidth(cell);
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(folded) ? folded.replaceAll(',', '') : folded;
  const match = /^([-+]?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(plain);
  if (match === null) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const number = match[2]!.replace(/^0+(?=\d)/, '') + (fraction === '' ? '' : `.${fraction}`);
  return match[1] === '-' && number !== '0' ? `-${number}` : number;
}
