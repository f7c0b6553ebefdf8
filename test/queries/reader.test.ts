/** What each query answers, and what it writes down as looked at. */
import { expect, onTestFinished, test } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import { spotOf } from '../../src/catalog/hash.ts';
import { beginning, end } from '../../src/catalog/intervals.ts';
import { readScope, scopeName } from '../../src/content/scopes.ts';
import { Reader } from '../../src/queries/reader.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { openSource } from '../../src/source/git-source.ts';
import { syncCatalog } from '../../src/sync/sync.ts';
import { articleText, instant, lateEnough, newsroom, testEngine } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import { shippedShelf } from '../support/words.ts';

const day = (n: number) => instant(`2015-11-0${n} 12:00+03:00`);
const path = (n: number, slug = 's') => `articles/2015/11/0${n}/${slug}.md`;
const text = (n: number, fields: Record<string, unknown> = {}, body?: string) =>
  articleText({ title: `Story ${n}`, date: `2015-11-0${n} 12:00`, topics: ['x'], ...fields }, body);

/** Stories at noon of the days 1, 3, 5 and 7 of November, all of topic x. */
const four = { [path(1)]: text(1), [path(3)]: text(3), [path(5)]: text(5), [path(7)]: text(7) };

async function readerOf(
  files: Record<string, string | Uint8Array>,
  now = lateEnough,
): Promise<{ reader: Reader; looked(): unknown[] }> {
  const room = newsroom({ git: false, files });
  const catalog: Catalog = openCatalog(undefined);
  onTestFinished(() => catalog.close());
  const { problems } = await syncCatalog(catalog, {
    source: await openSource(room.content),
    now,
    rules: routeRules,
    engine: testEngine,
    words: async () => shippedShelf,
  });
  expect(problems).toEqual([]);
  const reader = new Reader(catalog);
  const nameOf = (scope: number) =>
    scope === 0 ? 'single' : (scope < 0 ? 'counts of ' : '') + scopeName(catalog.scopes.withId(Math.abs(scope)));
  return {
    reader,
    looked: () => [...reader.watches.values()].map(({ scope, lo, hi, depth }) => [nameOf(scope), lo, hi, depth]),
  };
}

const single = (name: string, depth: number) => ['single', spotOf(name), spotOf(name), depth];

const topic = readScope('topic:en:x');
const whole = readScope('all:en');
const every = readScope('every');
const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);

test('the newest of a scope are looked at from the last one shown to the end of time', async () => {
  const { reader, looked } = await readerOf(four);
  expect(titles(reader.newest(topic, 2, 'headline'))).toEqual(['Story 7', 'Story 5']);
  expect(looked()).toEqual([[scopeName(topic), day(5), end, 1]]);
});

test('a scan that ran out of stories covers everything to the beginning', async () => {
  const { reader, looked } = await readerOf(four);
  expect(reader.newest(topic, 5, 'headline')).toHaveLength(4);
  expect(looked()).toEqual([[scopeName(topic), beginning, end, 1]]);
});

test('a scan that is just full ends at its last story', async () => {
  const { reader, looked } = await readerOf(four);
  expect(reader.newest(topic, 4, 'headline')).toHaveLength(4);
  expect(looked()).toEqual([[scopeName(topic), day(1), end, 1]]);
});

test('an empty scope is looked at whole, so that its first story is noticed', async () => {
  const { reader, looked } = await readerOf({});
  expect(reader.newest(topic, 3, 'ids')).toEqual([]);
  expect(looked()).toEqual([[scopeName(topic), beginning, end, 0]]);
});

test('the depth is that of the question', async () => {
  const { reader, looked } = await readerOf(four);
  for (const depth of ['ids', 'headline', 'teaser', 'full'] as const) reader.newest(topic, 1, depth);
  expect(looked()).toEqual([0, 1, 2, 3].map((depth) => [scopeName(topic), day(7), end, depth]));
});

test('the answer is as deep as the question', async () => {
  const { reader } = await readerOf(four);
  const keys = (depth: 'ids' | 'headline' | 'teaser' | 'full') => Object.keys(reader.newest(topic, 1, depth)[0] ?? {});
  expect(keys('ids')).toEqual(['story', 'language']);
  expect(keys('headline')).not.toContain('summary');
  expect(keys('teaser')).toContain('summary');
  expect(keys('teaser')).not.toContain('points');
  expect(keys('full')).toContain('points');
});

