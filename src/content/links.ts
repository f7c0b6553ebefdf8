/** What a link inside the site points at, by its form alone. */
import { documentPathAt } from './documents.ts';
import { hasIndex, type ListingWithFront } from './listings/listing.ts';
import { listingsWithFront } from './listings/listings.ts';
import { topic } from './listings/topic.ts';
import { headingFragment } from './markdown/heading-id.ts';
import { defaultLanguage, isFreeId, isLanguage, type Language } from './names.ts';
import {
  type FeedFormat,
  feedFiles,
  feedsPage,
  iconFiles,
  isFeedFile,
  isOfOwnKind,
  isReserved,
  rootFiles,
  searchPage,
} from './own-addresses.ts';
import { isPartName } from './periods.ts';
import { Remembered } from './remember.ts';
import type { Site } from './site.ts';
import { folded } from './spelling.ts';
import { isLetterName } from './urls.ts';

/** A period of a listing, as `2015/11`. */
export type ArchivePage = { listing: ListingWithFront; id: string; language: Language; period: string };

export type LinkTarget =
  | { kind: 'always'; url: string }
  | { kind: 'article'; url: string; story: string; language: Language }
  | { kind: 'page'; url: string; id: string; language: Language }
  /** The front of what content names: a topic, an author. */
  | { kind: 'listed'; url: string; listing: ListingWithFront; id: string; language: Language }
  /**
   * A year, month or day of something, or a page of a newsroom's own kind: there while there is something to show. `wider`:
   * where what it would show stands while that is too little for a page of its own, narrowest first.
   */
  | { kind: 'passing'; url: string; of?: ArchivePage; wider?: readonly string[] }
  /** What a story may have beside it; `path` below the content folder. */
  | { kind: 'document'; url: string; path: string }
  | { kind: 'none'; url: string };

type OwnHosts = { url: string; formerly?: readonly string[] };

/**
 * From the site’s root, the path of an address that begins with the site’s own or a former one: whole, as `http:` or without a scheme,
 * with its host in any case. Undefined for one of another site.
 */
