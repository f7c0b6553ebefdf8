/**
 * Every URL that readers ever had answers for ever. One that ends is answered by the content (a page, a redirect, a
 * withdrawal, a line of `gone.yaml`), or, if it was a list that has emptied, by the target with the list above it.
 */
import { articlePath, type Catalog } from '../catalog/catalog.ts';
import { states } from '../catalog/tables/articles.ts';
import { frontAbove } from '../content/former.ts';
import { type LinkTarget, readLink } from '../content/links.ts';
import { isLanguage } from '../content/names.ts';
import { isFeedFile, isOfSocialCard, notFoundFile } from '../content/own-addresses.ts';
import { publicPathAt, publicPrefix } from '../content/public-files.ts';
import { fileKey } from '../content/story-files.ts';
import { outputPath, urlOfOutput } from '../content/urls.ts';
import type { Problem } from '../problem.ts';
import { idOf, inFlow } from './add-redirect.ts';

export type Ends = {
  /** Files at whose addresses the target answers, and the URLs to which it leads. */
  answered: ReadonlyMap<string, string>;
  /** All others. */
  ended: Ended[];
};

/** `newPath`: of the content file at which it was, if that has another name now. */
export type Ended = { url: string; newPath?: string; problem: Problem };

export type Content = {
  /** Of the new edition. */
  catalog: Catalog;
  /** As publish.yaml calls it. */
  target: string;
  /** The path of a content file under the name it is told by, as `articles/…` is `content/articles/…`. */
  nameOf(path: string): string;
  /** Content files that git takes for renamed since the last edition: old path to new one, below the content folder. */
  renames(): ReadonlyMap<string, string>;
};

/** `paths` are files of the site that its new edition does not have any more. */
export function judgeEnded(paths: readonly string[], { renames, ...given }: Content): Ends {
  let known: ReadonlyMap<string, string> | undefined;
  const content = { ...given, renames: () => (known ??= renames()) };
  const { catalog } = content;
  const exists = (url: string) => catalog.routes.at(url) !== undefined;
  const all = new Set(paths);
  const answered = new Map<string, string>();
  const ended = new Map<string, Ended>();
  for (const path of paths) {
    if (isForMachinesOnly(path)) continue;
    const url = urlOfOutput(path);
    if (exists(`${url}/`)) continue; // what answers for a file is a page
    const target = readLink(url, catalog.site);
    const renamed = newNameOf(target, content);
    const front = isList(target) ? '/' : formerFrontOf(url, content);
    const above = front === undefined || renamed ? undefined : listAbove(url, front, exists);
    if (above !== undefined) answered.set(path, above);
    else if (renamed) ended.set(renamed.url, endedAt(renamed, content));
    else if (front !== undefined && all.has(outputPath(front)))
      continue; // which is told
    else if (target.kind !== 'document' || !isOfWhatEnds(url, content)) ended.set(url, endedAt({ url }, content));
  }
  return { answered, ended: [...ended.values()] };
}

function isList({ kind }: LinkTarget): boolean {
  return kind === 'passing' || kind === 'always' || kind === 'listed';
}

/** Of a section or a language that the site has no more, the front above what was a list of it. */
function formerFrontOf(url: string, { catalog: { site } }: Content): string | undefined {
  const [, first = '', rest = ''] = /^\/([^/]+)(\/.+)$/.exec(url) ?? [];
  if (isLanguage(first) && isList(readLink(rest, site))) return `/${first}/`;
  return frontAbove(url);
}

/** The front of a list whose file has another name now; in the first language, which stands for all. */
function newNameOf(target: LinkTarget, { renames }: Content): { url: string; newPath: string } | undefined {
  if (target.kind !== 'listed') return undefined;
  const name = `${target.listing.front.folder}/${target.id}`;
  for (const [from, to] of renames())
    if (from === `${name}.yaml` || from === `${name}.md`) return { url: `/${name}/`, newPath: to };
  return undefined;
}

/**
 * Pictures are named by their bytes, cards by the pages that they are of, sitemaps are listed by one that stays, the script of the
 * search page knows which shards there are, and hosts find the page for what is not there: nobody has kept their addresses.
 */
export function isForMachinesOnly(path: string): boolean {
  return (
    /^(assets|sitemaps|search-index)\//.test(path) ||
    path === notFoundFile ||
    isOfSocialCard(path) ||
    path.endsWith(`/${notFoundFile}`)
  );
}

