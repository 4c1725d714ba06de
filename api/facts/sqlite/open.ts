import { StoreUnavailable } from '../../../model/errors.ts';
import { tokenRules } from '../../../model/search/tokens.ts';
import type { Tombstone } from '../erasure.ts';
import type { Facts } from '../facts.ts';
import { type Connection, openConnection } from './connection.ts';
import { counts } from './counts.ts';
import { tombstones } from './erase.ts';
import { withNames } from './errors.ts';
import { assertions, assertionsById, judgements, type Reading, sources } from './read.ts';
import { createSaidReader } from './said.ts';
import { scan } from './scan.ts';
import { prepareSchema } from './schema.ts';
import { search } from './search.ts';
import { rebuildTokens } from './searchValues.ts';
import { ties, tiesBetween } from './ties.ts';
import { createWords } from './words.ts';
import { createWriter } from './writer.ts';

export interface SqliteFactsOptions {
  /** For a second process: reads, never creates the file, refuses to write. */
  readonly readOnly?: boolean;
  /** How long `begin` waits for another writer. */
  readonly waitMs?: number;
  /** Pages of 4 KiB the file may have; past them a write fails as on a full disk. */
  readonly mostPages?: number;
}
export interface SqliteFacts extends Facts {
  /** What was erased: how many assertions of which approval or batch, and their hash. */
  tombstones(): Promise<Tombstone[]>;
}

/** Opens facts.sqlite (made if missing). One connection writes; short reads share one that cannot write; a scan takes its own. */
export function openSqliteFacts(
  path: string,
  { readOnly = false, waitMs = 5_000, mostPages }: SqliteFactsOptions = {},
): SqliteFacts {
  const writing = readOnly ? undefined : openWriter(path, waitMs, mostPages);
  const reading = openReading(path);
  const open = (): Reading => openReading(path);
  const { connection } = reading;
  return {
    async begin(batch) {
      if (writing === undefined) throw new StoreUnavailable('the facts were opened for reading only');
      return writing.begin(batch);
    },
    committed: async (batch) =>
      connection.snapshot(() => connection.statement('SELECT 1 FROM batches WHERE batch = ?').get(batch) !== undefined),
    assertions: async (audience, clocks, about) => assertions(reading, audience, clocks, about),
    assertionsById: async (audience, clocks, ids) => assertionsById(reading, audience, clocks, ids),
    ties: async (audience, clocks, entities, options) => ties(reading, audience, clocks, entities, options),
    tiesBetween: async (audience, clocks, pairs) => tiesBetween(reading, audience, clocks, pairs),
    scan: (audience, clocks, options) => scan(open, audience, clocks, options),
    search: async (audience, clocks, query, options) => search(reading, audience, clocks, query, options),
    judgements: async (audience, clocks) => judgements(reading, audience, clocks),
    sources: async (audience, ids) => sources(reading, audience, ids),
    counts: (audience, clocks) => counts(open, audience, clocks),
    tombstones: async () => tombstones(connection),
    async close() {
      // Whoever closes last puts the log into the file, and only a writer can.
      connection.close();
      writing?.close();
    },
  };
}

function openReading(path: string): Reading {
  const connection = openConnection(path, 'read');
  prepareSchema(connection, true);
  const words = createWords(connection);
  return { connection, words, said: createSaidReader(connection, words) };
}

function openWriter(path: string, waitMs: number, mostPages: number | undefined) {
  const connection = openConnection(path, 'write');
  withNames(() => prepareSchema(connection, false));
  if (mostPages !== undefined) connection.database.exec(`PRAGMA max_page_count = ${Math.trunc(mostPages)}`);
  renewTokens(connection);
  return createWriter(connection, createWords(connection), waitMs);
}

/** The index was filled under other rules of model/search: it is made anew before anybody asks. */
function renewTokens(connection: Connection): void {
  const { version }: { version: number } = connection.statement('SELECT version FROM search_rules').get();
  if (version === tokenRules) return;
  withNames(() => {
    connection.database.exec('BEGIN IMMEDIATE');
    rebuildTokens(connection);
    connection.statement('UPDATE search_rules SET version = ?').run(tokenRules);
    connection.database.exec('COMMIT');
  });
}
