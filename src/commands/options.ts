/** The flags that several commands share, read from the command line. */

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../content/suggest.ts';
import { WrongUsage } from '../errors.ts';
import { isIn } from '../source/path-below.ts';
import { folderIn, type Newsroom } from './newsroom.ts';

/** One that is `multiple` may be given again, and its value is a list. */
type Flags = Record<string, { type: 'boolean' | 'string'; multiple?: true }>;
type Values<F extends Flags> = {
  [K in keyof F]?: F[K] extends { multiple: true } ? string[] : F[K]['type'] extends 'boolean' ? boolean : string;
};

/** Reads flags; anything else is wrong usage, and said in our words rather than in those of `parseArgs`. */
export function readFlags<F extends Flags>(args: string[], flags: F): Values<F> {
  const { values, tokens } = parseArgs({ args, options: flags, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new WrongUsage(strayWord(token.value, flags));
    if (token.kind === 'option') refuseFlag(token, flags);
  }
  return values as Values<F>;
}

function strayWord(word: string, flags: Flags): string {
  const near = nearest(word, namesOf(flags));
  return `“${word}” is not expected here. ${
    near === undefined ? 'npm passes on only what comes after “--”.' : `Did you mean --${near}?`
  }`;
}

type Flag = { name: string; rawName: string; value?: string; inlineValue?: boolean };

function refuseFlag({ name, rawName, value, inlineValue }: Flag, flags: Flags): void {
  const type = Object.hasOwn(flags, name) && rawName.startsWith('--') ? flags[name]?.type : undefined;
  if (type === undefined) {
    const near = formatMeant(name, flags) ?? nearest(name, namesOf(flags));
    throw new WrongUsage(`There is no flag ${rawName}.${near === undefined ? '' : ` Did you mean --${near}?`}`);
  }
  if (type === 'boolean' && value !== undefined)
    throw new WrongUsage(`${rawName} takes no value. Write ${rawName} alone.`);
  const isMissing = value === undefined || value === '' || (value.startsWith('-') && !inlineValue);
  if (type === 'string' && isMissing) throw new WrongUsage(`${rawName} needs a value after it.`);
}

/** `format json` of `json`, where Problems can be printed so. */
function formatMeant(name: string, flags: Flags): string | undefined {
  const format = problemFormats.find((each) => each === name.toLowerCase());
  return format !== undefined && Object.hasOwn(flags, 'format') ? `format ${format}` : undefined;
}

/** With the one that is read before the command is known. */
function namesOf(flags: Flags): string[] {
  return [...Object.keys(flags), 'newsroom'];
}

export const newsroomFlagHelp = `  --newsroom DIR  the newsroom (the folder you are in); every other path is from there`;

/** A folder named on the command line, from the newsroom's; else the newsroom's own. */
export function folderOption(newsroom: Newsroom, value: string | undefined, fallback: string): string {
  return value === undefined ? folderIn(newsroom, fallback) : resolve(newsroom.root, value);
}

type Folders = { content: string; out: string; cache: string };

/** The folders that were named, or the newsroom's own. One that would be written over by another is wrong usage. */
export function folderOptions(newsroom: Newsroom, named: Partial<Folders>): Folders {
  const content = folderOption(newsroom, named.content, 'content');
  const out = folderOption(newsroom, named.out, 'dist');
  const cache = folderOption(newsroom, named.cache, '.cache');
  if (isIn(out, content)) throw new WrongUsage(notApart('--content', content, out));
  if (isIn(out, cache)) throw new WrongUsage(notApart('--cache', cache, out));
  if (cache === content)
    throw new WrongUsage(`--cache and --content are both ${cache}. Give each a folder of its own.`);
  return { content, out, cache };
}

/** Where it is remembered what a preview has that the site has not. */
export function previewCache(cache: string): string {
  return join(cache, 'preview');
}

/** The same of a preview, whose site and memory are apart from those of the site for readers. */
export function previewFolders(newsroom: Newsroom, named: Partial<Folders>): Folders {
  const folders = folderOptions(newsroom, named);
  const cache = previewCache(folders.cache);
  return { ...folders, cache, out: named.out === undefined ? join(cache, 'site') : folders.out };
}

function notApart(flag: string, folder: string, out: string): string {
  const where = folder === out ? `--out and ${flag} are both ${out}` : `${flag} is inside --out, which is ${out}`;
  return `${where}. A built site needs a folder of its own.`;
}

/** Of a flag that says how long something may take. */
export function minutesOption(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const minutes = Number(value);
  if (minutes > 0 && Number.isFinite(minutes)) return minutes;
  throw new WrongUsage(`${flag} takes a number of minutes such as 30, not “${value}”.`);
}

const problemFormats = ['text', 'json', 'github'] as const;

/** How Problems are printed; `github` makes annotations in a pull request. */
export type ProblemFormat = (typeof problemFormats)[number];

/** What every command that prints Problems takes. */
export const problemFlags = { format: { type: 'string' }, 'all-problems': { type: 'boolean' } } as const;

export const problemFlagsHelp = `  --format F      how problems are printed: text, json or github (text; in GitHub Actions github)
  --all-problems  print every problem, not only the first ten of each kind`;

/** The same flags for a build that is begun by another command. */
export function problemArgs(values: { format?: string; 'all-problems'?: boolean }): string[] {
  const format = values.format === undefined ? [] : ['--format', formatOption(values.format)];
  return [...format, ...(values['all-problems'] ? ['--all-problems'] : [])];
}

export function formatOption(value: string | undefined): ProblemFormat {
  if (value === undefined) return process.env.GITHUB_ACTIONS ? 'github' : 'text';
  const format = problemFormats.find((each) => each === value);
  if (!format) throw new WrongUsage(`--format is one of ${problemFormats.join(', ')}, not “${value}”.`);
  return format;
}
