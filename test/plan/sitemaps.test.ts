/** Sitemaps of what has no date: they change when a name comes or goes or has its third story, and with nothing else. */
import { expect, test } from 'vitest';
import { lowerBounds } from '../support/bounds.ts';
import { articleText } from '../support/newsroom.ts';
import { paths, rebuild, smallTown, story } from '../support/small-town.ts';

const undated = (urls: readonly string[]) => urls.filter((url) => /^\/sitemaps\/[a-z]+-/.test(url));

function listed(xml: string): string[] {
  return [...xml.matchAll(/<loc>https:\/\/courier\.example(.*?)<\/loc>/g)].map(([, url = '']) => url);
}

/** Of the town itself two topics and one of its sections have fewer than three stories. */
const more = {
  'articles/2015/11/27/tide.md': articleText({
    date: '2015-11-27',
    authors: ['ann'],
    topics: ['sea', 'town', 'music'],
  }),
  'articles/2015/11/28/choir.md': articleText({ date: '2015-11-28', section: 'culture', authors: ['ben'] }),
};

test('they list every front that has three stories, every index of three names, and pages; and the index lists them', async () => {
  const room = await smallTown({
    ...more,
    'pages/about.md': '---\ntitle: About\n---\nWe.\n',
    'pages/about.ru.md': '---\ntitle: О нас\n---\nМы.\n',
    'pages/thanks.md': '---\ntitle: Thanks\nnoindex: true\n---\nYou follow us.\n',
  });
  expect(listed(room.page('sitemaps/pages-en.xml'))).toEqual([
    '/',
    '/world/',
    '/culture/',
    '/corrections/',
    '/feeds/',
    '/about/',
  ]);
  expect(listed(room.page('sitemaps/pages-ru.xml'))).toEqual(['/ru/', '/ru/corrections/', '/ru/feeds/', '/ru/about/']);
  expect(listed(room.page('sitemaps/topics-en.xml'))).toEqual([
    '/topics/',
    '/topics/music/',
    '/topics/sea/',
    '/topics/town/',
  ]);
  expect(listed(room.page('sitemaps/authors-en.xml'))).toEqual(['/authors/ann/', '/authors/ben/']);
  expect(listed(room.page('sitemaps/authors-ru.xml'))).toEqual([]);
  const index = listed(room.page('sitemap.xml'));
  // Those in which nothing stands yet are not named.
  const named = ['pages-en', 'topics-en', 'authors-en', 'pages-ru'].map((each) => `/sitemaps/${each}.xml`);
  expect(index.filter((url) => /-(en|ru)\.xml$/.test(url))).toEqual(named);
});

test('a list of fewer than three stories is followed and not shown by search engines, and the third story makes it one', async () => {
  const room = await smallTown();
  const robots = (path: string) => /name="robots" content="(.*?)"/.exec(room.page(`${path}index.html`))?.[1];
  const few = [
    'culture/',
    'topics/town/',
    'topics/town/2015/',
    '2015/12/',
    '2015/12/01/',
    'world/2015/11/',
    'authors/',
  ];
  for (const path of few) expect([path, robots(path)]).toEqual([path, 'noindex, follow']);
  const others = ['', 'world/', 'topics/', 'topics/sea/', 'authors/ann/', '2015/', '2015/11/', 'corrections/', 'ru/'];
  for (const path of others) expect([path, robots(path)]).toEqual([path, 'max-image-preview:large']);
  expect(room.page('topics/sea/index.html')).not.toContain('hreflang="x-default"');
  const inSitemap = () => listed(room.page('sitemaps/topics-en.xml')).includes('/topics/town/');
  const gale = {
    'articles/2015/12/02/gale.md': articleText({ date: '2015-12-02', authors: ['ann'], topics: ['town'] }),
  };
  expect(inSitemap()).toBe(false);
  room.write(gale);
  expect((await rebuild(room)).rendered).toEqual(expect.arrayContaining(['/topics/town/', '/sitemaps/topics-en.xml']));
  expect([inSitemap(), robots('topics/town/')]).toEqual([true, 'max-image-preview:large']);
  room.write({
    'articles/2015/12/03/hail.md': articleText({ date: '2015-12-03', authors: ['ann'], topics: ['town'] }),
  });
  expect((await rebuild(room)).outcomes.map(({ url }) => url)).not.toContain('/sitemaps/topics-en.xml');
  room.remove('articles/2015/12/03/hail.md', ...Object.keys(gale));
  await rebuild(room);
  expect([inSitemap(), robots('topics/town/')]).toEqual([false, 'noindex, follow']);
});

