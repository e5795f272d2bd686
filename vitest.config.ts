import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The first test that needs the index builds it: 20 s on two cores, more when they are busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A page under a busy machine takes its time; what is wrong stays wrong.
    expect: { poll: { timeout: 15_000 } },
  },
});
