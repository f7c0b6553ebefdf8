/** Calls git, and reads what it prints. */

import { spawn, spawnSync } from 'node:child_process';
import { MachineryError } from '../errors.ts';
import { argumentsIn, environment, type GitRun } from './git-call.ts';
import { runInShell } from './git-shell.ts';
import { systemErrorOf } from './system-error.ts';

const maxOutputBytes = 4 * 1024 ** 3;

/** Runs git in a folder; `variables` as `environment` takes them. */
export function tryGit(
  folder: string,
  args: readonly string[],
  input?: string | Uint8Array,
  variables: NodeJS.ProcessEnv = {},
): GitRun {
  const env = environment(variables);
  const run = spawnSync('git', argumentsIn(folder, args), { input, env, maxBuffer: maxOutputBytes });
  // It may end before it has read all that it is given; why, its answer says.
  if (run.error && (run.error as NodeJS.ErrnoException).code !== 'EPIPE') throw notRun(run.error);
  return { status: run.status ?? 1, stdout: run.stdout, stderr: run.stderr.toString().trim() };
}

/** The same, while this thread goes on. */
export async function tryGitMeanwhile(folder: string, args: readonly string[], input = ''): Promise<GitRun> {
  const whole = argumentsIn(folder, args);
  return (await runInShell(whole, input)) ?? (await startGit(whole, input));
}

function startGit(whole: readonly string[], input: string): Promise<GitRun> {
  const child = spawn('git', whole, { env: environment() });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => stdout.push(part));
  child.stderr.on('data', (part: Buffer) => stderr.push(part));
  child.stdin.on('error', () => {}); // it may end before it has read all; why, its answer says
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(notRun(error)));
    child.once('close', (status) =>
      resolve({ status: status ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString().trim() }),
    );
  });
}

export function notRun(error: NodeJS.ErrnoException): unknown {
  return error.code === 'ENOENT'
    ? new MachineryError('git could not be run, for it is not here. Install git, or point --content to a plain folder.')
    : systemErrorOf('git', 'run', error);
}

/** Runs git and expects it to succeed. */
export function git(folder: string, args: readonly string[], input?: string | Uint8Array): Buffer {
  return outputOf(args, tryGit(folder, args, input));
}

/** The same, while this thread goes on. */
export async function gitMeanwhile(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  return outputOf(args, await tryGitMeanwhile(folder, args, input));
}

function outputOf([what]: readonly string[], { status, stdout, stderr }: GitRun): Buffer {
  if (status !== 0) throw new MachineryError(`git ${what} failed: ${stderr || `exit code ${status}`}`);
  return stdout;
}

/** The parts of a list that ends each part with NUL. */
export function nulList(output: Buffer): string[] {
  return output
    .toString()
    .split('\0')
    .filter((part) => part !== '');
}

/**
 * Of what git is asked to read; what is not here it may not fetch by itself. It reads each text once, so it keeps few of those that
 * others are told as a difference to, and few parts of its packs: left to itself, each of its processes grows by 96 MB and all of them.
 */
export const readingHere = [
  ...['-c', 'protocol.allow=never', '-c', 'core.deltaBaseCacheLimit=4m'],
  ...['-c', 'core.packedGitLimit=16m', '-c', 'core.packedGitWindowSize=1m'],
  ...['cat-file', '--batch'],
];

/** Reads objects at once, while nothing else goes on (`objects.ts` is quicker); an id that is not there is missing from the answer. */
export function readObjects(folder: string, ids: readonly string[]): Map<string, Uint8Array> {
  const list = [...new Set(ids)].map((id) => `${id}\n`).join('');
  if (list === '') return new Map();
  const read = [...readingHere, '--buffer'];
  const run = tryGit(folder, read, list);
  if (run.status === 0) return readAnswer(run.stdout);
  fetchObjects(folder, list, run.stderr);
  return readAnswer(git(folder, read, list));
}

/** What `git cat-file --batch` has printed. */
function readAnswer(output: Buffer): Map<string, Uint8Array> {
  const objects = new Map<string, Uint8Array>();
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf(10, offset);
    const [id = '', type, size = '0'] = output.toString('latin1', offset, end).split(' ');
    offset = end + 1;
    if (type === 'missing') continue;
    objects.set(id, output.subarray(offset, offset + Number(size)));
    offset += Number(size) + 1;
  }
  return objects;
}

/** Of a partial clone, in one go. `why` is what git said when it was to read them from here. */
export function fetchObjects(folder: string, list: string, why: string): void {
  const config = tryGit(folder, ['config', '--get-regexp', '^remote\\..*\\.promisor$', 'true']).stdout.toString();
  const remote = /^remote\.(.*)\.promisor/m.exec(config)?.[1];
  if (remote === undefined) throw new MachineryError(`git cat-file failed: ${why}`);
  const flags = ['--filter=blob:none', '--no-tags', '--no-write-fetch-head', '--recurse-submodules=no', '--stdin'];
  const run = tryGit(folder, ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', ...flags, remote], list);
  if (run.status !== 0)
    throw new MachineryError(
      `The files to be read are not in this partial clone, and git could not fetch them from “${remote}”: ${run.stderr} The site is unchanged.`,
    );
}
