/** Titles, kickers and what search engines are told: each change renders what shows it, and nothing else. */
import { expect, test } from 'vitest';
import { thingsOn } from '../layouts/things.ts';
import { instant, type Newsroom } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const bridge = '2015/11/10/bridge/index.html';

/** Where the bridge’s headline is listed: its day, month, section, topic, author, and beside the next story of its topic. */
const lists =
  '/ /404.html /2015/11/ /2015/11/10/ /world/ /world/2015/11/ /topics/town/ /topics/town/2015/ /authors/ann/ /authors/ann/2015/ /2015/12/01/market/';

function titlesOn(room: Newsroom, path: string): Record<string, unknown> {
  const page = room.page(path);
  return {
    title: /<title>(.*?) — The Courier<\/title>/.exec(page)?.[1],
    heading: /<h1>(.*?)<\/h1>/.exec(page)?.[1],
    shared: /<meta property="og:title" content="(.*?)">/.exec(page)?.[1],
    data: thingsOn(page)[0]?.headline,
    also: thingsOn(page)[0]?.alternativeHeadline,
  };
}

test('a-new-search-title-renders-one-page: its own', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { titles: { search: 'New bridge over the strait' } }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(['/2015/11/10/bridge/']);
  expect(report.written).toBe(1);
  const found = 'New bridge over the strait';
  expect(titlesOn(room, bridge)).toEqual({
    title: found,
    heading: 'Bridge',
    shared: 'Bridge',
    data: 'Bridge',
    also: found,
  });
  room.write({ [paths.bridge]: story('bridge') });
  expect((await rebuild(room)).rendered).toEqual(['/2015/11/10/bridge/']);
});

test('a-new-title-for-shares-renders-one-page', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { titles: { card: 'At last' } }) });
  expect((await rebuild(room)).rendered).toEqual(['/2015/11/10/bridge/']);
  expect(titlesOn(room, bridge)).toEqual({ title: 'Bridge', heading: 'Bridge', shared: 'At last', data: 'Bridge' });
});

test('a-new-short-title-renders-the-lists-that-show-it: not its own page, no feed, no sitemap', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { titles: { short: 'Crossing' } }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(urls(lists));
  expect(report.written).toBe(report.rendered.length);
  for (const url of report.rendered) {
    const page = room.page(url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1));
    expect([url, />Crossing</.test(page), />Bridge</.test(page)]).toEqual([url, true, false]);
  }
  expect(titlesOn(room, bridge)).toEqual({ title: 'Bridge', heading: 'Bridge', shared: 'Bridge', data: 'Bridge' });
  expect(reason(report, '/2015/11/')).toBe(
    'all:en, 2015-11-10 10:00: a headline changed (articles/2015/11/10/bridge.md)',
  );
});

test('a-new-headline-below-a-short-title-renders-no-list', async () => {
  const titles = { short: 'Crossing' };
  const room = await smallTown({ [paths.bridge]: story('bridge', { titles }) });
  room.write({ [paths.bridge]: story('bridge', { titles, title: 'The new bridge' }) });
  expect((await rebuild(room)).rendered).toEqual(
    urls(
      '/2015/11/10/bridge/ /feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml',
    ),
  );
});

test('a-new-kicker-renders-its-page-and-the-lists, in place of section or topic and type', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { type: 'analysis' }) });
  const kickers = (path: string) =>
    [...room.page(path).matchAll(/<p class="kicker">(.*?)<\/p>/g)].map(([, inside = '']) =>
      inside.replace(/<.*?>/g, ''),
    );
  expect(kickers(bridge)[0]).toMatch(/^Town\s· Analysis$/);
  room.write({ [paths.bridge]: story('bridge', { type: 'analysis', kicker: 'Roads' }) });
  expect((await rebuild(room)).rendered).toEqual(urls(`${lists} /2015/11/10/bridge/`));
  expect(kickers(bridge)[0]).toBe('Roads');
  expect(kickers('2015/11/10/index.html')).toEqual(['Roads\u{a0}· 10.00']);
  expect(kickers('world/index.html')).toContainEqual(expect.stringMatching(/^Roads\s· 10 November 2015$/));
  expect(room.page('2015/11/index.html')).toMatch(/>Bridge<\/a><span class="meta">Roads</);
  expect(thingsOn(room.page(bridge))[0]).toMatchObject({ '@type': 'AnalysisNewsArticle', articleSection: 'World' });
  expect(thingsOn(room.page(bridge))[0]).not.toHaveProperty('genre');
});

const listed = (room: Newsroom, sitemap: string) =>
  [...room.page(sitemap).matchAll(/(?:<loc>|href=")https:\/\/courier\.example(.*?)[<"]/g)].map(([, url = '']) => url);

const hreflang = '<link rel="alternate" hreflang';

