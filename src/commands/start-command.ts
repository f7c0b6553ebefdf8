/** `broadsheet start`: builds, serves the site on this machine alone, and builds again whenever it would be another. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { engineFile } from '../engine-files.ts';
import { WrongUsage } from '../errors.ts';
import { OutputFolder } from '../render/output.ts';
import { openSource } from '../source/git-source.ts';
import { indexAround } from '../source/repository.ts';
import { publicFolder } from '../source/source.ts';
import { partsOfEngine } from '../sync/engine.ts';
import { BuildLoop, type Ending } from './build-loop.ts';
import { followChanges } from './follow-changes.ts';
import { serveLocally } from './local-server.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOptions, newsroomFlagHelp, problemArgs, problemFlags, problemFlagsHelp, readFlags } from './options.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('start', '[flags]')}

Builds the site, serves it on this machine, and rebuilds and reloads it on every save and whenever a
story, an update, a correction or a withdrawal becomes due. If there are Problems, it waits for you to
fix them and save.

${newsroomFlagHelp}
  --port N        the port to try first (8080)
  --content DIR   its content (content)
  --out DIR       where the site is written (dist)
  --cache DIR     what is remembered between builds (.cache)
${problemFlagsHelp}

Examples:
  ${call('start')}
  ${call('start', '--port 3000')}`;

async function run(written: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(written, {
    port: { type: 'string' },
    content: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string' },
    ...problemFlags,
  });
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new WrongUsage(`--port takes a number from 1 to 65535, not “${values.port}”.`);
  const { content, out, cache } = folderOptions(newsroom, values);
  const args = [
    '--newsroom',
    newsroom.root,
    '--content',
    content,
    '--out',
    out,
    '--cache',
    cache,
    ...problemArgs(values),
  ];
  openSource(content); // refuses what is not there
  new OutputFolder(out).accept();
  const server = await serveLocally(out, port);
  const build = [engineFile('src/cli.js'), 'build', ...args];
  const loop = new BuildLoop({
    cache,
    start: () => spawn(process.execPath, build, { stdio: 'inherit' }),
    onEnd(ending) {
      if (ending !== 0) complain(waitingAfter(ending));
      server.tellEdition();
    },
  });
  endOnSignal(loop);
  const engine = partsOfEngine();
  const own = join(content, publicFolder);
  const folders = [...engine.folders, join(newsroom.root, 'src'), join(newsroom.root, 'layouts'), content, own];
  const index = indexAround(content);
  const files = index === undefined ? engine.files : [...engine.files, index];
  await followChanges({ folders, files, withHidden: [own], except: [out, cache] }, () => loop.build(), complain);
  await loop.build();
  if (server.port !== port) say(`Port ${port} is in use by another program, so the site is on port ${server.port}.`);
  say(`The site is at http://localhost:${server.port}/ and is rebuilt on every save. Stop with Ctrl+C.`);
  return new Promise(() => {}); // until a signal
}

export const startCommand = { help, run };

/** At once: to end a build on the way is harmless, and open windows keep no server. */
function endOnSignal(loop: BuildLoop): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      loop.stop();
      process.exit(0);
    });
}

/** The build has said why, unless it was ended from outside. */
function waitingAfter(ending: Ending): string {
  if (typeof ending === 'string') return `The build was stopped by ${ending}. Waiting for the next save.`;
  return ending === 1 ? 'Waiting for the next save.' : 'The build failed. Waiting for the next save.';
}
