import { defineConfig } from 'vitest/config';

/** Everything that needs no browser. Forked parts run from dist, so `npm test` builds the server first. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
