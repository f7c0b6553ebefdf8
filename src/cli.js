#!/usr/bin/env node
/**
 * Picks a command and turns what it returns into an exit code. Everything else is in `commands/`. The
 * only JavaScript here, so that an old Node can read what is wrong, and because what is compiled is kept
 * from here on: loading what strips types would cost 40 ms of every build.
 */
import module from 'node:module'; // by its default: an old Node lacks some of its names
import { join } from 'node:path';
import v8 from 'node:v8';

const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Broadsheet needs Node ${needed}, and this is ${process.version}. On Linux x64 with glibc, “npm ci” installs it for commands that begin with “npm run”; on other systems, including Alpine, install it yourself.`,
  );
  process.exit(3);
}
module.enableCompileCache(join(import.meta.dirname, '../.cache/compile'));
// What a build makes is soon garbage: a nursery that never grows costs no time here, and saves 35 MB.
v8.setFlagsFromString('--semi-space-growth-factor=1');
let isOutputLost = false;
for (const stream of [process.stdout, process.stderr]) stream.on('error', loseOutput);
const { runCommand } = await import('./commands/run-command.ts').catch(stopIfNotInstalled);
process.exitCode = Math.max(await runCommand(process.argv.slice(2)), isOutputLost ? 3 : 0);

/**
 * Who reads may stop reading (`| head`): the work goes on to its end. A report that cannot be kept is no report.
 * @param {NodeJS.ErrnoException} error
 */
function loseOutput(error) {
  if (error.code === 'EPIPE' || isOutputLost) return;
  isOutputLost = true;
  process.exitCode = 3;
  console.error(`The output could not be written: ${error.message}. Send it elsewhere and run the command again.`);
}

/**
 * @param {NodeJS.ErrnoException} error
 * @returns {never}
 */
function stopIfNotInstalled(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.startsWith('Cannot find package')) throw error;
  console.error('The packages that Broadsheet uses are not installed. Run: npm ci');
  process.exit(3);
}
