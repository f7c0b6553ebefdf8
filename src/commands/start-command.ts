/**
 * `broadsheet start`: builds, serves the site on this machine alone, and builds again on every save.
 * Each build is a process of its own, so that changed layouts are taken up like changed stories.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import { folderOption, projectRoot, readFlags, WrongUsage } from './options.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = `Usage: npm start -- [flags]

Builds the site, serves it on this machine, and rebuilds and reloads on every save.

  --port N        the port to try first (8080)
  --content DIR   the newsroom (content)
  --out DIR       where the site goes (dist)
  --cache DIR     what is remembered between builds (.cache)

Examples:
  npm start
  npm start -- --port 3000`;

const settleMilliseconds = 60;

async function run(args: string[]): Promise<ExitCode> {
  const values = readFlags(args, {
    port: { type: 'string' },
    content: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string' },
  });
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new WrongUsage(`--port takes a number from 1 to 65535, not “${values.port}”.`);
  const content = folderOption(values.content, 'content');
  const out = folderOption(values.out, 'dist');
  const build = () => runBuild(['--content', content, '--out', out, '--cache', folderOption(values.cache, '.cache')]);
  const first = await build();
  if (first > 1) return first;
  const server = new LoopbackServer('Broadsheet', out, { port, messageOnStart: () => false });
  server.serve(port);
  await server.ready();
  say(`The site is at ${server.getServerUrl('localhost')} and follows every save. Stop with Ctrl+C.`);
  const folders = [content, join(projectRoot, 'layouts'), join(projectRoot, 'src')];
  rebuildOnChange(folders, async () => {
    if ((await build()) === 0) server.reload();
  });
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  process.exit(0); // watchers and open connections would keep it alive
}

export const startCommand = { help, run };

/** Eleventy's server listens on every interface; a story not yet published is for this machine only. */
class LoopbackServer extends EleventyDevServer {
  override _serverListen(port: number): void {
    this.server.listen({ port, host: 'localhost' });
  }
}

function runBuild(args: string[]): Promise<ExitCode> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectRoot, 'src/cli.js'), 'build', ...args], { stdio: 'inherit' });
    child.once('exit', (code) => resolve((code ?? 3) as ExitCode));
  });
}

/** Calls `work` once things are quiet after a change, and again if more changed meanwhile. */
function rebuildOnChange(folders: readonly string[], work: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isStale = false;
  const start = async () => {
    if (isBusy) {
      isStale = true;
      return;
    }
    isBusy = true;
    await work();
    isBusy = false;
    if (isStale) {
      isStale = false;
      await start();
    }
  };
  for (const folder of folders) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(start, settleMilliseconds);
    });
  }
}
