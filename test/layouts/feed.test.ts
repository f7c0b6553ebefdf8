import { expect, test } from 'vitest';
import { layouts } from '../../layouts/layouts.tsx';
import { site, story } from './newsroom.ts';

const head = { url: '/feed.xml', front: '/', language: 'en' };

test('a feed carries the whole text, with absolute addresses and the hour of the site’s zone', () => {
  const feed = layouts.feed({ ...head, stories: [story] }, site);
  expect(feed).toContain('<guid isPermaLink="true">https://vestnik-kavkaza.example/2015/11/26/talks/</guid>');
  expect(feed).toContain('<pubDate>Thu, 26 Nov 2015 20:55:00 +0300</pubDate>');
  expect(feed).toContain('<content:encoded>&lt;p&gt;They met.&lt;/p&gt;');
});

test('a feed’s date is that of its newest change, so the clock is not in it', () => {
  const [older, newer] = [
    { ...story, updated: story.at + 3600 },
    { ...story, at: story.at + 60 },
  ];
  expect(layouts.feed({ ...head, stories: [newer, older] }, site)).toContain(
    '<lastBuildDate>Thu, 26 Nov 2015 21:55:00 +0300',
  );
  expect(layouts.feed({ ...head, stories: [] }, site)).not.toContain('lastBuildDate');
});

test('a sitemap lists other languages only where there are any', () => {
  const entries = [
    { url: story.url, changed: story.at, languages: story.languages },
    { url: '/x/', changed: story.at, languages: [] },
  ];
  const sitemap = layouts.sitemap({ url: '/sitemaps/2015-11.xml', entries }, site);
  expect(sitemap.match(/<xhtml:link /g)).toHaveLength(3);
  expect(sitemap).toContain(
    '<loc>https://vestnik-kavkaza.example/x/</loc><lastmod>2015-11-26T20:55+03:00</lastmod></url>',
  );
});
