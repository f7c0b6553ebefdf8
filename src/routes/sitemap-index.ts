/** `/sitemap.xml`: the sitemaps of what has no date, then those of months, of which a long one has some. */
import { every } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { withinBucket } from '../content/periods.ts';
import { monthSitemapUrl, sitemapUrl } from '../content/urls.ts';
import { isWholeOf, type Kind } from './kind.ts';
import { mostUrls, undatedSitemaps } from './undated-sitemap.ts';

export type SitemapIndexProps = { url: string; sitemaps: string[] };

export const sitemapIndex: Kind<'sitemap-index', SitemapIndexProps> = {
  name: 'sitemap-index',
  isForMachines: true,
  always: () => [{ scope: scopeIn(every, ''), bucket: 0 }],
  url: (place) => (isWholeOf(every, place) ? sitemapUrl : undefined),
  props(queries, { scope }, site) {
    const months = queries.buckets(scope, 100000, 999999);
    const dated = months.flatMap((month) => [month, ...queries.buckets(scope, ...withinBucket(month, 'part'))]);
    const undated = site.languages.flatMap((language) => undatedSitemaps(queries, language));
    // An index may have as many as a sitemap has addresses.
    return { url: sitemapUrl, sitemaps: [...undated, ...dated.map(monthSitemapUrl).slice(undated.length - mostUrls)] };
  },
};
