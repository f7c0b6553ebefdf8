/** One page of each layout, from one fixed newsroom. After a change on purpose: vitest -u, and read the diff. */
import { beforeAll, expect, test } from 'vitest';
import { kinds } from '../../src/routes/kinds.ts';
import { instant, Newsroom, treeOf } from '../support/newsroom.ts';
import { files } from './newsroom-files.ts';
import { reviewable, reviewableStyles } from './reviewable.ts';

/** Which page stands for each kind of route. */
const pages: Record<string, string> = {
  'front-page': 'index.html',
  article: '2015/11/26/lighthouse/index.html',
  'section-front': 'world/index.html',
  'topic-front': 'topics/sea/index.html',
  'author-front': 'authors/desk/index.html',
  'listing-front': 'series/a-year-by-the-sea/index.html',
  'archive-year': '2015/index.html',
  'archive-month': '2015/11/index.html',
  'archive-day': '2015/11/26/index.html',
  page: 'about/index.html',
  'not-found': '404.html',
  'topic-index': 'topics/index.html',
  'author-index': 'authors/index.html',
  'listing-index': 'series/index.html',
  corrections: 'corrections/index.html',
  'feeds-page': 'feeds/index.html',
  'feed-rss': 'feed.xml',
  'feed-atom': 'world/feed.atom',
  'feed-json': 'corrections/feed.json',
  'news-sitemap': 'news-sitemap.xml',
  sitemap: 'sitemaps/2015-11.xml',
  'undated-sitemap': 'sitemaps/pages-en.xml',
  'sitemap-index': 'sitemap.xml',
  search: 'search/index.html',
  'search-shard': 'search-index/en/month-0.txt',
  'found-stories': 'search-index/en/stories-201511-0.json',
  robots: 'robots.txt',
  redirect: 'light.html',
  withdrawn: '2014/12/31/fire/index.html',
  gone: '2015/11/02/sirens/index.html',
};

/** The same layouts in the site's other language, where their words differ most. */
const russian: Record<string, string> = {
  'front-page': 'ru/index.html',
  article: 'ru/2015/11/26/lighthouse/index.html',
};

/** A page of each style sheet there is. */
const styles: Record<string, string> = {
  front: 'index.html',
  article: '2015/11/26/lighthouse/index.html',
  listing: 'world/index.html',
  archive: '2015/index.html',
  day: '2015/11/26/index.html',
  stories: 'authors/desk/index.html',
  topic: 'topics/sea/index.html',
  names: 'topics/index.html',
  corrections: 'corrections/index.html',
  page: 'about/index.html',
  notice: '404.html',
  search: 'search/index.html',
  bare: 'light.html',
};

let built: Map<string, string>;

beforeAll(async () => {
  const room = new Newsroom({ git: false, files });
  await room.rendered({ now: instant('2015-11-27 12:00+03:00') });
  built = new Map([...treeOf(room.out)].map(([path, text]) => [path, Buffer.from(text, 'latin1').toString()]));
  room.dispose();
});

function text(path: string): string {
  return built.get(path) ?? expect.fail(`${path} was not built`);
}

test.for(Object.entries(pages))('%s', async ([kind, path]) => {
  await expect(reviewable(text(path))).toMatchFileSnapshot(`__snapshots__/${kind}${path.slice(path.lastIndexOf('.'))}`);
});

test.for(Object.entries(russian))('%s in Russian', async ([kind, path]) => {
  await expect(reviewable(text(path))).toMatchFileSnapshot(`__snapshots__/${kind}.ru.html`);
});

test('the style sheets, each rule once', async () => {
  const sheets = Object.entries(styles).map(([name, path]) => [name, text(path)]);
  await expect(reviewableStyles(Object.fromEntries(sheets))).toMatchFileSnapshot('__snapshots__/styles.css');
});

test('every page has one of these style sheets, to the byte, so that one hash covers each', () => {
  const sheetOf = (page: string) => /<style>.*?<\/style>/s.exec(page)?.[0];
  const known = new Set(Object.values(styles).map((path) => sheetOf(text(path))));
  const pagesWithout = [...built].filter(([path, page]) => path.endsWith('.html') && !known.has(sheetOf(page)));
  expect(pagesWithout.map(([path]) => path)).toEqual([]);
  expect(known.size).toBe(Object.keys(styles).length);
});

test('every kind of route has its snapshot; pictures, cards, icons, scripts and files are their bytes', () => {
  const shown = kinds.map(({ name }) => name);
  expect(
    [...Object.keys(pages), 'picture', 'social-card', 'icon', 'search-script', 'document', 'public-file'].sort(),
  ).toEqual(shown.sort());
});

test('the pages of the newsroom, all of them', async () => {
  await expect(`${[...built.keys()].join('\n')}\n`).toMatchFileSnapshot('__snapshots__/paths.txt');
});
