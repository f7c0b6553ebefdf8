import { expect, test } from 'vitest';
import { leadsTo, pathOnSite, pathUnderWww, readLink, writtenLink } from '../../src/content/links.ts';
import { author } from '../../src/content/listings/author.ts';
import { topic } from '../../src/content/listings/topic.ts';
import { parseSite } from '../../src/content/site.ts';
import { site } from './written.ts';

test.each([
  ['/', { kind: 'always' }],
  ['/?utm=1#top', { kind: 'always', url: '/' }],
  ['/ru/', { kind: 'always' }],
  ['/ru', { kind: 'none' }],
  ['/world/', { kind: 'always' }],
  ['/ru/culture/', { kind: 'always' }],
  ['/feed.xml', { kind: 'always' }],
  ['/ru/feed.xml', { kind: 'always' }],
  ['/sitemap.xml', { kind: 'always' }],
  ['/robots.txt', { kind: 'always' }],
  ['/ru/sitemap.xml', { kind: 'none' }],
  ['/ru/robots.txt', { kind: 'none' }],
  ['/2015/11/26/storm/', { kind: 'article', story: '2015/11/26/storm', language: 'en' }],
  [
    '/ru/2015/11/26/storm/#why',
    { kind: 'article', story: '2015/11/26/storm', language: 'ru', url: '/ru/2015/11/26/storm/' },
  ],
  ['/2015/11/26/storm', { kind: 'none' }],
  ['/2015/11/26/Storm/', { kind: 'none' }],
  ['/de/2015/11/26/storm/', { kind: 'none' }],
  ['/en/2015/11/26/storm/', { kind: 'none' }],
  ['/2015/', { kind: 'passing' }],
  ['/2015/11/', { kind: 'passing' }],
  ['/ru/2015/11/26/', { kind: 'passing' }],
  ['/world/2015/', { kind: 'passing' }],
  ['/world/2015/11/', { kind: 'passing' }],
  ['/world/2015/11/26/', { kind: 'passing' }],
  ['/2015/11/26/part-2/', { kind: 'passing' }],
  ['/world/2015/11/26/part-12/', { kind: 'passing' }],
  ['/world/2015/11/26/storm/', { kind: 'none' }],
  ['/world/2015/part-2/', { kind: 'none' }],
  ['/2015/11/26/part-2/more/', { kind: 'none' }],
  ['/nowhere/2015/', { kind: 'none' }],
  ['/topics/syria/', { kind: 'listed', listing: topic, id: 'syria', language: 'en' }],
  ['/topics/syria/2015/', { kind: 'passing' }],
  ['/ru/authors/desk/', { kind: 'listed', listing: author, id: 'desk', language: 'ru' }],
  ['/ru/authors/desk/2015/', { kind: 'passing' }],
  ['/ru/authors/desk/2015/11/', { kind: 'passing' }],
  ['/corrections/2015/11/', { kind: 'passing' }],
  ['/corrections/2015/11/26/part-2/', { kind: 'passing' }],
  ['/topics/', { kind: 'always' }],
  ['/ru/authors/', { kind: 'always' }],
  ['/corrections/2015/', { kind: 'passing' }],
  ['/corrections/feed.json', { kind: 'always' }],
  ['/topics/feed.xml', { kind: 'none' }],
  ['/topics/syria/feed.xml', { kind: 'listed', listing: topic, id: 'syria', language: 'en' }],
  ['/topics/syria/feed.atom', { kind: 'none' }],
  ['/authors/desk/2015/11/26/', { kind: 'passing' }],
  ['/topics/letter_s/', { kind: 'passing' }],
  ['/ru/authors/letter_с/part-2/', { kind: 'passing' }],
  ['/topics/letter_s/2015/', { kind: 'none' }],
  ['/world/letter_s/', { kind: 'none' }],
  ['/about/', { kind: 'page', id: 'about', language: 'en' }],
  ['/ru/about/', { kind: 'page', id: 'about', language: 'ru' }],
  ['/about', { kind: 'none' }],
  ['/assets/', { kind: 'none' }],
  ['/a/b/', { kind: 'none' }],
])('%s', (href, expected) => expect(readLink(href, site)).toEqual(expect.objectContaining({ url: href, ...expected })));

test.each([
  ['https://courier.example/2015/11/26/storm/#why', '/2015/11/26/storm/#why'],
  ['http://courier.example/world/', '/world/'],
  ['//courier.example/world/?a=1#b', '/world/?a=1#b'],
  ['HTTPS://Courier.EXAMPLE/World/', '/World/'],
  ['https://courier.example:443/world/', '/world/'],
  ['http://courier.example:80/world/', '/world/'],
  ['https://courier.example./world/', '/world/'],
  ['https://ann:secret@courier.example/world/', '/world/'],
  ['https://courier.example', '/'],
  ['https://courier.example?p=1', '/?p=1'],
  ['https://courier.example#top', '/#top'],
  ['https://courier.example//world/', '//world/'],
  ['https://courier.example/%D0%B0/', '/%D0%B0/'],
  ['/world/', '/world/'],
  ['https://courier.example:8080/world/', undefined],
  ['https://www.courier.example/world/', undefined],
  ['https://courier.example.org/world/', undefined],
  ['https://courier.example@elsewhere.example/', undefined],
  ['//elsewhere.example/world/', undefined],
  ['ftp://courier.example/world/', undefined],
  ['mailto:ann@courier.example', undefined],
  ['courier.example/world/', undefined],
  ['https://[/', undefined],
  ['#top', undefined],
])('%s is %s on the site', (address, path) => expect(pathOnSite(address, site)).toBe(path));

