/** `broadsheet find`: every place of a newsroom and its site that holds a name, for those who must take it out. */
import { isAbsolute, resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { contentPath } from '../content/paths.ts';
import { WrongUsage } from '../errors.ts';
import { findName } from '../find/find-name.ts';
import { patternOf } from '../find/name-pattern.ts';
import { ownFolders } from '../own/own-files.ts';
import { OutputFolder } from '../render/output.ts';
import { openSource } from '../source/git-source.ts';
import { pathBelow } from '../source/path-below.ts';
import { findRepository } from '../source/repository.ts';
import type { FileId } from '../source/source.ts';
import { fingerprintEngine } from '../sync/engine.ts';
import { catalogOf } from './check.ts';
import { namesIn } from './file-names.ts';
import { printFound, type SiteSearched } from './found-report.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOptions, newsroomFlagHelp, readFlags } from './options.ts';
import { showProgressHere } from './progress.ts';
import { keptRedirects } from './redirects.ts';
import type { ExitCode } from './run-command.ts';

const help = (call: Call) => `Usage: ${call('find', '"NAME"... [flags]')}

Finds every place that holds a name, for those who must anonymise or correct it: the files of the
newsroom with line and column, also of stories that are not public, and every address of the built
site, with the files that it comes from. Capital letters, accents, hyphens, marks and tags make no
difference, and other endings are found too. Change and rename the files, build, and look again.

Of a name whose forms differ within, give what they have in common, or each form. Give the spelling of
each other alphabet as one more name, and the family name alone.

${newsroomFlagHelp}
  --whole-words   only these very words: “Ann” does not find “Anna”
  --out DIR       the built site (dist)
  --content DIR   the content (content)
  --cache DIR     what is remembered between builds (.cache)
  --format F      text, or json for a program (text)
  --report FILE   write a report to be filed, FILE.md or FILE.html: every place by its kind (headline,
                  text, caption, name of a file …), with counts, and what is still to be done elsewhere

It ends with 0 if nothing is left but what it names as kept, and with 1 if something is.

Examples:
  ${call('find', '"Jane Doe"')}
  ${call('find', '"Анна Каренина" "Anna Karenina" --format json')}
  ${call('find', '"Jane Doe" --report jane-doe.md')}`;

const flags = {
  'whole-words': { type: 'boolean' },
  out: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
  format: { type: 'string' },
  report: { type: 'string' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const { names, rest } = namesFirst(args);
  const values = readFlags(rest, flags);
  const isJson = isJsonAsked(values.format);
  const report = reportOption(values.report, newsroom);
  const { content, cache, out } = folderOptions(newsroom, values);
  const patterns = names.map((name) => patternToFind(name, values['whole-words'] ?? false));
  const source = await openSource(content);
  const listed = (await source.candidates(undefined)).files;
  const catalog = catalogOf(cache, out);
  const { progress, end } = showProgressHere();
  try {
    const own = ownFolders(newsroom.root);
    const tellContent = namesIn(content, newsroom.root);
    let done = 0;
    const found = findName(
      {
        newsroom: {
          source,
          listed,
          ownFolders: own,
          tell: (path) => (isAbsolute(path) ? pathBelow(newsroom.root, path) : tellContent(path)),
        },
        out: hasSite(out) ? out : undefined,
        redirects: keptRedirects(cache).filter(({ file }) => !file),
        site: catalog?.site,
        onFile: () => progress('Looking at files', ++done, Math.max(done, catalog?.routes.count ?? 0)),
      },
      patterns,
    );
    end();
    return printFound(found, {
      names,
      isJson,
      report,
      day: new Date().toISOString().slice(0, 10),
      site: siteState(out, catalog && isAsBuilt(catalog, listed, own)),
      isGit: findRepository(content) !== undefined,
      build: newsroom.call('build'),
    });
  } finally {
    end();
    catalog?.close();
  }
}

export const findCommand = { help, run };

function namesFirst(args: readonly string[]): { names: string[]; rest: string[] } {
  const first = args.findIndex((arg) => arg.startsWith('-'));
  const names = first === -1 ? [...args] : args.slice(0, first);
  if (names.length === 0) throw new WrongUsage('find takes a name first, in quotation marks, as in find "Jane Doe".');
  return { names, rest: first === -1 ? [] : args.slice(first) };
}

function patternToFind(name: string, isWhole: boolean): RegExp {
  const pattern = patternOf({ name, isWhole });
  if (!pattern) throw new WrongUsage(`“${name}” would be found everywhere. Give a name of two letters or more.`);
  return pattern;
}

function isJsonAsked(format = 'text'): boolean {
  if (format === 'json' || format === 'text') return format === 'json';
  throw new WrongUsage(`--format is one of text, json, not “${format}”.`);
}

function reportOption(value: string | undefined, { root }: Newsroom): string | undefined {
  if (value === undefined || /\.(?:md|html?)$/i.test(value)) return value === undefined ? value : resolve(root, value);
  throw new WrongUsage(`--report takes a file such as jane-doe.md or jane-doe.html, not “${value}”.`);
}

function hasSite(out: string): boolean {
  const { is } = new OutputFolder(out).state();
  if (is === 'foreign') throw new WrongUsage(`What is in ${out} is no site that Broadsheet has built.`);
  return is !== 'empty';
}

/** `isCurrent`: undefined of what another build left. */
function siteState(out: string, isCurrent: boolean | undefined): SiteSearched {
  const { is } = new OutputFolder(out).state();
  if (is === 'empty') return 'none';
  if (is === 'changes') return 'part';
  return isCurrent ? 'current' : 'older';
}

/** Whether the site was built from these files and by this engine. */
function isAsBuilt(catalog: Catalog, listed: ReadonlyMap<string, FileId | null>, own: readonly string[]): boolean {
  const built = new Map(catalog.files.all().map(({ path, blob }) => [path, blob]));
  for (const [path, file] of listed) {
    if (built.get(path) === file?.blob) built.delete(path);
    else if (built.has(path) || isOfSite(path, file)) return false;
  }
  return built.size === 0 && catalog.state.get('engine.all') === fingerprintEngine(own).all;
}

function isOfSite(path: string, file: FileId | null): boolean {
  const content = file && contentPath(path, file.mode);
  return content ? !('code' in content) : false;
}
