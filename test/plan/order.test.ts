/** Stories are listed newest first; those of one instant by their path, always. */
import { expect, test } from 'vitest';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { paths, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const day = 'articles/2015/11/26';

/** Where the stories stand on a page, one after another. */
function orderOn(room: Newsroom, page: string): string[] {
  const main = room.page(page).split('<main')[1] ?? '';
  return [...new Set([...main.matchAll(/href="\/2015\/11\/26\/([a-z]+)\/"/g)].map(([, slug = '']) => slug))];
}

test('two-stories-at-the-same-instant-keep-the-order-of-their-paths, whichever came first', async () => {
  const room = newsroom({ git: false, files: { [`${day}/b.md`]: articleText({ topics: ['x'] }) } });
  await room.rendered();
  for (const slug of ['d', 'a', 'c']) {
    room.write({ [`${day}/${slug}.md`]: articleText({ topics: ['x'] }) });
    await rebuild(room);
  }
  expect(orderOn(room, '2015/11/26/index.html')).toEqual(['a', 'b', 'c', 'd']);
  expect(orderOn(room, 'topics/x/index.html')).toEqual(['a', 'b', 'c', 'd']);
});

test('a-story-between-two-ties-becomes-the-neighbour-of-both, and one of those related to the stories before', async () => {
  const files = Object.fromEntries(
    ['a', 'c', 'e', 'g'].map((slug) => [`${day}/${slug}.md`, articleText({ topics: ['x', 'y'] })]),
  );
  const room = newsroom({ git: false, files });
  await room.rendered();
  room.write({ [`${day}/d.md`]: articleText({ topics: ['x', 'y'] }) });
  const report = await rebuild(room);
  expect(report.rendered.filter((url) => /26\/[a-z]\//.test(url))).toEqual(
    urls('/2015/11/26/a/ /2015/11/26/c/ /2015/11/26/d/ /2015/11/26/e/'),
  );
  expect(
    report.outcomes
      .filter(({ did }) => did === 'unchanged')
      .map(({ url }) => url)
      .sort(),
  ).toEqual(['/2015/11/26/g/', '/sitemap.xml']);
});

test('a-tie-that-is-edited-is-new-for-its-neighbours-alone', async () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((slug) => [`${day}/${slug}.md`, articleText({ topics: ['x', 'y'] })]),
  );
  const room = newsroom({ git: false, files });
  await room.rendered();
  room.write({ [`${day}/b.md`]: articleText({ topics: ['x', 'y'], title: 'New' }) });
  expect((await rebuild(room)).rendered.filter((url) => /26\/[a-z]\//.test(url))).toEqual(
    urls('/2015/11/26/a/ /2015/11/26/b/ /2015/11/26/c/'),
  );
});

test('the-last-story-a-front-has-room-for-gives-way-by-path-among-ties', async () => {
  const named = Array.from({ length: 30 }, (_, n) => [`${day}/s${String(n + 10)}.md`, articleText({ topics: ['x'] })]);
  const room = newsroom({ git: false, files: Object.fromEntries(named) });
  await room.rendered();
  room.write({ [`${day}/zz.md`]: articleText({ topics: ['x'], title: 'The last' }) });
  const last = await rebuild(room);
  expect(last.rendered).toContain('/topics/x/'); // its count
  expect(room.page('topics/x/index.html')).not.toContain('The last');
  room.write({ [`${day}/aa.md`]: articleText({ topics: ['x'], title: 'The first' }) });
  await rebuild(room);
  expect(room.page('topics/x/index.html')).toContain('The first');
  expect(room.page('topics/x/index.html')).not.toContain('/s39/');
  room.remove(`${day}/aa.md`);
  await rebuild(room);
  expect(room.page('topics/x/index.html')).toContain('/s39/');
});

test('a-story-that-changes-its-hour-touches-both-of-its-places', async () => {
  const room = await smallTown();
  room.write({ [paths.concert]: story('concert', { date: '2015-11-26 19:00' }) });
  expect((await rebuild(room)).rendered).toEqual(
    urls(`
    /2015/11/26/concert/ /{feeds} /404.html /culture/{feeds} /culture/2015/11/ /topics/music/{feed} /topics/music/2015/ /authors/ben/{feed} /authors/ben/2015/
    /2015/11/ /2015/11/26/ /sitemap.xml /sitemaps/2015-11.xml /2015/11/26/regatta/`),
  );
  expect(orderOn(room, '2015/11/26/index.html')).toEqual(['concert', 'regatta']);
});

test('a-story-that-moves-to-another-day-has-another-url-and-leaves-the-old-day', async () => {
  const room = await smallTown();
  room
    .remove(paths.concert)
    .write({ 'articles/2015/12/02/concert.md': story('concert', { date: '2015-12-02 09:00' }) });
  const report = await rebuild(room);
  expect(report.removed).toEqual(['/2015/11/26/concert/']);
  expect(report.rendered).toEqual(
    urls(`
    /2015/12/02/concert/ /{feeds} /404.html /culture/{feeds} /culture/2015/ /culture/2015/11/ /culture/2015/12/ /topics/music/{feed} /topics/music/2015/
    /authors/ben/{feed} /authors/ben/2015/ /2015/ /2015/11/ /2015/11/26/ /2015/12/ /2015/12/02/ /sitemap.xml /sitemaps/2015-11.xml /sitemaps/2015-12.xml /2015/11/26/regatta/`),
  );
});
