import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // `npm run test:long` names the files that only it runs.
    include: ['test/**/*.test.{ts,tsx}', ...process.argv.filter((argument) => argument.endsWith('.long.ts'))],
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
