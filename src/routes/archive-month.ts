/** A month of the archive, of the whole site or a section: its stories by day, or its days if there are many. */

import { listingOf } from '../content/listings/listings.ts';
import { spanOf } from '../content/times.ts';
import type { Count } from '../queries/queries.ts';
import { type ArchiveHead, archiveHead, archivePageUrl } from './archive.ts';
import { type Listed, listed } from './card.ts';
import type { Kind } from './kind.ts';

/** A month of more stories lists its days instead, where days have pages. */
export const mostStoriesOfMonth = 300;

export type ArchiveMonthProps = ArchiveHead & { stories: Listed[]; days: Count[] };

export const archiveMonth: Kind<'archive-month', ArchiveMonthProps> = {
  name: 'archive-month',
  url: (place, site) => archivePageUrl(place, site, 'month'),
  props(queries, place, site) {
    const { scope, bucket } = place;
    const head = archiveHead(queries, place, site);
    const isLong = listingOf(scope)?.spans.includes('day') && head.total > mostStoriesOfMonth;
    const { from, to } = spanOf(bucket, site.timeZone);
    return {
      ...head,
      stories: isLong ? [] : queries.between(scope, from, to, 'headline').map(listed),
      days: isLong ? queries.counts(scope, bucket * 100, bucket * 100 + 99) : [],
    };
  },
};
