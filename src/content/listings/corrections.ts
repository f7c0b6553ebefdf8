/** Corrections, each by its instant: an article stands here once for each of its own. */
import { type ListingWithFront, oneId } from './listing.ts';

export const corrections: ListingWithFront = {
  name: 'corrections',
  idsOf: () => [oneId],
  instantsOf: (article) => [...new Set(article.corrections.map(({ at }) => at))],
  spans: ['whole', 'year'],
  front: {
    folder: 'corrections',
    ids: 'one',
    feeds: ['rss', 'atom', 'json'],
    kind: 'corrections',
    archiveKind: 'corrections',
  },
};