test('the same question twice is written down once', async () => {
  const { reader, looked } = await readerOf(four);
  reader.newest(topic, 2, 'headline');
  reader.newest(topic, 2, 'headline');
  expect(looked()).toHaveLength(1);
});

test('between two instants both ends count, in the answer and in what was looked at', async () => {
  const { reader, looked } = await readerOf(four);
  expect(titles(reader.between(topic, day(3), day(5), 'headline'))).toEqual(['Story 5', 'Story 3']);
  expect(looked()).toEqual([[scopeName(topic), day(3), day(5), 1]]);
});

test('stories of one instant come in the order of their paths', async () => {
  const { reader } = await readerOf({
    [path(3, 'b')]: text(3, { title: 'b' }),
    [path(3, 'a')]: text(3, { title: 'a' }),
    [path(3, 'c')]: text(3, { title: 'c' }),
  });
  expect(titles(reader.newest(topic, 2, 'headline'))).toEqual(['a', 'b']);
  expect(titles(reader.between(topic, day(3), day(3), 'headline'))).toEqual(['a', 'b', 'c']);
});

test('several older ones are looked at down to the last of them, or to the beginning if there are not so many', async () => {
  const { reader, looked } = await readerOf(four);
  const [, than] = reader.newest(whole, 2, 'headline');
  reader.watches.clear();
  expect(than && titles(reader.older(topic, than, 2))).toEqual(['Story 3', 'Story 1']);
  expect(than && titles(reader.older(topic, than, 3))).toEqual(['Story 3', 'Story 1']);
  expect(looked()).toEqual([
    [scopeName(topic), day(1), day(5), 1],
    [scopeName(topic), beginning, day(5), 1],
  ]);
});

test('the earlier neighbour is looked at from it to the story’s own instant', async () => {
  const { reader, looked } = await readerOf(four);
  const [, than] = reader.newest(whole, 2, 'headline');
  reader.watches.clear();
  expect(than && titles(reader.older(topic, than, 1))).toEqual(['Story 3']);
  expect(looked()).toEqual([[scopeName(topic), day(3), day(5), 1]]);
});

test('the later neighbour is looked at from the story’s own instant to it', async () => {
  const { reader, looked } = await readerOf(four);
  const [, than] = reader.newest(whole, 2, 'headline');
  reader.watches.clear();
  expect(than && reader.later(topic, than)?.title).toBe('Story 7');
  expect(looked()).toEqual([[scopeName(topic), day(5), day(7), 1]]);
});

test('the first and the last story look to the ends of time for a neighbour', async () => {
  const { reader, looked } = await readerOf(four);
  const all = reader.newest(whole, 4, 'headline');
  reader.watches.clear();
  expect(all[0] && reader.later(topic, all[0])).toBeUndefined();
  expect(all[3] && reader.older(topic, all[3], 1)).toEqual([]);
  expect(looked()).toEqual([
    [scopeName(topic), day(7), end, 1],
    [scopeName(topic), beginning, day(1), 1],
  ]);
});

test('neighbours among stories of one instant follow the order of paths, and nobody is left out or met twice', async () => {
  const { reader, looked } = await readerOf({
    [path(1)]: text(1),
    ...Object.fromEntries(['a', 'b', 'c'].map((slug) => [path(3, slug), text(3, { title: slug })])),
    [path(5)]: text(5),
  });
  const all = reader.newest(whole, 9, 'headline');
  expect(titles(all)).toEqual(['Story 5', 'a', 'b', 'c', 'Story 1']);
  reader.watches.clear();
  expect(all.map((each) => reader.older(topic, each, 1)[0]?.title)).toEqual(['a', 'b', 'c', 'Story 1', undefined]);
  expect(all.map((each) => reader.later(topic, each)?.title)).toEqual([undefined, 'Story 5', 'a', 'b', 'c']);
  expect(looked()).toContainEqual([scopeName(topic), day(3), day(3), 1]);
});

