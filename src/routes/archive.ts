/** What the archive's years, months and days have in common: whose archive it is, and its neighbours. */
import type { Language } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import type { Bucket } from '../content/times.ts';
import { archiveUrl, listingUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { type FrontOf, frontListingOf, frontOf } from './front-of.ts';
import { type PageHead, type Place, pageHead } from './kind.ts';

export type ArchiveHead = PageHead & { archive: FrontOf; bucket: Bucket; total: number };

const digits = { year: 4, month: 6, day: 8 };

/** The URL of an archive page, if the place is a year, a month or a day, as asked, of a listing that is counted so. */
export function archivePageUrl(place: Place, site: Site, span: keyof typeof digits): string | undefined {
  const listing = frontListingOf(place.scope);
  const isShown = listing?.spans.includes(span) && listing.front.archiveKind === undefined;
  return isShown && String(place.bucket).length === digits[span] ? urlIn(place.scope.language, place, site) : undefined;
}

function urlIn(language: Language, { scope, bucket }: Place, site: Site): string | undefined {
  const listing = frontListingOf(scope);
  return listing && archiveUrl(listingUrl(listing, scope.id, language, site), bucket);
}

export function archiveHead(queries: Queries, place: Place, site: Site): ArchiveHead {
  const { scope, bucket } = place;
  return {
    ...pageHead(queries, site, scope.language, (language) => urlIn(language, place, site) ?? '/'),
    archive: frontOf(queries, scope, site),
    bucket,
    total: queries.count(scope, bucket),
  };
}
