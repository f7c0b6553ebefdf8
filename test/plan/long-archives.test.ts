/**
 * An archive whose year, month or day lists too much for a page gets narrower ones, and only then; a story that is added
 * moves none of those that stand there.
 */
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/commands/build.ts';
import { lowerBounds } from '../support/bounds.ts';
import { articleText, type Newsroom, newsroom, treeOf } from '../support/newsroom.ts';
import { rebuild, urls } from '../support/small-town.ts';

/** A row of these stories takes 288 bytes: three fit a page, two a part of a day. */
const small = { page: 1000, part: 600, cards: 1 };

type Told = { day: string; hour?: string; fields?: Record<string, unknown> };

function storyAt(slug: string, { day, hour = '09:00', fields = {} }: Told): Record<string, string> {
  const text = articleText({ date: `${day} ${hour}`, topics: ['sea'], ...fields });
  return { [`articles/${day.replaceAll('-', '/')}/${slug}.md`]: text };
}

const threeOfNovember = ['s1', 's2', 's3'].flatMap((slug, n) =>
  Object.entries(storyAt(slug, { day: `2015-11-1${n}` })),
);

function addresses(room: Newsroom, below: string): string[] {
  const pages = [...treeOf(room.out).keys()].filter((path) => path.startsWith(below) && path.endsWith('.html'));
  return pages.map((path) => `/${path.replace(/index\.html$/, '')}`).sort();
}

/** What a page leads to of stories, in their order. */
const storiesOn = (room: Newsroom, url: string) =>
  [...room.page(`${url.slice(1)}index.html`).matchAll(/<a href="\/\d{4}\/\d\d\/\d\d\/(s\d+)\/"/g)].map(
    ([, slug]) => slug,
  );

const asked = ({ outcomes }: BuildReport) => outcomes.map(({ url }) => url);

test('a year of a topic lists its stories while they fit a page, then its months, and again its stories', async () => {
  lowerBounds(small);
  const room = newsroom({ git: false, files: Object.fromEntries(threeOfNovember) });
  await room.rendered();
  expect(addresses(room, 'topics/sea/2015/')).toEqual(['/topics/sea/2015/']);
  expect(storiesOn(room, '/topics/sea/2015/')).toEqual(['s3', 's2', 's1']);

  room.write(storyAt('s4', { day: '2015-12-01' }));
  const longer = await rebuild(room);
  expect(longer.rendered).toEqual(expect.arrayContaining(urls('/topics/sea/2015/{,11/,12/}')));
  expect(addresses(room, 'topics/sea/2015/')).toEqual(urls('/topics/sea/2015/{,11/,12/}'));
  expect(storiesOn(room, '/topics/sea/2015/')).toEqual([]);
  expect(storiesOn(room, '/topics/sea/2015/11/')).toEqual(['s3', 's2', 's1']);
  expect(room.page('topics/sea/index.html'), 'the front leads to months').toContain('href="/topics/sea/2015/11/"');

  room.write(storyAt('s5', { day: '2015-12-02' }));
  const { rendered } = await rebuild(room);
  expect(rendered, 'what grows says nothing of its size').not.toContain('/topics/sea/2015/');
  expect(rendered).toContain('/topics/sea/2015/12/');

  room.remove('articles/2015/12/01/s4.md', 'articles/2015/12/02/s5.md');
  const { removed } = await rebuild(room);
  expect(removed).toEqual(expect.arrayContaining(urls('/topics/sea/2015/{11/,12/}')));
  expect(storiesOn(room, '/topics/sea/2015/')).toEqual(['s3', 's2', 's1']);
});

test('a longer row can be what is too much, and a shorter one puts it right', async () => {
  lowerBounds(small);
  const room = newsroom({ git: false, files: Object.fromEntries(threeOfNovember) });
  await room.rendered();
  room.write(storyAt('s1', { day: '2015-11-10', fields: { kicker: 'Long '.repeat(40).trim() } }));
  expect((await rebuild(room)).rendered).toEqual(expect.arrayContaining(urls('/topics/sea/2015/{,11/}')));
  room.write(storyAt('s1', { day: '2015-11-10' }));
  expect((await rebuild(room)).removed).toEqual(expect.arrayContaining(['/topics/sea/2015/11/']));
});

