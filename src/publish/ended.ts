/**
 * Every URL that readers ever had answers for ever. One that ends is answered by the content (a page, a redirect, a
 * withdrawal, a line of `gone.yaml`), or, if it was a list that has emptied, by the target with the list above it.
 */
import { readLink } from '../content/links.ts';
import { isFeedFile } from '../content/own-addresses.ts';
import type { Site } from '../content/site.ts';
import { urlOfOutput } from '../content/urls.ts';
import type { Problem } from '../problem.ts';

export type Ends = {
  /** Files at whose addresses the target answers, and the URLs to which it leads. */
  answered: ReadonlyMap<string, string>;
  /** All others. */
  ended: Ended[];
};

/** `newPath`: of the content file at which it was, if that has another name now. */
export type Ended = { url: string; newPath?: string; problem: Problem };

export type Content = {
  site: Site;
  /** Whether something of the new edition answers at a URL. */
  exists(url: string): boolean;
  /** The path of a content file under the name it is told by, as `articles/…` is `content/articles/…`. */
  nameOf(path: string): string;
  /** Content files that git takes for renamed since the last edition: old path to new one, below the content folder. */
  renames(): ReadonlyMap<string, string>;
};

/** `paths` are files of the site that its new edition does not have any more. */
export function judgeEnded(paths: readonly string[], content: Content): Ends {
  const answered = new Map<string, string>();
  const all: Ended[] = [];
  for (const path of paths) {
    if (isForMachinesOnly(path)) continue;
    const url = urlOfOutput(path);
    if (content.exists(`${url}/`)) continue; // what answers for a file is a page
    const { kind } = readLink(url, content.site);
    const isList = kind === 'passing' || kind === 'always' || kind === 'listed';
    const above = isList ? listAbove(url, content.exists) : undefined;
    if (above !== undefined) answered.set(path, above);
    else if (kind !== 'document' || !isOfWhatEnds(url, content)) all.push(ended(url, content));
  }
  return { answered, ended: all };
}

/** Pictures are named by their bytes, and sitemaps are listed by one that stays: nobody has kept their addresses. */
export function isForMachinesOnly(path: string): boolean {
  return path.startsWith('assets/') || path.startsWith('sitemaps/');
}

/** What a list stood below; of a feed, the feed there. */
function listAbove(url: string, exists: Content['exists']): string | undefined {
  const names = url.split('/').slice(1);
  const last = names.pop() ?? '';
  const file = isFeedFile(last) ? last : '';
  for (let length = names.length - 1; length >= 0; length--) {
    const candidate = ['', ...names.slice(0, length), file].join('/');
    if (exists(candidate)) return candidate;
  }
  return undefined;
}

/** A document goes with its story, which answers for it; then the story’s own end is what is told. */
function isOfWhatEnds(url: string, { exists }: Content): boolean {
  return !exists(url.replace(/[^/]*$/, ''));
}

function ended(url: string, { nameOf, renames }: Content): Ended {
  const newPath = newPathOf(url, renames());
  const gone = `- {url: ${url}, reason: …}`;
  const fix =
    newPath === undefined
      ? `If it is elsewhere now, add redirectFrom: [${url}] there; if it is to end, add ${gone} to ${nameOf('gone.yaml')}, with the reason for its readers.`
      : `Its file was renamed: add redirectFrom: [${url}] to ${nameOf(newPath)}; “check --target NAME --fix” writes it there. If it is to end, add ${gone} to ${nameOf('gone.yaml')}.`;
  const problem: Problem = {
    code: 'publish/url-ended',
    file: nameOf(newPath ?? 'gone.yaml'),
    what: `${url} was published, and nothing answers there any more.`,
    fix,
  };
  return { url, newPath, problem };
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
