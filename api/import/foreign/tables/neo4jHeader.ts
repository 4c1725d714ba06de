import { isRefusedColumn } from '../../../../model/vocabulary/bundle.ts';
import { enumValue } from '../../../../model/vocabulary/enums.ts';
import { readNumber } from '../../read/cells.ts';
import { readDate, readDateTime } from '../../read/dates.ts';
import { FileFault } from '../items.ts';

/** One column of a table as Neo4j reads and writes them: `personId:ID(Person)`, `age:int`, `roles:string[]`, `:TYPE`. */
export interface Neo4jColumn {
  readonly name: string;
  readonly part: 'id' | 'label' | 'start' | 'end' | 'type' | 'ignore' | 'property';
  /** The id space it names. */
  readonly space: string;
  readonly type: string;
  readonly list: boolean;
}
const parts: Readonly<Record<string, Neo4jColumn['part']>> = {
  ID: 'id',
  LABEL: 'label',
  START_ID: 'start',
  END_ID: 'end',
  TYPE: 'type',
  IGNORE: 'ignore',
};
/** APOC writes nodes and ties into one table, with these names. */
const apoc: Readonly<Record<string, Neo4jColumn['part']>> = {
  _id: 'id',
  _labels: 'label',
  _start: 'start',
  _end: 'end',
  _type: 'type',
};
const columnForm = /^([^:]*)(?::([A-Za-z_]+)(?:\(([^)]*)\))?(?:\{[^}]*\})?(\[\])?)?$/;
const mostColumns = 1_000;

export function readNeo4jHeader(cells: readonly string[], line: number): readonly Neo4jColumn[] {
  if (cells.length > mostColumns) throw new FileFault('missing_header', line);
  const columns = cells.map((cell): Neo4jColumn => {
    const text = cell.trim();
    const match = columnForm.exec(text);
    if (match === null) throw new FileFault('bad_value', line, text.slice(0, 64));
    const [, name = '', word = 'string', space = '', brackets = ''] = match;
    const own = Object.hasOwn(apoc, text) ? apoc[text] : undefined;
    const upper = word.toUpperCase();
    const part = own ?? (Object.hasOwn(parts, upper) && text.includes(':') ? parts[upper]! : 'property');
    return { name, part, space, type: word.toLowerCase(), list: brackets !== '' };
  });
  const refused = columns.find(({ name }) => isRefusedColumn(name));
  if (refused !== undefined) throw new FileFault('refused_column', line, refused.name);
  const has = (part: Neo4jColumn['part']): boolean => columns.some((column) => column.part === part);
  if (!has('id') && !(has('start') && has('end'))) throw new FileFault('missing_header', line);
  return columns;
}

const whole = (text: string): string | undefined => {
  const number = readNumber(text);
  return number !== undefined && /^-?\d+$/.test(number) ? number : undefined;
};
const real = (text: string): string | undefined =>
  readNumber(text) ?? (/^[-+]?\d+(\.\d+)?[eE][-+]?\d+$/.test(text) ? text : undefined);
const readers: Readonly<Record<string, (text: string) => string | undefined>> = {
  int: whole,
  long: whole,
  short: whole,
  byte: whole,
  float: real,
  double: real,
  boolean: (text) => enumValue('yesNo', text),
  date: readDate,
  datetime: (text) => readDateTime(text.replace(/(?:Z|[+-]\d{2}:?\d{2})(?:\[.*\])?$/, '')),
  localdatetime: readDateTime,
};

/** Values of a cell by the type its header gives; undefined where it is not of that type. */
export function neo4jValues(column: Neo4jColumn, cell: string): readonly string[] | undefined {
  const given = (column.list ? cell.split(';') : [cell]).map((value) => value.trim()).filter((value) => value !== '');
  const read = readers[column.type];
  if (read === undefined) return given;
  const values = given.map(read);
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}