test('a month of a section gets days only when it is too long, and the whole archive lists its days then', async () => {
  lowerBounds(small);
  const room = newsroom({ git: false, files: Object.fromEntries(threeOfNovember) });
  await room.rendered();
  expect(addresses(room, 'world/2015/')).toEqual(urls('/world/2015/{,11/}'));
  expect(storiesOn(room, '/2015/11/')).toHaveLength(3);
  room.write(storyAt('s4', { day: '2015-11-10', hour: '10:00' }));
  await rebuild(room);
  expect(addresses(room, 'world/2015/')).toEqual(urls('/world/2015/{,11/,11/10/,11/11/,11/12/}'));
  expect(storiesOn(room, '/2015/11/')).toEqual([]);
  expect(room.page('2015/11/index.html')).toContain(
    '<a href="/2015/11/10/">10 November</a><span class="meta">2 stories</span>',
  );
  expect(room.page('2015/11/index.html'), 'the last day still grows').toContain(
    '<a href="/2015/11/12/">12 November</a></li>',
  );
});

test('a long day is filled from its first story on: a new one changes the last part alone', async () => {
  lowerBounds({ ...small, page: 100_000 });
  const day = '2015-11-26';
  const hourly = (n: number) => storyAt(`s${n}`, { day, hour: `0${n}:00` });
  const room = newsroom({ git: false, files: { ...hourly(1), ...hourly(2), ...hourly(4) } });
  await room.rendered();
  const partsOf = (front: string) => [1, 2, 3].map((n) => `${front}${n > 1 ? `part-${n}/` : ''}`);
  const [first = '', second = '', third = ''] = partsOf('/2015/11/26/');
  expect(storiesOn(room, first)).toEqual(['s2', 's1']);
  expect(storiesOn(room, second)).toEqual(['s4']);
  expect(room.page('2015/11/26/index.html')).toContain('<a href="/2015/11/26/part-2/">Part 2</a>');
  expect(room.page('2015/11/26/part-2/index.html')).toContain('<title>26 November 2015, part 2 — The Courier</title>');

  room.write(hourly(5));
  const filled = await rebuild(room);
  expect(filled.rendered).toContain(second);
  expect(filled.rendered).not.toContain(first);
  expect(asked(filled), 'the first part is not even asked').not.toContain(first);

  room.write(hourly(6));
  const more = await rebuild(room);
  expect(more.rendered, 'the day leads to the new part, and so does the one before it').toEqual(
    expect.arrayContaining([first, second, third]),
  );
  expect([first, second, third].map((url) => storiesOn(room, url))).toEqual([['s2', 's1'], ['s5', 's4'], ['s6']]);

  room.write(hourly(7));
  const last = await rebuild(room);
  expect([first, second, third].filter((url) => last.rendered.includes(url))).toEqual([third]);

  room.write(hourly(3));
  await rebuild(room);
  expect([first, second, third].map((url) => storiesOn(room, url))).toEqual([
    ['s2', 's1'],
    ['s4', 's3'],
    ['s6', 's5'],
  ]);
});

test('stories of one instant are cut where they are too many, and each stands on one page', async () => {
  lowerBounds({ ...small, page: 100_000 });
  const files = [1, 2, 3, 4, 5].map((n) => storyAt(`s${n}`, { day: '2015-11-26' }));
  const room = newsroom({ git: false, files: Object.assign({}, ...files) });
  await room.rendered();
  const shown = ['', 'part-2/', 'part-3/'].map((part) => storiesOn(room, `/2015/11/26/${part}`));
  expect(shown.map((each) => each.length)).toEqual([2, 2, 1]);
  expect(shown.flat().sort()).toEqual(['s1', 's2', 's3', 's4', 's5']);
});

test('corrections go by years, months, days and parts too', async () => {
  lowerBounds({ page: 2000, part: 2000 });
  const corrected = (hour: number) => ({ date: `2015-11-26 0${hour}:00`, text: `Correction ${hour}.` });
  const corrections = [1, 2, 3, 4].map(corrected);
  const room = newsroom({ git: false, files: storyAt('s1', { day: '2015-11-25', fields: { corrections } }) });
  await room.rendered();
  expect(addresses(room, 'corrections/')).toEqual(
    urls('/corrections/{,2015/,2015/11/,2015/11/26/,2015/11/26/part-2/}'),
  );
  const on = (path: string) => room.page(`corrections/${path}index.html`).match(/Correction \d\./g);
  expect(on('2015/')).toBeNull();
  expect(on('2015/11/26/')).toEqual(['Correction 3.', 'Correction 2.', 'Correction 1.']);
  expect(on('2015/11/26/part-2/')).toEqual(['Correction 4.']);
  expect(room.page('corrections/2015/11/26/part-2/index.html')).toContain(
    '<title>Corrections, 26 November 2015, part 2 — The Courier</title>',
  );
  // What is longer in the first part moves what comes after it; what is too long for a page has one to itself.
  const longer = { ...corrected(1), text: `Correction 1. ${'More of it. '.repeat(40).trim()}` };
  room.write(storyAt('s1', { day: '2015-11-25', fields: { corrections: [longer, ...corrections.slice(1)] } }));
  await rebuild(room);
  expect(on('2015/11/26/')).toEqual(['Correction 1.']);
  expect(on('2015/11/26/part-2/')).toEqual(['Correction 4.', 'Correction 3.', 'Correction 2.']);
});