test('counts look at their buckets at depth 2, since every number matters', async () => {
  const { reader, looked } = await readerOf(four);
  expect(reader.counts(whole, 201500, 201599)).toEqual([{ bucket: 201511, n: 4 }]);
  expect(reader.count(topic, 0)).toBe(4);
  expect(reader.count(topic, 2014)).toBe(0);
  expect(looked()).toEqual([
    ['counts of all:en', 201500, 201599, 2],
    [`counts of ${scopeName(topic)}`, 0, 0, 2],
    [`counts of ${scopeName(topic)}`, 2014, 2014, 2],
  ]);
});

test('whether a bucket has few is looked at at depth 1, which two that become three and nothing else meet', async () => {
  const { reader, looked } = await readerOf(four);
  expect([reader.isFew(whole, 201511), reader.isFew(topic, 2014)]).toEqual([false, true]);
  expect(looked()).toEqual([
    ['counts of all:en', 201511, 201511, 1],
    [`counts of ${scopeName(topic)}`, 2014, 2014, 1],
  ]);
});

test('buckets look at depth 0: which there are, not how large', async () => {
  const { reader, looked } = await readerOf({
    ...four,
    'articles/2014/01/01/s.md': articleText({ date: '2014-01-01' }),
  });
  expect(reader.buckets(every, 100000, 999999)).toEqual([201401, 201511]);
  expect(looked()).toEqual([['counts of every', 100000, 999999, 0]]);
});

test('years, months and days of a scope do not run into one another', async () => {
  const { reader } = await readerOf(four);
  expect(reader.counts(whole, 1000, 9999)).toEqual([{ bucket: 2015, n: 4 }]);
  expect(reader.counts(whole, 100000, 999999)).toEqual([{ bucket: 201511, n: 4 }]);
  expect(reader.counts(whole, 20151100, 20151199)).toEqual([1, 3, 5, 7].map((n) => ({ bucket: 20151100 + n, n: 1 })));
});

test('a story, a teaser and a withdrawn story are single things, there or not', async () => {
  const { reader, looked } = await readerOf({
    ...four,
    [path(9)]: text(9, { withdrawn: { date: '2015-11-10', reason: 'Wrong.' } }),
  });
  expect(reader.article('2015/11/01/s', 'en', { page: '', root: '' })?.title).toBe('Story 1');
  expect(reader.article('2015/11/09/s', 'en', { page: '', root: '' })).toBeUndefined();
  expect(reader.teaser('2015/11/02/none', 'ru')).toBeUndefined();
  expect(reader.withdrawn('2015/11/09/s', 'en')).toEqual({
    at: instant('2015-11-10+03:00'),
    isDay: true,
    reason: 'Wrong.',
    language: 'en',
  });
  expect(reader.withdrawn('2015/11/01/s', 'en')).toBeUndefined();
  expect(looked()).toEqual([
    single('article:en:2015/11/01/s', 3),
    single('article:en:2015/11/09/s', 3),
    single('article:ru:2015/11/02/none', 2),
    single('withdrawn:en:2015/11/09/s', 3),
    single('withdrawn:en:2015/11/01/s', 3),
  ]);
});

test('a draft and a story not yet due are not there, and are looked at all the same', async () => {
  const { reader, looked } = await readerOf({ [path(1)]: text(1, { draft: true }), [path(3)]: text(3) }, day(2));
  expect([reader.teaser('2015/11/01/s', 'en'), reader.teaser('2015/11/03/s', 'en')]).toEqual([undefined, undefined]);
  expect(looked()).toEqual([single('article:en:2015/11/01/s', 2), single('article:en:2015/11/03/s', 2)]);
});

test('whether a URL answers is looked at whether it does or not', async () => {
  const { reader, looked } = await readerOf(four);
  expect([reader.exists('/topics/x/'), reader.exists('/topics/y/')]).toEqual([true, false]);
  expect(looked()).toEqual([single('url::/topics/x/', 0), single('url::/topics/y/', 0)]);
});

test('records are single things at depth 1: an author, the front page’s picks, a page, a missing one', async () => {
  const { reader, looked } = await readerOf({
    'front.yaml': 'picks: []\n',
    'pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
  });
  expect(reader.author('desk')?.id).toBe('desk');
  expect(reader.author('nobody')).toBeUndefined();
  expect(reader.front()).toEqual({ lead: undefined, picks: [], sections: [] });
  expect(reader.page('about', 'en')?.title).toBe('About');
  expect(reader.page('about', 'ru')).toBeUndefined();
  expect(looked()).toEqual(
    ['authors/desk.yaml', 'authors/nobody.yaml', 'front.yaml', 'pages/about.md', 'pages/about.ru.md'].map((file) =>
      single(`record::${file}`, 1),
    ),
  );
});

