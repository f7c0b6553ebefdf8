/** The URLs of the site, as paths from its root; the only place that spells them. */
import { bytesOf } from './lengths.ts';
import { all } from './listings/all.ts';
import { author } from './listings/author.ts';
import { corrections } from './listings/corrections.ts';
import { type ListingWithFront, oneId } from './listings/listing.ts';
import { section } from './listings/section.ts';
import { series } from './listings/series.ts';
import { topic } from './listings/topic.ts';
import { defaultLanguage, type Language } from './names.ts';
import { type FeedFormat, feedFiles, feedsPage, notFoundFile, socialCardFile } from './own-addresses.ts';
import { partName, periodPath } from './periods.ts';
import type { Site } from './site.ts';
import { decodedPath, encodedPath } from './spelling.ts';
import type { Bucket } from './times.ts';

/** `` for the site's first language, `/ru` for another. */
function prefix(language: Language, site: Site): string {
  return language === defaultLanguage(site) ? '' : `/${language}`;
}

/** The front of a listing: `/`, `/world/`, `/topics/nato/`; without an id, of one that has an index, that index. */
export function listingUrl({ front }: ListingWithFront, id: string, language: Language, site: Site): string {
  return `${prefix(language, site)}/${step(front.folder)}${step(id)}`;
}

function step(name: string): string {
  return name === '' ? '' : `${name}/`;
}

export function frontUrl(language: Language, site: Site): string {
  return listingUrl(all, oneId, language, site);
}

/** Of the page for what is not there: hosts answer with the nearest, which is that of the language. */
export function notFoundUrl(language: Language, site: Site): string {
  return `${frontUrl(language, site)}${notFoundFile}`;
}

/** `/2015/11/26/hollande-putin-talks/` for a story's article in a language. */
export function articleUrl(story: string, language: Language, site: Site): string {
  return `${prefix(language, site)}/${story}/`;
}

/** Of the picture that is drawn of a story without one. */
export function socialCardUrl(story: string, language: Language, site: Site): string {
  return `${articleUrl(story, language, site)}${socialCardFile}`;
}

export function sectionUrl(id: string, language: Language, site: Site): string {
  return listingUrl(section, id, language, site);
}

export function topicUrl(id: string, language: Language, site: Site): string {
  return listingUrl(topic, id, language, site);
}

export function seriesUrl(id: string, language: Language, site: Site): string {
  return listingUrl(series, id, language, site);
}

export function authorUrl(id: string, language: Language, site: Site): string {
  return listingUrl(author, id, language, site);
}

export function pageUrl(id: string, language: Language, site: Site): string {
  return `${prefix(language, site)}/${id}/`;
}

/** The archive of a front for a period: `/2015/`, `/world/2015/11/`, `/2015/11/26/part-2/`. */
export function archiveUrl(front: string, bucket: Bucket): string {
  return `${front}${periodPath(bucket)}/`;
}

/** The feed of a front in a format: `/world/feed.atom`. */
export function feedUrl(front: string, format: FeedFormat): string {
  return `${front}${feedFiles[format]}`;
}

export function correctionsUrl(language: Language, site: Site): string {
  return listingUrl(corrections, oneId, language, site);
}

/** The page that lists all feeds. */
export function feedsUrl(language: Language, site: Site): string {
  return `${prefix(language, site)}/${feedsPage}/`;
}

/** The list of all topics, of all authors, or of the ids of another listing that has such a list. */
export function indexUrl(listing: ListingWithFront, language: Language, site: Site): string {
  return listingUrl(listing, '', language, site);
}

/** Under which an index has what does not begin with a letter. */
export const noLetter = '#';

const letterPrefix = 'letter_';

/** The names of an index that begin with a letter, or a part of them: `/topics/letter_s/part-2/`. No id has the sign `_`. */
export function letterUrl({ listing, letter, part }: LetterPage, language: Language, site: Site): string {
  const below = part === 1 ? '' : `${partName(part)}/`;
  return encodedPath(`${indexUrl(listing, language, site)}${letterName(letter, language)}/${below}`);
}

export type LetterPage = { listing: ListingWithFront; letter: string; part: number };

function letterName(letter: string, language: Language): string {
  return letterPrefix + (letter === noLetter ? '0' : letter.toLocaleLowerCase(language));
}

export function isLetterName(name: string): boolean {
  return name.startsWith(letterPrefix);
}

export const sitemapUrl = '/sitemap.xml';
export const newsSitemapUrl = '/news-sitemap.xml';

/** Of a month, or of a part of a long one. */
export function monthSitemapUrl(bucket: Bucket): string {
  return `/sitemaps/${periodPath(bucket).replaceAll('/', '-')}.xml`;
}

/** Of the recent stories of an hour: `/sitemaps/news-2015112609.xml`. */
export function hourSitemapUrl(hour: Bucket): string {
  return `/sitemaps/news-${hour}.xml`;
}

/** A sitemap of what has no date. `of` is `pages`, which are with the fronts, or the folder of a listing that has an index. */
export function undatedSitemapUrl(of: string, language: Language): string {
  return `/sitemaps/${of}-${language}.xml`;
}

/** Of what stands on a page of an index. */
export function letterSitemapUrl({ listing, letter, part }: LetterPage, language: Language): string {
  const names = [listing.front.folder, language, letterName(letter, language), ...(part === 1 ? [] : [partName(part)])];
  return encodedPath(`/sitemaps/${names.join('-')}.xml`);
}

export function absoluteUrl(url: string, site: Site): string {
  return `${site.url}${url}`;
}

/** The file below the output folder that answers at a URL: `/world/` is `world/index.html`. */
export function outputPath(url: string): string {
  const path = (decodedPath(url) ?? url).slice(1);
  return url.endsWith('/') ? `${path}index.html` : path;
}

/** The URL at which a file of the output folder answers, percent-encoded where an address needs it. */
export function urlOfOutput(path: string): string {
  return encodedPath(`/${path}`.replace(/\/index\.html$/, '/'));
}

/** What file systems take at most: of one name, and of a path with room for the folder that it lies below. */
const mostBytes = { name: 255, path: 2048 };

/** Why a path below the output folder could not be written; undefined if it can. */
export function outputPathFault(path: string): string | undefined {
  if (bytesOf(path) > mostBytes.path) return `it is longer than ${mostBytes.path} bytes`;
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return `“${name}” is no name of a file`;
    if (bytesOf(name) > mostBytes.name) return `one of its names is longer than ${mostBytes.name} bytes`;
    if (name.includes('\0')) return 'a name has the character U+0000';
  }
  return undefined;
}
