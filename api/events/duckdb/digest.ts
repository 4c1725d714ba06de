import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { firstValue } from './run.ts';

const idsAtOnce = 200_000;

/** SHA-256 over sorted ids (32 hexadecimal digits each, nothing between), in hexadecimal: the order of rows and files does not
 * enter. The ids are read in ranges of their first byte, so that no more than a few megabytes of text exist at once. */
export async function digestOf(
  connection: DuckDBConnection,
  ids: { table: string; where: string; rows: number },
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  const ranges = Math.min(256, 2 ** Math.ceil(Math.log2(Math.max(1, ids.rows / idsAtOnce))));
  for (let range = 0; range < ranges; range++) {
    const [low, high] = [(range * 256) / ranges, ((range + 1) * 256) / ranges - 1];
    const text = await firstValue(
      connection,
      `SELECT string_agg(CAST(id AS VARCHAR), '' ORDER BY id) FROM ${ids.table} AS i
       WHERE ${ids.where} AND id >= ${bound(low, '0')} AND id <= ${bound(high, 'f')}`,
      [],
      signal,
    );
    if (typeof text === 'string') hash.update(text.replaceAll('-', ''));
  }
  return hash.digest('hex');
}

const bound = (byte: number, digit: string) =>
  `CAST('${byte.toString(16).padStart(2, '0')}${digit.repeat(30)}' AS UUID)`;
