/** What is about a topic; any story may name a new one. */
import type { ListingWithFront } from './listing.ts';

export const topic: ListingWithFront = {
  name: 'topic',
  idsOf: (article) => article.topics,
  field: 'topics',
  spans: ['whole', 'year'],
  front: {
    folder: 'topics',
    ids: 'named',
    namedIn: 'topics',
    feeds: ['rss'],
    kind: 'topic-front',
    indexKind: 'topic-index',
  },
};
