/** What a story, a translation, a picture or a redirect that comes or goes makes the site render. */
import { expect, test } from 'vitest';
import { articleText, newsroom, treeOf } from '../support/newsroom.ts';
import { jpeg, png } from '../support/pictures.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const fair = 'articles/2015/12/05/fair.md';
const regattaRu = 'articles/2015/11/26/regatta.ru.md';

test('a-new-story-touches-its-page-its-listings-feed-and-archives', async () => {
  const room = await smallTown();
  room.write({ [fair]: articleText({ date: '2015-12-05', topics: ['town'], authors: ['ben'] }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(`
    /2015/12/05/fair/ /{feeds} /404.html /world/{feeds} /topics/town/{feed} /topics/town/2015/ /authors/ben/{feed} /authors/ben/2015/
    /2015/12/ /2015/12/05/ /world/2015/12/ /sitemap.xml /sitemaps/2015-12.xml /sitemaps/topics-en.xml`),
  );
  // It is the third about the town, of which search engines are told from now on. How many stories a year and its last month have is not said while they grow.
  expect(report.outcomes).toHaveLength(report.rendered.length);
  expect(reason(report, '/2015/12/05/fair/')).toBe('it is new');
  expect(reason(report, '/')).toBe('all:en, 2015-12-05 00:00: a story came or went (articles/2015/12/05/fair.md)');
  expect(reason(report, '/2015/')).toBeUndefined();
});

test('a-story-in-the-middle-of-the-archive-touches-those-beside-it-and-the-later-ones-related-to-it-or-in-its-section', async () => {
  const room = await smallTown();
  room.write({
    'articles/2015/11/15/fog.md': articleText({ date: '2015-11-15', topics: ['sea', 'music'], authors: ['ann'] }),
  });
  expect((await rebuild(room)).rendered).toEqual(
    urls(`
    /2015/11/15/fog/ /{feeds} /404.html /world/{feeds} /topics/sea/{feed} /topics/sea/2015/ /topics/music/{feed} /topics/music/2015/ /authors/ann/{feed} /authors/ann/2015/
    /2015/ /2015/11/ /2015/11/15/ /world/2015/ /world/2015/11/ /sitemaps/2015-11.xml /sitemaps/topics-en.xml
    /2015/11/26/regatta/ /2015/11/26/concert/ /2015/12/01/market/`),
  );
});

test('a-story-of-a-new-year-touches-no-other-year', async () => {
  const room = await smallTown();
  room.write({ 'articles/2014/07/01/old.md': articleText({ date: '2014-07-01', topics: ['town'], authors: ['ben'] }) });
  const { rendered } = await rebuild(room);
  expect(rendered).toEqual(
    urls(`
    /2014/07/01/old/ /2014/ /2014/07/ /2014/07/01/ /world/2014/ /world/2014/07/ /topics/town/2014/ /authors/ben/2014/ /sitemaps/2014-07.xml /sitemap.xml /sitemaps/topics-en.xml
    /{feeds} /world/{feeds} /topics/town/{feed} /authors/ben/{feed} /2015/10/05/ferry/ /2015/10/20/storm/ /2015/11/10/bridge/ /2015/12/01/market/ /2015/ /world/2015/ /authors/ben/2015/ /topics/town/2015/`),
  );
});

test('a-deleted-story-touches-what-its-coming-would', async () => {
  const room = await smallTown();
  room.remove(paths.storm);
  const report = await rebuild(room);
  expect(report.removed).toEqual(urls('/2015/10/20/storm/ /2015/10/20/'));
  expect(report.rendered).toEqual(
    urls(`
    /{feeds} /404.html /world/{feeds} /topics/sea/{feed} /topics/sea/2015/ /authors/ben/{feed} /authors/ben/2015/
    /2015/ /2015/10/ /world/2015/ /world/2015/10/ /sitemap.xml /sitemaps/{2015-10,topics-en,authors-en}.xml /2015/11/26/regatta/ /2015/11/10/bridge/ /2015/12/01/market/`),
  );
});

test('a-renamed-story-answers-at-its-new-url-only', async () => {
  const room = await smallTown();
  const moved = paths.bridge.replace('bridge', 'crossing');
  room.remove(paths.bridge).write({ [moved]: story('bridge') });
  const report = await rebuild(room);
  expect(report.removed).toEqual(['/2015/11/10/bridge/']);
  expect(report.rendered).toEqual(
    expect.arrayContaining(urls('/2015/11/10/crossing/ / /2015/12/01/market/ /2015/11/10/')),
  );
});

test('the-story-published-last-can-be-renamed', async () => {
  const room = await smallTown();
  room.write({ [fair]: articleText({ date: '2015-12-05', authors: ['ben'] }) });
  await rebuild(room);
  room
    .remove(fair)
    .write({ [fair.replace('fair', 'winter-fair')]: articleText({ date: '2015-12-05', authors: ['ben'] }) });
  const report = await rebuild(room);
  expect(report.removed).toEqual(['/2015/12/05/fair/']);
  expect(report.rendered).toContain('/2015/12/05/winter-fair/');
});

test('a-translation-appears-in-its-sibling’s-language-switch-and-goes-from-it', async () => {
  const room = await smallTown();
  room.write({ [regattaRu]: story('regatta', { title: 'Регата' }) });
  const came = await rebuild(room);
  const english = urls(`
    /2015/11/26/regatta/ /culture/2015/ /culture/2015/11/ /topics/sea/ /topics/sea/2015/ /topics/music/ /topics/music/2015/
    /authors/ann/ /authors/ann/2015/ /2015/ /2015/11/ /2015/11/26/ /sitemaps/2015-11.xml`);
  const russian = urls(`
    /ru/2015/11/26/regatta/ /ru/{feeds} /ru/404.html /ru/culture/{feeds} /ru/culture/2015/ /ru/culture/2015/11/ /ru/topics/ /ru/topics/sea/{feed} /ru/topics/sea/2015/
    /ru/topics/music/{feed} /ru/topics/music/2015/ /ru/authors/ /ru/authors/ann/{feed} /ru/authors/ann/2015/ /ru/2015/ /ru/2015/11/ /ru/2015/11/26/`);
  expect(came.rendered).toEqual([...english, ...russian].sort());
  expect(room.page('2015/11/26/regatta/index.html')).toContain('href="/ru/2015/11/26/regatta/"');
  expect(reason(came, '/2015/11/26/regatta/')).toBe('articles/2015/11/26/regatta.ru.md changed');
  room.remove(regattaRu);
  const went = await rebuild(room);
  const staying = urls('/ru/{feeds} /ru/404.html /ru/culture/{feeds} /ru/topics/ /ru/authors/');
  expect(went.rendered).toEqual([...english, ...staying].sort());
  expect(went.removed).toEqual(russian.filter((url) => !staying.includes(url)));
  expect(room.page('2015/11/26/regatta/index.html')).not.toContain('/ru/2015/11/26/regatta/');
});

test('a-translation-that-is-a-draft-or-not-yet-due-is-in-no-language-switch', async () => {
  const room = await smallTown();
  room.write({ [regattaRu]: story('regatta', { draft: true }) });
  expect((await rebuild(room)).rendered).toEqual([]);
  room.write({ [regattaRu]: story('regatta', { date: '2015-11-26 23:00' }) });
  expect((await rebuild(room)).rendered).toContain('/ru/2015/11/26/regatta/');
});

test('a-story-in-russian-alone-is-in-no-english-listing', async () => {
  const room = await smallTown();
  room.write({ 'articles/2015/12/05/yarmarka.ru.md': articleText({ date: '2015-12-05', authors: ['ben'] }) });
  const { rendered } = await rebuild(room);
  expect(rendered.filter((url) => !url.startsWith('/ru/'))).toEqual(
    urls(
      `/2015/ /2015/12/ /authors/ben/ /authors/ben/2015/ /sitemap.xml /sitemaps/2015-12.xml /world/2015/ /world/2015/12/`,
    ),
  );
});

test('a-withdrawn-story-answers-with-its-reason-and-is-in-no-listing', async () => {
  const room = await smallTown();
  room.write({ [paths.storm]: story('storm', { withdrawn: { date: '2015-12-02', reason: 'It was another storm.' } }) });
  const report = await rebuild(room);
  expect(report.removed).toEqual(['/2015/10/20/']);
  expect(report.rendered).toEqual(
    urls(`
    /2015/10/20/storm/ /{feeds} /404.html /world/{feeds} /topics/sea/{feed} /topics/sea/2015/ /authors/ben/{feed} /authors/ben/2015/
    /2015/ /2015/10/ /world/2015/ /world/2015/10/ /sitemap.xml /sitemaps/{2015-10,topics-en,authors-en}.xml /2015/11/26/regatta/ /2015/11/10/bridge/ /2015/12/01/market/`),
  );
  expect(room.page('2015/10/20/storm/index.html')).toContain('It was another storm.');
  expect(room.page('2015/10/20/storm/index.html')).not.toContain('A paragraph of text.');
});

test('a-withdrawal-is-said-to-be-why-its-page-is-rendered', async () => {
  const room = await smallTown();
  room.write({ [paths.storm]: story('storm', { withdrawn: { date: '2015-12-02', reason: 'Wrong.' } }) });
  expect(reason(await rebuild(room), '/2015/10/20/storm/')).toBe('its kind is now withdrawn');
});

test('another-reason-for-a-withdrawal-renders-its-page-alone', async () => {
  const room = await smallTown({
    [paths.storm]: story('storm', { withdrawn: { date: '2015-12-02', reason: 'Wrong.' } }),
  });
  room.write({ [paths.storm]: story('storm', { withdrawn: { date: '2015-12-02', reason: 'Very wrong.' } }) });
  expect((await rebuild(room)).rendered).toEqual(['/2015/10/20/storm/']);
  room.write({
    [paths.storm]: story('storm', { withdrawn: { date: '2015-12-02', reason: 'Very wrong.' } }, 'A text nobody reads.'),
  });
  expect((await rebuild(room)).rendered).toEqual([]);
});

test('a-draft-leaves-nothing-and-becomes-public-whole', async () => {
  const room = await smallTown({
    [fair]: articleText({
      title: 'Secret',
      date: '2015-12-05',
      topics: ['town', 'secret-topic'],
      authors: ['ben'],
      redirectFrom: ['/secret/'],
      draft: true,
      image: { file: 'fair.png', alt: '' },
    }),
    'articles/2015/12/05/fair/fair.png': png,
  });
  expect([...treeOf(room.out)].filter(([path, text]) => /secret|fair/i.test(path + text))).toEqual([]);
  room.write({
    [fair]: articleText({
      title: 'Open',
      date: '2015-12-05',
      topics: ['town'],
      authors: ['ben'],
      redirectFrom: ['/secret/'],
    }),
  });
  expect((await rebuild(room)).rendered).toEqual(expect.arrayContaining(urls('/secret/ /2015/12/05/fair/ /')));
});

test('a-picture-replaced-is-a-new-file, and touches what shows it', async () => {
  const room = await smallTown({
    [paths.bridge]: story('bridge', { image: { file: 'span.png', alt: 'The span' } }),
    'articles/2015/11/10/bridge/span.png': png,
  });
  const before = [...treeOf(room.out).keys()].filter((path) => path.startsWith('assets/')).map((path) => `/${path}`);
  room.write({ 'articles/2015/11/10/bridge/span.png': Buffer.concat([png, Buffer.from('other')]) });
  const report = await rebuild(room);
  expect(report.removed).toEqual(before);
  const pictures = report.rendered.filter((url) => url.startsWith('/assets/'));
  expect(pictures).toEqual(
    ['avif', 'jpeg', 'webp'].map((format) => expect.stringMatching(`^/assets/[0-9a-f]{16}a-1.${format}$`)),
  );
  expect(report.rendered.filter((url) => !pictures.includes(url))).toEqual(
    urls('/2015/11/10/bridge/ /{feeds} /world/{feeds} /topics/town/{feed} /authors/ann/{feed} /2015/11/10/'),
  );
});

test('a-picture-inside-a-text-touches-the-page-and-the-feeds-alone', async () => {
  const body = 'Look:\n\n![The quay](bridge/quay.jpg "The quay | Ann")';
  const room = await smallTown({
    [paths.bridge]: story('bridge', {}, body),
    'articles/2015/11/10/bridge/quay.jpg': jpeg,
  });
  room.write({ 'articles/2015/11/10/bridge/quay.jpg': Buffer.concat([jpeg, Buffer.from('other')]) });
  const report = await rebuild(room);
  expect(report.rendered.filter((url) => !url.startsWith('/assets/'))).toEqual(
    urls(
      '/2015/11/10/bridge/ /feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml',
    ),
  );
});

test('a-picture-that-no-story-shows-is-not-published, and neither is one of a withdrawn story', async () => {
  const room = await smallTown({ 'articles/2015/11/10/bridge/spare.png': png });
  expect([...treeOf(room.out).keys()].filter((path) => path.startsWith('assets/'))).toEqual([]);
  room.write({ [paths.bridge]: story('bridge', { image: { file: 'spare.png', alt: '' } }) });
  expect((await rebuild(room)).rendered.filter((url) => url.startsWith('/assets/'))).toHaveLength(3);
  room.write({
    [paths.bridge]: story('bridge', {
      image: { file: 'spare.png', alt: '' },
      withdrawn: { date: '2015-12-02', reason: 'Wrong.' },
    }),
  });
  expect((await rebuild(room)).removed.filter((url) => url.startsWith('/assets/'))).toHaveLength(3);
});

test('one-picture-of-two-stories-stays-until-both-are-gone', async () => {
  const image = { image: { file: 'same.png', alt: '' } };
  const room = await smallTown({
    [paths.bridge]: story('bridge', image),
    'articles/2015/11/10/bridge/same.png': png,
    [paths.market]: story('market', image),
    'articles/2015/12/01/market/same.png': png,
  });
  room.remove(paths.bridge, 'articles/2015/11/10/bridge');
  expect((await rebuild(room)).removed.filter((url) => url.startsWith('/assets/'))).toEqual([]);
  room.write({ [paths.market]: story('market') });
  expect((await rebuild(room)).removed.filter((url) => url.startsWith('/assets/'))).toHaveLength(3);
});

test('a-redirect-that-moves-between-two-stories-is-rewritten, and of all others nothing', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { redirectFrom: ['/old/'] }) });
  room.write({ [paths.bridge]: story('bridge'), [paths.market]: story('market', { redirectFrom: ['/old/'] }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(['/old/']);
  expect(report.written).toBe(1);
  expect(room.page('old/index.html')).toContain('/2015/12/01/market/');
});

test('a-redirect-goes-with-its-story', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { redirectFrom: ['/old/', '/old.html'] }) });
  expect(room.page('old.html')).toContain('/2015/11/10/bridge/');
  room.write({ [paths.bridge]: story('bridge', { draft: true }) });
  expect((await rebuild(room)).removed).toEqual(expect.arrayContaining(urls('/old/ /old.html /2015/11/10/bridge/')));
});

