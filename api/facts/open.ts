import { join } from 'node:path';
import type { Facts } from './facts.ts';
import type { Neo4jSettings } from './neo4j/settings.ts';
import { openSqliteFacts } from './sqlite/open.ts';

export interface FactsPlace {
  readonly dataFolder: string;
  /** Where the facts are in a Neo4j; else they are a file of the data folder. */
  readonly neo4j?: Neo4jSettings | undefined;
}

export const factsFile = (dataFolder: string): string => join(dataFolder, 'facts.sqlite');

/** Opens the facts where they are kept. The first opening for writing makes the store. */
export async function openFacts({ dataFolder, neo4j }: FactsPlace, readOnly: boolean): Promise<Facts> {
  if (neo4j === undefined) return openSqliteFacts(factsFile(dataFolder), { readOnly });
  const { openNeo4jFacts } = await import('./neo4j/open.ts'); // the driver is loaded where it is used
  return openNeo4jFacts(neo4j, { readOnly });
}
