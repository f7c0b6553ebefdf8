/** Opinion that nobody paid for, for the strip on the front page. */
import { type Listing, oneId } from './listing.ts';

export const opinion: Listing = {
  name: 'opinion',
  idsOf: (article) => (article.type === 'opinion' && article.sponsor === undefined ? [oneId] : []),
  spans: ['whole'],
};