test('in another language, a list that is too short there is for readers, not for search engines', async () => {
  const russian = (['ferry', 'storm', 'regatta'] as const).map((name) => [
    paths[name].replace('.md', '.ru.md'),
    story(name, { title: `Ру ${name}` }),
  ]);
  const room = await smallTown(Object.fromEntries(russian));
  const hreflang = (path: string) => room.page(path).match(/hreflang="(?:en|ru)" href="[^"]*"/g) ?? [];
  expect(hreflang('topics/sea/index.html')).toHaveLength(2);
  room.remove(paths.storm.replace('.md', '.ru.md'));
  expect((await rebuild(room)).rendered).toContain('/topics/sea/');
  expect(hreflang('topics/sea/index.html')).toEqual([]);
  expect(room.page('topics/sea/index.html')).toContain('href="/ru/topics/sea/"');
});

test('the index says of each month when the last of its stories changed, and of its parts the same', async () => {
  const room = await smallTown();
  const changed = () =>
    Object.fromEntries(
      [
        ...room.page('sitemap.xml').matchAll(/\/sitemaps\/(\d{4}-[^.]+)\.xml<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g),
      ].map(([, month, at]) => [month, at]),
    );
  const [october, november] = ['2015-10-20T10:00:00+03:00', '2015-11-26T18:00:00+03:00'];
  expect(changed()).toEqual({ '2015-10': october, '2015-11': november, '2015-12': '2015-12-01T10:00:00+03:00' });
  room.write({ [paths.ferry]: story('ferry', { updated: '2015-12-20 09:00' }) });
  await rebuild(room);
  expect(changed()).toMatchObject({ '2015-10': '2015-12-20T09:00:00+03:00', '2015-11': november });
  // What search engines are not told of does not count.
  room.write({ [paths.ferry]: story('ferry', { updated: '2015-12-20 09:00', noindex: true }) });
  await rebuild(room);
  expect(changed()).toMatchObject({ '2015-10': october });
  room.write({ [paths.storm]: story('storm', {}, 'Another text.') });
  expect((await rebuild(room)).outcomes.map(({ url }) => url)).not.toContain('/sitemap.xml');
  lowerBounds({ page: 400 });
  const long = await smallTown({ 'articles/2015/11/29/x.md': articleText({ date: '2015-11-29' }) });
  const parts = [...long.page('sitemap.xml').matchAll(/2015-11[^<]*<\/loc><lastmod>(.*?)</g)].map(([, at]) => at);
  expect(parts.length).toBeGreaterThan(1);
  expect(new Set(parts)).toEqual(new Set(['2015-11-29T00:00:00+03:00']));
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
  room.write({ 'pages/about.ru.md': '---\ntitle: О нас\nnoindex: true\n---\nМы здесь.\n' });
  expect(await ask()).toEqual(['/sitemaps/pages-ru.xml']);
  room.remove('pages/about.ru.md', paths.ferry);
  expect((await ask()).sort()).toEqual(['/sitemaps/pages-ru.xml', '/sitemaps/topics-en.xml']);
});

test('each address stands in one sitemap, and in that of its language', async () => {
  const room = await smallTown({ ...more, 'pages/about.ru.md': '---\ntitle: О нас\n---\nМы.\n' });
  const sitemaps = listed(room.page('sitemap.xml'));
  const urls = sitemaps.flatMap((sitemap) => listed(room.page(sitemap.slice(1))));
  expect(urls.length).toBeGreaterThan(18);
  expect(new Set(urls).size).toBe(urls.length);
  const inRussian = sitemaps.filter((url) => /-ru\.xml$/.test(url)).flatMap((url) => listed(room.page(url.slice(1))));
  expect(inRussian).toContain('/ru/about/');
  expect(urls.filter((url) => url.startsWith('/ru/')).sort()).toEqual([...inRussian].sort());
});
