import type { Id } from '../../../model/ids.ts';
import { type ErasureAsked, erasedOf, type Tombstone, tombstonesOf } from '../erasure.ts';
import type { Erased } from '../facts.ts';
import type { Connection } from './connection.ts';
import { removeValues } from './searchValues.ts';
import type { Words } from './words.ts';

interface GoneRow {
  readonly assertion: Id;
  readonly compartment: number;
  readonly approval: number;
  readonly batch: Id;
}

/** Removes assertions for good, with what was said against them, what they could be found by, and subjects of which nothing is left
 * (an id is a hash of a number that could be guessed). Of a batch also its retractions, objections, judgements and sources.
 * With `secure_delete` SQLite overwrites what it frees; the log is emptied after the commit (batch.ts).
 * A tombstone for each approval or batch that lost something: how many, and SHA-256 over their sorted ids. */
export function erase(connection: Connection, words: Words, asked: ErasureAsked): Erased {
  const names = { approvals: asked.approvals ?? [], batches: asked.batches ?? [] };
  const parameters = { approvals: words.list(names.approvals), batches: JSON.stringify(names.batches) };
  connection.database.exec('CREATE TEMP TABLE IF NOT EXISTS gone (id INTEGER PRIMARY KEY); DELETE FROM gone');
  connection.statement(goneSql).run(parameters);
  const rows: GoneRow[] = connection.statement(rowsSql).all();
  const gone = rows.map(({ assertion, compartment, approval, batch }) => ({
    id: assertion,
    compartment: words.text(compartment),
    approval: approval === 0 ? null : words.text(approval),
    batch,
  }));
  const bury = connection.statement('INSERT INTO tombstones (kind, name, assertions, hash) VALUES (?, ?, ?, ?)');
  for (const { kind, name, assertions, hash } of tombstonesOf(gone, names.approvals))
    bury.run(kind, name, assertions, hash);
  removeValues(connection);
  for (const sql of removals) connection.statement(sql).run();
  for (const sql of batchRemovals) connection.statement(sql).run({ batches: parameters.batches });
  return erasedOf(gone);
}

export function tombstones(connection: Connection): Tombstone[] {
  return connection.snapshot(() =>
    connection.statement('SELECT kind, name, assertions, hash FROM tombstones ORDER BY id').all(),
  );
}

const goneSql = `INSERT INTO gone SELECT a.id FROM assertions a JOIN provenance p ON p.id = a.provenance
  WHERE (p.approval != 0 AND p.approval IN (SELECT value FROM json_each($approvals)))
     OR p.batch IN (SELECT b.id FROM batches b WHERE b.batch IN (SELECT value FROM json_each($batches)))`;
const rowsSql = `SELECT a.assertion, p.compartment, p.approval, b.batch FROM gone g CROSS JOIN assertions a ON a.id = g.id
  CROSS JOIN provenance p ON p.id = a.provenance CROSS JOIN batches b ON b.id = p.batch`;

const nothingLeft = 'NOT EXISTS (SELECT 1 FROM assertions a WHERE a.about = s.id)';
const noTieLeft = `NOT EXISTS (SELECT 1 FROM subjects x INDEXED BY subjects_from WHERE x.from_id = s.id)
  AND NOT EXISTS (SELECT 1 FROM subjects x INDEXED BY subjects_to WHERE x.to_id = s.id)`;
/** In this order: rows before what they hang on, ties before their ends. */
const removals = [
  'DELETE FROM retractions WHERE assertion IN (SELECT id FROM gone)',
  'DELETE FROM objections WHERE assertion IN (SELECT id FROM gone)',
  'CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)',
  'DELETE FROM touched',
  `INSERT OR IGNORE INTO touched SELECT a.about FROM gone g CROSS JOIN assertions a ON a.id = g.id`,
  `INSERT OR IGNORE INTO touched SELECT s.from_id FROM touched t CROSS JOIN subjects s ON s.id = t.id WHERE s.from_id IS NOT NULL`,
  `INSERT OR IGNORE INTO touched SELECT s.to_id FROM touched t CROSS JOIN subjects s ON s.id = t.id WHERE s.to_id IS NOT NULL`,
  'DELETE FROM assertions WHERE id IN (SELECT id FROM gone)',
  `DELETE FROM subjects AS s WHERE s.id IN (SELECT id FROM touched) AND s.kind IS NOT NULL AND ${nothingLeft}`,
  `DELETE FROM judgements AS r WHERE EXISTS (SELECT 1 FROM subjects s WHERE s.subject IN (r.a, r.b)
     AND s.id IN (SELECT id FROM touched) AND ${nothingLeft})`,
  `DELETE FROM subjects AS s WHERE s.id IN (SELECT id FROM touched) AND s.kind IS NULL AND ${nothingLeft} AND ${noTieLeft}`,
  'DELETE FROM gone',
  'DELETE FROM touched',
];
const ofBatches = 'batch IN (SELECT b.id FROM batches b WHERE b.batch IN (SELECT value FROM json_each($batches)))';
/** A source stays while a row of another batch names it. */
const batchRemovals = [
  `DELETE FROM retractions WHERE ${ofBatches}`,
  `DELETE FROM objections WHERE ${ofBatches}`,
  `DELETE FROM judgements WHERE ${ofBatches}`,
  `DELETE FROM provenance WHERE ${ofBatches}`,
  `DELETE FROM sources AS r WHERE r.${ofBatches} AND NOT EXISTS (
     SELECT 1 FROM words w CROSS JOIN provenance p ON p.source = w.id WHERE w.word = r.source)`,
];