test('a-page-comes-and-goes-without-touching-a-story', async () => {
  const room = await smallTown();
  room.write({ 'pages/about.md': '---\ntitle: About\n---\n\nUs.\n' });
  const came = await rebuild(room);
  expect(came.rendered).toEqual(urls('/about/ /sitemaps/pages-en.xml'));
  expect(came.outcomes).toHaveLength(2);
  room.write({ 'pages/about.ru.md': '---\ntitle: О нас\n---\n\nМы.\n' });
  expect((await rebuild(room)).rendered).toEqual(urls('/about/ /ru/about/ /sitemaps/pages-ru.xml'));
  room.remove('pages/about.ru.md');
  expect(await rebuild(room)).toMatchObject({
    rendered: ['/about/', '/sitemaps/pages-ru.xml'],
    removed: ['/ru/about/'],
  });
});

test('a-newsroom-without-stories-has-its-fronts-and-nothing-else', async () => {
  const room = newsroom({ git: false });
  expect((await rebuild(room)).rendered).toEqual(
    urls(`
    /{feeds} /{culture,world}/ /culture/feed.{xml,atom,json} /world/feed.{xml,atom,json} /corrections/{feeds} /{feeds,topics,authors,series}/
    /ru/{feeds} /ru/{culture,world}/ /ru/culture/feed.{xml,atom,json} /ru/world/feed.{xml,atom,json} /ru/corrections/{feeds} /ru/{feeds,topics,authors,series}/
    /{favicon.ico,apple-touch-icon.png,icon-512.png} /404.html /ru/404.html /robots.txt /sitemap.xml /news-sitemap.xml /sitemaps/{pages,topics,authors,series}-en.xml /sitemaps/{pages,topics,authors,series}-ru.xml`),
  );
});
