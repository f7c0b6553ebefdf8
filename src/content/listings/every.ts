/** Of all languages, for machines: everything, and what is not older than a news sitemap may be. */
import { recentSeconds } from '../life.ts';
import { type Listing, oneId } from './listing.ts';

export const every: Listing = {
  name: 'every',
  idsOf: () => [oneId],
  isOfAllLanguages: true,
  spans: ['whole', 'month'],
};

export const recent: Listing = {
  name: 'recent',
  idsOf: ({ at }, now) => (now < at + recentSeconds ? [oneId] : []),
  isOfAllLanguages: true,
  spans: ['whole'],
};
