/**
 * The sitemaps of what has no date, a few in each language: fronts and pages, topics, authors; of an index that is too long
 * for a page one for each page of a letter. None says when anything changed: a front does with each story, and each new
 * story would touch them.
 */
import { bounds } from '../content/bounds.ts';
import { all } from '../content/listings/all.ts';
import { hasIndex, type ListingWithFront, lastingIds, scopeIn } from '../content/listings/listing.ts';
import { listingsWithFront } from '../content/listings/listings.ts';
import type { Language } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import {
  feedsUrl,
  indexUrl,
  type LetterPage,
  letterSitemapUrl,
  letterUrl,
  listingUrl,
  pageUrl,
  undatedSitemapUrl,
} from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { inEachLanguage, isWholeOf, type Kind } from './kind.ts';
import { isFrontForSearch } from './list-head.ts';
import { isIndexForSearch, letterPageAt, letterPages, namesOnPage } from './names.ts';

/** What a sitemap may hold (https://www.sitemaps.org/protocol.html). */
export const mostUrls = 50_000;

export type UndatedSitemapProps = { url: string; urls: string[] };

export const undatedSitemap: Kind<'undated-sitemap', UndatedSitemapProps> = {
  name: 'undated-sitemap',
  isForMachines: true,
  always: (site) => inEachLanguage(all, site),
  url(place) {
    const { language } = place.scope;
    if (isWholeOf(all, place)) return lastingSitemaps(language);
    const page = letterPageAt(place);
    return page && letterSitemapUrl(page, language);
  },
  props(queries, place, site, url) {
    const { language } = place.scope;
    const page = letterPageAt(place);
    const listing = withIndex().find(({ front }) => undatedSitemapUrl(front.folder, language) === url);
    const urls = page
      ? urlsOfLetter(queries, page, language, site)
      : listing
        ? urlsOfIndex(queries, listing, language, site)
        : lastingUrls(queries, language, site);
    return { url, urls: urls.slice(0, mostUrls) };
  },
};

/** All that there are in a language, but for those of indexes of which search engines are told nothing yet. */
export function undatedSitemaps(queries: Queries, language: Language, site: Site): string[] {
  const told = withIndex().filter(
    (listing) =>
      isIndexForSearch(queries, listing, language) || queries.namesForSearch(listing.name, language).length > 0,
  );
  const ofLetters = told
    .flatMap((listing) => letterPages(queries, listing, language) ?? [])
    .filter(({ mayBeFew, ...page }) => !mayBeFew || urlsOfLetter(queries, page, language, site).length > 0);
  return [
    ...['pages', ...told.map(({ front }) => front.folder)].map((of) => undatedSitemapUrl(of, language)),
    ...ofLetters.map((page) => letterSitemapUrl(page, language)),
  ];
}

/** Of fronts that are always there, and of pages; then of each listing that has an index. */
function lastingSitemaps(language: Language): string[] {
  return ['pages', ...withIndex().map(({ front }) => front.folder)].map((of) => undatedSitemapUrl(of, language));
}

function withIndex() {
  return listingsWithFront().filter(hasIndex);
}

/** An index and the fronts that it leads to, unless its letters do. */
function urlsOfIndex(queries: Queries, listing: ListingWithFront, language: Language, site: Site): string[] {
  const index = isIndexForSearch(queries, listing, language) ? [indexUrl(listing, language, site)] : [];
  if (letterPages(queries, listing, language)) return index;
  return [
    ...index,
    ...queries.namesForSearch(listing.name, language).map((id) => listingUrl(listing, id, language, site)),
  ];
}

/** A page of a letter and the fronts that it leads to. */
function urlsOfLetter(queries: Queries, page: LetterPage, language: Language, site: Site): string[] {
  const { listing } = page;
  const { names } = namesOnPage(queries, page, language);
  const fronts = names.filter(({ id }) => !queries.isFew(scopeIn(listing, language, id), 0));
  return [
    ...(names.length < bounds.forSearch ? [] : [letterUrl(page, language, site)]),
    ...fronts.map(({ id }) => listingUrl(listing, id, language, site)),
  ];
}

function lastingUrls(queries: Queries, language: Language, site: Site): string[] {
  return [
    ...listingsWithFront().flatMap((listing) =>
      lastingIds(listing, site)
        .filter((id) => isFrontForSearch(listing) || !queries.isFew(scopeIn(listing, language, id), 0))
        .map((id) => listingUrl(listing, id, language, site)),
    ),
    feedsUrl(language, site),
    ...queries.namesForSearch('page', language).map((id) => pageUrl(id, language, site)),
  ];
}
