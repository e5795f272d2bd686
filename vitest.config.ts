import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // Building the index of the corpus takes about ten seconds, once a run.
    hookTimeout: 120_000,
    testTimeout: 20_000,
  },
});
