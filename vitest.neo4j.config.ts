import { defineConfig } from 'vitest/config';

/** On a real Neo4j of the tests' own (tests/neo4j): `npm run test:neo4j`. Apart from `npm test`, as all of it shares the one database
 * that the Community edition has: file after file, case after case. */
export default defineConfig({
  test: {
    include: ['tests/neo4j/**/*.test.ts'],
    globalSetup: ['tests/neo4j/globalSetup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
