/** Several counties as one bundle: their ids differ, so their rows only stand one after the other. */
import { type County, emptyTables, TABLE_NAMES, type Truth } from './county/tables.ts';

export function mergeCounties(first: County, ...others: readonly County[]): County {
  const all = [first, ...others];
  const tables = emptyTables();
  for (const name of TABLE_NAMES) tables[name] = all.flatMap((county) => county.tables[name]);
  const truth: Truth = {
    seed: first.truth.seed,
    mechanisms: first.truth.mechanisms,
    umbrellas: all.flatMap((county) => county.truth.umbrellas),
    gangs: all.flatMap((county) => county.truth.gangs),
    lookalikes: all.flatMap((county) => county.truth.lookalikes),
  };
  return { tables, truth };
}
