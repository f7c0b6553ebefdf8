/** Of all languages, for search engines: everything that they are told of, and the news that is not older than a news sitemap may be. */
import { isForSearch, isOwnNews, recentSeconds } from '../life.ts';
import { type Listing, oneId } from './listing.ts';

export const every: Listing = {
  name: 'every',
  idsOf: (article) => (isForSearch(article) ? [oneId] : []),
  isOfAllLanguages: true,
  spans: ['whole', 'month'],
  cutInto: ['month', 'part'],
};

export const recent: Listing = {
  name: 'recent',
  idsOf: (article, now) => (now < article.at + recentSeconds && isOwnNews(article) ? [oneId] : []),
  isOfAllLanguages: true,
  spans: ['whole'],
  cutInto: ['hour'],
};
