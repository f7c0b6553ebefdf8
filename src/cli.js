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
    `Broadsheet needs Node ${needed}, and this is ${process.version}: run it as “npm run broadsheet -- …”, which brings its own.`,
  );
  process.exit(3);
}
module.enableCompileCache(join(import.meta.dirname, '../.cache/compile'));
// What a build makes is soon garbage: a nursery that never grows costs no time here, and saves 35 MB.
v8.setFlagsFromString('--semi-space-growth-factor=1');
const { runCommand } = await import('./commands/run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2));
