/** The parts of a series, which are read from the first to the last. A topic's file of the same id gives it its name. */
import type { ListingWithFront } from './listing.ts';

export const series: ListingWithFront = {
  name: 'series',
  idsOf: (article) => (article.series === undefined ? [] : [article.series]),
  field: 'series',
  spans: ['whole', 'year'],
  front: {
    folder: 'series',
    ids: 'named',
    namedIn: 'topics',
    feeds: ['rss'],
    isOldestFirst: true,
    isOccasional: true,
  },
};
