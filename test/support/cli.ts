/**
 * Runs `src/cli.js` as a process of its own, the way people and CI do, in an environment that is the same
 * everywhere; or the same command in this process, which takes a tenth of the time.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { runCommand } from '../../src/commands/run-command.ts';
import { type Newsroom, projectRoot } from './newsroom.ts';

export type Run = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };
type Settings = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Of the process, in octal. */
  umask?: string;
};

export const cli = join(projectRoot, 'src/cli.js');

export function runCli(args: readonly string[], settings: Settings = {}): Promise<Run> {
  return runProcess(process.execPath, [cli, ...args], settings);
}

/** For what a command does and says. What depends on where and how it is started, or ends it from outside, asks for `runCli`. */
export async function runHere(args: readonly string[]): Promise<Run> {
  const said = { log: '', error: '' };
  const spies = (['log', 'error'] as const).map((to) =>
    vi.spyOn(console, to).mockImplementation((text) => {
      said[to] += `${text}\n`;
    }),
  );
  for (const name of ['GITHUB_ACTIONS', 'FORCE_COLOR']) vi.stubEnv(name, undefined);
  try {
    return { code: await runCommand([...args]), signal: null, stdout: said.log, stderr: said.error };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

/** `broadsheet build` of a newsroom, into its own output folder and cache unless `args` name others. */
export function runBuild(room: Newsroom, args: readonly string[] = [], settings: Settings = {}): Promise<Run> {
  return runCli(buildOf(room, args), settings);
}

/** The same in this process. */
export function buildHere(room: Newsroom, args: readonly string[] = []): Promise<Run> {
  return runHere(buildOf(room, args));
}

function buildOf({ content, out, cache }: Newsroom, args: readonly string[]): string[] {
  return ['build', '--content', content, '--out', out, '--cache', cache, '--now', '2016-01-01', ...args];
}

export function runProcess(
  command: string,
  args: readonly string[],
  { cwd = projectRoot, env = {}, umask }: Settings = {},
): Promise<Run> {
  const [file, all] =
    umask === undefined ? [command, args] : ['/bin/sh', ['-c', `umask ${umask}; exec "$0" "$@"`, command, ...args]];
  const inherited = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: 'UTC',
    LANG: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(file, all, { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const run: Run = { code: null, signal: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (run.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (run.stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...run, code, signal }));
  });
}