/** What a list stood below, from a front on; of a feed, the feed there or above that. */
function listAbove(url: string, front: string, exists: (url: string) => boolean): string | undefined {
  const names = url.split('/').slice(1);
  const last = names.pop() ?? '';
  const file = isFeedFile(last) ? last : '';
  if (file !== '' && !exists(front)) return undefined;
  const least = file === '' ? front.split('/').length - 2 : 0;
  for (let length = names.length - 1; length >= least; length--) {
    const candidate = ['', ...names.slice(0, length), file].join('/');
    if (exists(candidate)) return candidate;
  }
  return undefined;
}

/** A document goes with its story, which answers for it, also by being withdrawn; else the story’s own end is what is told. */
function isOfWhatEnds(url: string, { catalog }: Content): boolean {
  const kind = catalog.routes.row(url.replace(/[^/]*$/, ''))?.kind;
  return kind === undefined || kind === 'withdrawn' || kind === 'gone';
}

function endedAt({ url, newPath }: { url: string; newPath?: string }, content: Content): Ended {
  const unanswerable = hiddenAt(url, content) ?? inTheWayOf(url, content);
  if (unanswerable) return { url, problem: unanswerable };
  const { nameOf, renames, target } = content;
  const path = newPath ?? newPathOf(url, renames());
  const [gone, from] = [`- {url: ${inFlow(url)}, reason: …}`, `redirectFrom: [${inFlow(url)}]`];
  const id = path?.startsWith('articles/') ? ` and, unless it has an id, id: ${idOf(url)}` : '';
  const fix =
    path === undefined
      ? `If it is elsewhere now, add ${from} there; if it is to end, add ${gone} to ${nameOf('gone.yaml')}, with the reason for its readers.`
      : `Its file was renamed: add ${from} to ${nameOf(path)}${id}; or build, and let “check --target ${target} --fix” do it. If it is to end, add ${gone} to ${nameOf('gone.yaml')}.`;
  const problem: Problem = {
    code: 'publish/url-ended',
    file: nameOf(path ?? 'gone.yaml'),
    what: `${url} was published, and nothing answers there any more.`,
    fix,
  };
  return { url, newPath: path, problem };
}

/** Its story is there, and not public: no line can answer for it. */
function hiddenAt(url: string, { catalog, nameOf }: Content): Problem | undefined {
  const target = readLink(url, catalog.site);
  if (target.kind !== 'article') return undefined;
  const path = articlePath(target.story, target.language, catalog.site);
  const isHidden = catalog.articles
    .statesOf(target.story)
    .some((each) => each.path === path && each.state === states.hidden);
  if (!isHidden) return undefined;
  return {
    code: 'publish/story-hidden',
    file: nameOf(path),
    what: `${url} was published, and its story is a draft now, or not public before an instant that is still to come by the clock of this machine.`,
    fix: 'Take “draft: true” away, or correct the date or the clock. If readers are to have it no more, add withdrawn: with the date and the reason, as in “withdrawn: {date: 2026-11-26, reason: It was not true.}”.',
  };
}

/** A file of `public/` with the same name, spelled otherwise, or with that of the folder: no line can answer beside it. */
function inTheWayOf(url: string, { catalog, nameOf }: Content): Problem | undefined {
  const names = publicPathAt(url).split('/');
  const paths = names.slice(publicPrefix.split('/').length - 1).map((_, index) => names.slice(0, 3 + index).join('/'));
  const found = paths.map((path) => catalog.files.keyed(fileKey(path))).find((file) => file !== undefined);
  if (!found) return undefined;
  return {
    code: 'publish/file-in-the-way',
    file: nameOf(found.path),
    what: `${url} was published, and nothing can answer there while this file has its name.`,
    fix: `Give this file another name, which differs in more than capital letters.`,
  };
}

/** The story or page at a URL, if its file has another name now. */
function newPathOf(url: string, renames: ReadonlyMap<string, string>): string | undefined {
  const path = url.slice(1, -1);
  for (const [from, to] of renames) {
    const [, folder = '', rest = '', language] = /^(articles|pages)\/(.+?)(?:\.([a-zA-Z-]+))?\.md$/.exec(from) ?? [];
    if (folder === '') continue;
    if (path === rest || (language !== undefined && path === `${language}/${rest}`)) return to;
  }
  return undefined;
}
