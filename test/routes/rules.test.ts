import { expect, test } from 'vitest';
import { layouts } from '../../layouts/layouts.tsx';
import { pictureStem } from '../../src/content/pictures.ts';
import { readScope, scopeName } from '../../src/content/scopes.ts';
import { parseSite } from '../../src/content/site.ts';
import { kinds } from '../../src/routes/kinds.ts';
import { kindsByName, routeRules } from '../../src/routes/rules.ts';
import { siteYaml } from '../support/newsroom.ts';

const site = parseSite(siteYaml, 'site.yaml', ['en', 'ru']).site ?? expect.fail('the site does not parse');
const blob = `${'0123456789abcdef'.repeat(2)}01234567`;

type Named = { scope: string; bucket: number };

const at = ({ scope, bucket }: Named) => routeRules.at({ scope: readScope(scope), bucket }, site);

/** Every place that an article or a page can make, and the routes it then has. */
const table: [Named, string[]][] = [
  [
    { scope: 'all:en', bucket: 0 },
    [
      'front-page /',
      'topic-index /topics/',
      'author-index /authors/',
      'listing-index /series/',
      'feeds-page /feeds/',
      'search /search/',
      'not-found /404.html',
      'feed-rss /feed.xml',
      'feed-atom /feed.atom',
      'feed-json /feed.json',
      'undated-sitemap /sitemaps/pages-en.xml',
      'undated-sitemap /sitemaps/topics-en.xml',
      'undated-sitemap /sitemaps/authors-en.xml',
      'undated-sitemap /sitemaps/series-en.xml',
      'search-script /search-index/en/search.js',
    ],
  ],
  [{ scope: 'all:en', bucket: 2015 }, ['archive-year /2015/']],
  [{ scope: 'all:en', bucket: 201511 }, ['archive-month /2015/11/']],
  [{ scope: 'all:en', bucket: 20151126 }, ['archive-day /2015/11/26/']],
  [{ scope: 'all:en', bucket: 2015112600002 }, ['archive-day /2015/11/26/part-2/']],
  [
    { scope: 'all:ru', bucket: 0 },
    [
      'front-page /ru/',
      'topic-index /ru/topics/',
      'author-index /ru/authors/',
      'listing-index /ru/series/',
      'feeds-page /ru/feeds/',
      'search /ru/search/',
      'not-found /ru/404.html',
      'feed-rss /ru/feed.xml',
      'feed-atom /ru/feed.atom',
      'feed-json /ru/feed.json',
      'undated-sitemap /sitemaps/pages-ru.xml',
      'undated-sitemap /sitemaps/topics-ru.xml',
      'undated-sitemap /sitemaps/authors-ru.xml',
      'undated-sitemap /sitemaps/series-ru.xml',
      'search-script /search-index/ru/search.js',
    ],
  ],
  [{ scope: 'all:ru', bucket: 2015 }, ['archive-year /ru/2015/']],
  [{ scope: 'all:ru', bucket: 201511 }, ['archive-month /ru/2015/11/']],
  [{ scope: 'all:ru', bucket: 20151126 }, ['archive-day /ru/2015/11/26/']],
  [
    { scope: 'section:en:world', bucket: 0 },
    ['section-front /world/', 'feed-rss /world/feed.xml', 'feed-atom /world/feed.atom', 'feed-json /world/feed.json'],
  ],
  [{ scope: 'section:en:world', bucket: 2015 }, ['archive-year /world/2015/']],
  [{ scope: 'section:en:world', bucket: 201511 }, ['archive-month /world/2015/11/']],
  [
    { scope: 'section:ru:world', bucket: 0 },
    [
      'section-front /ru/world/',
      'feed-rss /ru/world/feed.xml',
      'feed-atom /ru/world/feed.atom',
      'feed-json /ru/world/feed.json',
    ],
  ],
  [{ scope: 'section:ru:world', bucket: 201511 }, ['archive-month /ru/world/2015/11/']],
  [{ scope: 'topic:en:syria', bucket: 0 }, ['topic-front /topics/syria/', 'feed-rss /topics/syria/feed.xml']],
  [{ scope: 'topic:en:syria', bucket: 2015 }, ['archive-year /topics/syria/2015/']],
  [{ scope: 'topic:ru:syria', bucket: 0 }, ['topic-front /ru/topics/syria/', 'feed-rss /ru/topics/syria/feed.xml']],
  [{ scope: 'topic:en:2015', bucket: 0 }, ['topic-front /topics/2015/', 'feed-rss /topics/2015/feed.xml']],
  [{ scope: 'author:en:ann', bucket: 0 }, ['author-front /authors/ann/', 'feed-rss /authors/ann/feed.xml']],
  [{ scope: 'author:en:ann', bucket: 2015 }, ['archive-year /authors/ann/2015/']],
  [{ scope: 'author:ru:ann', bucket: 2015 }, ['archive-year /ru/authors/ann/2015/']],
  [{ scope: 'series:en:drought', bucket: 0 }, ['listing-front /series/drought/', 'feed-rss /series/drought/feed.xml']],
  [{ scope: 'series:en:drought', bucket: 2015 }, ['archive-year /series/drought/2015/']],
  [
    { scope: 'series:ru:drought', bucket: 0 },
    ['listing-front /ru/series/drought/', 'feed-rss /ru/series/drought/feed.xml'],
  ],
  [
    { scope: 'corrections:en', bucket: 0 },
    [
      'corrections /corrections/',
      'feed-rss /corrections/feed.xml',
      'feed-atom /corrections/feed.atom',
      'feed-json /corrections/feed.json',
    ],
  ],
  [{ scope: 'corrections:en', bucket: 2015 }, ['corrections /corrections/2015/']],
  [{ scope: 'corrections:en', bucket: 201511 }, ['corrections /corrections/2015/11/']],
  [{ scope: 'corrections:en', bucket: 2015112600002 }, ['corrections /corrections/2015/11/26/part-2/']],
  [{ scope: 'corrections:ru', bucket: 2015 }, ['corrections /ru/corrections/2015/']],
  [{ scope: 'recent', bucket: 0 }, ['news-sitemap /news-sitemap.xml']],
  [{ scope: 'recent', bucket: 2015112609 }, ['news-sitemap /sitemaps/news-2015112609.xml']],
  [
    { scope: 'every', bucket: 0 },
    [
      'sitemap-index /sitemap.xml',
      'robots /robots.txt',
      'icon /favicon.ico',
      'icon /apple-touch-icon.png',
      'icon /icon-512.png',
    ],
  ],
  [{ scope: 'every', bucket: 201511 }, ['sitemap /sitemaps/2015-11.xml']],
  [{ scope: 'every', bucket: 20151100002 }, ['sitemap /sitemaps/2015-11-part-2.xml']],
  [
    { scope: 'letter:en:topic/S', bucket: 0 },
    ['topic-index /topics/letter_s/', 'undated-sitemap /sitemaps/topics-en-letter_s.xml'],
  ],
  [
    { scope: 'letter:ru:author/Й', bucket: 2 },
    ['author-index /ru/authors/letter_%D0%B9/part-2/', 'undated-sitemap /sitemaps/authors-ru-letter_%D0%B9-part-2.xml'],
  ],
  [
    { scope: 'letter:en:series/#', bucket: 0 },
    ['listing-index /series/letter_0/', 'undated-sitemap /sitemaps/series-en-letter_0.xml'],
  ],
  [{ scope: 'shard:en:month', bucket: 0 }, ['search-shard /search-index/en/month-0.txt']],
  [{ scope: 'shard:ru:2015', bucket: 12 }, ['search-shard /search-index/ru/2015-12.txt']],
  [{ scope: 'found-stories:en:201511', bucket: 1 }, ['found-stories /search-index/en/stories-201511-1.json']],
  [{ scope: 'article:en:2015/11/26/talks', bucket: 0 }, ['article /2015/11/26/talks/']],
  [{ scope: 'article:ru:2015/11/26/talks', bucket: 0 }, ['article /ru/2015/11/26/talks/']],
  [{ scope: 'social-card:en:2015/11/26/talks', bucket: 0 }, ['social-card /2015/11/26/talks/card.png']],
  [{ scope: 'social-card:ru:2015/11/26/talks', bucket: 0 }, ['social-card /ru/2015/11/26/talks/card.png']],
  [{ scope: 'withdrawn:en:2015/11/26/fire', bucket: 0 }, ['withdrawn /2015/11/26/fire/']],
  [{ scope: 'gone::/old.pdf', bucket: 0 }, ['gone /old.pdf/']],
  [{ scope: 'gone::/?p=1', bucket: 0 }, []],
  [{ scope: 'page:en:about', bucket: 0 }, ['page /about/']],
  [{ scope: 'page:ru:about', bucket: 0 }, ['page /ru/about/']],
  [{ scope: 'redirect::/old/path/', bucket: 0 }, ['redirect /old/path/']],
  [{ scope: 'redirect::/Old-Story.html', bucket: 0 }, ['redirect /Old-Story.html']],
  [{ scope: 'redirect::/v18.0.0', bucket: 0 }, ['redirect /v18.0.0/']],
  [{ scope: 'redirect::/?p=1', bucket: 0 }, []],
  [
    { scope: `picture::${blob}:400x300`, bucket: 0 },
    ['320.avif', '400.avif', '320.webp', '400.webp', '400.jpeg'].map((name) => `picture ${pictureStem(blob)}-${name}`),
  ],
  [
    { scope: `document::${blob}:articles/2015/11/26/talks/The plan.pdf`, bucket: 0 },
    ['document /2015/11/26/talks/The%20plan.pdf'],
  ],
  [{ scope: `public-file::${blob}:../public/ads.txt`, bucket: 0 }, ['public-file /ads.txt']],
  [{ scope: `public-file::${blob}:../public/files/index.html`, bucket: 0 }, ['public-file /files/']],
];

