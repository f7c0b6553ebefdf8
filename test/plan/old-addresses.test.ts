/** Addresses of the site before: answered from files where files can be, told to hosts in any case. */
import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { renderWithEleventy } from '../../src/render/eleventy.ts';
import { instant, newsroom, siteYaml } from '../support/newsroom.ts';
import { paths, rebuild, smallTown, story } from '../support/small-town.ts';

const bridge = '/2015/11/10/bridge/';

const answered: [written: string, file: string][] = [
  ['/новости/привет/', 'новости/привет/index.html'],
  ['/2015/11/26/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82/', '2015/11/26/привет/index.html'],
  ['/news/тест.html', 'news/тест.html'],
  ['/tag/c++/', 'tag/c++/index.html'],
  ["/its-ann's/", "its-ann's/index.html"],
  ['/foo(bar)/', 'foo(bar)/index.html'],
  ['/@ann/post/', '@ann/post/index.html'],
  ['/2015/11/26/a,b/', '2015/11/26/a,b/index.html'],
  ['/story:1;~2', 'story:1;~2/index.html'],
  ['/p%C3%A9/', 'pé/index.html'],
  ['/en/release/v18.0.0', 'en/release/v18.0.0/index.html'],
  ['/story.php', 'story.php/index.html'],
  ['/ru/a%20b%25/%7B%7Bc%7D%7D', 'ru/a b%/{{c}}/index.html'],
  ['https://courier.example/Old/Page.HTM', 'Old/Page.HTM'],
  ['/blog/index', 'blog/index/index.html'],
  ['/feed/', 'feed/index.html'],
];
const toBeTold = ['/?p=123', '/story.php?id=7', '/%EF%F0%E8/'];

const redirectsOf = (room: { cache: string }) => JSON.parse(readFileSync(join(room.cache, 'redirects.json'), 'utf8'));

test('every old address that a file can stand for leads to its story, is found by check, and all are told to hosts', async () => {
  const room = newsroom({
    git: false,
    files: {
      'authors/ann.yaml': 'name: Ann\n',
      [paths.bridge]: story('bridge', { redirectFrom: [...answered.map(([written]) => written), ...toBeTold] }),
    },
  });
  await room.rendered({ render: renderWithEleventy });
  for (const [, file] of answered) expect([file, room.page(file).includes(`0; url=${bridge}`)]).toEqual([file, true]);
  const checked = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  expect(checked.problems).toEqual([]);
  const rows: { from: string; to: string; file: boolean }[] = redirectsOf(room);
  expect(rows.map(({ from }) => from)).toEqual(rows.map(({ from }) => from).sort());
  expect(new Set(rows.map(({ to }) => to))).toEqual(new Set([bridge]));
  expect(rows.filter(({ file }) => !file).map(({ from }) => from)).toEqual([...toBeTold].sort());
  expect(rows.filter(({ file }) => file)).toHaveLength(answered.length);
  for (const { from } of rows) expect(from).toMatch(/^\/[!-~]*$/);
  expect((await room.build()).outcomes).toEqual([]);
});

test('hosts are told anew when an old address comes, goes or leads elsewhere, and of nothing that is not public', async () => {
  const room = await smallTown({
    [paths.bridge]: story('bridge', { redirectFrom: ['/мост/', '/?p=1'] }),
    [paths.market]: story('market', { redirectFrom: ['/secret/'] }),
    [paths.ferry]: story('ferry', { redirectFrom: ['/draft/'], draft: true }),
  });
  const froms = () => redirectsOf(room).map(({ from, to }: { from: string; to: string }) => `${from} ${to}`);
  const moved = ['/%D0%BC%D0%BE%D1%81%D1%82/ /2015/11/10/bridge/', '/?p=1 /2015/11/10/bridge/'];
  expect(froms()).toEqual([...moved, '/secret/ /2015/12/01/market/']);
  await rebuild(room, { now: instant('2015-11-20') });
  expect(froms()).toEqual(moved);

  const file = join(room.cache, 'redirects.json');
  utimesSync(file, 1, 1);
  room.write({ [paths.concert]: story('concert', { title: 'Another' }) });
  await rebuild(room, { now: instant('2015-11-20') });
  expect(statSync(file).mtimeMs).toBe(1000);

  room.remove(paths.bridge);
  room.write({ 'articles/2015/11/10/span.md': story('bridge', { redirectFrom: ['/мост/', '/?p=1'] }) });
  await rebuild(room, { now: instant('2015-11-20') });
  expect(froms()).toEqual(moved.map((row) => row.replace('bridge', 'span')));
});

test('hosts are told where what no file can answer for leads, of pages, topics and authors too, and anew when it changes', async () => {
  const page = (old: string) => `---\ntitle: About\nredirectFrom: ["${old}"]\n---\nWe are three.\n`;
  const room = await smallTown({
    'pages/about.md': page('/?page_id=2'),
    'authors/ann.yaml': 'name: Ann\nredirectFrom: ["/?author=1"]\n',
  });
  const forHosts = () =>
    redirectsOf(room)
      .filter(({ file }: { file: boolean }) => !file)
      .map(({ from, to }: { from: string; to: string }) => `${from} ${to}`);
  expect(forHosts()).toEqual(['/?author=1 /authors/ann/', '/?page_id=2 /about/']);
  room.write({ 'pages/about.md': page('/?page_id=3') });
  await rebuild(room, { now: instant('2015-11-20') });
  expect(forHosts()).toEqual(['/?author=1 /authors/ann/', '/?page_id=3 /about/']);
});

