/** `/sitemap.xml`: the list of all others, with when each changed, where that is known. */
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { SitemapIndexProps } from '../../src/routes/sitemap-index.ts';
import { isoTime } from '../times.ts';
import { element, xmlDocument } from '../xml.ts';
import { sitemapNamespace } from './sitemap.ts';

export function sitemapIndex({ sitemaps }: SitemapIndexProps, site: Site): string {
  const children = sitemaps.map(({ url, changed }) => {
    const changes = changed === undefined ? [] : [element('lastmod', {}, isoTime(changed, site))];
    return element('sitemap', {}, element('loc', {}, absoluteUrl(url, site)), ...changes);
  });
  return xmlDocument('sitemapindex', { xmlns: sitemapNamespace }, children);
}
