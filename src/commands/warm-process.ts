/** A process that runs commands one after the other, as it is told, and answers each with its exit code. */
import { keepObjects } from '../source/git.ts';
import { keepRepositories } from '../source/git-source.ts';
import { keepEngines } from './engine-of.ts';
import { runCommand } from './run-command.ts';
import { complain } from './terminal.ts';

// What stays the same as long as this process does.
for (const keep of [keepObjects, keepRepositories, keepEngines]) keep();

/** `why`: what was said of a failure. */
export type Answer = { code: number; why?: string | undefined };

let isBusy = false;

process.on('message', async (args: string[]) => {
  isBusy = true;
  let why: string | undefined;
  const code = await runCommand(args, (text) => {
    complain(text);
    why = text;
  });
  isBusy = false;
  if (!process.connected) process.exit(code);
  process.send?.({ code, why } satisfies Answer);
});

// Whoever began this has a newer one, or is gone, perhaps without a word.
process.on('disconnect', () => isBusy || process.exit());

// The terminal's Ctrl+C goes to all: whoever began this ends it.
process.on('SIGINT', () => undefined);
