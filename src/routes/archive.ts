/**
 * What the pages of an archive have in common: whose it is, and what one of them lists. A year lists its stories, or its
 * months where it always has these or has too many stories for a page; so does a month with its days. A day has parts.
 */
import type { Period } from '../content/listings/listing.ts';
import type { Language } from '../content/names.ts';
import { partBucket, periodOf, periodsOf, readPart, withinBucket } from '../content/periods.ts';
import type { Site } from '../content/site.ts';
import type { Bucket } from '../content/times.ts';
import { archiveUrl, listingUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { type Listed, listed } from './card.ts';
import { type FrontOf, frontListingOf, frontOf, inOrderOf } from './front-of.ts';
import type { PageHead, Place } from './kind.ts';
import { listHead } from './list-head.ts';

export type ArchiveHead = PageHead & {
  archive: FrontOf;
  bucket: Bucket;
  /** How many stories it has; undefined while it grows and lists none of them, or each new story would make it anew. */
  total?: number;
};

/** A narrower period, with its size unless it still grows. */
export type PeriodCount = { bucket: Bucket; n?: number };

/** The URL of an archive page, if the place is a period of that sort in a listing whose archive is shown so. */
export function archivePageUrl(place: Place, site: Site, periods: readonly Period[]): string | undefined {
  const isShown = periods.includes(periodOf(place.bucket)) && archiveListing(place)?.front.archiveKind === undefined;
  return isShown ? archiveUrlIn(place.scope.language, place, site) : undefined;
}

/** The listing of a place that is a year, month, day or part of an archive. */
function archiveListing({ scope, bucket }: Place) {
  const listing = frontListingOf(scope);
  return bucket !== 0 && listing && periodsOf(listing).includes(periodOf(bucket)) ? listing : undefined;
}

/** The address of the same period in a language. */
export function archiveUrlIn(language: Language, place: Place, site: Site): string | undefined {
  const listing = archiveListing(place);
  return listing && archiveUrl(listingUrl(listing, place.scope.id, language, site), place.bucket);
}

export function archiveHead(queries: Queries, place: Place, site: Site): Omit<ArchiveHead, 'total'> {
  const { scope, bucket } = place;
  return {
    ...listHead(queries, place, site, (language) => archiveUrlIn(language, place, site) ?? '/'),
    archive: frontOf(queries, scope, site),
    bucket,
  };
}

/** The months of a year or the days of a month, if these are what its page lists; in the order of the listing. */
export function periodsIn(queries: Queries, { scope, bucket }: Place): PeriodCount[] | undefined {
  const spans = frontListingOf(scope)?.spans ?? [];
  const isYear = periodOf(bucket) === 'year';
  const isCut = (isYear && spans.includes('month')) || queries.isTooLong(scope, bucket);
  if (!isCut) return undefined;
  const [from, to] = withinBucket(bucket, isYear ? 'month' : 'day');
  const growing = queries.isNewest(scope, bucket) ? queries.buckets(scope, from, to).at(-1) : undefined;
  if (growing === undefined) return inOrderOf(scope, queries.counts(scope, from, to));
  return inOrderOf(scope, [...queries.counts(scope, from, growing - 1), { bucket: growing }]);
}

/** The headlines of a period or a part, in the order of the listing. */
export function headlinesIn(queries: Queries, { scope, bucket }: Place): Listed[] {
  return inOrderOf(scope, queries.inPeriod(scope, bucket, 'headline').reverse()).map(({ story }) => listed(story));
}

/** As many parts as the page of a day leads to; what is between them is found from these. */
const partsLinked = 100;

/** The parts of the same day that a page leads to: the day's own to all, another to the one before and the one after. */
export function partsBeside(queries: Queries, { scope, bucket }: Place, site: Site): Bucket[] {
  const { of, part } = readPart(bucket);
  if (part === 1) {
    const parts = queries.buckets(scope, ...withinBucket(of, 'part'));
    const step = Math.ceil(parts.length / partsLinked);
    return parts.filter((_, index) => index % step === 0);
  }
  const next = partBucket(of, part + 1);
  const isNext = queries.exists(archiveUrlIn(scope.language, { scope, bucket: next }, site) ?? '');
  return [partBucket(of, part - 1), ...(isNext ? [next] : [])];
}

/** For a page that does not list all its stories itself; a part of a day says nothing of the whole. */
export function totalOf(queries: Queries, { scope, bucket }: Place): number | undefined {
  const isWhole = readPart(bucket).part === 1;
  return !isWhole || queries.isNewest(scope, bucket) ? undefined : queries.count(scope, bucket);
}
