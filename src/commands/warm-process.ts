/** A process that runs commands one after the other, as it is told, and answers each with its exit code. */
import { keepObjects } from '../source/git.ts';
import { keepRepositories } from '../source/git-source.ts';
import { keepEngines } from './engine-of.ts';
import { runCommand } from './run-command.ts';

// What stays the same as long as this process does.
for (const keep of [keepObjects, keepRepositories, keepEngines]) keep();

process.on('message', (args: string[]) => {
  runCommand(args).then((code) => process.send?.(code));
});

// The terminal's Ctrl+C goes to all: whoever began this ends it.
process.on('SIGINT', () => undefined);
