/**
 * `/news-sitemap.xml`: the stories of the last two days, in every language (Google News). Where these are many it leads to
 * one for each hour (of UTC), so that a new story, or one that is recent no more, changes that of its hour alone.
 */
import { mostRecent } from '../content/life.ts';
import { recent } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import type { Language } from '../content/names.ts';
import { periodOf, withinBucket } from '../content/periods.ts';
import type { Headline } from '../content/records.ts';
import type { Seconds } from '../content/times.ts';
import { hourSitemapUrl, newsSitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type NewsSitemapProps = {
  url: string;
  stories: { url: string; language: Language; title: string; at: Seconds }[];
  /** Those that it leads to, which have the stories. */
  sitemaps?: string[];
};

export const newsSitemap: Kind<'news-sitemap', NewsSitemapProps> = {
  name: 'news-sitemap',
  isForMachines: true,
  always: () => [{ scope: scopeIn(recent, ''), bucket: 0 }],
  url({ scope, bucket }) {
    if (scope.of !== recent.name) return undefined;
    if (bucket === 0) return newsSitemapUrl;
    return periodOf(bucket) === 'hour' ? hourSitemapUrl(bucket) : undefined;
  },
  props(queries, { scope, bucket }, _site, url) {
    if (bucket === 0 && queries.isTooLong(scope, 0))
      return { url, stories: [], sitemaps: queries.buckets(scope, ...withinBucket(0, 'hour')).map(hourSitemapUrl) };
    const stories: Headline[] =
      bucket === 0
        ? queries.newest(scope, mostRecent, 'headline')
        : queries.inPeriod(scope, bucket, 'headline').map(({ story }) => story);
    return { url, stories: stories.slice(0, mostRecent).map(inSitemap) };
  },
};

function inSitemap({ url, language, title, at }: Headline): NewsSitemapProps['stories'][number] {
  return { url, language, title, at };
}