test.for(table)('$0.scope in $0.bucket has its routes and no other', ([place, expected]) => {
  expect(at(place).map(({ kind, url }) => `${kind} ${url}`)).toEqual(expected);
});

test('every kind of route is somewhere in the table', () => {
  const seen = new Set(table.flatMap(([, routes]) => routes.map((each) => each.split(' ')[0])));
  expect([...seen].sort()).toEqual(kinds.map(({ name }) => name).sort());
});

test('no two places share a URL', () => {
  const urls = table.flatMap(([place]) => at(place).map(({ url }) => url));
  expect(urls.length).toBe(new Set(urls).size);
});

test('no two URLs are one file, or one a folder of the other’s file', async () => {
  const { outputPath } = await import('../../src/content/urls.ts');
  const files = table.flatMap(([place]) => at(place).map(({ url }) => outputPath(url)));
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
  for (const file of files) expect(files.filter((other) => other.startsWith(`${file}/`))).toEqual([]);
});

test('a story and its withdrawal are the same URL, because one is there instead of the other', () => {
  const urls = (scope: string) => at({ scope, bucket: 0 }).map(({ url }) => url);
  expect(urls('withdrawn:ru:2015/11/26/talks')).toEqual(urls('article:ru:2015/11/26/talks'));
});

test('every archive can have months, days and their parts; which there are follows from what is counted', () => {
  const fronts = ['all:en', 'section:en:world', 'topic:en:syria', 'author:en:ann', 'series:en:drought'];
  for (const scope of fronts)
    for (const bucket of [2015, 201511, 20151126, 2015112600002]) expect(at({ scope, bucket })).toHaveLength(1);
  for (const scope of ['opinion:en', 'thread:en:storm', 'every', 'recent'])
    expect(at({ scope, bucket: 20151126 })).toEqual([]);
});

