/** What git says is the same, whoever starts it; and a shell that starts it holds nobody up. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tryGitMeanwhile } from '../../src/source/git.ts';
import { argumentsIn } from '../../src/source/git-call.ts';
import { keepShells, runInShell } from '../../src/source/git-shell.ts';
import { newsroom, projectRoot } from '../support/newsroom.ts';

const odd = ["it's $(touch x) `y`.md", '-n %d\\0 "q" *.md', 'Новость 記事.md', 'end of call 1 of 1: 0.md'];
const untracked = ['-z', '--others'];

test('in a shell git answers as when it is started by itself, with an input or without, also where it fails', async () => {
  const room = newsroom({ files: { 'pages/a.md': 'A' } }).commit();
  for (const name of odd) writeFileSync(join(room.folder, name), 'x');
  const long = Array.from({ length: 3000 }, (_, index) => `pages/${'long'.repeat(20)}-${index}.md`);
  const asked: [args: string[], input?: string][] = [
    [['ls-files', ...untracked]],
    [['ls-files', ...untracked, '--', ...odd.map((name) => `:(literal)${name}`)]],
    [['cat-file', 'blob', 'HEAD:content/pages/a.md']],
    [['check-attr', '--stdin', '-z', 'filter'], [...odd, ...long].map((path) => `${path}\0`).join('')],
    [['check-ignore', '--no-index', '-v', '-z', '--stdin'], './x\0'],
    [['diff-index', '--no-such-flag', 'HEAD']],
    [['rev-parse', '--verify', 'no-such-branch']],
  ];
  const answers = () => Promise.all(asked.map(([args, input]) => tryGitMeanwhile(room.folder, args, input)));
  const byItself = await answers();
  expect(await runInShell(['--version'], '')).toBeUndefined();
  keepShells();
  const inTurn = [];
  for (const [args, input] of asked) inTurn.push(await runInShell(argumentsIn(room.folder, args), input ?? ''));
  expect(inTurn).toEqual(byItself);
  expect(await answers()).toEqual(byItself);
  expect(byItself.map(({ status }) => status)).toEqual([0, 0, 0, 0, 1, 129, 128]);
  expect(byItself[1]?.stdout.toString()).toBe(
    [...odd]
      .sort()
      .map((name) => `${name}\0`)
      .join(''),
  );
});

test('what no line of a script can say is asked of git itself', async () => {
  const room = newsroom({ files: { 'pages/a.md': 'A' } }).commit();
  keepShells();
  const two = 'two\nlines.md';
  writeFileSync(join(room.folder, two), 'x');
  expect(await runInShell(argumentsIn(room.folder, ['ls-files', ...untracked, '--', two]), '')).toBeUndefined();
  const { stdout } = await tryGitMeanwhile(room.folder, ['ls-files', ...untracked, '--', two]);
  expect(stdout.toString()).toBe(`${two}\0`);
  const afterwards = await Promise.all([1, 2, 3].map(() => runInShell(['--version'], '')));
  expect(afterwards.map((run) => run?.status)).toEqual([0, 0, 0]);
});

/** A program of its own, in which shells are kept. */
function runProgram(body: string, variables: NodeJS.ProcessEnv = {}): { said: string; status: number | null } {
  const module = (name: string) => JSON.stringify(join(projectRoot, 'src/source', name));
  const program = `
    const { execSync } = await import('node:child_process');
    const { keepShells, runInShell } = await import(${module('git-shell.ts')});
    const { tryGitMeanwhile } = await import(${module('git.ts')});
    const shells = () => execSync('ps -o pid=,args= --ppid ' + process.pid).toString().split('\\n').filter((line) => line.includes('read -r call'));
    keepShells();
    ${body}`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    timeout: 20_000,
    encoding: 'utf8',
    env: { ...process.env, ...variables },
  });
  return { said: run.stdout + run.stderr, status: run.status };
}

test('a program ends, and its shells with it, though they could go on', () => {
  const { said, status } = runProgram(`
    console.log((await runInShell(['--version'], '')).stdout.toString().trim(), shells().length);`);
  expect(said).toMatch(/^git version \S+ 3\n$/);
  expect(status).toBe(0);
});

test('a shell that is killed, before a call or in it, costs no answer', () => {
  const kill = "for (const line of shells()) process.kill(Number.parseInt(line), 'SIGKILL');";
  const { said, status } = runProgram(`
    const asked = tryGitMeanwhile('.', ['--version']);
    ${kill}
    console.log((await asked).status);
    await new Promise((resolve) => setTimeout(resolve, 100));
    console.log(await runInShell(['--version'], ''), (await tryGitMeanwhile('.', ['--version'])).status);`);
  expect(said).toBe('0\nundefined 0\n');
  expect(status).toBe(0);
});

test('where git is not, that is said as ever', () => {
  const { said } = runProgram("await tryGitMeanwhile('.', ['status']).catch(({ message }) => console.log(message));", {
    PATH: '/nowhere',
  });
  expect(said).toContain('git could not be run, for it is not here.');
});
