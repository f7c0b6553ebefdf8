/** Before each file of tests: lets `spawnSync` have the shell beside this process start what it is to start (`shells.ts`). */
import childProcess, { type SpawnSyncOptions, type SpawnSyncReturns } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

// As they are now: tests put others in their place, which count or fail.
const { existsSync, openSync, readFileSync, readSync, unlinkSync, writeFileSync, writeSync } = fs;

const folder = join(process.env.BROADSHEET_RUN ?? '', String(process.env.VITEST_POOL_ID));

/** What a shell answers that found no such program. */
const notFound = 127;

/** The options that are understood here; whoever gives others is served by Node. */
const known = new Set(['cwd', 'encoding', 'env', 'input', 'maxBuffer']);

const original = childProcess.spawnSync;
let asked = 0;
let pipes: { asks: number; answers: number } | undefined;

/** A word of a script, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** What the shell is to do in a process of its own: go to the folder, have the same environment as this process, become the program. */
function scriptOf(command: string, args: readonly string[], { cwd, env = process.env }: SpawnSyncOptions): string {
  const names = Object.keys(process.env).filter((name) => env[name] === undefined);
  const variables = Object.entries(env).filter(([, value]) => value !== undefined);
  return [
    `cd ${quoted(String(cwd ?? process.cwd()))} || exit ${notFound}`,
    ...(names.length > 0 ? [`unset ${names.join(' ')}`] : []),
    ...variables.map(([name, value]) => `export ${name}=${quoted(String(value))}`),
    `exec ${[command, ...args].map(quoted).join(' ')}`,
  ].join('\n');
}

function ask(name: string): number {
  pipes ??= { asks: openSync(join(folder, 'asks'), 'w'), answers: openSync(join(folder, 'answers'), 'r') };
  writeSync(pipes.asks, `${name}\n`);
  const answer = Buffer.alloc(64);
  for (let said = ''; ; ) {
    said += answer.toString('latin1', 0, readSync(pipes.answers, answer));
    const code = new RegExp(`^${name} (\\d+)\n`, 'm').exec(said)?.[1];
    if (code !== undefined) return Number(code);
  }
}

function spawnFromShell(
  command: string,
  args: readonly string[] = [],
  options: SpawnSyncOptions = {},
): SpawnSyncReturns<Buffer | string> {
  if (!Object.keys(options).every((name) => known.has(name))) return original(command, args, options);
  const name = `${process.pid}-${++asked}`;
  const file = (ending: string) => join(folder, name + ending);
  writeFileSync(file('.in'), (options.input ?? '') as Uint8Array);
  writeFileSync(file(''), scriptOf(command, args, options));
  const status = ask(name);
  const read = (ending: string) => {
    const bytes = readFileSync(file(ending));
    return options.encoding && options.encoding !== 'buffer' ? bytes.toString(options.encoding) : bytes;
  };
  const run = { pid: 0, output: [], stdout: read('.out'), stderr: read('.err'), status, signal: null };
  for (const ending of ['', '.in', '.out', '.err']) unlinkSync(file(ending));
  return status === notFound ? original(command, args, options) : run;
}

// Files that share a process each come by here.
if (existsSync(folder) && original.name !== spawnFromShell.name) {
  childProcess.spawnSync = spawnFromShell as typeof original;
  syncBuiltinESMExports();
}
