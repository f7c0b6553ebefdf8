import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**', '**/node_modules/**'],
    pool: 'forks',
    // Else one core of two would only watch.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The same on every machine: what a test prints or reads may not depend on where it runs.
    env: { TZ: 'UTC', LANG: 'C' },
  },
});
