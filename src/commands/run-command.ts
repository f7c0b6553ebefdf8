/** From command line to command: the commands there are, their help, and what exit code means what. */

import { inspect } from 'node:util';
import { nearest } from '../content/suggest.ts';
import { engineVersion } from '../engine-files.ts';
import { MachineryError, MissingSource, NotSent, RefusedOutput, SourceChanged, WrongUsage } from '../errors.ts';
import { keepNursery } from '../nursery.ts';
import { findSystemError } from '../source/system-error.ts';
import type { ShownPages } from './build.ts';
import { type Call, type Newsroom, openNewsroom, takeNewsroom } from './newsroom.ts';
import { complain, say } from './terminal.ts';

/** 0 success, 1 problems in content or output, 2 wrong usage, 3 Broadsheet or something on this machine failed. */
export type ExitCode = 0 | 1 | 2 | 3;

type Command = {
  summary: string;
  /** What is true however it ended. */
  safe: string;
  load(): Promise<{
    help(call: Call): string;
    run(args: string[], newsroom: Newsroom, shown?: ShownPages): Promise<ExitCode>;
  }>;
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
  publish: {
    summary: 'build and check the last commit, and give it to readers',
    safe: 'Readers have what they had, or all of the new edition; publishing again ends what was begun.',
    load: async () => (await import('./publish-command.ts')).publishCommand,
  },
  pages: {
    summary: 'build and check the last commit, and make what a pages host is given',
    safe: 'Readers have what they had.',
    load: async () => (await import('./pages-command.ts')).pagesCommand,
  },
  rollback: {
    summary: 'give readers an edition that they had before, and hold it',
    safe: 'Readers have what they had, or all of the edition that was asked for.',
    load: async () => (await import('./rollback-command.ts')).rollbackCommand,
  },
  editions: {
    summary: 'list the editions that readers had',
    safe: 'Readers have what they had.',
    load: async () => (await import('./editions-command.ts')).editionsCommand,
  },
  receive: {
    summary: 'take an edition from a publish on another machine, over ssh',
    safe: 'Readers have what they had, or all of the new edition.',
    load: async () => (await import('./receive-command.ts')).receiveCommand,
  },
  explain: {
    summary: 'say what a problem means, and how it is mended',
    safe: 'Nothing was changed.',
    load: async () => (await import('./explain-command.ts')).explainCommand,
  },
  find: {
    summary: 'find every place that holds a name, to take it out',
    safe: 'Everything was only read.',
    load: async () => (await import('./find-command.ts')).findCommand,
  },
  calendar: {
    summary: 'say what is due, in draft, expiring or left lying, by day',
    safe: 'Everything was only read.',
    load: async () => (await import('./calendar-command.ts')).calendarCommand,
  },
  nginx: {
    summary: 'write the configuration with which nginx serves a target',
    safe: 'The file was left as it was.',
    load: async () => (await import('./nginx-command.ts')).nginxCommand,
  },
  systemd: {
    summary: 'write the units that publish what is due, and reload nginx, on your own server',
    safe: 'Units that are there were left as they were.',
    load: async () => (await import('./systemd-command.ts')).systemdCommand,
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
  editor: {
    summary: 'write the editor in the browser for a newsroom on GitHub or GitLab',
    safe: 'The newsroom is unchanged.',
    load: async () => (await import('./editor-command.ts')).editorCommand,
  },
  preview: {
    summary: 'show which pages the present state changes against a commit, and why',
    safe: 'The site is unchanged.',
    load: async () => (await import('./preview-command.ts')).previewCommand,
  },
  shots: {
    summary: 'take pictures of built pages, narrow and wide, light and dark',
    safe: 'The site was only read.',
    load: async () => (await import('./shots-command.ts')).shotsCommand,
  },
  new: {
    summary: 'begin a story, or a translation of one',
    safe: 'No file that is there was changed.',
    load: async () => (await import('./new-command.ts')).newCommand,
  },
  export: {
    summary: 'write the newsroom as plain Markdown, and as a file for WordPress',
    safe: 'The newsroom was only read; exporting again ends what was begun.',
    load: async () => (await import('./export-command.ts')).exportCommand,
  },
  import: {
    summary: 'take in the archive of another program',
    safe: 'Stories that were edited are as they were; importing again goes on.',
    load: async () => (await import('./import-command.ts')).importCommand,
  },
  init: {
    summary: 'make a newsroom in a folder of its own',
    safe: 'No newsroom that is there was changed.',
    load: async () => (await import('./init-command.ts')).initCommand,
  },
};

type Tell = (text: string) => void;

type Means = {
  /** Told why a command failed. */
  tell: Tell;
  /** What windows show meanwhile. */
  shown?: ShownPages;
};

export async function runCommand(args: string[], means: Means = { tell: complain }): Promise<ExitCode> {
  try {
    const { named, rest } = takeNewsroom(args);
    return await runIn(openNewsroom(named), rest, means);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    means.tell(error.message);
    return 2;
  }
}

async function runIn(newsroom: Newsroom, args: readonly string[], { tell, shown }: Means): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') {
    say(version());
    return 0;
  }
  const isAskedForHelp = first === 'help' || first === '--help' || first === '-h';
  const name = isAskedForHelp ? rest[0] : first;
  if (name === undefined) {
    if (isAskedForHelp) say(overview(newsroom));
    else complain(overview(newsroom));
    return isAskedForHelp ? 0 : 2;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    complain(unknownCommand(name, newsroom));
    return 2;
  }
  try {
    const { help, run } = await command.load();
    keepNursery();
    if (!isAskedForHelp && !rest.includes('--help') && !rest.includes('-h')) return await run(rest, newsroom, shown);
    say(help(newsroom.call));
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUsage)) return failed(error, command, tell);
    tell(`${error.message}\nSee: ${newsroom.call(name, '--help')}`);
    return 2;
  }
}

function unknownCommand(name: string, newsroom: Newsroom): string {
  const near = nearest(name, [...Object.keys(commands), 'help']);
  const unknown = `There is no command “${name}”.`;
  return near === undefined ? `${unknown}\n\n${overview(newsroom)}` : `${unknown} Did you mean “${near}”?`;
}

function failed(error: unknown, { safe }: Command, tell: Tell): ExitCode {
  if (error instanceof RefusedOutput || error instanceof MissingSource) {
    tell(error.message);
    return 2;
  }
  if (error instanceof NotSent) {
    tell(error.message);
    return 1;
  }
  const refusal = findSystemError(error) ?? notInstalled(error);
  if (refusal) tell(`${refusal.message} ${safe}`);
  else if (error instanceof MachineryError || error instanceof SourceChanged) tell(error.message);
  else tell(`This is a bug in Broadsheet, not a mistake in your content. ${safe}\n\n${inspect(error)}`);
  return 3;
}

/** What is loaded late is missed late. */
function notInstalled(error: unknown): MachineryError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  const found = code === 'ERR_MODULE_NOT_FOUND' ? /^Cannot find package '([^']+)'/.exec(message) : null;
  return found ? new MachineryError(`The package ${found[1]} is not installed. Run: npm ci.`) : undefined;
}

function version(): string {
  return `Broadsheet ${engineVersion()}, on Node ${process.versions.node}`;
}

function overview({ call }: Newsroom): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return [
    'Broadsheet turns a git repository of Markdown articles into a static news site.',
    '',
    ...lines,
    '',
    `Help for a command: ${call('build', '--help')}`,
  ].join('\n');
}
