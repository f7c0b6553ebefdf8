/**
 * The sitemaps of what has no date, a few in each language: fronts and pages, topics, authors. None says when anything
 * changed: a front does with each story, and each new story would touch them.
 */
import { all } from '../content/listings/all.ts';
import { hasIndex, lastingIds } from '../content/listings/listing.ts';
import { listingsWithFront } from '../content/listings/listings.ts';
import type { Language } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { feedsUrl, indexUrl, listingUrl, pageUrl, undatedSitemapUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { inEachLanguage, isWholeOf, type Kind } from './kind.ts';

/** What a sitemap may hold (https://www.sitemaps.org/protocol.html). */
const mostUrls = 50_000;

export type UndatedSitemapProps = { url: string; urls: string[] };

export const undatedSitemap: Kind<'undated-sitemap', UndatedSitemapProps> = {
  name: 'undated-sitemap',
  isForMachines: true,
  always: (site) => inEachLanguage(all, site),
  url(place) {
    const { language } = place.scope;
    return isWholeOf(all, place) ? undatedSitemaps().map((each) => undatedSitemapUrl(each, language)) : undefined;
  },
  props(queries, { scope: { language } }, site, url) {
    const listing = withIndex().find(({ front }) => undatedSitemapUrl(front.folder, language) === url);
    const urls = listing
      ? [
          indexUrl(listing, language, site),
          ...queries.names(listing.name, language).map((id) => listingUrl(listing, id, language, site)),
        ]
      : lastingUrls(queries, language, site);
    return { url, urls: urls.slice(0, mostUrls) };
  },
};

/** Of fronts that are always there, and of pages; then of each listing that has an index. */
export function undatedSitemaps(): string[] {
  return ['pages', ...withIndex().map(({ front }) => front.folder)];
}

function withIndex() {
  return listingsWithFront().filter(hasIndex);
}

function lastingUrls(queries: Queries, language: Language, site: Site): string[] {
  return [
    ...listingsWithFront().flatMap((listing) =>
      lastingIds(listing, site).map((id) => listingUrl(listing, id, language, site)),
    ),
    feedsUrl(language, site),
    ...queries.names('page', language).map((id) => pageUrl(id, language, site)),
  ];
}
