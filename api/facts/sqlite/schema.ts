import { StoreUnavailable } from '../../../model/errors.ts';
import { tokenRules } from '../../../model/search/tokens.ts';
import type { Connection } from './connection.ts';

/** The shape of facts.sqlite. Inside, everything is joined by integers; ids, words and where an assertion comes from stand once.
 *
 * `words`        each compartment, approval, type, kind, source, origin, field name: never removed, so a number means one word for ever
 * `provenance`   source, origin, grade, compartment, approval, times, batch: one row for all rows of a file that share them;
 *                its numbers are not used again, so that a reader may remember them
 * `subjects`     what assertions are about: entities, records and ties (a tie has its two ends)
 * `search_values` each value that can be found, in the form it is compared in; id = assertion × 256 + place, so it needs no index back
 * `search_tokens` FTS5 over the tokens of model/search; it holds no text of its own, and deletes for good */
export const schemaVersion = 1;
/** "Powa": tells our file from another SQLite file. */
const applicationId = 0x506f7761;

/** Of its own, as a big batch makes it anew (searchIndex.ts). */
export const searchValuesIndex = 'CREATE INDEX search_values_text ON search_values (length, text)';

const statements = `
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE batches (id INTEGER PRIMARY KEY, batch TEXT NOT NULL UNIQUE);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, origin TEXT NOT NULL,
  grade INTEGER NOT NULL, compartment INTEGER NOT NULL, batch INTEGER NOT NULL, UNIQUE (source, compartment));
CREATE TABLE provenance (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL, origin INTEGER NOT NULL, grade INTEGER NOT NULL,
  compartment INTEGER NOT NULL, approval INTEGER NOT NULL, known_at TEXT NOT NULL, known_day INTEGER NOT NULL,
  recorded_at TEXT NOT NULL, batch INTEGER NOT NULL,
  UNIQUE (batch, source, origin, grade, compartment, approval, known_at, recorded_at));
CREATE TABLE subjects (
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE, types INTEGER NOT NULL,
  kind INTEGER, from_id INTEGER, to_id INTEGER, role TEXT);
CREATE INDEX subjects_from ON subjects (from_id, to_id) WHERE from_id IS NOT NULL;
CREATE INDEX subjects_to ON subjects (to_id) WHERE to_id IS NOT NULL;
CREATE TABLE assertions (
  id INTEGER PRIMARY KEY, assertion TEXT NOT NULL UNIQUE, about INTEGER NOT NULL, type INTEGER NOT NULL, kind INTEGER,
  properties TEXT NOT NULL, key TEXT NOT NULL, provenance INTEGER NOT NULL, valid_from TEXT, valid_to TEXT,
  from_day INTEGER NOT NULL, to_for_day INTEGER NOT NULL, to_for_window INTEGER NOT NULL);
CREATE INDEX assertions_about ON assertions (about);
CREATE INDEX assertions_type ON assertions (type) WHERE kind IS NULL;
CREATE INDEX assertions_kind ON assertions (kind) WHERE kind IS NOT NULL;
CREATE TABLE retractions (
  id INTEGER PRIMARY KEY, retraction TEXT NOT NULL UNIQUE, assertion INTEGER NOT NULL, said_by TEXT NOT NULL,
  reason TEXT NOT NULL, known_at TEXT NOT NULL, known_day INTEGER NOT NULL, compartment INTEGER NOT NULL, batch INTEGER NOT NULL);
CREATE INDEX retractions_assertion ON retractions (assertion);
CREATE TABLE objections (
  id INTEGER PRIMARY KEY, objection TEXT NOT NULL UNIQUE, assertion INTEGER NOT NULL, said_by TEXT NOT NULL,
  text TEXT NOT NULL, answer TEXT, known_at TEXT NOT NULL, known_day INTEGER NOT NULL, compartment INTEGER NOT NULL, batch INTEGER NOT NULL);
CREATE INDEX objections_assertion ON objections (assertion);
CREATE TABLE judgements (
  id INTEGER PRIMARY KEY, judgement_id TEXT NOT NULL UNIQUE, a TEXT NOT NULL, b TEXT NOT NULL, judgement TEXT NOT NULL,
  said_by TEXT NOT NULL, reason TEXT NOT NULL, known_at TEXT NOT NULL, known_day INTEGER NOT NULL, compartment INTEGER NOT NULL,
  recorded_at TEXT NOT NULL, batch INTEGER NOT NULL);
CREATE TABLE tombstones (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, assertions INTEGER NOT NULL, hash TEXT NOT NULL);
CREATE TABLE search_rules (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL);
CREATE TABLE search_values (
  id INTEGER PRIMARY KEY, length INTEGER NOT NULL, text TEXT NOT NULL, value TEXT, field INTEGER NOT NULL, whole INTEGER NOT NULL);
${searchValuesIndex};
CREATE VIRTUAL TABLE search_tokens USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '~^#'");
INSERT INTO search_tokens (search_tokens, rank) VALUES ('secure-delete', 1);
INSERT INTO search_tokens (search_tokens, rank) VALUES ('hashsize', 33554432);
`;

/** Creates the tables in an empty file, or looks whether the file is one that this program can read. */
export function prepareSchema(connection: Connection, readOnly: boolean): void {
  const version = pragma(connection, 'user_version');
  if (version === 0 && !readOnly) {
    create(connection);
    return;
  }
  if (pragma(connection, 'application_id') !== applicationId)
    throw new StoreUnavailable('the facts file is not one of Powang');
  if (version > schemaVersion) {
    throw new StoreUnavailable(
      `the facts file was written by a newer version (shape ${version}; this program knows ${schemaVersion})`,
    );
  }
}

function create(connection: Connection): void {
  const { database } = connection;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have created it while this one waited for the lock.
    if (pragma(connection, 'user_version') === 0) {
      if (database.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined) {
        throw new StoreUnavailable('the facts file is not one of Powang');
      }
      database.exec(statements);
      database.prepare('INSERT INTO search_rules (id, version) VALUES (1, ?)').run(tokenRules);
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function pragma({ database }: Connection, name: 'user_version' | 'application_id'): number {
  const row: Record<string, number> = database.prepare(`PRAGMA ${name}`).get();
  return row[name] ?? 0;
}