test('a withdrawn story keeps its old addresses, and only its notice is behind them', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { redirectFrom: ['/мост/', '/?p=1'] }) });
  room.write({
    [paths.bridge]: story('bridge', {
      redirectFrom: ['/мост/', '/?p=1'],
      withdrawn: { date: '2015-11-12', reason: 'It was not so.' },
    }),
  });
  await rebuild(room);
  expect(room.page('мост/index.html')).toContain(`url=${bridge}`);
  expect(redirectsOf(room)).toHaveLength(2);
  room.write({ [paths.storm]: story('storm', { redirectFrom: ['/МОСТ'] }) });
  expect((await room.build()).problems).toMatchObject([{ code: 'redirect/claimed-twice', file: paths.bridge }]);
});

test.each([
  ['/мост/', 'link/moved'],
  ['/%D0%BC%D0%BE%D1%81%D1%82/', 'link/moved'],
  ['/Мост', 'link/moved'],
  ['/old.php', 'link/moved'],
  ['/?p=1', 'link/moved'],
  ['/2015/11/10/%62ridge/', 'link/misspelt'],
  ['/2015/11/10/Bridge/index.html', 'link/misspelt'],
])('a link to %s is told where to lead', async (href, code) => {
  const room = newsroom({
    git: false,
    files: {
      'authors/ann.yaml': 'name: Ann\n',
      [paths.bridge]: story('bridge', { redirectFrom: ['/мост/', '/old.php', '/?p=1'] }, `[It](${href})`),
    },
  });
  expect((await room.build()).problems).toMatchObject([{ code, fix: `Write ${bridge}.`, line: 11, column: 6 }]);
});

test.each([
  ['/feed.xml/', 'redirect/reserved'],
  ['/world/feed.xml/old', 'redirect/reserved'],
  ['/ru/404.html/x', 'redirect/reserved'],
  ['/2015/11/26/other/card.png', 'redirect/reserved'],
  ['/ru/2015/11/26/other/card.png', 'redirect/reserved'],
  ['/Authors/ann/cv', 'redirect/reserved'],
  ['/.edition', 'redirect/reserved'],
  ['/.tmp/x', 'redirect/reserved'],
  ['/index.html', 'redirect/reserved'],
  ['/2015/11/10/part-2', 'redirect/reserved'],
  ['/world/2015/11/10/part-3/', 'redirect/reserved'],
  ['/topics/letter_s/', 'redirect/reserved'],
  ['/2015/11/10/BRIDGE', 'redirect/own-address'],
])('%s cannot be redirected from: %s', async (from, code) => {
  const room = newsroom({
    git: false,
    files: { 'authors/ann.yaml': 'name: Ann\n', [paths.bridge]: story('bridge', { redirectFrom: [from] }) },
  });
  expect((await room.build()).problems).toMatchObject([{ code }]);
});

test('an address that differs from the present one by capital letters is of gone.yaml, as is advised', async () => {
  const room = newsroom({ git: false, files: { 'authors/ann.yaml': 'name: Ann\n' } });
  room.write({ [paths.bridge]: story('bridge', { redirectFrom: ['/2015/11/10/BRIDGE'] }) });
  const [{ fix = '' } = {}] = (await room.build()).problems;
  const line = /“(- .*)”/.exec(fix)?.[1];
  room.write({ [paths.bridge]: story('bridge'), 'gone.yaml': `${line}\n` });
  expect((await room.build()).problems).toEqual([]);
});

test('a file and a folder of one name are told apart by a slash, as is advised', async () => {
  const room = newsroom({ git: false, files: { 'authors/ann.yaml': 'name: Ann\n' } });
  room.write({ [paths.bridge]: story('bridge', { redirectFrom: ['/b.html', '/B.html/amp'] }) });
  expect((await room.build()).problems).toMatchObject([{ code: 'redirect/file-and-folder' }]);
  room.write({ [paths.bridge]: story('bridge', { redirectFrom: ['/b.html/', '/b.html/amp'] }) });
  await room.rendered();
  for (const file of ['b.html/index.html', 'b.html/amp/index.html'])
    expect(existsSync(join(room.out, file))).toBe(true);
});

test('a language whose address has capital letters has pages and old addresses below it', async () => {
  const site = siteYaml.replace('[en, ru]', '[en, en-US]');
  const room = newsroom({ git: false, files: { 'site.yaml': site, 'authors/ann.yaml': 'name: Ann\n' } });
  room.write({ [paths.bridge.replace('.md', '.en-US.md')]: story('bridge', { redirectFrom: ['/en-us/Old'] }) });
  await room.rendered();
  expect(room.page('en-us/Old/index.html')).toContain('url=/en-US/2015/11/10/bridge/');
  room.write({ [paths.storm]: story('storm', { redirectFrom: ['/en-us/2015/11/10/Bridge/'] }) });
  room.write({ 'authors/ben.yaml': 'name: Ben\n' });
  expect((await room.build()).problems).toMatchObject([{ code: 'redirect/taken' }]);
});

test('the page at an old address speaks the language that it leads to', async () => {
  const room = await smallTown({
    [paths.bridge]: story('bridge', { redirectFrom: ['/old/bridge/'] }),
    [paths.bridge.replace('.md', '.ru.md')]: story('bridge', { title: 'Мост', redirectFrom: ['/old/most/'] }),
  });
  const spoken = (url: string) => /<html[^>]* lang="(\w+)"/.exec(room.page(`${url.slice(1)}index.html`))?.[1];
  expect(['/old/bridge/', '/old/most/'].map(spoken)).toEqual(['en', 'ru']);
});

test('the list for hosts comes back when it was removed', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { redirectFrom: ['/?p=1'] }) });
  const file = join(room.cache, 'redirects.json');
  const written = readFileSync(file, 'utf8');
  rmSync(file);
  expect((await room.build()).outcomes).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe(written);
});
