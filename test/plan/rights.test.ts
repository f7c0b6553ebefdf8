/** Who paid for a story, how it may be used, what it warns of and where errors are told: what says it, and what a change renders. */
import { expect, test } from 'vitest';
import { layouts } from '../../layouts/layouts.tsx';
import { articleProps, site } from '../layouts/newsroom.ts';
import { thingsOn } from '../layouts/things.ts';
import { type Newsroom, siteYaml } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';
import { paths, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const bridge = '2015/11/10/bridge/index.html';
const sponsor = { name: 'Harbour & Sons', url: 'https://lines.example/' };
const label = 'Sponsored by Harbour &amp; Sons';

/** Where the bridge’s headline is listed, beside its own page and feeds. */
const lists =
  '/ /404.html /2015/11/ /2015/11/10/ /world/ /world/2015/11/ /topics/town/ /topics/town/2015/ /authors/ann/ /authors/ann/2015/';
/** Beside this story it is listed too, while nobody has paid for it. */
const beside = '/2015/12/01/market/';
const feeds = '/feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml';

const fileOf = (url: string) => (url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1));

/** Whole links of a page, by their addresses. */
function linksOn(page: string): Map<string, string> {
  return new Map([...page.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>/g)].map(([tag, href = '']) => [href, tag]));
}

function relOn(page: string, href: string): string | undefined {
  const tag = linksOn(page).get(href) ?? expect.fail(`There is no link to ${href}`);
  return /rel="([^"]*)"/.exec(tag)?.[1];
}

test('a-sponsor-renders-every-list-that-shows-the-story-and-each-says-so: no list of others, no sitemap', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { sponsor }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(urls(`${lists} ${beside} ${feeds} /2015/11/10/bridge/`));
  for (const url of urls(lists)) expect([url, room.page(fileOf(url)).includes(label)]).toEqual([url, true]);
  expect(room.page(fileOf(beside))).not.toContain('/2015/11/10/bridge/');
  room.write({ [paths.bridge]: story('bridge') });
  expect((await rebuild(room)).rendered).toEqual(report.rendered);
  expect(room.page(fileOf(beside))).toContain('/2015/11/10/bridge/');
});

test('a card says who paid apart from its date, where nothing stands between them', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { sponsor, topics: [] }) });
  const kickers = [...room.page('world/index.html').matchAll(/<p class="kicker">(.*?)<\/p>/g)].map(([, line]) => line);
  const words = kickers.map((line = '') => line.replace(/<.*?>/g, ''));
  expect(words).toContainEqual(expect.stringMatching(/Harbour &amp; Sons 10 November 2015$/));
});

test('another-address-of-a-sponsor-renders-its-page-alone', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { sponsor }) });
  room.write({ [paths.bridge]: story('bridge', { sponsor: { ...sponsor, url: 'https://lines.example/new' } }) });
  const { rendered, written } = await rebuild(room);
  expect(rendered).toEqual(['/2015/11/10/bridge/']);
  expect(written).toBe(1);
});

const body = `See [the lines](https://lines.example/a?b&c), [the town](/world/), https://bare.example/x and [mail](mailto:a@b.example).[^1]

::: chart {url="https://charts.example/1" alt="Ships"}
:::

::: post {url="https://social.example/1" by="A" date="2015-11-09"}
Said.
:::

::: video {url="https://video.example/1" title="V"}
:::

[^1]: See [the note](https://note.example/).`;

const sources = [
  { title: 'A', url: 'https://source.example/' },
  { title: 'B', url: 'https://courier.example/world/' },
];

test('links of a sponsored story to other sites say so on its page, in feeds and in its corrections; others do not', async () => {
  const corrections = [{ date: '2015-11-11', text: 'See [it](https://fix.example/) and [us](/culture/).' }];
  const room = await smallTown({
    'site.yaml': `${siteYaml}frames: [charts.example]\n`,
    [paths.bridge]: story('bridge', { sponsor, sources, corrections }, body),
    [paths.ferry]: story('ferry', {}, 'See [it](https://free.example/).'),
  });
  const page = room.page(bridge);
  const outside = [
    ...[
      'https://lines.example/a?b&amp;c',
      'https://bare.example/x',
      'https://charts.example/1',
      'https://note.example/',
    ],
    ...['https://social.example/1', 'https://video.example/1', 'https://source.example/', 'https://fix.example/'],
    sponsor.url,
  ];
  for (const href of outside) expect([href, relOn(page, href)]).toEqual([href, 'sponsored']);
  for (const href of ['/world/', 'mailto:a@b.example', 'https://courier.example/world/', '/culture/'])
    expect([href, relOn(page, href)]).toEqual([href, undefined]);
  expect(page.match(/rel="sponsored"/g)).toHaveLength(outside.length + 2); // the label stands at its end too, and the note beside its line

  const { items } = JSON.parse(room.page('feed.json'));
  const html = items.find((each: { title: string }) => each.title.endsWith('Bridge')).content_html;
  expect(html.match(/<a [^>]*rel="sponsored"/g)).toHaveLength(7);
  expect(relOn(html, 'https://courier.example/world/')).toBeUndefined();
  expect(
    relOn(
      room.page('feed.xml').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'),
      'https://note.example/',
    ),
  ).toBe('sponsored');
  for (const path of ['corrections/index.html', 'corrections/2015/index.html']) {
    expect(room.page(path)).toContain(label);
    expect(relOn(room.page(path), 'https://fix.example/')).toBe('sponsored');
    expect(relOn(room.page(path), '/culture/')).toBeUndefined();
  }
  expect(relOn(room.page('2015/10/05/ferry/index.html'), 'https://free.example/')).toBeUndefined();
});

