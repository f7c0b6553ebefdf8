/**
 * What `npm test` runs: lint, types and unused code side by side, then the tests, whatever became of those. The
 * last line counts them: each of the three as one test, and every test of vitest, a skipped one as failed.
 * With `--long` only the tests that can be long, and then, with nothing beside them, the files `*.long.ts`, which always take long or measure time.
 * With `--publish` those of publishing, of a large newsroom (`BROADSHEET_STORIES`, 10000), and a table of its figures.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Counts } from './count-tests.ts';
import { installWhatIsMissing } from './needed-programs.ts';
import { tableRow } from './publish/figures.ts';

const projectRoot = resolve(import.meta.dirname, '..');
const isOfPublishing = process.argv.includes('--publish');
const isLong = isOfPublishing || process.argv.includes('--long');
const figuresFile = join(projectRoot, '.cache/figures.jsonl');
/** What was measured is kept for the table. */
const ofPublishing: NodeJS.ProcessEnv = isOfPublishing
  ? { BROADSHEET_FIGURES: figuresFile, BROADSHEET_STORIES: process.env.BROADSHEET_STORIES ?? '10000' }
  : {};
const scripts = isLong ? [] : ['lint', 'types', 'unused'];

rmSync(figuresFile, { force: true });
await installWhatIsMissing(isLong);
console.log(`Steps: ${[...scripts, isLong ? 'long tests' : 'tests'].join(', ')}`);
const ofScripts = await Promise.all(scripts.map(runScript));
console.log('\n── tests');
const ofTests = isLong
  ? [
      await runVitest(isOfPublishing ? filesOf('test/publish/*.test.ts') : testsThatCanBeLong(), {
        ...ofPublishing,
        BROADSHEET_TEST: 'long',
      }),
      await runVitest(filesOf(`test/${isOfPublishing ? 'publish' : '**'}/*.long.ts`), ofPublishing, ['--maxWorkers=1']),
    ]
  : [await runVitest([])];
const passed = ofScripts.filter(Boolean).length + sum(ofTests.map((each) => each.passed));
const failed = ofScripts.filter((isGood) => !isGood).length + sum(ofTests.map((each) => each.failed));
printFigures();
printOutOfTime(ofTests.flatMap((each) => each.outOfTime));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function printFigures(): void {
  if (!isOfPublishing || !existsSync(figuresFile)) return;
  const rows = readFileSync(figuresFile, 'utf8').trim().split('\n');
  console.log('\n| figure | goal | measured | |\n|---|---|---|---|');
  for (const row of rows) console.log(tableRow(JSON.parse(row)));
}

function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: projectRoot }).sort();
}

/** Those that ask whether they are to be. */
function testsThatCanBeLong(): string[] {
  return filesOf('test/**/*.test.ts').filter((file) =>
    readFileSync(join(projectRoot, file), 'utf8').includes('process.env.BROADSHEET_TEST'),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** A script of package.json; what it says is shown when it has ended, so that several may run at once. */
async function runScript(name: string): Promise<boolean> {
  const { isGood, said } = await run(process.execPath, ['--run', name], { isShown: false });
  process.stdout.write(`\n── ${name}\n${said}`);
  return isGood;
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
async function runVitest(
  filters: readonly string[],
  env: NodeJS.ProcessEnv = {},
  flags: readonly string[] = [],
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-tests-'));
  const file = join(folder, 'counts.json');
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const { isGood } = await run(process.execPath, [vitest, 'run', ...filters, ...flags], {
    isShown: true,
    // What is compiled is kept for the run: its processes are many, and most of them load the same.
    env: { ...env, ...memoryFolder(), CI: '1', BROADSHEET_COUNTS: file, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  const none: Counts = { passed: 0, failed: 0, outOfTime: [] };
  const counts: Counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
  rmSync(folder, { recursive: true });
  // An error outside every test, or a snapshot that nothing uses, still fails the run.
  return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** So that nobody looks for a fault where the machine was busy. */
function printOutOfTime(names: readonly string[]): void {
  if (names.length === 0) return;
  console.log('\nThese failed because time ran out, and for no other reason:');
  for (const name of names) console.log(`  ${name}`);
}

type Run = { isGood: boolean; said: string };

/** Runs a program to its end, in sight of whoever started the tests, or keeping what it says. */
function run(
  command: string,
  args: readonly string[],
  { isShown, env = {} }: { isShown: boolean; env?: NodeJS.ProcessEnv },
): Promise<Run> {
  const child = spawn(command, args, {
    cwd: projectRoot,
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  return new Promise((done) => {
    child.once('error', (error) => done({ isGood: false, said: `${said}${error.message}\n` }));
    child.once('close', (code) => done({ isGood: code === 0, said }));
  });
}
