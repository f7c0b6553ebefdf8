/** A feed as Atom (https://www.rfc-editor.org/rfc/rfc4287). */
import type { Language } from '../../src/content/names.ts';
import type { Site } from '../../src/content/site.ts';
import { isoTime } from '../times.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { textIn } from './html.ts';

/** A feed must say when it changed; one that never had an entry has not. */
const never = 0;

export function atomFeed(feed: Feed, site: Site): string {
  const { id, title, description, language, publication, page, url, changed = never, entries } = feed;
  return xmlDocument('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    element('id', {}, id),
    element('title', {}, title),
    element('subtitle', {}, description),
    element('updated', {}, isoTime(changed, site)),
    element('author', {}, element('name', {}, publication), element('uri', {}, site.url)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: url }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...(site.webSub === undefined ? [] : [element('link', { rel: 'hub', href: site.webSub })]),
    ...entries.map((each) => entry(each, language, site)),
  ]);
}

function entry(
  { id, url, title, summary, html, at, changed = at, authors, categories, license, recording }: FeedEntry,
  language: Language,
  site: Site,
): Xml {
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    recording &&
      element('link', {
        rel: 'enclosure',
        type: recording.type,
        length: String(recording.bytes),
        href: recording.url,
      }),
    element('published', {}, isoTime(at, site)),
    element('updated', {}, isoTime(changed, site)),
    ...authors.map((author) => element('author', {}, element('name', {}, author.name), element('uri', {}, author.url))),
    ...categories.map((category) => element('category', { term: category })),
    license && element('rights', {}, license.name),
    license && element('link', { rel: 'license', href: license.url }),
    element('summary', { type: 'html' }, textIn(summary, language).html),
    element('content', { type: 'html' }, html.html),
  );
}