test.each([
  [{ noindex: true }, 'noindex', 'https://courier.example/2015/11/26/regatta/'],
  [{ canonical: 'https://partner.example/regatta' }, 'max-image-preview:large', 'https://partner.example/regatta'],
])(
  'with-%o-a-story-leaves-both-sitemaps, and-its-pages-in-every-language-say-so',
  async (fields, robots, canonical) => {
    const russian = 'articles/2015/11/26/regatta.ru.md';
    const now = { now: instant('2015-11-27 12:00+03:00') };
    const room = await smallTown({ [russian]: story('regatta', { title: 'Регата' }) }, now);
    expect(listed(room, 'sitemaps/2015-11.xml').filter((url) => url === '/2015/11/26/regatta/')).toHaveLength(5);
    room.write({ [paths.regatta]: story('regatta', fields) });
    const report = await rebuild(room, now);
    const changed = urls('/{,ru/}2015/11/26/regatta/ /sitemaps/2015-11.xml /news-sitemap.xml');
    expect(report.rendered).toEqual(changed);
    expect(listed(room, 'sitemaps/2015-11.xml')).toEqual([
      '/ru/2015/11/26/regatta/',
      '/2015/11/26/concert/',
      '/2015/11/10/bridge/',
    ]);
    expect(listed(room, 'news-sitemap.xml')).toEqual(['/ru/2015/11/26/regatta/', '/2015/11/26/concert/']);
    const page = room.page('2015/11/26/regatta/index.html');
    expect(page).toContain(`<meta name="robots" content="${robots}">`);
    expect(page).toContain(`<link rel="canonical" href="${canonical}">`);
    expect(page).toContain(`<meta property="og:url" content="${canonical}">`);
    const translation = () => room.page('ru/2015/11/26/regatta/index.html');
    expect([page, translation()].filter((each) => each.includes(hreflang))).toEqual([]);
    expect(translation()).toContain('href="/2015/11/26/regatta/"');
    expect(thingsOn(page)[0]?.mainEntityOfPage).toBe(canonical);
    expect(room.page('index.html')).toContain('/2015/11/26/regatta/');
    room.write({ [paths.regatta]: story('regatta') });
    expect((await rebuild(room, now)).rendered).toEqual(changed);
    expect(translation()).toContain(hreflang);
  },
);

test('a-month-of-which-search-engines-are-told-nothing-has-no-sitemap', async () => {
  const room = await smallTown();
  room.write({ [paths.market]: story('market', { noindex: true }) });
  const report = await rebuild(room);
  expect(report.removed).toEqual(['/sitemaps/2015-12.xml']);
  expect(report.rendered).toEqual(urls('/2015/12/01/market/ /sitemap.xml'));
});

test('the title of a front page is the name of the paper, in each language', async () => {
  const room = await smallTown();
  for (const [path, name] of [
    ['index.html', 'The Courier'],
    ['ru/index.html', 'Курьер'],
  ] as const) {
    expect(room.page(path)).toContain(`<title>${name}</title>`);
    expect(room.page(path)).toContain(`<meta property="og:title" content="${name}">`);
  }
});

test('a topic’s introduction is what searches and shared links say of it: its first paragraph, without markup', async () => {
  const introduction =
    '![Quay](https://e.example/)\n\nAll of the *sea*,\nsee [the town](/topics/town/) & more.\n\nAnd on.';
  const room = await smallTown({
    'topics/sea.md': `---\nname: The sea\n---\n${introduction.replace(/^!.*\n\n/, '')}\n`,
  });
  const said = 'All of the sea, see the town &amp; more.';
  const page = room.page('topics/sea/index.html');
  for (const name of ['name="description"', 'property="og:description"'])
    expect(page).toContain(`<meta ${name} content="${said}">`);
  expect(thingsOn(page)).toMatchObject([
    { '@type': 'CollectionPage', name: 'The sea', description: said.replace('&amp;', '&'), about: { name: 'The sea' } },
  ]);
  room.write({ 'topics/sea.md': '---\nname: The sea\n---\nAnother.\n' });
  expect((await rebuild(room)).rendered).toEqual(['/topics/sea/']);
  expect(room.page('topics/town/index.html')).toContain(
    '<meta name="description" content="Town — The Courier: 2 stories">',
  );
});

test('a topic called as a section is, and a series called as a topic is, have titles of their own, and so have their archives', async () => {
  const room = await smallTown({
    'topics/sea.md': '---\nname: World\n---\n',
    [paths.ferry]: story('ferry', { series: 'sea' }),
  });
  const titleOf = (path: string) => /<title>(.*?) — The Courier<\/title>/.exec(room.page(`${path}index.html`))?.[1];
  expect(['world/', 'topics/sea/', 'series/sea/', 'topics/town/'].map(titleOf)).toEqual([
    'World',
    'Topic: World',
    'Series: World',
    'Town',
  ]);
  expect(['world/2015/', 'topics/sea/2015/'].map(titleOf)).toEqual(['World, 2015', 'Topic: World, 2015']);
});

test('an address that a story had before is shared as the story is, and follows it', async () => {
  const old = { redirectFrom: ['/old/'], titles: { card: 'Shared' } };
  const room = await smallTown({ [paths.bridge]: story('bridge', old) });
  const told = (property: string) => new RegExp(`property="og:${property}" content="(.*?)"`).exec(page())?.[1];
  const page = () => room.page('old/index.html');
  const address = 'https://courier.example/2015/11/10/bridge/';
  expect(['title', 'url', 'type'].map(told)).toEqual(['Shared', address, 'article']);
  expect(page()).toContain('<meta name="twitter:card" content="summary">');
  expect(page()).toContain(`<link rel="canonical" href="${address}">`);
  expect(page()).not.toContain('noindex');
  room.write({ 'articles/2015/12/02/gale.md': story('market', { date: '2015-12-02' }) });
  expect((await rebuild(room)).outcomes.map(({ url }) => url)).not.toContain('/old/');
  room.write({ [paths.bridge]: story('bridge', { ...old, summary: 'Another summary.' }) });
  expect((await rebuild(room)).rendered).toContain('/old/');
  expect(told('description')).toBe('Another summary.');
  room.write({ [paths.bridge]: story('bridge', { ...old, canonical: 'https://partner.example/bridge/' }) });
  await rebuild(room);
  expect(page()).toContain('<link rel="canonical" href="https://partner.example/bridge/">');
  room.write({ [paths.bridge]: story('bridge', { ...old, withdrawn: { date: '2015-12-01', reason: 'Wrong' } }) });
  await rebuild(room);
  expect(page()).not.toMatch(/og:|Shared|Bridge/);
});
