/** What a link inside the site points at, by its form alone. */
import { headingFragment } from './markdown/heading-id.ts';
import { defaultLanguage, isFreeId, isLanguage, type Language } from './names.ts';
import { feedFiles, isFeedFile, ownPages, pagesWithoutFeed, reservedWords, rootFiles } from './own-addresses.ts';
import type { Site } from './site.ts';
import { folded } from './spelling.ts';

export type LinkTarget =
  | { kind: 'always'; url: string }
  | { kind: 'article'; url: string; story: string; language: Language }
  | { kind: 'page' | 'topic' | 'author'; url: string; id: string; language: Language }
  /** A year, month or day of something: there while it has stories. */
  | { kind: 'archive'; url: string }
  | { kind: 'none'; url: string };

/**
 * From the site’s root, the path of an address that begins with the site’s own: whole, as `http:` or without a scheme,
 * with its host in any case. Undefined for one of another site.
 */
export function pathOnSite(address: string, { url }: Pick<Site, 'url'>): string | undefined {
  if (/^\/(?!\/)/.test(address)) return address;
  const [, host = '', rest = ''] = /^((?:https?:)?\/\/[^/?#]+)(.*)$/is.exec(address) ?? [];
  if (host === '' || hostOf(host, url) !== hostOf(url, url)) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The same for an address that has the `www.` which the site’s own is without, or the other way round. */
export function pathUnderWww(address: string, site: Pick<Site, 'url'>): string | undefined {
  const other = /^(https?:\/\/)www\./i.test(address)
    ? address.replace(/www\./i, '')
    : address.replace(/^(https?:\/\/)/i, '$1www.');
  return /^https?:/i.test(address) ? pathOnSite(other, site) : undefined;
}

/** With its port, unless that is the one of its scheme. */
function hostOf(address: string, base: string): string | undefined {
  return URL.parse(address, base)?.host.replace(/\.(?=:|$)/, '');
}

/** Reads an address such as `/ru/2015/11/26/story/#part`; `url` is its path, without query and fragment. */
export function readLink(href: string, site: Site): LinkTarget {
  const url = (pathOnSite(href, site) ?? href).replace(/[?#].*$/s, '');
  const parts = url.split('/').slice(1);
  // While the languages are not known, what may be a language's address is not held against anyone.
  if (site.unknown?.includes('languages') && isLanguage(parts[0] ?? '')) return { kind: 'always', url };
  const isPrefixed = parts.length > 1 && site.languages.slice(1).includes(parts[0] ?? '');
  const language = isPrefixed ? (parts.shift() as Language) : defaultLanguage(site);
  const name = parts.pop() ?? '';
  const path = parts.join('/');
  if (name !== '' && !isFeedFile(name)) {
    const isAtRoot = !isPrefixed && path === '' && (rootFiles as readonly string[]).includes(name);
    return { kind: isAtRoot ? 'always' : 'none', url };
  }
  const front = readFront(parts, path, language, url, site);
  return name === '' || hasFeed(front, name, path) ? front : { kind: 'none', url };
}

/** Places that the layouts make on pages that have a text; every other one is a heading or a note of it. */
const placesOfLayouts: ReadonlySet<string> = new Set([
  'top',
  'main',
  'corrections',
  'thread',
  'related',
  'latest',
  'archive',
]);

export function isPlaceOfLayout(place: string): boolean {
  return placesOfLayouts.has(folded(place));
}

/**
 * A link as its page has to write it: from the site’s root, and an author names a heading by its words, while ids of
 * texts begin with `s_`.
 */
export function writtenLink(href: string, target: LinkTarget, site: Pick<Site, 'url'>): string {
  const address = pathOnSite(href, site) ?? href;
  const [path = '', place = ''] = address.split('#');
  const isOfText = target.kind === 'article' || target.kind === 'page' || target.kind === 'topic';
  if (place === '' || !isOfText) return address;
  return `${path}#${isPlaceOfLayout(place) ? folded(place) : headingFragment(place)}`;
}

/** What a claim to an address (`redirect.ts`) is in the site's own spelling: with a slash, and its language as it is written. */
export function addressOf(claim: string, site: Site): string {
  if (claim === '') return '/';
  const [, first = ''] = claim.split('/');
  const language = site.languages.find((each) => folded(each) === first) ?? first;
  return `/${language}${claim.slice(first.length + 1)}/`;
}

/** What stands at a folder, by its path below its language's front. */
function readFront(parts: readonly string[], path: string, language: Language, url: string, site: Site): LinkTarget {
  const [first = '', second = ''] = parts;
  const isSection = site.sections.some(({ id }) => id === first);
  const isOwnPage = (ownPages as readonly string[]).includes(first);
  if (path === '' || (parts.length === 1 && (isSection || isOwnPage))) return { kind: 'always', url };
  if (/^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/.test(path)) return { kind: 'article', url, story: path, language };
  if (/^\d{4}(\/\d{2}){0,2}$/.test(path)) return { kind: 'archive', url };
  const isListed = first === 'topics' || first === 'authors';
  if (isListed && parts.length === 2)
    return { kind: first === 'topics' ? 'topic' : 'author', url, id: second, language };
  const bucket = parts.slice(isListed ? 2 : 1).join('/');
  const hasYears = isListed || isSection || first === 'corrections';
  if ((hasYears && /^\d{4}$/.test(bucket)) || (isSection && /^\d{4}\/\d{2}$/.test(bucket)))
    return { kind: 'archive', url };
  if (site.unknown?.includes('sections') && isFreeId(first)) return { kind: 'always', url };
  if (parts.length === 1 && !reservedWords.has(path)) return { kind: 'page', url, id: path, language };
  return { kind: 'none', url };
}

/** Fronts have feeds in every format; those of topics and authors in one. */
function hasFeed({ kind }: LinkTarget, name: string, path: string): boolean {
  if (kind === 'topic' || kind === 'author') return name === feedFiles.rss;
  return kind === 'always' && !pagesWithoutFeed.includes(path);
}
