import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import { type Neo4jFacts, type Neo4jFactsOptions, openNeo4jFacts } from '../../api/facts/neo4j/open.ts';
import type { Neo4jSettings } from '../../api/facts/neo4j/settings.ts';
import type { OpenFacts } from '../contract/factsStore.ts';

const given = inject('neo4j');
export const skipped = given === null;
/** How many random runs: `POWANG_NEO4J_RUNS` raises it (200 before a release). */
export const runs = Number(process.env.POWANG_NEO4J_RUNS ?? 12);
/** Empty strings where everything is skipped anyway. */
export const settings: Neo4jSettings = given ?? { uri: '', user: '', password: '' };

/** The Community edition has one database: each case finds it empty and leaves it so; its indexes stay. */
export async function emptied(): Promise<void> {
  const driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password));
  try {
    await driver.executeQuery('MATCH (n) WHERE NOT n:PowangStore DETACH DELETE n');
  } finally {
    await driver.close();
  }
}

export async function openEmptied(options: Neo4jFactsOptions = {}): Promise<OpenFacts & { facts: Neo4jFacts }> {
  await emptied();
  const facts = await openNeo4jFacts(settings, options);
  return { facts, cleanup: () => facts.close() };
}
