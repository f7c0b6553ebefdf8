/** From command line to command: the commands there are, their help, and what exit code means what. */

import { inspect } from 'node:util';
import { RefusedOutput } from '../render/output.ts';
import { MachineryError, SourceChanged } from '../source/source.ts';
import { WrongUsage } from './options.ts';
import { complain, say } from './terminal.ts';

/** 0 good, 1 problems in content or output, 2 wrong usage, 3 broken machinery. */
export type ExitCode = 0 | 1 | 2 | 3;

type Command = { summary: string; load(): Promise<{ help: string; run(args: string[]): Promise<ExitCode> }> };

const commands: Record<string, Command> = {
  build: {
    summary: 'build the site, only what a change touched',
    load: async () => (await import('./build-command.ts')).buildCommand,
  },
  check: {
    summary: 'judge a built site: links, fragments, pictures, HTML',
    load: async () => (await import('./check-command.ts')).checkCommand,
  },
  state: {
    summary: 'save what is remembered between builds, or load it',
    load: async () => (await import('./state-command.ts')).stateCommand,
  },
  start: {
    summary: 'build, serve on this machine, and rebuild on every save',
    load: async () => (await import('./start-command.ts')).startCommand,
  },
};

export async function runCommand(args: string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands[name];
  if (!command) {
    complain(`There is no command “${name}”.\n\n${overview()}`);
    return 2;
  }
  const { help, run } = await command.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    say(help);
    return 0;
  }
  return run(rest).catch((error: unknown) => failed(error, name));
}

function failed(error: unknown, name: string): ExitCode {
  if (error instanceof WrongUsage) {
    complain(`${error.message}\nSee: npm run broadsheet -- ${name} --help`);
    return 2;
  }
  if (error instanceof RefusedOutput) {
    complain(error.message);
    return 2;
  }
  if (error instanceof MachineryError || error instanceof SourceChanged) complain(error.message);
  else
    complain(
      `This is a fault of Broadsheet itself, not of your content. The site is as it was before, or is finished by the next build.\n\n${inspect(error)}`,
    );
  return 3;
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return [
    'Broadsheet turns a git repository of Markdown articles into a static news site.',
    '',
    ...lines,
    '',
    'Help for one: npm run broadsheet -- build --help',
  ].join('\n');
}