test('a series is read from its first part on in its months and days as well', async () => {
  lowerBounds({ ...small, page: 600 });
  const files = [1, 2, 3].map((n) =>
    storyAt(`s${n}`, { day: '2015-11-26', hour: `0${n}:00`, fields: { series: 'year' } }),
  );
  const room = newsroom({ git: false, files: Object.assign({}, ...files) });
  await room.rendered();
  expect(storiesOn(room, '/series/year/2015/11/26/')).toEqual(['s1', 's2']);
  expect(storiesOn(room, '/series/year/2015/11/26/part-2/')).toEqual(['s3']);
});

test('sitemaps of a long month are filled one after the other, and the languages of a story find each other', async () => {
  lowerBounds({ page: 600 });
  const files = [1, 2, 3].map((n) => storyAt(`s${n}`, { day: '2015-11-26', hour: `0${n}:00` }));
  const room = newsroom({ git: false, files: Object.assign({}, ...files) });
  room.write({ 'articles/2015/11/26/s1.ru.md': articleText({ date: '2015-11-26 05:00' }) });
  await room.rendered();
  const of = (name: string) =>
    [...room.page(`sitemaps/${name}.xml`).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(of('2015-11')).toHaveLength(2);
  expect(of('2015-11-part-2')).toHaveLength(2);
  expect(room.page('sitemap.xml')).toContain('<loc>https://courier.example/sitemaps/2015-11-part-2.xml</loc>');
  for (const name of ['2015-11', '2015-11-part-2'])
    expect(room.page(`sitemaps/${name}.xml`)).toContain(
      'hreflang="ru" href="https://courier.example/ru/2015/11/26/s1/"',
    );
  // It is of the other part, and search engines are not to be told of it any more.
  room.write({ 'articles/2015/11/26/s1.ru.md': articleText({ date: '2015-11-26 05:00', noindex: true }) });
  await rebuild(room);
  expect(room.page('sitemaps/2015-11.xml')).not.toContain('hreflang');
});

test('a busy news sitemap leads to one for each hour, so that a new story changes that of its own', async () => {
  lowerBounds({ page: 600 });
  const now = Date.parse('2015-11-26T12:00:00Z') / 1000;
  const at = (n: number, hour: string) => storyAt(`s${n}`, { day: '2015-11-26', hour });
  const room = newsroom({ git: false, files: { ...at(1, '12:05'), ...at(2, '13:05') } });
  await room.rendered({ now });
  expect(room.page('news-sitemap.xml')).toContain('<news:title>');
  room.write(at(3, '14:05'));
  await rebuild(room, { now });
  const hours = ['2015112609', '2015112610', '2015112611'];
  expect([...room.page('news-sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)).toEqual(
    hours.map((hour) => `https://courier.example/sitemaps/news-${hour}.xml`),
  );
  room.write(at(4, '14:06'));
  const { rendered } = await rebuild(room, { now });
  expect(rendered.filter((url) => url.includes('news'))).toEqual(['/sitemaps/news-2015112611.xml']);
  // Two days after the first: it is recent no more.
  const { removed } = await rebuild(room, { now: now + 45.1 * 3600 });
  expect(removed).toEqual(['/sitemaps/news-2015112609.xml']);
});

test('a link to a month leads to its year while that is short enough for a page', async () => {
  lowerBounds(small);
  const link = articleText({ date: '2015-11-13' }, 'See [November](/topics/sea/2015/11/).');
  const room = newsroom({
    git: false,
    files: { ...Object.fromEntries(threeOfNovember), 'articles/2015/11/13/link.md': link },
  });
  await room.rendered();
  const led = () => /<a href="([^"]*)">November<\/a>/.exec(room.page('2015/11/13/link/index.html'))?.[1];
  expect(led()).toBe('/topics/sea/2015/');
  room.write(storyAt('s4', { day: '2015-12-01' }));
  expect((await rebuild(room)).rendered).toContain('/2015/11/13/link/');
  expect(led()).toBe('/topics/sea/2015/11/');
});
