/** A section of the site: always there, so that the navigation never depends on stories. */
import type { ListingWithFront } from './listing.ts';

export const section: ListingWithFront = {
  name: 'section',
  idsOf: (article) => [article.section],
  spans: ['whole', 'year', 'month'],
  front: {
    folder: '',
    ids: (site) => site.sections.map(({ id }) => id),
    feeds: ['rss', 'atom', 'json'],
    kind: 'section-front',
  },
};
