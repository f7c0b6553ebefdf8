/** `/sitemap.xml`: the sitemaps of what has no date, then those of months. */
import { every } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { monthSitemapUrl, sitemapUrl, undatedSitemapUrl } from '../content/urls.ts';
import { isWholeOf, type Kind } from './kind.ts';
import { undatedSitemaps } from './undated-sitemap.ts';

export type SitemapIndexProps = { url: string; sitemaps: string[] };

export const sitemapIndex: Kind<'sitemap-index', SitemapIndexProps> = {
  name: 'sitemap-index',
  isForMachines: true,
  always: () => [{ scope: scopeIn(every, ''), bucket: 0 }],
  url: (place) => (isWholeOf(every, place) ? sitemapUrl : undefined),
  props(queries, { scope }, site) {
    const months = queries.buckets(scope, 100000, 999999);
    const undated = site.languages.flatMap((language) =>
      undatedSitemaps().map((each) => undatedSitemapUrl(each, language)),
    );
    return { url: sitemapUrl, sitemaps: [...undated, ...months.map(monthSitemapUrl)] };
  },
};
