/** `/sitemap.xml`: the sitemaps of what has no date, then those of months. */
import { listings } from '../content/scopes.ts';
import { monthSitemapUrl, sitemapUrl, undatedSitemaps, undatedSitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type SitemapIndexProps = { url: string; sitemaps: string[] };

export const sitemapIndex: Kind<SitemapIndexProps> = {
  name: 'sitemap-index',
  always: () => [{ scope: listings.every, bucket: 0 }],
  url: ({ scope, bucket }) => (scope === listings.every && bucket === 0 ? sitemapUrl : undefined),
  props(queries, { scope }, site) {
    const months = queries.buckets(scope, 100000, 999999);
    const undated = site.languages.flatMap((language) =>
      undatedSitemaps.map((each) => undatedSitemapUrl(each, language)),
    );
    return { url: sitemapUrl, sitemaps: [...undated, ...months.map(monthSitemapUrl)] };
  },
};
