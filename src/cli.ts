#!/usr/bin/env node
/** Picks a command and turns what it returns into an exit code. Everything else is in `commands/`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Broadsheet needs Node ${needed}, and this is ${process.version}: run it as “npm run broadsheet -- …”, which brings its own.`,
  );
  process.exit(3);
}
// What was compiled once is kept: starting takes a third of the time.
enableCompileCache(join(import.meta.dirname, '../.cache/compile'));
const { runCommand } = await import('./commands/run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2));
