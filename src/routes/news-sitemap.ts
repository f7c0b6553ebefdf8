/** `/news-sitemap.xml`: the stories of the last two days, in every language (Google News). */
import { mostRecent } from '../content/life.ts';
import { recent } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import type { Language } from '../content/names.ts';
import type { Seconds } from '../content/times.ts';
import { newsSitemapUrl } from '../content/urls.ts';
import { isWholeOf, type Kind } from './kind.ts';

export type NewsSitemapProps = {
  url: string;
  stories: { url: string; language: Language; title: string; at: Seconds }[];
};

export const newsSitemap: Kind<'news-sitemap', NewsSitemapProps> = {
  name: 'news-sitemap',
  isForMachines: true,
  always: () => [{ scope: scopeIn(recent, ''), bucket: 0 }],
  url: (place) => (isWholeOf(recent, place) ? newsSitemapUrl : undefined),
  props: (queries, { scope }) => ({
    url: newsSitemapUrl,
    stories: queries
      .newest(scope, mostRecent, 'headline')
      .map(({ url, language, title, at }) => ({ url, language, title, at })),
  }),
};
