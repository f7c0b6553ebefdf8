/** Calls git, and reads what it prints. */

import { spawn, spawnSync } from 'node:child_process';
import { MachineryError } from '../errors.ts';
import { systemErrorOf } from './system-error.ts';

const maxOutputBytes = 4 * 1024 ** 3;

export type GitRun = { status: number; stdout: Buffer; stderr: string };

/** Set inside git's hooks: the repository is to be the one around the folder all the same. */
const ofHooks = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined, GIT_PREFIX: undefined };

/** Runs git in a folder, with no lock taken and no message translated; `variables` are those of the environment to be otherwise. */
export function tryGit(
  folder: string,
  args: readonly string[],
  input?: string | Uint8Array,
  variables: NodeJS.ProcessEnv = {},
): GitRun {
  const { whole, env } = calling(folder, args, variables);
  const run = spawnSync('git', whole, { input, env, maxBuffer: maxOutputBytes });
  // It may end before it has read all that it is given; why, its answer says.
  if (run.error && (run.error as NodeJS.ErrnoException).code !== 'EPIPE') throw notRun(run.error);
  return { status: run.status ?? 1, stdout: run.stdout, stderr: run.stderr.toString().trim() };
}

function calling(folder: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  return {
    whole: ['-C', folder, '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
    env: { ...process.env, ...variables, ...ofHooks, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  };
}

/** The same, while this thread goes on. */
function runMeanwhile(folder: string, args: readonly string[], input: string): Promise<GitRun> {
  const { whole, env } = calling(folder, args);
  const child = spawn('git', whole, { env });
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

function notRun(error: NodeJS.ErrnoException): unknown {
  return error.code === 'ENOENT'
    ? new MachineryError('git could not be run, for it is not here. Install git, or point --content to a plain folder.')
    : systemErrorOf('git', 'run', error);
}

/** Runs git and expects it to succeed. */
export function git(folder: string, args: readonly string[], input?: string | Uint8Array): Buffer {
  const run = tryGit(folder, args, input);
  if (run.status !== 0) throw new MachineryError(`git ${args[0]} failed: ${run.stderr || `exit code ${run.status}`}`);
  return run.stdout;
}

/** The parts of a list that ends each part with NUL. */
export function nulList(output: Buffer): string[] {
  return output
    .toString()
    .split('\0')
    .filter((part) => part !== '');
}

/**
 * Reads objects in one go; an id that is not there is missing from the answer. In a partial clone what
 * is not here yet is fetched first, in one go too: left to itself, git would ask for one after the other.
 */
export function readObjects(folder: string, ids: readonly string[]): Map<string, Uint8Array> {
  const { known, list } = lookUpKept(ids);
  if (list === '') return known;
  const run = tryGit(folder, readFromHere, list);
  return addRead(known, run.status === 0 ? run.stdout : readFetched(folder, list, run.stderr));
}

/** The same, while this thread goes on. */
export async function readObjectsMeanwhile(folder: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { known, list } = lookUpKept(ids);
  if (list === '') return known;
  const run = await runMeanwhile(folder, readFromHere, list);
  return addRead(known, run.status === 0 ? run.stdout : readFetched(folder, list, run.stderr));
}

const readFromHere = ['-c', 'protocol.allow=never', 'cat-file', '--batch', '--buffer'];

function readFetched(folder: string, list: string, why: string): Buffer {
  fetchObjects(folder, list, why);
  return git(folder, readFromHere, list);
}

/** Those that are in memory, and a list of the others for git. */
function lookUpKept(ids: readonly string[]): { known: Map<string, Uint8Array>; list: string } {
  const known = new Map<string, Uint8Array>();
  let list = '';
  for (const id of new Set(ids)) {
    const bytes = kept?.get(id);
    if (bytes) known.set(id, bytes);
    else list += `${id}\n`;
  }
  return { known, list };
}

/** What `git cat-file --batch` has printed. */
function addRead(objects: Map<string, Uint8Array>, output: Buffer): Map<string, Uint8Array> {
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf(10, offset);
    const [id = '', type, size = '0'] = output.toString('latin1', offset, end).split(' ');
    offset = end + 1;
    if (type === 'missing') continue;
    const bytes = output.subarray(offset, offset + Number(size));
    objects.set(id, bytes);
    keep(id, bytes);
    offset += Number(size) + 1;
  }
  return objects;
}

/** Of a process that reads the same again and again; what is called by its own hash never changes. */
let kept: Map<string, Uint8Array> | undefined;
let keptBytes = 0;
const mostKeptBytes = 64 * 1024 ** 2;

export function keepObjects(): void {
  kept ??= new Map();
}

function keep(id: string, bytes: Uint8Array): void {
  if (!kept) return;
  if (keptBytes > mostKeptBytes) {
    kept.clear();
    keptBytes = 0;
  }
  kept.set(id, Buffer.from(bytes)); // not all that was read with it
  keptBytes += bytes.length;
}

/** `why` is what git said when it was to read them from here. */
function fetchObjects(folder: string, list: string, why: string): void {
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
