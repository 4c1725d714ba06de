import { StoreUnavailable } from '../../../model/errors.ts';
import type { Tombstone } from '../erasure.ts';
import type { Facts } from '../facts.ts';
import { isCommitted } from './batches.ts';
import { openConnection } from './connection.ts';
import { counts } from './counts.ts';
import { tombstonesCypher } from './erase.ts';
import { assertions, assertionsById, judgements, sources } from './read.ts';
import { scan } from './scan.ts';
import { prepareSchema } from './schema.ts';
import { search } from './search.ts';
import type { Neo4jSettings } from './settings.ts';
import { viewOf } from './sight.ts';
import { ties, tiesBetween } from './ties.ts';
import { createWriter } from './writer.ts';

export interface Neo4jFactsOptions {
  /** Reads, never makes the store, refuses to write. */
  readonly readOnly?: boolean;
  /** How long `begin` waits for another writer. */
  readonly waitMs?: number;
}
export interface Neo4jFacts extends Facts {
  /** What was erased: how many assertions of which approval or batch, and their hash. */
  tombstones(): Promise<Tombstone[]>;
}

/** Opens the facts in a Neo4j 5.26 or newer (made where the database is empty). */
export async function openNeo4jFacts(
  settings: Neo4jSettings,
  { readOnly = false, waitMs = 5_000 }: Neo4jFactsOptions = {},
): Promise<Neo4jFacts> {
  const connection = openConnection(settings);
  const writer = readOnly ? undefined : createWriter(connection, waitMs);
  try {
    await prepareSchema(connection, readOnly);
    await writer?.settle();
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    async begin(batch) {
      if (writer === undefined) throw new StoreUnavailable('the facts were opened for reading only');
      return writer.begin(batch);
    },
    committed: (batch) => isCommitted(connection, batch, readOnly),
    assertions: (audience, clocks, about) => assertions(connection, audience, clocks, about),
    assertionsById: (audience, clocks, ids) => assertionsById(connection, audience, clocks, ids),
    ties: (audience, clocks, entities, options) => ties(connection, audience, clocks, entities, options),
    tiesBetween: (audience, clocks, pairs) => tiesBetween(connection, audience, clocks, pairs),
    scan: (audience, clocks, options) => scan(connection, audience, clocks, options),
    search: (audience, clocks, query, options) => search(connection, audience, clocks, query, options),
    judgements: (audience, clocks) => judgements(connection, audience, clocks),
    sources: (audience, ids) => sources(connection, audience, ids),
    counts: (audience, clocks) => counts(connection, audience, clocks),
    tombstones: () => connection.read(async (run) => run<Tombstone>(tombstonesCypher, await viewOf(run))),
    async close() {
      await writer?.close();
      await connection.close();
    },
  };
}
