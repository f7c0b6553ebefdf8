/** Sitemaps of what has no date: they change when a name comes or goes, and with nothing else. */
import { expect, test } from 'vitest';
import { articleText } from '../support/newsroom.ts';
import { paths, rebuild, smallTown, story } from '../support/small-town.ts';

const undated = (urls: readonly string[]) => urls.filter((url) => /^\/sitemaps\/[a-z]+-/.test(url));

function listed(xml: string): string[] {
  return [...xml.matchAll(/<loc>https:\/\/courier\.example(.*?)<\/loc>/g)].map(([, url = '']) => url);
}

test('they list every front, topic, author and page, and the index lists them', async () => {
  const room = await smallTown({
    'pages/about.md': '---\ntitle: About\n---\nWe.\n',
    'pages/about.ru.md': '---\ntitle: О нас\n---\nМы.\n',
  });
  expect(listed(room.page('sitemaps/pages-en.xml'))).toEqual([
    '/',
    '/world/',
    '/culture/',
    '/corrections/',
    '/feeds/',
    '/about/',
  ]);
  expect(listed(room.page('sitemaps/pages-ru.xml')).at(-1)).toBe('/ru/about/');
  expect(listed(room.page('sitemaps/topics-en.xml'))).toEqual([
    '/topics/',
    '/topics/music/',
    '/topics/sea/',
    '/topics/town/',
  ]);
  expect(listed(room.page('sitemaps/authors-en.xml'))).toEqual(['/authors/', '/authors/ann/', '/authors/ben/']);
  expect(listed(room.page('sitemaps/authors-ru.xml'))).toEqual(['/ru/authors/']);
  expect(listed(room.page('sitemaps/series-en.xml'))).toEqual(['/series/']);
  const index = listed(room.page('sitemap.xml'));
  for (const of of ['pages', 'topics', 'authors', 'series'])
    for (const language of ['en', 'ru']) expect(index).toContain(`/sitemaps/${of}-${language}.xml`);
});

test('a new story asks none of them, a new topic one, a new page one', async () => {
  const room = await smallTown();
  const ask = async () => undated((await rebuild(room)).outcomes.map(({ url }) => url));
  room.write({ 'articles/2015/12/02/gale.md': articleText({ date: '2015-12-02', authors: ['ann'], topics: ['sea'] }) });
  expect(await ask()).toEqual([]);
  room.write({ [paths.ferry]: story('ferry', { topics: ['sea', 'ships'] }) });
  expect(await ask()).toEqual(['/sitemaps/topics-en.xml']);
  room.write({ 'pages/about.ru.md': '---\ntitle: О нас\n---\nМы.\n' });
  expect(await ask()).toEqual(['/sitemaps/pages-ru.xml']);
  room.write({ 'pages/about.ru.md': '---\ntitle: О нас\n---\nМы здесь.\n' });
  expect(await ask()).toEqual([]);
  room.remove('pages/about.ru.md', paths.ferry);
  expect((await ask()).sort()).toEqual(['/sitemaps/pages-ru.xml', '/sitemaps/topics-en.xml']);
});

test('each address stands in one sitemap, and in that of its language', async () => {
  const room = await smallTown({ 'pages/about.ru.md': '---\ntitle: О нас\n---\nМы.\n' });
  const sitemaps = listed(room.page('sitemap.xml'));
  const urls = sitemaps.flatMap((sitemap) => listed(room.page(sitemap.slice(1))));
  expect(urls.length).toBeGreaterThan(20);
  expect(new Set(urls).size).toBe(urls.length);
  const inRussian = sitemaps.filter((url) => /-ru\.xml$/.test(url)).flatMap((url) => listed(room.page(url.slice(1))));
  expect(inRussian).toContain('/ru/world/');
  expect(urls.filter((url) => url.startsWith('/ru/')).sort()).toEqual([...inRussian].sort());
});
