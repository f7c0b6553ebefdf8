/** Feeds with full text. */
import { expect, test } from 'vitest';
import { atom, rss } from '../../../src/import/readers/feeds.ts';
import { ghost } from '../../../src/import/readers/ghost.ts';
import { jsonFeed } from '../../../src/import/readers/json-feed.ts';
import { wordpress } from '../../../src/import/readers/wordpress.ts';
import { inputOf, readAll } from './read.ts';

const rssText = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:media="m"><channel>
<title>The Paper</title><link>https://paper.example/</link><description>Of a port</description><language>en</language>
<item><title>The ferry &amp;amp; the port</title><link>https://paper.example/2015/11/26/ferry/?utm=1</link>
<guid isPermaLink="true">https://paper.example/ferry</guid><pubDate>Thu, 26 Nov 2015 06:30:00 GMT</pubDate>
<dc:creator>Ann Lee</dc:creator><author>bo@paper.example (Bo)</author><category>World</category><category>Sea</category>
<description>In short.</description><content:encoded><![CDATA[<p>It sails.</p>]]></content:encoded>
<media:content url="https://paper.example/quay.jpg" medium="image"/></item>
<item><title>Elsewhere</title><link>https://other.example/a</link><guid isPermaLink="false">tag:1</guid><description>&lt;p&gt;All of it.&lt;/p&gt;</description></item>
</channel></rss>`;

test('an item of RSS has its whole text, and its description as the summary', async () => {
  const { site, stories } = await readAll(rss, rssText);
  expect(site).toEqual({
    title: 'The Paper',
    url: 'https://paper.example',
    description: 'Of a port',
    languages: ['en'],
  });
  expect(stories).toMatchObject([
    {
      place: { line: 4, item: 1 },
      urls: ['/2015/11/26/ferry/?utm=1', '/ferry'],
      title: { format: 'html', text: 'The ferry &amp; the port' },
      summary: { text: 'In short.' },
      published: { text: 'Thu, 26 Nov 2015 06:30:00 GMT' },
      authors: [{ name: 'Ann Lee' }, { name: 'Bo' }],
      tags: [{ name: 'World' }, { name: 'Sea' }],
      body: { format: 'html', text: '<p>It sails.</p>' },
      lead: { src: 'https://paper.example/quay.jpg' },
    },
    { urls: [], canonical: 'https://other.example/a', body: { format: 'html', text: '<p>All of it.</p>' } },
  ]);
  expect(stories[1]?.summary).toBeUndefined();
});

const atomText = `<feed xmlns="http://www.w3.org/2005/Atom">
<title type="html">The &amp;quot;Paper&amp;quot;</title><subtitle>Of a port</subtitle>
<link rel="self" href="https://paper.example/feed.atom"/><link href="https://paper.example"/>
<entry xml:lang="ru"><id>tag:paper.example,2015:1</id><title type="text">A &lt;b&gt; in it</title>
<link rel="enclosure" type="image/jpeg" href="https://paper.example/quay.jpg"/><link rel="alternate" href="https://paper.example/ferry/"/>
<published>2015-11-26T06:30:00Z</published><updated>2015-11-27T06:30:00Z</updated><author><name>Ann Lee</name></author>
<category term="sea" label="The sea"/><summary>In short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tom &amp; Jerry <a href="/b?c=1&amp;d=2">sail</a><br/></p></div></content></entry>
<entry><id>https://paper.example/two/</id><title>Two</title><updated>2015-11-25T06:30:00Z</updated><content type="html">&lt;p&gt;Two.&lt;/p&gt;</content></entry>
</feed>`;

test('an entry of Atom has its text whether it is escaped or markup of the feed, and its own language', async () => {
  const { site, stories } = await readAll(atom, atomText);
  expect(site).toMatchObject({ description: 'Of a port', url: 'https://paper.example' });
  expect(stories).toMatchObject([
    {
      urls: ['/ferry/'],
      title: { format: 'plain', text: 'A <b> in it' },
      summary: { format: 'plain', text: 'In short.' },
      published: { text: '2015-11-26T06:30:00Z' },
      updated: { text: '2015-11-27T06:30:00Z' },
      authors: [{ name: 'Ann Lee' }],
      tags: [{ id: 'sea', name: 'The sea' }],
      language: 'ru',
      body: { format: 'html', text: '<p>Tom &amp; Jerry <a href="/b?c=1&amp;d=2">sail</a><br></p>' },
      lead: { src: 'https://paper.example/quay.jpg' },
    },
    { urls: ['/two/'], published: { text: '2015-11-25T06:30:00Z' }, body: { format: 'html', text: '<p>Two.</p>' } },
  ]);
});

const json = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Paper',
  home_page_url: 'https://www.paper.example/',
  authors: [{ name: 'The desk' }],
  items: [
    {
      id: '1',
      url: 'https://paper.example/ferry/',
      title: 'The ferry',
      content_html: '<p>It sails.</p>',
      summary: 'In short.',
      date_published: '2015-11-26T06:30:00Z',
      authors: [{ name: 'Ann Lee' }],
      tags: ['Sea'],
      image: '/quay.jpg',
    },
    { id: 'https://paper.example/two/', content_text: 'Two.', external_url: 'https://other.example/' },
  ],
};

test('an item of a JSON Feed has its whole text, and the authors of the feed where it names none', async () => {
  const { site, stories } = await readAll(jsonFeed, JSON.stringify(json));
  expect(site).toEqual({ title: 'The Paper', url: 'https://www.paper.example' });
  expect(stories).toMatchObject([
    {
      urls: ['/ferry/'],
      published: { text: '2015-11-26T06:30:00Z' },
      authors: [{ name: 'Ann Lee' }],
      tags: [{ name: 'Sea' }],
      body: { format: 'html', text: '<p>It sails.</p>' },
      lead: { src: '/quay.jpg' },
    },
    {
      urls: ['/two/'],
      authors: [{ name: 'The desk' }],
      body: { format: 'plain', text: 'Two.' },
      subject: 'https://other.example/',
    },
  ]);
});

test('a headline that leads to another site is of what a story is about, where the story has an address of its own', async () => {
  const head = '<rss version="2.0"><channel><link>https://paper.example/</link><item><title>A</title>';
  const link = '<link>https://other.example/a</link>';
  const inRss = await readAll(rss, `${head}${link}<guid>https://paper.example/?p=7</guid></item></channel></rss>`);
  const inAtom = await readAll(
    atom,
    '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://paper.example/"/><entry><title>A</title><link rel="alternate" href="https://other.example/a"/><link rel="related" href="https://paper.example/linked/a"/><link rel="via" href="https://paper.example/"/><id>tag:a</id></entry></feed>',
  );
  for (const [{ stories }, url] of [
    [inRss, '/?p=7'],
    [inAtom, '/linked/a'],
  ] as const) {
    expect(stories).toMatchObject([{ urls: [url], subject: 'https://other.example/a' }]);
    expect(stories[0]).not.toHaveProperty('canonical');
  }
});

