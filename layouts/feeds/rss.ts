/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification), whose descriptions are HTML. */
import type { Language } from '../../src/content/names.ts';
import type { Site } from '../../src/content/site.ts';
import { rssTime } from '../times.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { textIn } from './html.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

export function rssFeed({ title, page, description, language, changed, url, entries }: Feed, site: Site): string {
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, page),
    element('description', {}, textIn(description, language).html),
    element('language', {}, language),
    changed === undefined ? undefined : element('lastBuildDate', {}, rssTime(changed, site)),
    element('atom:link', { href: url, rel: 'self', type: 'application/rss+xml' }),
    site.webSub === undefined ? undefined : element('atom:link', { href: site.webSub, rel: 'hub' }),
    ...entries.map((entry) => item(entry, language, site)),
  );
  return xmlDocument('rss', namespaces, [channel]);
}

function item(
  { id, url, title, summary, html, at, authors, categories, license, recording }: FeedEntry,
  language: Language,
  site: Site,
): Xml {
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: String(id === url) }, id),
    element('pubDate', {}, rssTime(at, site)),
    ...authors.map((author) => element('dc:creator', {}, author.name)),
    ...categories.map((category) => element('category', {}, category)),
    license && element('dc:rights', {}, license.url),
    element('description', {}, textIn(summary, language).html),
    element('content:encoded', {}, html.html),
    recording && element('enclosure', { url: recording.url, length: String(recording.bytes), type: recording.type }),
  );
}
