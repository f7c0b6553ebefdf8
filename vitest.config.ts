import { defineConfig } from 'vitest/config';
import { TestCounter } from './test/count-tests.ts';

const tests = 'test/**/*.test.{ts,tsx}';
/**
 * Those that change what outlives them, in the process or in a module: they put other functions in place of a module's,
 * add to the engine's lists, count what runs.
 * All other files share their processes and their modules.
 */
const alone = [
  'test/catalog/database.test.ts',
  'test/check/check-changes.test.ts',
  'test/commands/threads.test.ts',
  'test/content/growth/*.test.ts',
  'test/desk/mistakes-in-a-site.test.ts',
  'test/own/doors.test.ts',
  'test/own/mistakes-in-own-code.test.ts',
  'test/property/*.test.ts',
  'test/source/git-shell.test.ts',
  'test/support/sample.test.ts',
];
/** Those that start git most: in processes of their own, which stay small, for of a large one all memory is copied each time. */
const askingGit = [
  'test/commands/admin/*.test.ts',
  'test/commands/check-against.test.ts',
  'test/commands/diff-preview*.test.ts',
  'test/publish/*.test.ts',
  'test/source/*.test.ts',
  'test/sync/passed-over.test.ts',
];
/** Files share their processes and their modules. */
const sharing = { isolate: false, unstubEnvs: true, restoreMocks: true };
// `npm run test:long` names the files that only it runs.
const long = process.argv.filter((argument) => argument.endsWith('.long.ts'));
const counts = process.env.BROADSHEET_COUNTS;

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: [...alone, ...long] } },
      { extends: true, test: { ...sharing, name: 'asking git', include: askingGit } },
      {
        extends: true,
        test: {
          name: 'sharing',
          include: [tests],
          ...sharing,
          exclude: [...alone, ...askingGit, '**/node_modules/**'], // Lighthouse has packages of its own
        },
      },
    ],
    globalSetup: ['test/support/shells.ts'],
    setupFiles: ['test/support/spawn-from-shell.ts', 'test/support/memory-of-tests.ts'],
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
