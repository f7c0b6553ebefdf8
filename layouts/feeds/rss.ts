/** The site's feed: RSS 2.0 with the whole text of each story. */

import type { Site } from '../../src/content/site.ts';
import type { Seconds } from '../../src/content/times.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { FeedProps } from '../../src/routes/feed.ts';
import { type Here, hereIn, publicationOf, sectionTitle, siteDescriptionOf } from '../here.ts';
import { rssTime } from '../times.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

export function rssFeed({ url, front, language, stories }: FeedProps, site: Site): string {
  const here = hereIn(language, site);
  const newest = newestChange(stories);
  const channel = element(
    'channel',
    {},
    element('title', {}, publicationOf(here)),
    element('link', {}, absoluteUrl(front, site)),
    element('description', {}, siteDescriptionOf(here)),
    element('language', {}, language),
    newest === undefined ? undefined : element('lastBuildDate', {}, rssTime(newest, site)),
    element('atom:link', { href: absoluteUrl(url, site), rel: 'self', type: 'application/rss+xml' }),
    ...stories.map((story) => storyItem(story, here)),
  );
  return xmlDocument('rss', namespaces, [channel]);
}

function newestChange(stories: readonly ArticleWithBody[]): Seconds | undefined {
  return stories.length > 0 ? Math.max(...stories.map((story) => story.updated ?? story.at)) : undefined;
}

function storyItem(story: ArticleWithBody, here: Here): Xml {
  const { site } = here;
  const address = absoluteUrl(story.url, site);
  const categories = [sectionTitle(story.section, here), ...story.topics.map((topic) => topic.name)];
  return element(
    'item',
    {},
    element('title', {}, story.title),
    element('link', {}, address),
    element('guid', { isPermaLink: 'true' }, address),
    element('pubDate', {}, rssTime(story.at, site)),
    ...story.byline.map((author) => element('dc:creator', {}, author.name)),
    ...categories.map((category) => element('category', {}, category)),
    element('description', {}, story.summary),
    element('content:encoded', {}, contentOf(story, here)),
  );
}

/** The story as a reader of feeds sees it: its picture, its text, and what was corrected. */
function contentOf(story: ArticleWithBody, { site, words }: Here): string {
  const { image, corrections, body } = story;
  const picture =
    image &&
    element('figure', {}, element('img', { src: absoluteUrl(image.url, site), alt: image.alt }), captionOf(image));
  const corrected = corrections.map(
    ({ text }) => element('p', {}, element('b', {}, `${words.correction}.`), ` ${text}`).markup,
  );
  return [picture?.markup, body.html, ...corrected].filter(Boolean).join('\n');
}

function captionOf({ caption, credit }: { caption?: string; credit?: string }): Xml | undefined {
  const text = [caption, credit].filter(Boolean).join(' ');
  return text === '' ? undefined : element('figcaption', {}, text);
}