test('a site has its own port, and its own host in any script', () => {
  const url = new URL('http://новости.example:8080').origin;
  expect(pathOnSite('http://Новости.example:8080/a/', { url })).toBe('/a/');
  expect(pathOnSite(`${url}/a/`, { url })).toBe('/a/');
  expect(pathOnSite('http://новости.example/a/', { url })).toBeUndefined();
});

test('with or without www., an address is told from one of another site', () => {
  expect(pathUnderWww('https://www.courier.example/world/', site)).toBe('/world/');
  expect(pathUnderWww('https://courier.example/world/', { url: 'https://www.courier.example' })).toBe('/world/');
  expect(pathUnderWww('https://www.elsewhere.example/', site)).toBeUndefined();
  expect(pathUnderWww('/world/', site)).toBeUndefined();
});

test('while sections and languages are not known, no address is held to be nowhere for them', () => {
  const unsure = parseSite('sections: 5\n', '', ['en']).asRead;
  expect(unsure.unknown).toEqual(['timeZone', 'languages', 'sections']);
  expect(readLink('/world/', unsure).kind).toBe('always');
  expect(readLink('/ru/2015/11/26/storm/', unsure).kind).toBe('always');
  expect(readLink('/2015/11/26/storm/', unsure).kind).toBe('article');
});

test('a place on a story or a page is written as the ids of texts are, one that a layout makes as it is', () => {
  const written = (href: string) => writtenLink(href, readLink(href, site), site);
  expect(written('/2015/11/26/storm/#why')).toBe('/2015/11/26/storm/#s_why');
  expect(written('/about/#почему')).toBe('/about/#s_почему');
  expect(written('/topics/syria/#why')).toBe('/topics/syria/#s_why');
  expect(written('/2015/11/26/storm/#s-400')).toBe('/2015/11/26/storm/#s_s-400');
  for (const place of ['Part-Two', 'part%20two', 'Part_Two', 'PART-two'])
    expect(written(`/2015/11/26/storm/#${place}`)).toBe('/2015/11/26/storm/#s_part-two');
  for (const place of ['R\u00e9sum\u00e9', 're\u0301sume\u0301', 'R%C3%89SUM%C3%89'])
    expect(written(`/about/#${place}`)).toBe('/about/#s_r\u00e9sum\u00e9');
  expect(written('/2015/11/26/storm/#Why:~:text=Wind')).toBe('/2015/11/26/storm/#s_why:~:text=Wind');
  expect(written('/2015/11/26/storm/#Top')).toBe('/2015/11/26/storm/#top');
  for (const href of [
    '/2015/11/26/storm/',
    '/2015/11/26/storm/#s_why',
    '/2015/11/26/storm/#corrections',
    '/2015/11/26/storm/#related',
    '/world/#latest',
  ])
    expect(written(href)).toBe(href);
  expect(written('/2015/11/26/storm/#:~:text=wind')).toBe('/2015/11/26/storm/#:~:text=wind');
  expect(written('http://courier.example/2015/11/26/storm/?a=1#Why')).toBe('/2015/11/26/storm/?a=1#s_why');
  expect(written('//courier.example/world/')).toBe('/world/');
});

test.each([
  ['/topics/sea/2015/11/', ['/topics/sea/2015/']],
  [
    '/ru/topics/sea/2015/11/26/part-2/',
    ['/ru/topics/sea/2015/11/26/', '/ru/topics/sea/2015/11/', '/ru/topics/sea/2015/'],
  ],
  ['/world/2015/11/26/', ['/world/2015/11/']],
  ['/2015/11/26/part-2/', ['/2015/11/26/']],
  ['/topics/letter_s/part-2/', ['/topics/letter_s/', '/topics/']],
  // These are missing only where nothing stands in them.
  ['/topics/sea/2015/', []],
  ['/world/2015/11/', []],
  ['/2015/11/26/', []],
])('what %s would show is on %j while it has no page', (href, wider) => {
  expect(readLink(href, site)).toMatchObject({ kind: 'passing', wider });
  expect(leadsTo(href, site, () => false)).toBeUndefined();
  expect(leadsTo(href, site, (url) => url === wider.at(-1))).toBe(wider.at(-1));
  expect(leadsTo(href, site, () => true)).toBe(href);
});
