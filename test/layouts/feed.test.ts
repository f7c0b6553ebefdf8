/**
 * The three formats of a feed, by the rules of FACTS: what each must have, that none can be broken by
 * what is written in a story, and that all three say the same. `xmllint` is the judge of what is XML.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { newsLanguage } from '../../layouts/feeds/news-sitemap.ts';
import { layouts } from '../../layouts/layouts.tsx';
import type { FeedProps, FeedStory } from '../../src/routes/feeds.ts';
import { site, story } from './newsroom.ts';

const { id, url, title, summary, at, section, type, corrections, body } = story;
const feedStory: FeedStory = {
  ...{ id, url, title, summary, at, section, type, corrections, body },
  changed: story.changed?.at,
  authors: [{ name: 'Editorial desk', url: '/authors/desk/' }],
  topics: ['Syria'],
};

const headline = { story: '2015/11/26/talks', language: 'en', url, title, at, section, type };

function props(changes: Partial<FeedProps> = {}): FeedProps {
  const front = { of: 'all' as const, id: '', url: '/' };
  return { url: '/feed.xml', language: 'en', front, stories: [feedStory], corrections: [], withdrawn: [], ...changes };
}

type Written = { rss: string; atom: string; json: ReturnType<typeof JSON.parse> };

function written(changes: Partial<FeedProps> = {}): Written {
  return {
    rss: layouts['feed-rss'](props(changes), site),
    atom: layouts['feed-atom'](props({ url: '/feed.atom', ...changes }), site),
    json: JSON.parse(layouts['feed-json'](props({ url: '/feed.json', ...changes }), site)),
  };
}

/** The text of each element an XPath finds, entities undone, by a parser that is not ours. */
function find(xml: string, path: string): string[] {
  const separator = '\u241E';
  const query = `//*[local-name()="${path.split('/').join('"]/*[local-name()="')}"]`;
  const count = Number(xmllint(xml, `count(${query})`));
  return Array.from(
    { length: count },
    (_, n) => xmllint(xml, `concat("${separator}", (${query})[${n + 1}], "${separator}")`).split(separator)[1] ?? '',
  );
}

/** What a reader that renders HTML makes of it. */
function shownBy(html = ''): { text: string; elements: string[] } {
  const { children } = parseDocument(html);
  const elements = DomUtils.getElementsByTagName('*', children);
  return { text: DomUtils.textContent(children), elements: elements.map(({ name }) => name) };
}

function xmllint(xml: string, xpath: string): string {
  const { status, stdout, stderr } = spawnSync('xmllint', ['--nonet', '--huge', '--xpath', xpath, '-'], { input: xml });
  if (status !== 0) throw new Error(`${xpath}: ${stderr}`);
  return stdout.toString();
}

test('RSS has what it must: whole text, a permanent guid, hours of the site’s zone, its own address', () => {
  const { rss } = written();
  expect(rss).toContain('<guid isPermaLink="true">https://vestnik-kavkaza.example/2015/11/26/talks/</guid>');
  expect(find(rss, 'item/pubDate')).toEqual(['Thu, 26 Nov 2015 20:55:00 +0300']);
  expect(find(rss, 'item/encoded')[0]).toMatch(/^<div lang="en" dir="ltr"><p>They met\.<\/p>/);
  expect(find(rss, 'channel/title')).toEqual(['Vestnik Kavkaza']);
  expect(find(rss, 'channel/description')).toEqual(['News of the Caucasus']);
  expect(rss).toContain('<atom:link href="https://vestnik-kavkaza.example/feed.xml" rel="self"');
  expect(rss.indexOf('<description>Two presidents')).toBeLessThan(rss.indexOf('<content:encoded>'));
});

test('Atom has what it must: ids, instants with seconds and zone, an author, itself and its page', () => {
  const { atom } = written();
  expect(find(atom, 'feed/id')).toEqual(['https://vestnik-kavkaza.example/feed.atom']);
  expect(find(atom, 'entry/id')).toEqual(['https://vestnik-kavkaza.example/2015/11/26/talks/']);
  expect(find(atom, 'entry/published')).toEqual(['2015-11-26T20:55:00+03:00']);
  expect(find(atom, 'entry/updated')).toEqual(['2015-11-26T21:40:00+03:00']);
  expect(find(atom, 'feed/updated')).toEqual(['2015-11-26T21:40:00+03:00']);
  expect(find(atom, 'author/name')).toEqual(['Vestnik Kavkaza', 'Editorial desk']);
  expect(atom).toContain('rel="self" type="application/atom+xml" href="https://vestnik-kavkaza.example/feed.atom"');
  expect(atom).toContain('rel="alternate" type="text/html" href="https://vestnik-kavkaza.example/"');
});

