/** `broadsheet check`: checks what was built, and says how much it looked at. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import { checkEdition } from '../check/check-edition.ts';
import { filesAsTheyAre } from '../check/files-as-they-are.ts';
import { KnownLinks } from '../check/known-links.ts';
import { printLookedAt } from '../check/looked-at.ts';
import { PublicTexts } from '../check/public-texts.ts';
import { Unpublished } from '../check/unpublished.ts';
import { WrongUsage } from '../errors.ts';
import { editionName } from '../plan/edition.ts';
import { isFault, type Problem } from '../problem.ts';
import { OutputFolder } from '../render/output.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { namesIn } from './file-names.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOptions, formatOption, newsroomFlagHelp, problemFlags, problemFlagsHelp, readFlags } from './options.ts';
import { printProblems, problemsAsText } from './print-problems.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';
import { wordsFolders } from './words-folders.ts';

const help = (call: Call) => `Usage: ${call('check', '[flags]')}

Checks the built site: every internal link, fragment and picture, the HTML of every page, whether readers
get to every page from the front page, and that nothing in it gives away a story that is not public. A large site that was checked before is not checked
whole again: only files written since then, and files that link to something that has gone. Of links
and HTML the result is the same, as long as only builds change its files; whether all pages are
reached and have titles of their own, and whether files are missing or strange, is asked again when
everything was rendered, or with --all.

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
  const state = new OutputFolder(out).state();
  const catalog = catalogOf(cache, out);
  try {
    const { problems, looked, knownGood } = await checkEdition({
      out,
      siteUrl: catalog?.site.url ?? (await readSiteUrl(content, newsroom.root)),
      file: namesIn(out, newsroom.root),
      isPartial: state.is === 'changes',
      isNotBuilt: state.is === 'unfinished' ? 'unfinished' : !catalog && hasCatalog(cache) ? 'another' : undefined,
      isAsItWas: filesAsTheyAre(catalog, content),
      known: catalog && new KnownLinks(catalog),
      mayNotStand: catalog && { unpublished: new Unpublished(catalog), texts: new PublicTexts(catalog, content) },
      everything: values.all,
      openTexts: async () =>
        catalog && (await import('../check/texts.ts')).tellAtTexts(catalog, content, namesIn(content, newsroom.root)),
    });
    printProblems(problems, { format, everyOne: values['all-problems'], textsOf: textsFrom(newsroom.root) }, say);
    if (format !== 'json') {
      for (const look of looked) say(printLookedAt(look));
      if (knownGood > 0) say(`${knownGood.toLocaleString('en')} files have not changed since they were found good.`);
      say(verdict(problems));
    }
    return problems.some(isFault) ? 1 : 0;
  } finally {
    catalog?.close();
  }
}

export const checkCommand = { help, run };

function verdict(problems: readonly Problem[]): string {
  const faults = problems.filter(isFault).length;
  if (faults === 0) return 'No problems found.';
  return faults === 1 ? '1 problem.' : `${faults.toLocaleString('en')} problems.`;
}

/** Of files as they are told. */
function textsFrom(root: string): (files: readonly string[]) => Map<string, string> {
  return (files) => {
    const paths = files.map((file) => [file, resolve(root, file)] as const);
    const readable = paths.filter(([, path]) => statSync(path, { throwIfNoEntry: false })?.isFile());
    return new Map(readable.map(([file, path]) => [file, readFileSync(path, 'utf8')]));
  };
}

/** The catalog of the build that left the folder as it is; undefined if it is of another, or there is none. */
export function catalogOf(cache: string, out: string): Catalog | undefined {
  const state = new OutputFolder(out).state();
  if (!('name' in state) || !hasCatalog(cache)) return undefined;
  const catalog = openCatalog(cache);
  if (catalog.state.get('writing') === undefined && state.name === editionName(catalog)) return catalog;
  catalog.close();
  return undefined;
}

function hasCatalog(cache: string): boolean {
  return existsSync(join(cache, 'production.sqlite'));
}

async function readSiteUrl(content: string, newsroom: string): Promise<string> {
  const file = join(content, 'site.yaml');
  if (!existsSync(file))
    throw new WrongUsage(
      `There is no ${file}, so the site's address is not known. Give the newsroom's content with --content.`,
    );
  const [{ parseSite }, { plainText }, { wordLanguages }] = await Promise.all([
    import('../content/site.ts'),
    import('../content/front-matter.ts'),
    import('../sync/words-shelf.ts'),
  ]);
  const known = wordLanguages(wordsFolders(newsroom, content).map(({ path }) => path));
  const { site, problems } = parseSite(plainText(readOnDisk(content, 'site.yaml')), file, known);
  if (!site)
    throw new WrongUsage(`${file} has problems, so the site's address is not known:\n\n${problemsAsText(problems)}`);
  return site.url;
}