test('readers of feeds see who paid in the title, in what stands for the text, in the text, and as a category', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { sponsor }) });
  const { items } = JSON.parse(room.page('feed.json'));
  const said = 'Sponsored by Harbour & Sons';
  const item = items.find((each: { title: string }) => each.title.endsWith('Bridge'));
  expect(item).toMatchObject({ title: `${said} · Bridge`, summary: `${said} · What it is about.` });
  expect(item.tags[0]).toBe(said);
  expect(item.content_html).toContain(`<p><b>${label}</b></p>`);
  for (const [feed, element] of [
    ['feed.xml', 'category'],
    ['feed.atom', 'category'],
  ] as const) {
    const text = room.page(feed);
    expect(text).toContain(`<title>${label} · Bridge</title>`);
    expect(text).toContain(`${said.replace('&', '&amp;amp;')} · What it is about.`);
    expect(text).toMatch(new RegExp(`<${element}[ >].*${label}`));
  }
});

test('what was paid for is no news: not in the news sitemap, no opinion, and only an editor makes it the lead', async () => {
  const now = Date.parse('2015-12-01T12:00:00Z') / 1000;
  const room = await smallTown({}, { now });
  const lead = () => /<article class="lead[^"]*"><h2><a href="([^"]+)"/.exec(room.page('index.html'))?.[1];
  expect([room.page('news-sitemap.xml').includes('/market/'), lead()]).toEqual([true, '/2015/12/01/market/']);
  room.write({ [paths.market]: story('market', { sponsor, type: 'opinion', place: 'Northport' }) });
  expect((await rebuild(room, { now })).rendered).toContain('/news-sitemap.xml');
  expect([room.page('news-sitemap.xml').includes('/market/'), lead()]).toEqual([false, '/2015/11/26/regatta/']);
  expect(room.page('sitemaps/2015-12.xml')).toContain('/market/');
  expect(room.page('index.html')).not.toMatch(/opinion"|>Opinion/);
  const [article] = thingsOn(room.page('2015/12/01/market/index.html'));
  expect(article).toMatchObject({
    '@type': 'AdvertiserContentArticle',
    sponsor: { '@type': 'Organization', name: 'Harbour & Sons', url: 'https://lines.example/' },
  });
  expect(article).not.toHaveProperty('dateline');
  room.write({ 'front.yaml': 'lead: 2015/12/01/market\n' });
  await rebuild(room, { now });
  expect(lead()).toBe('/2015/12/01/market/');
});

test('a sponsor’s page on the site itself is a link while it is there, and never an outbound one', async () => {
  const own = { name: 'The Courier', url: 'https://courier.example/about/' };
  const about = { 'pages/about.md': '---\ntitle: About\n---\n\nUs.\n' };
  const room = await smallTown({ ...about, [paths.bridge]: story('bridge', { sponsor: own }) });
  expect(relOn(room.page(bridge), own.url)).toBeUndefined();
  room.remove('pages/about.md');
  const { problems } = await room.build();
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['link/unknown-target', paths.bridge]]);
});

test('a licence of the story wins over that of the site; both are a line, a link, data, and rights in feeds', async () => {
  const siteWith = (line: string) => ({ 'site.yaml': siteYaml + line });
  const room = await smallTown({
    ...siteWith('license: CC BY-SA 4.0\n'),
    [paths.bridge]: story('bridge', { license: 'https://partner.example/terms' }),
    [paths.ferry]: story('ferry', { license: 'none' }),
  });
  const told = (path: string) => {
    const page = room.page(path);
    const [, href, name] = /Licence: <a href="([^"]+)" rel="license"><bdi>([^<]+)</.exec(page) ?? [];
    return [href, name, thingsOn(page)[0]?.license];
  };
  const bySa = 'https://creativecommons.org/licenses/by-sa/4.0/';
  expect(told('2015/12/01/market/index.html')).toEqual([bySa, 'CC BY-SA 4.0', bySa]);
  const terms = 'https://partner.example/terms';
  expect(told(bridge)).toEqual([terms, 'partner.example/terms', terms]);
  expect(told('2015/10/05/ferry/index.html')).toEqual([undefined, undefined, undefined]);
  const atom = room.page('feed.atom');
  expect(atom.match(/<rights>CC BY-SA 4.0<\/rights>/g)).toHaveLength(4);
  expect(atom).toContain(`<link rel="license" href="${terms}"/>`);
  expect(room.page('feed.xml')).toContain(`<dc:rights>${bySa}</dc:rights>`);

  room.write({ [paths.bridge]: story('bridge', { license: 'CC0 1.0' }) });
  expect((await rebuild(room)).rendered).toEqual(urls(`${feeds} /2015/11/10/bridge/`));
  room.write(siteWith(''));
  await rebuild(room);
  expect(told('2015/12/01/market/index.html')).toEqual([undefined, undefined, undefined]);
});

