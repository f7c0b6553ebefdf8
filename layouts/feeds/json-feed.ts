/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import type { Site } from '../../src/content/site.ts';
import type { Recording } from '../../src/routes/feeds.ts';
import { isoTime } from '../times.ts';
import { withoutForbidden } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

export function jsonFeed({ title, description, language, page, url, publication, entries }: Feed, site: Site): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: url,
    description,
    language,
    authors: [{ name: publication, url: site.url }],
    ...(site.webSub === undefined ? {} : { hubs: [{ type: 'WebSub', url: site.webSub }] }),
    items: entries.map((entry) => item(entry, site)),
  };
  const clean = (_key: string, value: unknown) => (typeof value === 'string' ? withoutForbidden(value) : value);
  return `${JSON.stringify(feed, clean)}\n`;
}

function item(
  { id, url, title, summary, html, at, changed, authors, categories, image, recording }: FeedEntry,
  site: Site,
) {
  return {
    id,
    url,
    title,
    summary,
    content_html: html.html,
    ...(image === undefined ? {} : { image }),
    date_published: isoTime(at, site),
    ...(changed === undefined ? {} : { date_modified: isoTime(changed, site) }),
    authors,
    tags: categories,
    ...(recording === undefined ? {} : { attachments: [attachment(recording)] }),
  };
}

function attachment({ url, type, bytes }: Recording) {
  return { url, mime_type: type, size_in_bytes: bytes };
}
