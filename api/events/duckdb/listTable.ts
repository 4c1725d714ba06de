import { BIGINT, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import type { ListTable } from '../lists.ts';
import { run } from './run.ts';

const types = { text: { sql: 'VARCHAR', type: VARCHAR }, whole: { sql: 'BIGINT', type: BIGINT } } as const;
const chunkRows = 2048;

/** Makes or replaces a temporary table of this connection alone; values go in as data, never as text of a statement. */
export async function putListTable(connection: DuckDBConnection, name: string, table: ListTable): Promise<void> {
  const columns = Object.entries(table.columns);
  const declared = columns.map(([column, type]) => `${column} ${types[type].sql}`).join(', ');
  await run(connection, `CREATE OR REPLACE TEMP TABLE ${name} (${declared})`);
  if (table.rows.length === 0) return;
  const appender = await connection.createAppender(name, 'main', 'temp');
  for (let start = 0; start < table.rows.length; start += chunkRows) {
    const rows = table.rows.slice(start, start + chunkRows);
    const chunk = DuckDBDataChunk.create(columns.map(([, type]) => types[type].type));
    chunk.setColumns(
      columns.map((_, column) =>
        rows.map((row) => (typeof row[column] === 'number' ? BigInt(row[column]) : row[column]!)),
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
