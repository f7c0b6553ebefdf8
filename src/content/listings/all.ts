/** Everything in a language: its front is the front page. */
import { type ListingWithFront, oneId } from './listing.ts';

export const all: ListingWithFront = {
  name: 'all',
  idsOf: () => [oneId],
  spans: ['whole', 'year', 'month', 'day'],
  front: { folder: '', ids: 'one', feeds: ['rss', 'atom', 'json'], kind: 'front-page' },
};