export function pathOnSite(address: string, { url, formerly = [] }: OwnHosts): string | undefined {
  if (/^\/(?!\/)/.test(address)) return address;
  const [, host = '', rest = ''] = /^((?:https?:)?\/\/[^/?#]+)(.*)$/is.exec(address) ?? [];
  if (host === '' || ![url, ...formerly].some((own) => hostOf(host, own) === hostOf(own, own))) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The same for an address that has the `www.` which the site’s own is without, or the other way round. */
export function pathUnderWww(address: string, site: OwnHosts): string | undefined {
  const other = /^(https?:\/\/)www\./i.test(address)
    ? address.replace(/www\./i, '')
    : address.replace(/^(https?:\/\/)/i, '$1www.');
  return /^https?:/i.test(address) ? pathOnSite(other, site) : undefined;
}

/** With its port, unless that is the one of its scheme. */
function hostOf(address: string, base: string): string | undefined {
  return hosts.get(`${address} ${base}`, () => URL.parse(address, base)?.host.replace(/\.(?=:|$)/, ''));
}

/** Of many links few lead to other hosts. */
const hosts = new Remembered<string, string | undefined>(1000);

/** Reads an address such as `/ru/2015/11/26/story/#part`; `url` is its path, without query and fragment. */
export function readLink(href: string, site: Site): LinkTarget {
  const url = (pathOnSite(href, site) ?? href).replace(/[?#].*$/s, '');
  const parts = url.split('/').slice(1);
  // While the languages are not known, what may be a language's address is not held against anyone.
  if (site.unknown?.includes('languages') && isLanguage(parts[0] ?? '')) return { kind: 'always', url };
  const isPrefixed = parts.length > 1 && site.languages.slice(1).includes(parts[0] ?? '');
  const language = isPrefixed ? (parts.shift() as Language) : defaultLanguage(site);
  const name = parts.pop() ?? '';
  const document = documentPathAt(url);
  if (document !== undefined) return { kind: 'document', url, path: document };
  if (name !== '' && !isFeedFile(name)) {
    const isAtRoot =
      !isPrefixed && parts.length === 0 && ([...rootFiles, ...iconFiles] as readonly string[]).includes(name);
    return { kind: isAtRoot ? 'always' : 'none', url };
  }
  const { target, feeds } = readFront({ parts, url, language, site });
  return name === '' || feeds.some((format) => feedFiles[format] === name) ? target : { kind: 'none', url };
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
export function writtenLink(href: string, target: LinkTarget, site: OwnHosts): string {
  const address = pathOnSite(href, site) ?? href;
  const [path = '', place = ''] = address.split('#');
  if (place === '' || !hasText(target)) return address;
  return `${path}#${isPlaceOfLayout(place) ? folded(place) : headingFragment(place)}`;
}

/** Where a link leads on the site as it is, as its page has to write it; undefined while nothing is there. */
export function leadsTo(href: string, site: Site, exists: (url: string) => boolean): string | undefined {
  const target = readLink(href, site);
  if (exists(target.url)) return writtenLink(href, target, site);
  return target.kind === 'passing' ? target.wider?.find(exists) : undefined;
}

/** Whether what stands there has a text whose headings can be named. */
export function hasText(target: LinkTarget): boolean {
  return target.kind === 'article' || target.kind === 'page' || (target.kind === 'listed' && target.listing === topic);
}

/** What a claim to an address (`redirect.ts`) is in the site's own spelling: with a slash, and its language as it is written. */
export function addressOf(claim: string, site: Site): string {
  if (claim === '') return '/';
  const [, first = ''] = claim.split('/');
  const language = site.languages.find((each) => folded(each) === first) ?? first;
  return `/${language}${claim.slice(first.length + 1)}/`;
}

/** An address's names below its language's front. */
type Folder = { parts: readonly string[]; url: string; language: Language; site: Site };

/** What stands at a folder, and in which formats it can be followed. */
type Found = { target: LinkTarget; feeds: readonly FeedFormat[] };

function readFront(folder: Folder): Found {
  const { parts, url, language, site } = folder;
  const path = parts.join('/');
  if (/^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/.test(path) && !isPartName(parts.at(-1) ?? ''))
    return { target: { kind: 'article', url, story: path, language }, feeds: [] };
  if (path === feedsPage) return { target: { kind: 'always', url }, feeds: [] };
  if (path === searchPage) return { target: { kind: site.search ? 'always' : 'passing', url }, feeds: [] };
  for (const listing of listingsWithFront()) {
    const found = readListing(listing, folder);
    if (found) return found;
  }
  if (isOfOwnKind(parts[0] ?? '')) return { target: { kind: 'passing', url }, feeds: [] };
  // While the sections are not known, what may be one of them, or below it, is not held against anyone.
  if (site.unknown?.includes('sections') && isFreeId(parts[0] ?? ''))
    return { target: { kind: 'always', url }, feeds: everyFormat };
  const isFree = parts.length === 1 && !isReserved(path);
  return { target: isFree ? { kind: 'page', url, id: path, language } : { kind: 'none', url }, feeds: [] };
}

/** The front of a listing, its index or a page of its archive; undefined if the folder is none of them. */
function readListing(listing: ListingWithFront, { parts, url, language, site }: Folder): Found | undefined {
  const { front } = listing;
  const [first, ...below] = parts;
  if (front.folder !== '' && first !== front.folder) return undefined;
  const rest = front.folder === '' ? parts : below;
  const isIndex = rest.length === 0 && hasIndex(listing);
  if (isIndex) return { target: { kind: 'always', url }, feeds: [] };
  if (hasIndex(listing) && isLetterName(rest[0] ?? '')) {
    const isPage = rest.length === 1 || (rest.length === 2 && isPartName(rest[1] ?? ''));
    return isPage ? { target: { kind: 'passing', url, wider: above(url, rest.length) }, feeds: [] } : undefined;
  }
  const [id = ''] = front.ids === 'one' ? [] : rest;
  if (typeof front.ids === 'function' && !front.ids(site).includes(id)) return undefined;
  const period = front.ids === 'one' ? rest : rest.slice(1);
  if (period.length > 0) {
    if (!isPeriod(period)) return undefined;
    const of = { listing, id, language, period: period.slice(0, 3).join('/') };
    // What is always there is missing only where nothing stands in it.
    const isAlways = (['year', 'month', 'day'] as const).filter((span) => listing.spans.includes(span)).length;
    const wider = above(url, Math.max(0, period.length - Math.max(1, isAlways)));
    return { target: { kind: 'passing', url, of, wider }, feeds: [] };
  }
  if (!hasIndex(listing)) return { target: { kind: 'always', url }, feeds: front.feeds };
  return { target: { kind: 'listed', url, listing, id, language }, feeds: front.feeds };
}

/** So many folders above one, the nearest first. */
function above(url: string, count: number): string[] {
  const names = url.split('/').slice(0, -1);
  return Array.from({ length: count }, (_, index) => [...names.slice(0, -1 - index), ''].join('/'));
}

/** `2015/11`, `2015/11/26/part-2`. */
function isPeriod(names: readonly string[]): boolean {
  const [part = '', ...below] = names.slice(3);
  const isDate = /^\d{4}(\/\d{2}){0,2}$/.test(names.slice(0, 3).join('/'));
  return isDate && below.length === 0 && (names.length < 4 || isPartName(part));
}

const everyFormat = Object.keys(feedFiles) as FeedFormat[];
