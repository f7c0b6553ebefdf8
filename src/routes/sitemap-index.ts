/** `/sitemap.xml`: the months that have a sitemap. */
import { listings } from '../content/scopes.ts';
import { monthSitemapUrl, sitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type SitemapIndexProps = { url: string; sitemaps: string[] };

export const sitemapIndex: Kind<SitemapIndexProps> = {
  name: 'sitemap-index',
  always: () => [{ scope: listings.every, bucket: 0 }],
  url: ({ scope, bucket }) => (scope === listings.every && bucket === 0 ? sitemapUrl : undefined),
  props(queries, { scope }) {
    const months = queries.buckets(scope, 100000, 999999);
    return { url: sitemapUrl, sitemaps: months.map(monthSitemapUrl) };
  },
};
