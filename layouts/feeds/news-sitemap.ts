/** The news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
import { scriptOf } from '../../src/content/names.ts';
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { NewsSitemapProps } from '../../src/routes/news-sitemap.ts';
import { hereIn, publicationOf } from '../here.ts';
import { isoTime } from '../times.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';
import { sitemapNamespace } from './sitemap.ts';
import { sitemapIndex } from './sitemap-index.ts';

export function newsSitemap({ url, stories, sitemaps }: NewsSitemapProps, site: Site): string {
  if (sitemaps) return sitemapIndex({ url, sitemaps: sitemaps.map((each) => ({ url: each })) }, site);
  const namespaces = {
    xmlns: sitemapNamespace,
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  };
  return xmlDocument(
    'urlset',
    namespaces,
    stories.map((story) => urlOf(story, site)),
  );
}

function urlOf({ url, language, title, at }: NewsSitemapProps['stories'][number], site: Site): Xml {
  const publication = publicationOf(hereIn(language, site));
  return element(
    'url',
    {},
    element('loc', {}, absoluteUrl(url, site)),
    element(
      'news:news',
      {},
      element(
        'news:publication',
        {},
        element('news:name', {}, publication),
        element('news:language', {}, newsLanguage(language)),
      ),
      element('news:publication_date', {}, isoTime(at, site)),
      element('news:title', {}, title),
    ),
  );
}

/** Google wants ISO 639 alone, but for two forms of Chinese. */
export function newsLanguage(language: string): string {
  const [base = language] = language.split('-');
  if (base !== 'zh') return base;
  return scriptOf(language) === 'Hant' ? 'zh-tw' : 'zh-cn';
}