test('a JSON Feed is read whatever its values are, and a feed that does not name its site is of that of its entries', async () => {
  const items = [
    {
      url: 'https://paper.example/a',
      title: null,
      content_html: null,
      content_text: 'A.',
      tags: 'Sea, World',
      authors: null,
    },
    { id: 7, title: 7, tags: [null, 'Sea'], author: { name: 'Ann' }, summary: {} },
    'none',
  ];
  const { stories } = await readAll(jsonFeed, JSON.stringify({ version: 'https://jsonfeed.org/version/1', items }));
  expect(stories).toMatchObject([
    {
      urls: ['/a'],
      title: { text: '' },
      body: { text: 'A.' },
      tags: [{ name: 'Sea' }, { name: 'World' }],
      authors: [],
    },
    { urls: [], title: { text: '7' }, tags: [{ name: 'Sea' }], authors: [{ name: 'Ann' }] },
  ]);
  const entry = '<entry><title>A</title><link href="https://paper.example/a?source=rss-1"/></entry>';
  const feed = await readAll(atom, `<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`);
  expect(feed.site).toEqual({ url: 'https://paper.example' });
  expect(feed.stories[0]?.urls).toEqual(['/a']);
});

test('each file is recognised by the reader that it is for, and by no other', async () => {
  const readers = [wordpress, ghost, rss, atom, jsonFeed];
  const wxr = '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel></channel></rss>';
  for (const [text, name] of [
    [rssText, rss.name],
    [atomText, atom.name],
    [JSON.stringify(json), jsonFeed.name],
    [wxr, wordpress.name],
  ] as const) {
    const recognised = [];
    for (const reader of readers)
      if ((await reader.recognise(inputOf(text))) !== undefined) recognised.push(reader.name);
    expect(recognised).toEqual([name]);
  }
});

test('a feed that is broken is read as far as it goes, and in the encoding that it declares', async () => {
  const { stories, remarks } = await readAll(rss, rssText.replace('<category>World</category>', '<category>World'));
  expect(stories.map(({ urls }) => urls)).toEqual([['/2015/11/26/ferry/?utm=1', '/ferry'], []]);
  expect(remarks).toHaveLength(1);
  const latin = Buffer.from(
    rssText.replace('version="1.0"', 'version="1.0" encoding="windows-1251"').replace('Elsewhere', '\u00cf'),
    'latin1',
  );
  expect((await readAll(rss, latin)).stories[1]?.title.text).toBe('П');
});

test('campaigns are no part of an address, and several people in one element are several', async () => {
  const item = (creator: string) =>
    `<item><link>https://paper.example/a?utm_source=rss&amp;b=1&amp;utm_medium=x</link><dc:creator>${creator}</dc:creator></item>`;
  const people = ['Ann Lee, Bo Lie', 'Lee, Ann', 'Ann Lee &amp; Bo Lie'];
  const { stories } = await readAll(
    rss,
    `<rss xmlns:dc="d"><channel><link>https://paper.example/</link>${people.map(item).join('')}</channel></rss>`,
  );
  expect(stories.map(({ urls, authors }) => [urls, authors.map(({ name }) => name)])).toEqual([
    [['/a?b=1'], ['Ann Lee', 'Bo Lie']],
    [['/a?b=1'], ['Lee, Ann']],
    [['/a?b=1'], ['Ann Lee', 'Bo Lie']],
  ]);
});

test('an entry without an author has that of its feed, and its address may be below that of the feed', async () => {
  const { stories } = await readAll(
    atom,
    `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://paper.example/blog/"/><author><name>Ann Lee</name></author>
<entry><link href="tide"/></entry><entry xml:base="https://paper.example/other/"><link href="quay"/><author><name>Bo</name></author></entry></feed>`,
  );
  expect(stories).toMatchObject([
    { urls: ['/blog/tide'], authors: [{ name: 'Ann Lee' }] },
    { urls: ['/other/quay'], authors: [{ name: 'Bo' }] },
  ]);
});
