import { defineConfig } from 'vitest/config';

/** Runs the built server and a real Chromium: `npm run test:browser`. */
export default defineConfig({
  test: { include: ['tests/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false },
});
