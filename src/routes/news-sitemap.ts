/** `/news-sitemap.xml`: the stories of the last two days, in every language (Google News). */
import type { Language } from '../content/names.ts';
import { listings } from '../content/scopes.ts';
import type { Seconds } from '../content/times.ts';
import { newsSitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

/** What Google allows in one (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
const mostStories = 1000;

export type NewsSitemapProps = {
  url: string;
  stories: { url: string; language: Language; title: string; at: Seconds }[];
};

export const newsSitemap: Kind<NewsSitemapProps> = {
  name: 'news-sitemap',
  always: () => [{ scope: listings.recent, bucket: 0 }],
  url: ({ scope, bucket }) => (scope === listings.recent && bucket === 0 ? newsSitemapUrl : undefined),
  props: (queries, { scope }) => ({
    url: newsSitemapUrl,
    stories: queries
      .newest(scope, mostStories, 'headline')
      .map(({ url, language, title, at }) => ({ url, language, title, at })),
  }),
};
