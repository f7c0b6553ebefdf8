/** The stories under an author’s byline. */
import type { ListingWithFront } from './listing.ts';

export const author: ListingWithFront = {
  name: 'author',
  idsOf: (article) => article.authors,
  spans: ['whole', 'year'],
  front: {
    folder: 'authors',
    ids: 'filed',
    namedIn: 'authors',
    feeds: ['rss'],
    kind: 'author-front',
    indexKind: 'author-index',
  },
};
