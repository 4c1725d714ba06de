import type { DuckDBConnection } from '@duckdb/node-api';
import { EngineUnavailable } from '../../../model/errors.ts';
import type { Columns, RowOf } from '../queries/query.ts';
import { firstValue, run } from './run.ts';

const [absent, betweenCells, betweenRows] = [26, 31, 30];
const separator = (code: number) => String.fromCharCode(code);

/** Reads a large table some thousands of rows at a time, each piece as one text that is taken apart here: fetching cells one by
 * one costs three times as much. For columns that hold no control characters (ids, compartments, approvals, numbers). */
export async function* packedRows<C extends Columns>(
  connection: DuckDBConnection,
  table: string,
  columns: C,
  rowsAtOnce: number,
): AsyncGenerator<RowOf<C>[]> {
  const names = Object.keys(columns);
  const cells = names.map((name) => `COALESCE(CAST(${name} AS VARCHAR), chr(${absent}))`).join(', ');
  const total = Number(await firstValue(connection, `SELECT COUNT(*) FROM ${table}`));
  for (let start = 0; start < total; start += rowsAtOnce) {
    const [chunk] = await run(
      connection,
      `SELECT string_agg(concat_ws(chr(${betweenCells}), ${cells}), chr(${betweenRows}))
       FROM ${table} WHERE rowid >= ${start} AND rowid < ${start + rowsAtOnce}`,
    );
    const text = chunk?.getColumnValues(0)[0];
    if (typeof text !== 'string') throw new EngineUnavailable('a piece of a large answer is missing');
    yield text.split(separator(betweenRows)).map((row) => unpack(row, columns, names));
  }
}

function unpack<C extends Columns>(row: string, columns: C, names: readonly string[]): RowOf<C> {
  const cells = row.split(separator(betweenCells));
  if (cells.length !== names.length) throw new EngineUnavailable('a row of a large answer cannot be taken apart');
  const read: Record<string, string | number | null> = {};
  for (let at = 0; at < names.length; at++) {
    const [name, cell] = [names[at]!, cells[at]!];
    if (cell === separator(absent)) read[name] = null;
    else read[name] = columns[name]?.startsWith('whole') ? exact(cell) : cell;
  }
  return read as RowOf<C>; // the columns named above, no flags among them
}

function exact(cell: string): number {
  const number = Number(cell);
  if (!Number.isSafeInteger(number)) throw new EngineUnavailable('a sum is beyond exact whole numbers');
  return number;
}
