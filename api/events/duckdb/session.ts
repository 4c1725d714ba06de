import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Audience } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { EngineUnavailable } from '../../../model/errors.ts';
import { batchOf, type EventBatch, type EventSession, withoutOf } from '../events.ts';
import { type EventLists, listTables, type ParameterLists, parameterTables } from '../lists.ts';
import { type QueryName, type QueryParams, type QueryRow, queries } from '../queries/queries.ts';
import { filesOf, type Layout } from './layout.ts';
import { putListTable } from './listTable.ts';
import { readRows } from './readRows.ts';
import { run } from './run.ts';
import { viewStatements } from './views.ts';

/** A session: a connection of its own, whose temporary views and lists no other connection sees. */
export async function openSession(
  instance: DuckDBInstance,
  layout: Layout,
  audience: Audience,
  clocks: Clocks,
  batches: readonly EventBatch[],
  lists: EventLists,
): Promise<EventSession> {
  const files = await filesOf(layout, batches.map(batchOf));
  const partly = await Promise.all(
    batches
      .filter((one) => withoutOf(one).length > 0)
      .map(async (one) => ({ files: await filesOf(layout, [batchOf(one)]), without: withoutOf(one) })),
  );
  const connection = await instance.connect();
  try {
    for (const [name, table] of entries(listTables)) await putListTable(connection, name, table(lists));
    for (const [name, table] of entries(parameterTables)) await putListTable(connection, name, table({}));
    const merged = (lists.merged ?? []).length > 0;
    for (const statement of viewStatements(audience, clockDays(clocks), { files, partly }, merged))
      await run(connection, statement);
  } catch (error) {
    connection.closeSync();
    throw error;
  }
  return sessionOver(connection);
}

function sessionOver(connection: DuckDBConnection): EventSession {
  let isOpen = true;
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  /** One after another: lists of a query are the connection's own tables. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (!isOpen) return Promise.reject(new EngineUnavailable('the event session is closed'));
    const turn = last.then(work);
    last = turn.catch(() => undefined); // told to the one who asked
    return turn;
  }

  return {
    facts: <N extends QueryName>(name: N, params: QueryParams<N>, options: { signal?: AbortSignal } = {}) =>
      inTurn(async () => {
        const { sql, values, lists, columns } = queries[name].prepare(params);
        await putParameterLists(connection, lists);
        const signal = AbortSignal.any([closing.signal, ...(options.signal === undefined ? [] : [options.signal])]);
        const rows: QueryRow<N>[] = [];
        for (const chunk of await run(connection, sql, values, signal))
          for (const row of readRows(chunk, columns)) rows.push(row as QueryRow<N>); // the query's own columns, in their order
        return rows;
      }),
    use: (lists) =>
      inTurn(async () => {
        for (const [name, table] of entries(listTables))
          if (name !== 'merged' && lists[name] !== undefined) await putListTable(connection, name, table(lists));
      }),
    async close() {
      if (!isOpen) return;
      isOpen = false;
      closing.abort();
      await last;
      connection.closeSync();
    },
  };
}

async function putParameterLists(connection: DuckDBConnection, lists: ParameterLists): Promise<void> {
  for (const [name, table] of entries(parameterTables))
    if (lists[name] !== undefined) await putListTable(connection, name, table(lists));
}

const entries = <T extends object>(table: T) => Object.entries(table) as [keyof T & string, T[keyof T]][]; // plain literals
