/** `/sitemap.xml`: the list of all others. */
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { SitemapIndexProps } from '../../src/routes/sitemap-index.ts';
import { element, xmlDocument } from '../xml.ts';
import { sitemapNamespace } from './sitemap.ts';

export function sitemapIndex({ sitemaps }: SitemapIndexProps, site: Site): string {
  const children = sitemaps.map((url) => element('sitemap', {}, element('loc', {}, absoluteUrl(url, site))));
  return xmlDocument('sitemapindex', { xmlns: sitemapNamespace }, children);
}
