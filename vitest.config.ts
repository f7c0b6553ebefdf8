import { defineConfig } from 'vitest/config';
import { TestCounter } from './test/count-tests.ts';

// `npm run test:long` names the files that only it runs.
const all = ['test/**/*.test.{ts,tsx}', ...process.argv.filter((argument) => argument.endsWith('.long.ts'))];
/**
 * Folders whose tests change nothing that outlives them, neither of the process nor of a module: their files share both.
 */
const folders =
  'acceptance,browser,commands,content/markdown,fuzz,layouts,plan,queries,reader-mode,render,routes,sample,snapshots,source,sync';
const shared = [
  `test/{${folders}}/**/*.test.{ts,tsx}`,
  'test/content/*.test.{ts,tsx}',
  // These two put other functions in place of a module's.
  'test/catalog/!(database).test.ts',
  'test/check/!(check-changes).test.ts',
];
const counts = process.env.BROADSHEET_COUNTS;

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: all, exclude: ['test/bench/**', ...shared] } },
      {
        extends: true,
        test: { name: 'sharing', include: shared, isolate: false, unstubEnvs: true, restoreMocks: true },
      },
    ],
    globalSetup: ['test/support/shells.ts'],
    setupFiles: ['test/support/spawn-from-shell.ts'],
    reporters: ['default', ...(counts ? [new TestCounter(counts)] : [])],
    pool: 'forks',
    // Else one core of two would only watch.
    maxWorkers: 2,
    // None needs a tenth of it: what runs into this hangs, on a slow machine too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The same on every machine: what a test prints or reads may not depend on where it runs.
    env: { TZ: 'UTC', LANG: 'C' },
  },
});