test('without front.yaml there are no picks, and its coming is noticed', async () => {
  const { reader, looked } = await readerOf({});
  expect(reader.front()).toEqual({ lead: undefined, picks: [], sections: [] });
  expect(looked()).toEqual([single('record::front.yaml', 1)]);
});

test('a topic in another language looks at its own file and at the one it falls back to', async () => {
  const { reader, looked } = await readerOf({
    'topics/x.md': '---\nname: {en: The x, ru: Икс}\n---\n\nIntroduction.\n',
  });
  expect(reader.topic('x', 'ru')).toEqual({ id: 'x', name: 'Икс', url: '/ru/topics/x/' });
  expect(looked()).toEqual([single('record::topics/x.ru.md', 1), single('record::topics/x.md', 1)]);
  expect(reader.topic('x', 'en')).toMatchObject({ name: 'The x', introduction: { path: 'topics/x.md' } });
});

test('a redirect is a single thing that leads to a story that readers know of, withdrawn or not', async () => {
  const { reader, looked } = await readerOf({
    [path(1)]: text(1, { redirectFrom: ['/Old'] }),
    [path(2)]: text(2, { redirectFrom: ['/taken/'], withdrawn: { date: '2015-11-03', reason: 'x' } }),
    [path(3)]: text(3, { redirectFrom: ['/never/'], draft: true }),
  });
  const asked = ['/Old', '/taken/', '/never/', '/none/'];
  expect(asked.map((from) => reader.redirect(from))).toMatchObject([
    { to: '/2015/11/01/s/', story: { title: 'Story 1' } },
    { to: '/2015/11/02/s/' },
    undefined,
    undefined,
  ] as object[]);
  expect(looked()).toEqual([
    single('redirect::/Old', 0),
    single('article:en:2015/11/01/s', 3),
    single('redirect::/taken/', 0),
    single('article:en:2015/11/02/s', 3),
    single('redirect::/never/', 0),
    single('redirect::/none/', 0),
  ]);
});

test('a body knows where its links and pictures lead, whole in a feed, and each link is looked at', async () => {
  const body =
    'See [one](/2015/11/01/s/#part), [later](/2015/11/07/s/) and [afar](https://example.org/).\n\n![Quay](s/quay.jpg)';
  const { reader, looked } = await readerOf(
    {
      ...four,
      [path(1)]: text(1, {}, '## Part'),
      [path(3)]: text(3, {}, body),
      'articles/2015/11/03/s/quay.jpg': jpeg,
    },
    day(6),
  );
  const [story] = reader
    .newestWithBodies(whole, 3, ({ url }) => ({ page: `https://c.example${url}`, root: 'https://c.example' }))
    .filter(({ title }) => title === 'Story 3');
  expect(story?.body).toMatchObject({ path: path(3), page: 'https://c.example/2015/11/03/s/', html: '' });
  expect(story?.body.links).toEqual({
    '/2015/11/01/s/#part': 'https://c.example/2015/11/01/s/#s_part',
    '/2015/11/07/s/': null,
  });
  expect(story?.body.pictures['s/quay.jpg']).toMatchObject({
    root: 'https://c.example',
    stem: expect.stringMatching(/^\/assets\/[0-9a-f]{16}[a-z]$/),
    width: 8,
    height: 6,
  });
  expect(looked()).toEqual(
    expect.arrayContaining([single('url::/2015/11/01/s/', 0), single('url::/2015/11/07/s/', 0)]),
  );
  expect(reader.texts).toHaveLength(3);
});

test('a year’s span is closed at both ends, so that the first and last second of it count', async () => {
  const midnight = {
    'articles/2015/01/01/s.md': articleText({ title: 'First', date: '2015-01-01 00:00:00' }),
    'articles/2014/12/31/s.md': articleText({ title: 'Last', date: '2014-12-31 23:59:59' }),
  };
  const { reader } = await readerOf(midnight);
  expect([reader.count(whole, 2014), reader.count(whole, 2015)]).toEqual([1, 1]);
});
