/**
 * Of all languages, for search engines: everything that they are told of, the news that is not older than a news sitemap
 * may be, and when the stories of each month changed last.
 */
import { isForSearch, isOwnNews, lastChange, recentSeconds } from '../life.ts';
import type { Scope } from '../scopes.ts';
import type { Bucket } from '../times.ts';
import { type Listing, oneId, scopeIn } from './listing.ts';

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

/** By month, at the instant of the last change: the newest is that of the month. A story is dated on the day in its path. */
export const changed: Listing = {
  name: 'changed',
  idsOf: (article, now) => every.idsOf(article, now).map(() => article.story.slice(0, 7).replace('/', '')),
  instantsOf: (article) => [lastChange(article)?.at ?? article.at],
  isOfAllLanguages: true,
  spans: [],
};

export function changedIn(month: Bucket): Scope {
  return scopeIn(changed, '', String(month));
}