test('what is always there: fronts and feeds of every language, sections, and the files at the root', () => {
  const listed = routeRules.always(site).map(({ url, place }) => `${url} ${scopeName(place.scope)}`);
  const fronts = [
    ['/', 'all:en'],
    ['/ru/', 'all:ru'],
    ['/world/', 'section:en:world'],
    ['/culture/', 'section:en:culture'],
    ['/ru/world/', 'section:ru:world'],
    ['/ru/culture/', 'section:ru:culture'],
    ['/corrections/', 'corrections:en'],
    ['/ru/corrections/', 'corrections:ru'],
  ].flatMap(([url, scope]) => ['', 'feed.xml', 'feed.atom', 'feed.json'].map((file) => `${url}${file} ${scope}`));
  const pages = ['topics', 'authors', 'series', 'feeds', 'search'].flatMap((name) => [
    `/${name}/ all:en`,
    `/ru/${name}/ all:ru`,
  ]);
  const icons = ['/favicon.ico every', '/apple-touch-icon.png every', '/icon-512.png every'];
  const files = [
    '/404.html all:en',
    '/ru/404.html all:ru',
    '/sitemap.xml every',
    '/robots.txt every',
    '/news-sitemap.xml recent',
    '/search-index/en/search.js all:en',
    '/search-index/ru/search.js all:ru',
    ...icons,
  ];
  const sitemaps = ['pages', 'topics', 'authors', 'series'].flatMap((of) =>
    ['en', 'ru'].map((language) => `/sitemaps/${of}-${language}.xml all:${language}`),
  );
  expect(listed.sort()).toEqual([...fronts, ...pages, ...files, ...sitemaps].sort());
});

test('what is always there is there by the ordinary rules too', () => {
  for (const { url, kind, place } of routeRules.always(site))
    expect(routeRules.at(place, site)).toContainEqual({ url, kind });
});

test('a site of one language has nothing under it', () => {
  const one = { ...site, languages: ['ru'] };
  const urls = routeRules.always(one).map(({ url }) => url);
  expect(urls).toEqual(expect.arrayContaining(['/', '/world/', '/404.html', '/feed.xml', '/topics/']));
  expect(urls.filter((url) => url.startsWith('/ru/'))).toEqual([]);
  expect(routeRules.at({ scope: readScope('article:ru:2015/11/26/talks'), bucket: 0 }, one)).toEqual([
    { kind: 'article', url: '/2015/11/26/talks/' },
  ]);
});

test('every kind has a name of its own, and a layout; bytes need none', () => {
  expect(kindsByName().size).toBe(kinds.length);
  expect(Object.keys(layouts).sort()).toEqual(
    kinds
      .map(({ name }) => name)
      .filter((name) => !['picture', 'social-card', 'icon', 'search-script', 'document', 'public-file'].includes(name))
      .sort(),
  );
});

test('what is copied or made of bytes is no page, and no script can be said to stand on it', () => {
  const pages = routeRules.pageKinds();
  expect(pages).toContain('article');
  expect(pages.filter((name) => !(name in layouts))).toEqual([]);
});