/** The link by which errors are reported, in a newsroom that says where to, on a story of that headline. */
function report(errorsTo: string | undefined, title = 'A story', language = 'en'): string | undefined {
  const { errorsTo: _none, ...without } = site;
  const props = { ...articleProps({ title }), language };
  const page = layouts.article(props, errorsTo === undefined ? without : { ...without, errorsTo });
  return /<a href="([^"]*)">(?:Report an error|Сообщить об ошибке)<\/a>/.exec(page)?.[1]?.replaceAll('&amp;', '&');
}

test.each([
  'Rain & wind, 100% “sure” + more?',
  '"Quoted" \'it\' #1 = a&b',
  '🚢 Ships 👩‍🚒',
  'أُغلق الميناء (اليوم) 100%',
  'Percent %41 %zz',
])('the letter on an error in %s has that subject, and the address of the story', (title) => {
  const href = report('errors+web@courier.example', title) ?? expect.fail('there is no link');
  expect(href).toMatch(/^mailto:[\w.%@-]+\?subject=[\w.~!*'()%-]+&body=[\w.~!*'()%-]+$/);
  const url = new URL(href);
  expect(decodeURIComponent(url.pathname)).toBe('errors+web@courier.example');
  expect([...url.searchParams]).toEqual([
    ['subject', `Error in: ${title}`],
    ['body', 'https://vestnik-kavkaza.example/2015/11/26/talks/'],
  ]);
});

test('a form is linked to as it is, in the words of the page; without an address there is no line', () => {
  const form = 'https://forms.example/report?from=paper';
  expect(report(form, 'Шторм', 'ru')).toBe(form);
  expect(report('errors@courier.example', 'Шторм', 'ru')).toContain(encodeURIComponent('Ошибка в тексте: Шторм'));
  expect(report(undefined)).toBeUndefined();
});

const warning = 'There is blood in it & more';
const warned = 'There is blood in it &amp; more';
const image = { file: 'sea.jpg', alt: 'The sea' };
const sea = { 'articles/2015/12/01/market/sea.jpg': jpegWith('sea', 'larger') };

function pictures(room: Newsroom, path: string): boolean {
  return room.page(path).includes('/assets/');
}

test('a warning stands before the text, and the lead picture on the page of the story alone', async () => {
  const room = await smallTown({ ...sea, [paths.market]: story('market', { image }) });
  const own = '2015/12/01/market/index.html';
  const shown = ['index.html', 'world/index.html', '2015/12/01/index.html', 'feed.xml', 'feed.json', 'feed.atom'];
  expect([own, ...shown].map((path) => pictures(room, path))).toEqual([own, ...shown].map(() => true));
  room.write({ [paths.market]: story('market', { image, warning }) });
  expect((await rebuild(room)).removed.filter((url) => !/-\d+x\d+-/.test(url))).toEqual([]);
  expect([own, ...shown].map((path) => pictures(room, path))).toEqual([true, ...shown.map(() => false)]);
  const page = room.page(own);
  expect(page).toMatch(
    /Content warning<\/p><p>There is blood in it &amp; more<\/p><\/section><p class="stand">.*<figure/s,
  );
  expect(page).not.toContain('og:image');
  expect(page).toContain('name="robots" content="max-image-preview:none"');
  expect(thingsOn(page)[0]).not.toHaveProperty('image');
  for (const path of ['index.html', 'world/index.html', '2015/12/01/index.html'])
    expect(room.page(path)).toContain('<p class="meta warned">Content warning</p>');
  const [item] = JSON.parse(room.page('feed.json')).items;
  expect(item.summary).toBe(`Content warning: ${warning} · What it is about.`);
  expect(item.content_html).toContain(`<p><b>Content warning: </b>${warned}</p>\n<p>A paragraph`);
  expect(item).not.toHaveProperty('image');

  room.write({ [paths.market]: story('market', { image, warning, redirectFrom: ['/old/'] }) });
  await rebuild(room);
  expect(room.page('old/index.html')).toContain('<meta property="og:title" content="Market">');
  expect(room.page('old/index.html')).not.toContain('og:image');
  room.write({ [paths.market]: story('market', { image, warning: 'Something else' }) });
  expect((await rebuild(room)).rendered).toEqual(
    urls(
      '/2015/12/01/market/ /feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ben/feed.xml',
    ),
  );
});