test('JSON Feed has what it must', () => {
  expect(written().json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Vestnik Kavkaza',
    home_page_url: 'https://vestnik-kavkaza.example/',
    feed_url: 'https://vestnik-kavkaza.example/feed.json',
    language: 'en',
    items: [
      {
        id: 'https://vestnik-kavkaza.example/2015/11/26/talks/',
        url: 'https://vestnik-kavkaza.example/2015/11/26/talks/',
        title: 'Talks in Moscow',
        content_html:
          '<div lang="en" dir="ltr"><p>They met.</p>\n\n<p><b>Correction.</b> The day was the 18th.</p></div>',
        date_published: '2015-11-26T20:55:00+03:00',
        date_modified: '2015-11-26T21:40:00+03:00',
        authors: [{ name: 'Editorial desk', url: 'https://vestnik-kavkaza.example/authors/desk/' }],
        tags: ['World', 'Syria'],
      },
    ],
  });
});

test('a change that means nothing moves no instant: only an update or a correction does', () => {
  const { atom, json, rss } = written({ stories: [{ ...feedStory, changed: undefined }] });
  expect(find(atom, 'entry/updated')).toEqual(find(atom, 'entry/published'));
  expect(json.items[0].date_modified).toBeUndefined();
  expect(find(rss, 'channel/lastBuildDate')).toEqual(['Thu, 26 Nov 2015 20:55:00 +0300']);
});

test('an empty feed is valid, and the clock is not in it', () => {
  const { rss, atom, json } = written({ stories: [] });
  expect(rss).not.toContain('lastBuildDate');
  expect(find(atom, 'feed/updated')).toEqual(['1970-01-01T03:00:00+03:00']);
  expect(json.items).toEqual([]);
});

test('what is not news says so among its categories', () => {
  const { rss, atom, json } = written({ stories: [{ ...feedStory, type: 'interview' }] });
  expect(find(rss, 'item/category')).toEqual(['Interview', 'World', 'Syria']);
  expect(atom).toContain('<category term="Interview"/>');
  expect(json.items[0].tags).toEqual(['Interview', 'World', 'Syria']);
});

test('each front’s feed says whose it is', () => {
  const fronts = [
    [{ of: 'section', id: 'world', name: 'World', url: '/world/' }, 'World — Vestnik Kavkaza'],
    [{ of: 'topic', id: 'syria', name: 'Syria', url: '/topics/syria/' }, 'Syria — Vestnik Kavkaza'],
    [{ of: 'corrections', id: '', url: '/corrections/' }, 'Corrections — Vestnik Kavkaza'],
  ] as const;
  for (const [front, expected] of fronts) {
    const { rss, atom, json } = written({ front });
    expect([find(rss, 'channel/title')[0], find(atom, 'feed/title')[0], json.title]).toEqual([
      expected,
      expected,
      expected,
    ]);
    expect(find(rss, 'channel/link')[0]).toBe(`https://vestnik-kavkaza.example${front.url}`);
  }
});

