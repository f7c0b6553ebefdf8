/** Sitemaps: a month's articles, when each changed, and its other languages; and what has no date. */
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { SitemapProps } from '../../src/routes/sitemap.ts';
import type { UndatedSitemapProps } from '../../src/routes/undated-sitemap.ts';
import { alternatesOf } from '../alternates.ts';
import { isoTime } from '../times.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';

type Entry = SitemapProps['entries'][number];

export const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export function monthSitemap({ entries }: SitemapProps, site: Site): string {
  const namespaces = { xmlns: sitemapNamespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  return xmlDocument(
    'urlset',
    namespaces,
    entries.map((entry) => urlOf(entry, site)),
  );
}

export function undatedSitemap({ urls }: UndatedSitemapProps, site: Site): string {
  const children = urls.map((url) => element('url', {}, element('loc', {}, absoluteUrl(url, site))));
  return xmlDocument('urlset', { xmlns: sitemapNamespace }, children);
}

function urlOf({ url, changed, languages }: Entry, site: Site): Xml {
  return element(
    'url',
    {},
    element('loc', {}, absoluteUrl(url, site)),
    element('lastmod', {}, isoTime(changed, site)),
    ...alternatesOf(languages, site).map((each) => element('xhtml:link', { rel: 'alternate', ...each })),
  );
}
