/**
 * `/sitemap.xml`: the sitemaps of what has no date, then those of months, of which a long one has some. Of each month it says
 * when its last story changed, so that who has read it need read it again only then; of its parts the same, which may be too
 * late and is never too early. The catalog has that as an entry of a listing: it is looked up, and nothing is read for it.
 */
import { changedIn, every } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { withinBucket } from '../content/periods.ts';
import type { Seconds } from '../content/times.ts';
import { monthSitemapUrl, sitemapUrl } from '../content/urls.ts';
import { isWholeOf, type Kind } from './kind.ts';
import { mostUrls, undatedSitemaps } from './undated-sitemap.ts';

export type SitemapIndexProps = { url: string; sitemaps: { url: string; changed?: Seconds }[] };

export const sitemapIndex: Kind<'sitemap-index', SitemapIndexProps> = {
  name: 'sitemap-index',
  isForMachines: true,
  always: () => [{ scope: scopeIn(every, ''), bucket: 0 }],
  url: (place) => (isWholeOf(every, place) ? sitemapUrl : undefined),
  props(queries, { scope }, site) {
    const months = queries.buckets(scope, 100000, 999999);
    const dated = months.flatMap((month) => {
      const buckets = [month, ...queries.buckets(scope, ...withinBucket(month, 'part'))];
      const changed = queries.newestAt(changedIn(month));
      return buckets.map((bucket) => ({ url: monthSitemapUrl(bucket), changed }));
    });
    const undated = site.languages.flatMap((language) =>
      undatedSitemaps(queries, language, site).map((url) => ({ url })),
    );
    // An index may have as many as a sitemap has addresses.
    return { url: sitemapUrl, sitemaps: [...undated, ...dated.slice(undated.length - mostUrls)] };
  },
};
