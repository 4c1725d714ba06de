import type { TestProject } from 'vitest/node';
import { missingTools, serverJars } from './jars.ts';
import { startNeo4j } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** null where Java or Maven are missing: then every test here is skipped. */
    neo4j: { readonly uri: string; readonly user: string; readonly password: string } | null;
  }
}

/** One real server for the whole run. Where it cannot be had the tests are skipped, and it is said so that nobody overlooks it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const missing = await missingTools();
  if (missing.length > 0) {
    process.stderr.write(`\n!!! The tests on a real Neo4j are SKIPPED: ${missing.join(' and ')} not found.\n\n`);
    project.provide('neo4j', null);
    return undefined;
  }
  const server = await startNeo4j(await serverJars());
  project.provide('neo4j', { uri: server.uri, user: server.user, password: server.password });
  return () => server.remove();
}
