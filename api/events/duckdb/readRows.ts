import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import { EngineUnavailable } from '../../../model/errors.ts';
import type { Columns, RowOf } from '../queries/query.ts';

type Cell = string | number | boolean | null;

/** Rows as plain objects of the named columns, which come in the order of the statement. */
export function* readRows<C extends Columns>(chunk: DuckDBDataChunk, types: C): Generator<RowOf<C>> {
  const columns = Object.keys(types);
  const values = columns.map((_, column) => chunk.getColumnValues(column));
  for (let row = 0; row < chunk.rowCount; row++) {
    const read: Record<string, Cell> = {};
    for (let column = 0; column < columns.length; column++)
      read[columns[column]!] = plain(values[column]![row] ?? null);
    yield read as RowOf<C>; // the statement gives these columns; tests read every one of every query
  }
}

/** 64-bit numbers as JavaScript numbers; one that would lose digits is an error, never an approximate figure. */
export function plain(value: DuckDBValue): Cell {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new EngineUnavailable('a sum is beyond exact whole numbers');
    return number;
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new EngineUnavailable('the event engine gave a value of no known type');
}
