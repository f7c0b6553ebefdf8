/** From command line to command: the commands there are, their help, and what exit code means what. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { nearest } from '../content/suggest.ts';
import { MachineryError, MissingSource, RefusedOutput, SourceChanged, WrongUsage } from '../errors.ts';
import { findSystemError } from '../source/system-error.ts';
import { projectRoot } from './options.ts';
import { complain, say } from './terminal.ts';

/** 0 success, 1 problems in content or output, 2 wrong usage, 3 Broadsheet or something on this machine failed. */
export type ExitCode = 0 | 1 | 2 | 3;

type Command = {
  summary: string;
  /** What is true however it ended. */
  safe: string;
  load(): Promise<{ help: string; run(args: string[]): Promise<ExitCode> }>;
};

const siteIsSafe = 'The site is unchanged, or the next build will finish it.';

const commands: Record<string, Command> = {
  build: {
    summary: 'build the site, rendering only what a change touched',
    safe: siteIsSafe,
    load: async () => (await import('./build-command.ts')).buildCommand,
  },
  check: {
    summary: 'check a built site: links, fragments, pictures, HTML',
    safe: 'The site was only read.',
    load: async () => (await import('./check-command.ts')).checkCommand,
  },
  state: {
    summary: 'save what is remembered between builds, or load it',
    safe: 'What was remembered and what was saved before are unchanged.',
    load: async () => (await import('./state-command.ts')).stateCommand,
  },
  start: {
    summary: 'build the site, serve it on this machine, and rebuild on every save',
    safe: siteIsSafe,
    load: async () => (await import('./start-command.ts')).startCommand,
  },
};

export async function runCommand(args: string[]): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') {
    say(version());
    return 0;
  }
  const isAskedForHelp = first === 'help' || first === '--help' || first === '-h';
  const name = isAskedForHelp ? rest[0] : first;
  if (name === undefined) {
    if (isAskedForHelp) say(overview());
    else complain(overview());
    return isAskedForHelp ? 0 : 2;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    complain(unknownCommand(name));
    return 2;
  }
  try {
    const { help, run } = await command.load();
    if (!isAskedForHelp && !rest.includes('--help') && !rest.includes('-h')) return await run(rest);
    say(help);
    return 0;
  } catch (error) {
    return failed(error, name, command);
  }
}

function unknownCommand(name: string): string {
  const near = nearest(name, [...Object.keys(commands), 'help']);
  const unknown = `There is no command “${name}”.`;
  return near === undefined ? `${unknown}\n\n${overview()}` : `${unknown} Did you mean “${near}”?`;
}

function failed(error: unknown, name: string, { safe }: Command): ExitCode {
  if (error instanceof WrongUsage) {
    complain(`${error.message}\nSee: npm run broadsheet -- ${name} --help`);
    return 2;
  }
  if (error instanceof RefusedOutput || error instanceof MissingSource) {
    complain(error.message);
    return 2;
  }
  const refusal = findSystemError(error) ?? notInstalled(error);
  if (refusal) complain(`${refusal.message} ${safe}`);
  else if (error instanceof MachineryError || error instanceof SourceChanged) complain(error.message);
  else complain(`This is a bug in Broadsheet, not a mistake in your content. ${safe}\n\n${inspect(error)}`);
  return 3;
}

/** What is loaded late is missed late. */
function notInstalled(error: unknown): MachineryError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  const found = code === 'ERR_MODULE_NOT_FOUND' ? /^Cannot find package '([^']+)'/.exec(message) : null;
  return found ? new MachineryError(`The package ${found[1]} is not installed. Run: npm ci.`) : undefined;
}

function version(): string {
  const { version: own } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return `Broadsheet ${own}, on Node ${process.versions.node}`;
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return [
    'Broadsheet turns a git repository of Markdown articles into a static news site.',
    '',
    ...lines,
    '',
    'Help for a command: npm run broadsheet -- build --help',
  ].join('\n');
}
