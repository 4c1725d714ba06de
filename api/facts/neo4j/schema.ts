import { StoreUnavailable } from '../../../model/errors.ts';
import { tokenRules } from '../../../model/search/tokens.ts';
import type { Connection } from './connection.ts';

/** The shape of the store in Neo4j. What the port reads are the nodes `:Assertion` and what is said against them; the rest shows the
 * same to people who look with Browser, Bloom or GDS, and leads from an entity to its ties:
 *
 * `(:Assertion)-[:ABOUT]->(:Entity:Person {id, caption})`       an entity's or record's row
 * `(:Entity)-[:KIN {assertion, tie, source, grade, …}]->(:Entity)`  a tie's row, beside its `:Assertion`
 * `(:Retraction)-[:TAKES_BACK]->(:Assertion)`, `(:Objection)-[:OBJECTS_TO]->(:Assertion)`, `(:Judgement)`, `(:Source)`, `(:Tombstone)`
 * `(:Batch {seq, id, state})`  each write. `seq` counts them; every row has that of its batch, and `gone` that of the batch that erased it.
 * `(:PowangStore)`             says whose store it is; who holds its lock may write. */
export const schemaVersion = 1;
/** Dynamic labels are of 5.26. */
const leastServer = [5, 26] as const;

export const searchIndex = 'powang_search';
export const rowLabels = ['Assertion', 'Retraction', 'Objection', 'Judgement', 'Source', 'Tombstone'] as const;

const statements = [
  'CREATE CONSTRAINT powang_store IF NOT EXISTS FOR (s:PowangStore) REQUIRE s.name IS UNIQUE',
  'CREATE CONSTRAINT powang_batch IF NOT EXISTS FOR (b:Batch) REQUIRE b.seq IS UNIQUE',
  'CREATE INDEX powang_batch_id IF NOT EXISTS FOR (b:Batch) ON (b.id)',
  'CREATE INDEX powang_batch_state IF NOT EXISTS FOR (b:Batch) ON (b.state)',
  'CREATE CONSTRAINT powang_entity IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE',
  'CREATE CONSTRAINT powang_assertion IF NOT EXISTS FOR (a:Assertion) REQUIRE (a.id, a.seq) IS UNIQUE',
  'CREATE INDEX powang_assertion_about IF NOT EXISTS FOR (a:Assertion) ON (a.about)',
  'CREATE INDEX powang_assertion_of IF NOT EXISTS FOR (a:Assertion) ON (a.of, a.id)',
  'CREATE INDEX powang_assertion_approval IF NOT EXISTS FOR (a:Assertion) ON (a.approval)',
  ...['Retraction', 'Objection', 'Judgement'].map(
    (label) =>
      `CREATE CONSTRAINT powang_${label.toLowerCase()} IF NOT EXISTS FOR (r:${label}) REQUIRE (r.id, r.seq) IS UNIQUE`,
  ),
  'CREATE CONSTRAINT powang_source IF NOT EXISTS FOR (s:Source) REQUIRE (s.id, s.compartment, s.seq) IS UNIQUE',
  ...rowLabels.flatMap((label) =>
    ['seq', 'gone'].map(
      (property) =>
        `CREATE INDEX powang_${label.toLowerCase()}_${property} IF NOT EXISTS FOR (r:${label}) ON (r.${property})`,
    ),
  ),
  `CREATE FULLTEXT INDEX ${searchIndex} IF NOT EXISTS FOR (a:Assertion) ON EACH [a.tokens]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
];

/** Makes the store in an empty database, or looks whether the database is one that this program can read. */
export async function prepareSchema(connection: Connection, readOnly: boolean): Promise<void> {
  await checkServer(connection);
  const store = await connection.read(async (run) => (await run<{ version: number; rules: number }>(storeCypher))[0]);
  if (store === undefined) {
    const taken = await connection.read((run) => run('MATCH (n) RETURN 1 AS one LIMIT 1'));
    if (readOnly || taken.length > 0) throw new StoreUnavailable('the Neo4j database is not one of Powang');
    for (const statement of statements) await connection.alone(statement);
    await connection.alone('CALL db.awaitIndexes(60)');
    await connection.write((run) => run(createCypher, { version: schemaVersion, rules: tokenRules }));
    return;
  }
  if (store.version > schemaVersion)
    throw new StoreUnavailable(
      `the Neo4j database was written by a newer version (shape ${store.version}; this program knows ${schemaVersion})`,
    );
  if (store.rules !== tokenRules)
    throw new StoreUnavailable('the search index of the Neo4j database is of another version: copy the store anew');
}

const storeCypher = `MATCH (s:PowangStore {name: 'powang'}) RETURN s.version AS version, s.rules AS rules`;
const createCypher = `MERGE (s:PowangStore {name: 'powang'}) SET s.version = $version, s.rules = $rules`;

async function checkServer(connection: Connection): Promise<void> {
  const agent = await connection.serverVersion();
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(agent) ?? []).slice(1).map(Number);
  if (major < leastServer[0] || (major === leastServer[0] && minor < leastServer[1]))
    throw new StoreUnavailable(`Neo4j ${leastServer.join('.')} or newer is needed; this is ${agent || 'unknown'}`);
}
