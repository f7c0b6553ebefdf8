/**
 * A year of the archive. Of a listing whose months have pages, as the whole site and sections, it lists these with their
 * counts; of another, as a topic or an author, its stories.
 */

import { listingOf } from '../content/listings/listings.ts';
import { type Bucket, spanOf } from '../content/times.ts';
import type { Count } from '../queries/queries.ts';
import { type ArchiveHead, archiveHead, archivePageUrl } from './archive.ts';
import { type Listed, listed } from './card.ts';
import type { Kind } from './kind.ts';

export type ArchiveYearProps = ArchiveHead & {
  months: Count[];
  /** In the order of the listing. */
  stories: Listed[];
  /** All years of this archive, newest first or as the stories are; without their sizes, or each new story would touch them all. */
  years: Bucket[];
};

export const archiveYear: Kind<'archive-year', ArchiveYearProps> = {
  name: 'archive-year',
  url: (place, site) => archivePageUrl(place, site, 'year'),
  props(queries, place, site) {
    const { scope, bucket } = place;
    const { spans, front } = listingOf(scope) ?? {};
    const hasMonths = spans?.includes('month');
    const { from, to } = spanOf(bucket, site.timeZone);
    const years = queries.buckets(scope, 1000, 9999);
    const stories = hasMonths ? [] : queries.between(scope, from, to, 'headline').map(listed);
    return {
      ...archiveHead(queries, place, site),
      months: hasMonths ? queries.counts(scope, bucket * 100, bucket * 100 + 99) : [],
      stories: front?.isOldestFirst ? stories.reverse() : stories,
      years: front?.isOldestFirst ? years : years.reverse(),
    };
  },
};
