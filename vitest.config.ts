import { defineConfig } from 'vitest/config';

/** Everything that needs neither browser nor Neo4j. Forked parts run from dist, so `npm test` builds the server first. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/neo4j/**'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
