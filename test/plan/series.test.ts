/** Series: a front with its parts in order, and on each part its neighbours. */
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/commands/build.ts';
import { thingsOn } from '../layouts/things.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { paths, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const pathOf = (day: number) => `articles/2015/11/${String(day).padStart(2, '0')}/part.md`;
/** Few have one in common, so that stories on the same topic are asked for no other reason. */
const topics = ['sea', 'port', 'ice', 'fog', 'sun', 'wind', 'rain', 'dust'];
const part = (day: number, fields: object = {}) => {
  const own = { title: `Part ${day}`, topics: [topics[day % topics.length]], series: 'drought-2015' };
  return articleText({ ...own, date: `2015-11-${day} 10:00`, ...fields });
};

async function drought(days: readonly number[]): Promise<Newsroom> {
  const room = newsroom({ git: false, files: Object.fromEntries(days.map((day) => [pathOf(day), part(day)])) });
  await room.rendered();
  return room;
}

/** What stands in the box of the series: the parts by their days, the story itself as `here`. */
function beside(room: Newsroom, day: number): string[] {
  const [, box = ''] =
    /<nav aria-labelledby="series">(.*?)<\/nav>/s.exec(room.page(`2015/11/${day}/part/index.html`)) ?? [];
  const found = box.matchAll(/<a href="\/2015\/11\/(\d+)\/part\/"|aria-current="page"/g);
  return [...found].map(([, link]) => link ?? 'here');
}

function storiesAsked({ outcomes }: BuildReport): string[] {
  return outcomes.flatMap(({ url }) => /^\/2015\/11\/(\d+)\/part\/$/.exec(url)?.[1] ?? []).sort();
}

test('each-part-shows-its-nearest, and a new last part asks only the one before it', async () => {
  const room = await drought([11, 13, 15, 17, 19]);
  expect(beside(room, 11)).toEqual(['here', '13']);
  expect(beside(room, 17)).toEqual(['11', '13', '15', 'here', '19']);
  room.write({ [pathOf(21)]: part(21) });
  expect(storiesAsked(await rebuild(room))).toEqual(['19', '21']);
  room.write({ [pathOf(14)]: part(14) });
  // The last for what is nearest in its section.
  expect(storiesAsked(await rebuild(room))).toEqual(['13', '14', '15', '17', '19', '21']);
  expect(beside(room, 17)).toEqual(['13', '14', '15', 'here', '19']);
});

test('a-story-in-no-series-asks-no-part-of-one', async () => {
  const room = await drought([11, 13]);
  room.write({ [pathOf(21)]: part(21, { series: undefined, section: 'culture' }) });
  const report = await rebuild(room);
  expect(storiesAsked(report)).toEqual(['21']);
  expect(report.outcomes.filter(({ url }) => url.includes('/series/'))).toEqual([]);
});

test('its-front-begins-with-the-first-part, and says so to search engines', async () => {
  const room = await drought([19, 11, 15]);
  const front = room.page('series/drought-2015/index.html');
  expect([...front.matchAll(/<h3><a href="[^"]+">(.*?)<\/a>/g)].map(([, title]) => title)).toEqual([
    'Part 11',
    'Part 15',
    'Part 19',
  ]);
  expect(front).toMatch(
    /<p class="label"><a class="link" href="\/series\/">Series<\/a><\/p>.*<h1 class="title">Drought 2015<\/h1>.*>3 stories</s,
  );
  const page = room.page('2015/11/15/part/index.html');
  expect(page).toContain('Series: <a class="link" href="/series/drought-2015/">Drought 2015</a>');
  expect(thingsOn(page)[0]?.isPartOf).toEqual({
    '@type': 'CreativeWorkSeries',
    name: 'Drought 2015',
    url: 'https://courier.example/series/drought-2015/',
  });
  expect(room.page('series/index.html')).toContain('<a href="/series/drought-2015/">Drought 2015</a>');
  expect(room.page('index.html')).not.toContain('/series/');
});

test('the-first-parts-stand-on-the-front: one more than it holds changes its count and its year alone', async () => {
  const days = Array.from({ length: 30 }, (_, n) => n + 1);
  const path = (day: number) => `articles/2014/11/${String(day).padStart(2, '0')}/part.md`;
  const dated = (day: number) => ({ date: `2014-11-${String(day).padStart(2, '0')} 10:00` });
  const files = days.map((day): [string, string] => [path(day), part(day, dated(day))]);
  const room = newsroom({ git: false, files: Object.fromEntries(files) });
  await room.rendered();
  room.write({ [pathOf(21)]: part(21) });
  const { outcomes } = await rebuild(room);
  const ofSeries = outcomes.filter(({ url }) => url.includes('/series/'));
  expect(ofSeries.map(({ url, did }) => `${did} ${url}`).sort()).toEqual([
    'rendered /series/drought-2015/',
    'rendered /series/drought-2015/2014/',
    'rendered /series/drought-2015/2015/',
    'rendered /series/drought-2015/feed.xml',
  ]);
  const front = room.page('series/drought-2015/index.html');
  expect(front).toContain('31 stories');
  expect(front).not.toContain('/2015/11/21/part/');
  expect(room.page('series/drought-2015/2015/index.html')).toContain('/2015/11/21/part/');
});

test('a-topic’s-file-of-its-id-names-it, and a new name renders exactly what shows it', async () => {
  const room = await smallTown({
    [paths.ferry]: story('ferry', { series: 'strait' }),
    [paths.bridge]: story('bridge', { series: 'strait' }),
    'topics/strait.md': '---\nname: The Strait\n---\n',
  });
  expect(room.page('series/strait/index.html')).toContain('<h1 class="title">The Strait</h1>');
  room.write({ 'topics/strait.md': '---\nname: Across the strait\n---\n' });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls('/2015/10/05/ferry/ /2015/11/10/bridge/ /series/ /series/strait/{feed} /series/strait/2015/'),
  );
  room.remove('topics/strait.md');
  expect((await rebuild(room)).rendered).toEqual(report.rendered);
  expect(room.page('2015/10/05/ferry/index.html')).toContain('>Strait</a>');
});

test('a-series-comes-and-goes-with-its-parts', async () => {
  const room = await smallTown();
  room.write({ [paths.ferry]: story('ferry', { series: 'strait' }) });
  expect((await rebuild(room)).rendered).toEqual(
    urls('/2015/10/05/ferry/ /series/ /series/strait/{feed} /series/strait/2015/'),
  );
  room.write({ [paths.ferry]: story('ferry') });
  expect((await rebuild(room)).removed).toEqual(urls('/series/strait/{feed} /series/strait/2015/'));
});

test('what-stands-in-the-series-stands-nowhere-else-beside-a-part', async () => {
  const fields = { thread: 'dry', topics: ['water', 'farms'] };
  const room = newsroom({
    git: false,
    files: {
      [pathOf(11)]: part(11, fields),
      [pathOf(12)]: part(12, { ...fields, series: undefined }),
      [pathOf(13)]: part(13, fields),
    },
  });
  await room.rendered();
  const page = room.page('2015/11/13/part/index.html');
  expect(page.match(/href="\/2015\/11\/11\/part\/"/g)).toHaveLength(1);
  expect(beside(room, 13)).toEqual(['11', 'here']);
  const [, thread = ''] = /<nav aria-labelledby="thread">(.*?)<\/nav>/s.exec(page) ?? [];
  expect([...thread.matchAll(/href="\/2015\/11\/(\d+)/g)].map(([, day]) => day)).toEqual(['12']);
});
