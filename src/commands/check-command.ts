/** `broadsheet check`: checks what was built, and says how much it looked at. */

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { printLookedAt } from '../check/looked-at.ts';
import { WrongUsage } from '../errors.ts';
import { isFault } from '../problem.ts';
import { check } from './check.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOptions, formatOption, newsroomFlagHelp, problemFlags, problemFlagsHelp, readFlags } from './options.ts';
import { printProblems } from './print-problems.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('check', '[flags]')}

Checks the built site: every internal link, fragment and picture, and the HTML of every page. A large
site that was checked before is not checked whole again: only files written since then, and files
that link to something that has gone. The result is the same, as long as only builds change its files.

${newsroomFlagHelp}
  --out DIR       the built site (dist)
  --content DIR   the content it was built from, which gives the site's address (content)
  --cache DIR     what is remembered between builds and checks (.cache)
  --all           do not trust earlier checks: check every file
${problemFlagsHelp}

Examples:
  ${call('check')}
  ${call('check', '--out /tmp/site --format github')}`;

const flags = {
  out: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
  all: { type: 'boolean' },
  ...problemFlags,
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const format = formatOption(values.format);
  const { content, cache, out } = folderOptions(newsroom, values);
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUsage(`There is no site at ${out}. Build it first: ${newsroom.call('build')}`);
  const { problems, looked, knownGood } = await check({
    content,
    cache,
    out,
    newsroom: newsroom.root,
    all: values.all,
  });
  printProblems(problems, { format, everyOne: values['all-problems'], textsOf: textsFrom(newsroom.root) }, say);
  if (format !== 'json') {
    for (const look of looked) say(printLookedAt(look));
    if (knownGood > 0) say(`${knownGood.toLocaleString('en')} files have not changed since they were found good.`);
    say(verdict(problems.length));
  }
  return problems.some(isFault) ? 1 : 0;
}

export const checkCommand = { help, run };

function verdict(problems: number): string {
  if (problems === 0) return 'No problems found.';
  return problems === 1 ? '1 problem.' : `${problems.toLocaleString('en')} problems.`;
}

/** Of files as they are told. */
function textsFrom(root: string): (files: readonly string[]) => Map<string, string> {
  return (files) => {
    const paths = files.map((file) => [file, resolve(root, file)] as const);
    const readable = paths.filter(([, path]) => statSync(path, { throwIfNoEntry: false })?.isFile());
    return new Map(readable.map(([file, path]) => [file, readFileSync(path, 'utf8')]));
  };
}
