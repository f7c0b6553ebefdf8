#!/usr/bin/env node
/** Picks a command and turns what it returns into an exit code. Everything else is in `commands/`. */
const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Broadsheet needs Node ${needed}, and this is ${process.version}: run it as “npm run broadsheet -- …”, which brings its own.`,
  );
  process.exit(3);
}
const { runCommand } = await import('./commands/run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2));

export {};
