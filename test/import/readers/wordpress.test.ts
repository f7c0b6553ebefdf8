/** What WordPress exports, as its own program writes it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordpress } from '../../../src/import/readers/wordpress.ts';
import type { SourceStory } from '../../../src/import/source-story.ts';
import { temporaryFolder } from '../../support/folder-contents.ts';
import { readAll } from './read.ts';

const cdata = (text: string) => `<![CDATA[${text}]]>`;
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;

const usual = {
  title: cdata('The ferry &amp; the port'),
  link: 'https://paper.example/2015/11/26/ferry/',
  pubDate: 'Thu, 26 Nov 2015 06:30:00 +0000',
  'dc:creator': cdata('ann'),
  guid: 'https://paper.example/?p=12',
  'content:encoded': cdata('It sails.'),
  'excerpt:encoded': cdata(''),
  'wp:post_id': '12',
  'wp:post_date': cdata('2015-11-26 09:30:00'),
  'wp:post_date_gmt': cdata('2015-11-26 06:30:00'),
  'wp:post_modified_gmt': cdata('2015-11-26 08:00:00'),
  'wp:post_name': cdata('ferry'),
  'wp:status': cdata('publish'),
  'wp:post_type': cdata('post'),
};

function item(fields: Partial<Record<string, string>> = {}, more = ''): string {
  const all = Object.entries({ ...usual, ...fields }).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<item>\n${all.join('\n')}\n${more}</item>\n`;
}

function wxr(...items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e" xmlns:dc="d">
<channel>
<title>The Paper</title>
<link>https://paper.example</link>
<description>Of a port</description>
<language>en-US</language>
<wp:base_blog_url>https://paper.example</wp:base_blog_url>
<wp:author><wp:author_login>${cdata('ann')}</wp:author_login><wp:author_display_name>${cdata('Ann Lee')}</wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>asia</wp:category_nicename><wp:category_parent>world</wp:category_parent><wp:cat_name>${cdata('Asia')}</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>world</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${cdata('World')}</wp:cat_name></wp:category>
<wp:tag><wp:tag_slug>sea</wp:tag_slug><wp:tag_name>${cdata('The sea')}</wp:tag_name><wp:tag_description>${cdata('All of it')}</wp:tag_description></wp:tag>
${items.join('')}</channel></rss>\n`;
}

const bodyOf = async (text: string) =>
  (await readAll(wordpress, wxr(item({ 'content:encoded': cdata(text) })))).stories[0]?.body.text;

test('a post has its title, times, author, terms and all its addresses', async () => {
  const terms = `<category domain="category" nicename="asia">${cdata('Asia')}</category><category domain="post_tag" nicename="%d0%b1%d0%b0%d0%ba%d1%83">${cdata('Баку')}</category><category domain="post_format" nicename="post-format-aside">${cdata('Aside')}</category>`;
  const { site, stories } = await readAll(
    wordpress,
    wxr(item({}, terms + meta('_wp_old_slug', 'boat') + meta('views', '7'))),
  );
  expect(site).toEqual({
    title: 'The Paper',
    url: 'https://paper.example',
    description: 'Of a port',
    languages: ['en-US'],
  });
  expect(stories).toMatchObject([
    {
      kind: 'story',
      place: { line: 13, item: 1 },
      urls: ['/2015/11/26/ferry/', '/2015/11/26/boat/', '/?p=12'],
      slug: 'ferry',
      title: { format: 'html', text: 'The ferry &amp; the port' },
      published: { text: '2015-11-26 06:30:00', zone: 'UTC' },
      updated: { text: '2015-11-26 08:00:00', zone: 'UTC' },
      authors: [{ id: 'ann', name: 'Ann Lee' }],
      sections: [{ id: 'asia', name: 'Asia' }],
      tags: [{ id: 'баку', name: 'Баку' }],
      state: 'public',
      body: { format: 'html', text: '<p>It sails.</p>' },
      rest: { views: '7', post_format: ['Aside'] },
    },
  ]);
  expect(stories[0]?.summary).toBeUndefined();
});

test('every list of the site is given with its pages and feeds, a category below another at its own address', async () => {
  const { items } = await readAll(wordpress, wxr());
  const lists = items.map((each) => (each.kind === 'list' ? [each.of, each.urls[0], each.feeds[0]] : each));
  expect(lists).toEqual([
    ['all', '/', '/feed/'],
    ['section', '/category/world/asia/', '/category/world/asia/feed/'],
    ['section', '/category/world/', '/category/world/feed/'],
    ['tag', '/tag/sea/', '/tag/sea/feed/'],
    ['author', '/author/ann/', '/author/ann/feed/'],
  ]);
});

test('drafts, what is to come, and what has a password or is private are told apart; pages are pages', async () => {
  const { stories } = await readAll(
    wordpress,
    wxr(
      item({ 'wp:status': 'draft', link: 'https://paper.example/?p=12', 'wp:post_date_gmt': '0000-00-00 00:00:00' }),
      item({ 'wp:status': 'future' }),
      item({ 'wp:status': 'private' }),
      item({ 'wp:post_password': 'secret' }),
      item({ 'wp:post_type': 'page', link: 'https://paper.example/about/', guid: 'https://paper.example/?page_id=12' }),
      item({ 'wp:status': 'trash' }),
      item({ 'wp:post_type': 'nav_menu_item' }),
      item({ 'wp:post_type': 'podcast' }),
    ),
  );
  expect(stories.map(({ kind, state, urls }) => [kind, state, urls[0]])).toEqual([
    ['story', 'draft', '/?p=12'],
    ['story', 'public', '/2015/11/26/ferry/'],
    ['story', 'private', '/2015/11/26/ferry/'],
    ['story', 'private', '/2015/11/26/ferry/'],
    ['page', 'public', '/about/'],
    ['story', 'public', '/2015/11/26/ferry/'],
  ]);
  expect(stories[0]?.published).toEqual({ text: '2015-11-26 09:30:00' });
  expect(stories.at(-1)?.rest).toEqual({ post_type: 'podcast' });
});

test('a picture is known by its number, its address and those of its smaller sizes, and leads a story', async () => {
  const picture = item(
    {
      'wp:post_type': 'attachment',
      'wp:post_id': '9',
      'wp:status': 'inherit',
      'excerpt:encoded': cdata('The <b>quay</b>'),
    },
    `<wp:attachment_url>https://paper.example/wp-content/uploads/2015/11/quay.jpg</wp:attachment_url>${meta('_wp_attachment_image_alt', 'A quay')}${meta('_wp_attachment_metadata', 'a:1:{s:6:"medium";a:1:{s:4:"file";s:16:"quay-300x200.jpg";}}')}`,
  );
  const { items, stories } = await readAll(wordpress, wxr(item({}, meta('_thumbnail_id', '9')), picture));
  expect(items.at(-1)).toMatchObject({
    kind: 'medium',
    id: '9',
    srcs: ['quay.jpg', 'quay-300x200.jpg'].map((name) => `https://paper.example/wp-content/uploads/2015/11/${name}`),
    alt: 'A quay',
    caption: { format: 'html', text: 'The <b>quay</b>' },
  });
  expect(stories[0]).toMatchObject({ lead: { id: '9' }, rest: {} });
});

test('plugins that say more authors, other languages, or an original elsewhere are heard', async () => {
  const terms = `<category domain="author" nicename="cap-ann">${cdata('Ann Lee')}</category><category domain="author" nicename="cap-bo">${cdata('Bo')}</category><category domain="language" nicename="ru">${cdata('Русский')}</category><category domain="post_translations" nicename="pll_5">pll_5</category>`;
  const { stories } = await readAll(
    wordpress,
    wxr(
      item(
        {},
        `${terms}${meta('_yoast_wpseo_canonical', 'https://other.example/a/')}${meta('_yoast_wpseo_meta-robots-noindex', '1')}${meta('_yoast_wpseo_metadesc', 'In short')}`,
      ),
    ),
  );
  expect(stories[0]).toMatchObject({
    authors: [
      { id: 'ann', name: 'Ann Lee' },
      { id: 'bo', name: 'Bo' },
    ],
    language: 'ru',
    translationOf: 'pll_5',
    canonical: 'https://other.example/a/',
    noindex: true,
    summary: { text: 'In short' },
    rest: {},
  });
});

test('a text of the block editor loses its comments alone, one of the classic editor gets its paragraphs', async () => {
  const blocks =
    '<!-- wp:paragraph {"dropCap":true} -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->';
  expect(await bodyOf(blocks)).toBe('<p>One\ntwo</p>\n\n<!--more-->');
  expect(await bodyOf('One\ntwo\r\n\r\n<b>Three</b>\n<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>\nFour')).toBe(
    '<p>One<br>\ntwo</p>\n<p><b>Three</b></p>\n<ul>\n<li>a</li>\n<li>b<br>\nc</li>\n</ul>\n<p>Four</p>',
  );
  expect(await bodyOf('<blockquote>Said\n\nand done</blockquote>\n<pre>a\n\nb</pre>\n[gallery ids="1,2"]')).toBe(
    '<blockquote>\n<p>Said</p>\n<p>and done</p>\n</blockquote>\n<pre>a\n\nb</pre>\n<p>[gallery ids="1,2"]</p>',
  );
});

test('broken XML is told with its line and column, and everything else is read', async () => {
  const broken = item({ 'wp:post_id': '13' })
    .replace('</wp:post_id>', '</wp:post_id></wp:id>')
    .replace('sails.', 'sails \u0001.');
  const { stories, remarks } = await readAll(
    wordpress,
    wxr(item(), broken, item({ 'wp:post_id': '14', title: 'Tom & Jerry &nbsp;' })),
  );
  expect(stories.map(({ urls }) => urls[1])).toEqual(['/?p=12', '/?p=13', '/?p=14']);
  expect(stories.map(({ title }) => title.text)).toEqual([
    'The ferry &amp; the port',
    'The ferry &amp; the port',
    'Tom & Jerry &nbsp;',
  ]);
  expect(stories[1]).toMatchObject({ slug: 'ferry', state: 'public', published: { zone: 'UTC' } });
  expect(remarks.map(({ place: { line, column } }) => [line, typeof column])).toEqual([
    [35, 'number'],
    [37, 'number'],
    [46, 'number'],
  ]);
  expect(remarks[0]?.what).toMatch(/^This is broken XML \(.+\)\. What stands there was read as far as it goes\.$/);
});

test('an item that is never closed ends where the next begins', async () => {
  const open = item({ 'wp:post_id': '13' }).replace('</item>\n', '');
  const { stories, remarks } = await readAll(wordpress, wxr(open, item()));
  expect(stories.map(({ urls }) => urls[1])).toEqual(['/?p=13', '/?p=12']);
  expect(remarks).toHaveLength(1);
});

test('an item that the file breaks off in is left out, and told', async () => {
  const text = wxr(item(), item({ 'wp:post_id': '13' }));
  const { stories, remarks } = await readAll(wordpress, text.slice(0, text.lastIndexOf('<wp:status>')));
  expect(stories).toHaveLength(1);
  expect(remarks.at(-1)?.what).toContain('The file ends within an item, which is left out.');
});

test('the zone of a site is told by times that stand there twice, and is that of its country', async () => {
  const at = (utc: string, local: string) => item({ 'wp:post_date': local, 'wp:post_date_gmt': utc });
  const ahead = (hours: number) =>
    ['2015-01-10 20', '2015-07-10 20', '2015-08-10 20'].map((day, index) =>
      at(`${day}:30:00`, `${day.slice(0, 11)}${20 + hours + (index > 0 ? 1 : 0)}:30:00`),
    );
  const summer = (await readAll(wordpress, wxr(...ahead(0)))).site.timeZone;
  expect(summer).toMatch(/^(?:Europe|Atlantic)\//);
  const elsewhere = await readAll(wordpress, wxr(...ahead(2), at('2015-03-10 20:30:00', '2015-03-10 03:30:00')));
  expect(elsewhere.site.timeZone).toBe('Europe/Athens');
  expect((await readAll(wordpress, wxr(item()))).site).not.toHaveProperty('timeZone');
});

test('an export is known by its namespace, with either scheme', async () => {
  const text = wxr(item()).replaceAll('http://wordpress.org/export', 'https://wordpress.org/export');
  expect((await readAll(wordpress, text)).stories).toHaveLength(1);
});

test('a folder of parts, as WordPress.com makes them, is one export; with anything else in it it is something else', async () => {
  const folder = temporaryFolder();
  const parts = { 'paper-1.xml': wxr(item()), 'paper-2.xml': wxr(item({ 'wp:post_id': '13' })) };
  for (const [name, text] of Object.entries(parts)) writeFileSync(join(folder, name), text);
  const input = { path: folder, files: Object.keys(parts), beginning: '', read: async () => undefined };
  expect(await wordpress.recognise(input)).toBe('the WXR namespace of its files');
  const items = await Array.fromAsync((await wordpress.open(input)).items());
  const stories = items.filter((each): each is SourceStory => each.kind === 'story');
  expect(stories.map(({ urls, place }) => [urls[1], place.file, place.item])).toEqual([
    ['/?p=12', join(folder, 'paper-1.xml'), 1],
    ['/?p=13', join(folder, 'paper-2.xml'), 1],
  ]);
  expect(items.filter(({ kind }) => kind === 'list')).toHaveLength(5);
  expect(await wordpress.recognise({ ...input, files: [...input.files, 'hugo.toml'] })).toBeUndefined();
});
