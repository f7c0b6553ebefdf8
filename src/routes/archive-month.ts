/** A month of an archive: its stories by day, or its days if the stories are too many for a page. */

import {
  type ArchiveHead,
  archiveHead,
  archivePageUrl,
  headlinesIn,
  type PeriodCount,
  periodsIn,
  totalOf,
} from './archive.ts';
import type { Listed } from './card.ts';
import type { Kind } from './kind.ts';

/** Of the two lists one is empty; in the order of the listing. */
export type ArchiveMonthProps = ArchiveHead & { stories: Listed[]; days: PeriodCount[] };

export const archiveMonth: Kind<'archive-month', ArchiveMonthProps> = {
  name: 'archive-month',
  url: (place, site) => archivePageUrl(place, site, ['month']),
  props(queries, place, site) {
    const days = periodsIn(queries, place);
    const stories = days ? [] : headlinesIn(queries, place);
    return {
      ...archiveHead(queries, place, site),
      total: days ? totalOf(queries, place) : stories.length,
      stories,
      days: days ?? [],
    };
  },
};
