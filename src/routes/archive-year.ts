/** A year of an archive: its months, or its stories while these are few and its months have no pages. */

import type { Bucket } from '../content/times.ts';
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
import { inOrderOf } from './front-of.ts';
import type { Kind } from './kind.ts';

export type ArchiveYearProps = ArchiveHead & {
  /** Of these two one is empty; in the order of the listing. */
  months: PeriodCount[];
  stories: Listed[];
  /** All years of this archive, in its order; without their sizes, or each new story would touch them all. */
  years: Bucket[];
};

export const archiveYear: Kind<'archive-year', ArchiveYearProps> = {
  name: 'archive-year',
  url: (place, site) => archivePageUrl(place, site, ['year']),
  props(queries, place, site) {
    const { scope } = place;
    const months = periodsIn(queries, place);
    const stories = months ? [] : headlinesIn(queries, place);
    return {
      ...archiveHead(queries, place, site),
      total: months ? totalOf(queries, place) : stories.length,
      months: months ?? [],
      stories,
      years: inOrderOf(scope, queries.buckets(scope, 1000, 9999)),
    };
  },
};
