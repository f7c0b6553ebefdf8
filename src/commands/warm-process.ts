/** A process that runs commands one after the other, as it is told, and answers each with its exit code. */
import { keepObjects } from '../source/git.ts';
import { runCommand } from './run-command.ts';

keepObjects();

process.on('message', (args: string[]) => {
  runCommand(args).then((code) => process.send?.(code));
});

// The terminal's Ctrl+C goes to all: whoever began this ends it.
process.on('SIGINT', () => undefined);
