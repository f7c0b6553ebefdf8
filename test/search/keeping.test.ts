/** What of the index changes with a story, a word, the end of a month, and a setting. */
import { expect, test } from 'vitest';
import { articleText, instant, newsroom, siteYaml } from '../support/newsroom.ts';
import { rebuild, smallTown, story } from '../support/small-town.ts';

const november = { now: instant('2015-11-30') };

/** Paths below `/search-index/` of what was rendered or removed. */
function touched(outcomes: readonly { url: string; did: string }[], did: string): string[] {
  return outcomes
    .filter((each) => each.did === did)
    .map(({ url }) => url.replace('/search-index/', ''))
    .sort();
}

test('a new story renders the shards of its month and what is told of that', async () => {
  const room = await smallTown({}, november);
  room.write({ 'articles/2015/11/27/fog.md': articleText({ date: '2015-11-27', authors: ['ann'] }) });
  const { ofSearch } = await rebuild(room, november);
  expect(touched(ofSearch, 'rendered')).toEqual(['en/month-0.txt', 'en/stories-201511-0.json']);
});

test('another word in an old story renders the shards that have it, and nothing where no word is another', async () => {
  const room = await smallTown({}, november);
  room.write({ 'articles/2015/10/05/ferry.md': story('ferry', {}, 'A paragraph of longer text.') });
  expect(touched((await rebuild(room, november)).ofSearch, 'rendered')).toEqual(['en/year-0.txt']);
  room.write({ 'articles/2015/10/05/ferry.md': story('ferry', {}, 'A text of *longer* paragraphs.') });
  expect((await rebuild(room, november)).ofSearch).toEqual([]);
});

test('what is told of found stories changes with a warning, and not with the name of who wrote them', async () => {
  const room = await smallTown({}, november);
  room.write({ 'articles/2015/10/05/ferry.md': story('ferry', { warning: 'Somebody drowns' }) });
  expect(touched((await rebuild(room, november)).ofSearch, 'rendered')).toEqual(['en/stories-201510-0.json']);
  room.write({ 'authors/ann.yaml': 'name: Ann Other\n' });
  expect(touched((await rebuild(room, november)).ofSearch, 'rendered')).toEqual(['/search/']);
});

test('a month that ends is due, joins its year and leaves the years before as they are', async () => {
  const room = await smallTown({ 'articles/2014/03/05/boat.md': articleText({ date: '2014-03-05' }) }, november);
  const { nextDue } = await room.build(november);
  expect(nextDue).toEqual({ at: instant('2015-12-01 00:00+03:00'), what: 'a month closes in the search index' });
  const { ofSearch } = await rebuild(room, { now: nextDue?.at });
  // A story of December comes out at the same instant.
  expect(touched(ofSearch, 'rendered')).toContain('en/year-0.txt');
  expect(touched(ofSearch, 'rendered').filter((path) => path.includes('earlier'))).toEqual([]);
  const { ofSearch: back } = await rebuild(room, november);
  expect(touched(back, 'rendered')).toContain('en/month-0.txt');
});

test('a year that ends is due where its last month has no story, and joins all years before', async () => {
  const room = newsroom({ git: false, files: { 'articles/2015/03/05/boat.md': articleText({ date: '2015-03-05' }) } });
  await room.rendered(november);
  const { nextDue } = await room.build(november);
  expect(nextDue).toEqual({ at: instant('2016-01-01 00:00+03:00'), what: 'a year closes in the search index' });
  const { ofSearch } = await rebuild(room, { now: nextDue?.at });
  expect(touched(ofSearch, 'rendered')).toEqual(['/search/', 'en/earlier-0.txt']);
  expect(touched(ofSearch, 'removed')).toEqual(['en/year-0.txt']);
  expect((await room.build({ now: nextDue?.at })).nextDue).toBeUndefined();
});

test('a story that goes as its month ends is in no period any more', async () => {
  const one = { 'articles/2015/11/05/boat.md': articleText({ title: 'The zeppelin', date: '2015-11-05' }) };
  const next = { 'articles/2015/12/05/fog.md': articleText({ title: 'Fog', date: '2015-12-05' }) };
  const room = newsroom({ git: false, files: { ...one, ...next } });
  await room.rendered(november);
  room.remove('articles/2015/11/05/boat.md');
  await room.rendered({ now: instant('2015-12-06') });
  expect(room.page('search-index/en/month-0.txt')).not.toContain('zeppelin');
});

test('search engines may know the page on which readers search', async () => {
  const room = await smallTown({}, november);
  const [, robots = ''] = /name="robots" content="([^"]*)"/.exec(room.page('search/index.html')) ?? [];
  expect(robots).toBe('max-image-preview:large');
});

test('“search: false” leaves nothing of it, and without the line it is there again', async () => {
  const room = await smallTown({}, november);
  room.write({ 'site.yaml': `${siteYaml}search: false\n` });
  const { ofSearch } = await rebuild(room, november);
  expect(touched(ofSearch, 'removed')).toContain('en/month-0.txt');
  expect(ofSearch.every(({ did }) => did === 'removed')).toBe(true);
  expect(room.page('index.html')).not.toContain('/search/');
  room.write({ 'site.yaml': siteYaml });
  expect(touched((await rebuild(room, november)).ofSearch, 'rendered')).toContain('en/month-0.txt');
});

test('what is found says who paid for it, of which genre it is, and that readers are to be warned', async () => {
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/26/ad.md': articleText({ sponsor: { name: 'Port Ltd', url: 'https://port.example/' } }),
      'articles/2015/11/24/view.md': articleText({ date: '2015-11-24', type: 'opinion' }),
      'articles/2015/11/25/war.md': articleText({ date: '2015-11-25', warning: 'Blood is seen.' }),
    },
  });
  await room.rendered(november);
  const [view, war, ad] = Object.values<string[]>(JSON.parse(room.page('search-index/en/stories-201511-0.json')));
  expect(ad?.[4]).toBe('Sponsored by Port Ltd · World');
  expect([view, war, ad].map((told) => told?.slice(5))).toEqual([['opinion'], ['', 1], []]);
});
