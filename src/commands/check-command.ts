/** `broadsheet check`: judges what was built, and says how much it looked at. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import { checkEdition } from '../check/check-edition.ts';
import { KnownLinks } from '../check/known-links.ts';
import { printLookedAt } from '../check/looked-at.ts';
import { editionName } from '../plan/edition.ts';
import { isFault, type ProblemFormat, printProblems, sortProblems } from '../problem.ts';
import { OutputFolder } from '../render/output.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { folderOption, projectRoot, readFlags, WrongUsage } from './options.ts';
import type { ExitCode } from './run-command.ts';
import { say, sayJson } from './terminal.ts';

const help = `Usage: npm run check -- [flags]

Judges the built site: every internal link, fragment and picture, and the HTML of every page. Of a
large site that was judged before, and in which nobody but builds has changed a file, only what was
written since and what links to what has gone: the verdict is the same.

  --out DIR       the built site (dist)
  --content DIR   the newsroom it was built from, for the site's address (content)
  --cache DIR     what is remembered between builds and checks (.cache)
  --all           trust nothing that is remembered: judge every file
  --format F      text, json or github (text)

Examples:
  npm run check
  npm run check -- --out /tmp/site --format github`;

const flags = {
  out: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
  all: { type: 'boolean' },
  format: { type: 'string' },
} as const;

const formats: readonly string[] = ['text', 'json', 'github'];

async function run(args: string[]): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const format = values.format ?? 'text';
  if (!formats.includes(format)) throw new WrongUsage(`--format is one of ${formats.join(', ')}, not “${format}”.`);
  const out = folderOption(values.out, 'dist');
  if (!existsSync(out)) throw new WrongUsage(`There is nothing at ${out}. Build the site first: npm run build`);
  const below = relative(projectRoot, out);
  const catalog = catalogOf(folderOption(values.cache, '.cache'), out);
  try {
    const { problems, looked, knownGood } = await checkEdition({
      out,
      siteUrl: catalog?.site.url ?? (await readSiteUrl(folderOption(values.content, 'content'))),
      file: (path) => join(below.startsWith('..') ? out : below, path),
      isPartial: new OutputFolder(out).state().is === 'changes',
      known: catalog && new KnownLinks(catalog),
      everything: values.all,
    });
    const textOf = (file: string) =>
      statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
    if (format === 'json') sayJson(sortProblems(problems));
    else if (problems.length > 0) say(printProblems(problems, format as ProblemFormat, textOf));
    if (format === 'text') {
      for (const look of looked) say(printLookedAt(look));
      if (knownGood > 0) say(`${knownGood.toLocaleString('en')} files are as they were when they were found good.`);
      say(problems.length === 0 ? 'No problem found.' : `${problems.length} problems.`);
    }
    return problems.some(isFault) ? 1 : 0;
  } finally {
    catalog?.close();
  }
}

export const checkCommand = { help, run };

/** The catalog of the build that left the folder as it is; undefined if it is of another, or there is none. */
export function catalogOf(cache: string, out: string): Catalog | undefined {
  const state = new OutputFolder(out).state();
  if (!('name' in state) || !existsSync(join(cache, 'production.sqlite'))) return undefined;
  const catalog = openCatalog(cache);
  if (catalog.state('writing') === undefined && state.name === editionName(catalog)) return catalog;
  catalog.close();
  return undefined;
}

async function readSiteUrl(content: string): Promise<string> {
  const file = join(content, 'site.yaml');
  if (!existsSync(file))
    throw new WrongUsage(`There is no ${file}, so the site's address is not known. Name the newsroom with --content.`);
  const [{ parseSite }, { plainText }, { wordLanguages }] = await Promise.all([
    import('../content/site.ts'),
    import('../content/front-matter.ts'),
    import('../../layouts/words.ts'),
  ]);
  const { site, problems } = parseSite(plainText(readOnDisk(content, 'site.yaml')), file, wordLanguages);
  if (!site)
    throw new WrongUsage(`${file} has problems, so the site's address is not known:\n\n${printProblems(problems)}`);
  return site.url;
}