test('a correction is an entry of its own, with an id that no other has and a link to where it stands', () => {
  const ids = [`${id}#correction-2015-11-26T20:55`, `${id}#correction-2015-11-26T20:56`];
  const corrected = [
    { id: ids[0] ?? '', at, text: 'It was the 18th.', links: {}, story: headline },
    { id: ids[1] ?? '', at: at + 60, text: 'It was on a Wednesday.', links: {}, story: headline },
  ];
  const { rss, atom, json } = written({ stories: [], corrections: corrected });
  expect(find(rss, 'item/guid')).toEqual(ids);
  expect(rss).toContain('isPermaLink="false"');
  expect(find(atom, 'entry/id')).toEqual(ids);
  expect(json.items.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(find(rss, 'item/link')).toEqual(Array(2).fill(`https://vestnik-kavkaza.example${url}#corrections`));
  expect(json.items[0]).toMatchObject({ title: 'Correction: Talks in Moscow', summary: 'It was the 18th.' });
});

test('a story is called by its first address, and the feed by the first host, wherever both are now', () => {
  const moved = { ...site, ids: 'https://first.example' };
  const stories = [{ ...feedStory, id: 'https://first.example/2015/11/25/first/' }];
  const rss = layouts['feed-rss'](props({ stories }), moved);
  const atom = layouts['feed-atom'](props({ stories, url: '/feed.atom' }), moved);
  const json = JSON.parse(layouts['feed-json'](props({ stories, url: '/feed.json' }), moved));
  expect(rss).toContain('<guid isPermaLink="false">https://first.example/2015/11/25/first/</guid>');
  expect(find(rss, 'item/link')).toEqual([`https://vestnik-kavkaza.example${url}`]);
  expect(find(atom, 'entry/id')).toEqual(['https://first.example/2015/11/25/first/']);
  expect(find(atom, 'feed/id')).toEqual(['https://first.example/feed.atom']);
  expect(json.items[0].id).toBe('https://first.example/2015/11/25/first/');
});

test('no text of an author can break a feed, and each comes out as it went in', () => {
  const readable = [
    '<b>a & b</b> &amp; "c" \'d\'',
    ']]> <![CDATA[ x',
    '😀 👩‍👩‍👧',
    'שלום — سلام',
    '</title></item>',
    '&#x0;',
  ];
  const broken = 'a\u0000b\u0007c\u001bd\ud800e\ufffef';
  for (const text of [...readable, broken]) {
    const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>\n`;
    const hostile: FeedStory = {
      ...feedStory,
      title: text,
      summary: text,
      authors: [{ name: text, url: '/authors/desk/' }],
      topics: [text],
      corrections: [{ at, text }],
      body: { ...body, html },
    };
    const { rss, atom, json } = written({
      stories: [hostile],
      corrections: [{ id, at, text, links: {}, story: { ...headline, title: text } }],
    });
    const shown = text === broken ? 'abcdef' : text;
    expect(find(rss, 'item/title')).toEqual([shown, `Correction: ${shown}`]);
    expect(find(atom, 'entry/title')).toEqual([shown, `Correction: ${shown}`]);
    expect(find(rss, 'item/encoded')[0]).toBe(find(atom, 'entry/content')[0]);
    expect(json.items[0]).toMatchObject({ title: shown, summary: shown, content_html: find(rss, 'item/encoded')[0] });
    expect(find(rss, 'item/encoded')[0]).toContain(html.slice(0, -1).replace(broken, shown));
    for (const html of [find(rss, 'item/description')[0], find(atom, 'entry/summary')[0]])
      expect(shownBy(html)).toEqual({ text: shown, elements: [] });
  }
});

test('a sitemap lists other languages only where there are any', () => {
  const entries = [
    { url: story.url, changed: story.at, languages: story.languages },
    { url: '/x/', changed: story.at, languages: [] },
  ];
  const sitemap = layouts.sitemap({ url: '/sitemaps/2015-11.xml', entries }, site);
  expect(sitemap.match(/<xhtml:link /g)).toHaveLength(3);
  expect(sitemap).toContain(
    '<loc>https://vestnik-kavkaza.example/x/</loc><lastmod>2015-11-26T20:55:00+03:00</lastmod></url>',
  );
});

test.each([
  ['en-GB', 'en'],
  ['sr-Latn', 'sr'],
  ['es-419', 'es'],
  ['zh', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh-SG', 'zh-cn'],
  ['zh-Hans-HK', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh-MO', 'zh-tw'],
])('of %s the news sitemap says %s', (language, said) => expect(newsLanguage(language)).toBe(said));

/** Whether it is as its schema wants it, and if not, why. */
function againstSchema(sitemap: string): string {
  const schema = join(import.meta.dirname, 'schemas/sitemap.xsd');
  const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], { input: sitemap });
  return stderr.toString().trim();
}

test('sitemaps are as the schema of sitemaps wants them, which knows an instant without seconds for none', () => {
  const entries = [
    { url, changed: at, languages: story.languages },
    { url: '/x/', changed: at + 1, languages: [] },
  ];
  const month = layouts.sitemap({ url: '/sitemaps/2015-11.xml', entries }, site);
  const index = layouts['sitemap-index'](
    { url: '/sitemap.xml', sitemaps: [{ url: '/sitemaps/2015-11.xml', changed: at }] },
    site,
  );
  const news = layouts['news-sitemap']({ url: '/news-sitemap.xml', stories: [headline] }, site);
  const none = layouts['news-sitemap']({ url: '/news-sitemap.xml', stories: [] }, site);
  for (const sitemap of [month, index, news, none]) expect(againstSchema(sitemap)).toBe('- validates');
  for (const sitemap of [month, news]) {
    const withoutSeconds = sitemap.replace('2015-11-26T20:55:00+03:00', '2015-11-26T20:55+03:00');
    expect(againstSchema(withoutSeconds)).toContain("'2015-11-26T20:55+03:00' is not a valid value");
  }
  expect(againstSchema(month.replace('</loc>', '</loc><priority>1</priority>'))).toContain('fails to validate');
});

test('the news sitemap names each story’s publication in its language, and may be empty', () => {
  const russian = { url: '/ru/2015/11/26/talks/', language: 'ru', title: 'Переговоры & <встречи>', at };
  const sitemap = layouts['news-sitemap']({ url: '/news-sitemap.xml', stories: [{ ...headline }, russian] }, site);
  expect(find(sitemap, 'publication/name')).toEqual(['Vestnik Kavkaza', 'Vestnik Kavkaza']);
  expect(find(sitemap, 'publication/language')).toEqual(['en', 'ru']);
  expect(find(sitemap, 'news/publication_date')).toEqual(['2015-11-26T20:55:00+03:00', '2015-11-26T20:55:00+03:00']);
  expect(find(sitemap, 'news/title')).toEqual(['Talks in Moscow', 'Переговоры & <встречи>']);
  expect(find(layouts['news-sitemap']({ url: '/news-sitemap.xml', stories: [] }, site), 'url')).toEqual([]);
});

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '"><iframe srcdoc="<b>">',
  ']]><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
];

test('a summary is shown as it was typed by a reader that renders HTML, and makes no element', () => {
  for (const summary of payloads) {
    const { rss, atom, json } = written({ stories: [{ ...feedStory, summary }] });
    for (const html of [find(rss, 'item/description')[0], find(atom, 'entry/summary')[0]])
      expect(shownBy(html)).toEqual({ text: summary, elements: [] });
    expect(json.items[0].summary).toBe(summary);
  }
});

test('the texts of a feed carry their language and direction', () => {
  const arabic = { ...site, languages: ['en', 'ar'] };
  const rss = layouts['feed-rss'](props({ language: 'ar' }), arabic);
  expect(find(rss, 'item/encoded')[0]).toMatch(/^<div lang="ar" dir="rtl">/);
  expect(find(rss, 'item/description')[0]).toMatch(/^<div lang="ar" dir="rtl">/);
  const atom = layouts['feed-atom'](props({ language: 'ar' }), arabic);
  expect(find(atom, 'entry/content')[0]).toMatch(/^<div lang="ar" dir="rtl">/);
  expect(find(written().rss, 'item/encoded')[0]).toMatch(/^<div lang="en" dir="ltr">/);
});

test('JSON Feed names the large picture of a story that has one', () => {
  const image = { stem: '/assets/lamp-0123456789aba', width: 1600, height: 900, alt: 'A lamp' };
  const itemOf = (changes: Partial<FeedStory>) => written({ stories: [{ ...feedStory, ...changes }] }).json.items[0];
  expect(itemOf({ image }).image).toMatch(/^https:\/\/vestnik-kavkaza\.example\/assets\/lamp-0123456789aba-\d+\.jpeg$/);
  expect(Object.keys(itemOf({}))).not.toContain('image');
});

test('a feed names the hub that the site names, beside itself, and none where there is none', () => {
  const hub = 'https://hub.example/?a=1&b=2';
  const withHub = { ...site, webSub: hub };
  const links = (xml: string) => {
    const href = '//*[local-name()="link"][@rel="hub" and @href]/@href';
    return xmllint(
      xml,
      `concat(count(${href}), " ", ${href}, " ", count(//*[local-name()="link"][@rel="self"]))`,
    ).trim();
  };
  expect(links(layouts['feed-rss'](props(), withHub))).toBe(`1 ${hub} 1`);
  expect(links(layouts['feed-atom'](props(), withHub))).toBe(`1 ${hub} 1`);
  expect(JSON.parse(layouts['feed-json'](props(), withHub)).hubs).toEqual([{ type: 'WebSub', url: hub }]);
  const { rss, atom, json } = written();
  expect([links(rss), links(atom)]).toEqual(['0  1', '0  1']);
  expect(Object.keys(json)).not.toContain('hubs');
});
