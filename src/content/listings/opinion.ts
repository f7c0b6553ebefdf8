/** Opinion, for the strip on the front page. */
import { type Listing, oneId } from './listing.ts';

export const opinion: Listing = {
  name: 'opinion',
  idsOf: (article) => (article.type === 'opinion' ? [oneId] : []),
  spans: ['whole'],
};
