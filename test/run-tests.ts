/**
 * What `npm test` runs: each step in order, whatever became of the one before. The last line counts
 * them: lint, types and unused code as one test each, and every test of vitest, a skipped one as failed.
 * With `--long` only the property test, what is made by chance and the torture newsroom, and those for long, and the
 * files `*.long.ts`, which measure time.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

type Counts = { passed: number; failed: number };
type Step = { name: string; run: () => Counts };
type VitestReport = { testResults: { status: string; assertionResults: { status: string }[] }[] };

type Need = {
  /** Its name where nothing else is said. */
  package: string;
  /** By the program that installs packages, where it is called otherwise. */
  elsewhere?: Record<string, string>;
  /** Any of these will do. */
  binaries: readonly string[];
  why: string;
};

/** What the system must have. */
const needed: readonly Need[] = [
  { package: 'git', binaries: ['git'], why: 'the tests publish from repositories that they make' },
  {
    package: 'libxml2-utils',
    elsewhere: { dnf: 'libxml2', pacman: 'libxml2', zypper: 'libxml2-tools', brew: 'libxml2' },
    binaries: ['xmllint'],
    why: 'it judges every feed and sitemap',
  },
  {
    package: 'chromium',
    binaries: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    why: 'pages are looked at as readers see them',
  },
  {
    package: 'default-jre-headless',
    elsewhere: {
      dnf: 'java-latest-openjdk-headless',
      apk: 'openjdk21-jre-headless',
      pacman: 'jre-openjdk-headless',
      zypper: 'java-21-openjdk-headless',
      brew: 'openjdk',
    },
    binaries: ['java'],
    why: 'the Nu HTML checker runs on it',
  },
];

/** How a person installs packages, by the program that does it. */
const installers = [
  ['apt-get', 'sudo apt-get update && sudo apt-get install --yes'],
  ['dnf', 'sudo dnf install --assumeyes'],
  ['apk', 'sudo apk add'],
  ['pacman', 'sudo pacman -S --noconfirm'],
  ['zypper', 'sudo zypper --non-interactive install'],
  ['brew', 'brew install'],
] as const;

const projectRoot = resolve(import.meta.dirname, '..');
const isLong = process.argv.includes('--long');

const steps: Step[] = isLong
  ? [
      {
        name: 'long',
        run: () => runVitest(['test/property', 'test/fuzz', 'test/browser/torture'], { BROADSHEET_TEST: 'long' }),
      },
      { name: 'growth, long', run: () => runVitest(['test/content/growth/growth.long.ts']) },
    ]
  : [
      { name: 'lint', run: () => runScript('lint') },
      { name: 'types', run: () => runScript('types') },
      { name: 'unused', run: () => runScript('unused') },
      { name: 'tests', run: () => runVitest([]) },
    ];

installWhatIsMissing();
console.log(`Steps: ${steps.map(({ name }) => name).join(', ')}`);
const total: Counts = { passed: 0, failed: 0 };
for (const { name, run } of steps) {
  console.log(`\n── ${name}`);
  const { passed, failed } = run();
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A script of package.json, as one test. */
function runScript(name: string): Counts {
  return isGood(process.execPath, ['--run', name]) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Temporary newsrooms go to a file system in memory where there is a large one. */
function memoryFolder(): NodeJS.ProcessEnv {
  const folder = '/dev/shm';
  if (!existsSync(folder)) return {};
  const bytesNeeded = 2 * 1024 ** 3;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > bytesNeeded ? { TMPDIR: folder } : {};
}

/** With `CI` set, because without it vitest writes a snapshot that is missing and passes. */
function runVitest(filters: readonly string[], env: NodeJS.ProcessEnv = {}): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-tests-'));
  const report = join(folder, 'report.json');
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const hasPassed = isGood(process.execPath, [vitest, 'run', ...filters, ...reporters], {
    ...env,
    ...memoryFolder(),
    CI: '1',
  });
  const counts = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  // An error outside every test, or a snapshot that nothing uses, still fails the run.
  return hasPassed || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** A file that could not be loaded holds no tests, and counts as one that failed. */
function countTests({ testResults }: VitestReport): Counts {
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const ofTests = assertionResults.map((test) => test.status);
    return status === 'failed' && !ofTests.includes('failed') ? [...ofTests, 'failed'] : ofTests;
  });
  const passed = statuses.filter((status) => status === 'passed').length;
  return { passed, failed: statuses.length - passed };
}

/** As root on Debian by itself; elsewhere it stops before the first test and says what to run. */
function installWhatIsMissing(): void {
  const isThere = ({ binaries }: Need) => binaries.some(isInstalled);
  const missing = needed.filter((need) => !isThere(need));
  if (missing.length === 0) return;
  for (const { binaries, why } of missing) console.error(`The system has no ${binaries[0]}: ${why}.`);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    isGood('apt-get', ['update'], env);
    isGood('apt-get', ['install', '--yes', '--no-install-recommends', ...missing.map((need) => need.package)], env);
    if (missing.every(isThere)) return;
    console.error('Installing did not help. No test was run.');
    process.exit(3);
  }
  const [program = '', command = 'install'] = installers.find(([name]) => isInstalled(name)) ?? [];
  const packages = missing.map((need) => need.elsewhere?.[program] ?? need.package);
  console.error(`No test was run. Run this, then the tests again:\n  ${command} ${packages.join(' ')}`);
  process.exit(3);
}

function isInstalled(binary: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Runs a program to its end, in sight of whoever started the tests; true if it ended well. */
function isGood(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(command, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}
