/** What a sync leaves in the catalog; what it makes the site render is in test/plan. */
import { expect, onTestFinished, test } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import { unpackStanding } from '../../src/catalog/packed.ts';
import type { Site } from '../../src/content/site.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { openSource } from '../../src/source/git-source.ts';
import { nextDue } from '../../src/sync/clock.ts';
import { syncCatalog } from '../../src/sync/sync.ts';
import {
  articleText,
  instant,
  lateEnough,
  type Newsroom,
  newsroom,
  siteYaml,
  testEngine,
} from '../support/newsroom.ts';
import { shippedShelf } from '../support/words.ts';

const bridge = 'articles/2015/11/26/bridge.md';
const harbour = 'articles/2015/11/26/harbour.md';

function catalogOf(): Catalog {
  const catalog = openCatalog(undefined);
  onTestFinished(() => catalog.close());
  return catalog;
}

async function sync(catalog: Catalog, room: Newsroom, now = lateEnough, rules = routeRules) {
  return syncCatalog(catalog, {
    source: await openSource(room.content),
    now,
    rules,
    engine: testEngine,
    words: async () => shippedShelf,
  });
}

/** Another catalog may have other numbers. */
function standingIn(catalog: Catalog, packed: string) {
  const { entries, places } = unpackStanding(catalog.scopes, packed);
  return { entries: entries.map(({ number: _, ...entry }) => entry), places };
}

/** Everything a catalog says of the newsroom; numbers of rows are its own affair. */
function contents(catalog: Catalog): object {
  return {
    files: catalog.db.all('SELECT path, mode, blob FROM file ORDER BY path'),
    articles: catalog.db
      .all<{ standing: string | null }>(
        'SELECT path, turns, state, h1, h2, h3, standing, value FROM article LEFT JOIN file USING (id) ORDER BY path',
      )
      .map((row) => ({
        ...row,
        standing: row.standing === null ? null : standingIn(catalog, row.standing),
      })),
    turns: catalog.db.all('SELECT at, what, path FROM turn LEFT JOIN file ON file.id = turn.file ORDER BY 1, 2, 3'),
    entries: catalog.db.all(
      'SELECT name, at, path FROM entry JOIN scope ON scope.id = scope LEFT JOIN file ON file.id = article ORDER BY 1, 2, 3',
    ),
    tallies: catalog.db.all('SELECT name, bucket, n FROM tally JOIN scope ON scope.id = scope ORDER BY 1, 2'),
    records: catalog.db.all('SELECT path, value FROM record LEFT JOIN file USING (id) ORDER BY path'),
    claims: catalog.db.all(
      'SELECT claim, path, address FROM claim LEFT JOIN file ON file.id = claim.file ORDER BY 1, 2',
    ),
    packedRefs: catalog.db.all('SELECT path, refs FROM file ORDER BY path'),
    refs: catalog.db.all('SELECT target, path FROM ref LEFT JOIN file ON file.id = ref.file ORDER BY 1, 2'),
    routes: catalog.db.all('SELECT url, kind, route.scope, bucket FROM route WHERE gone = 0 ORDER BY url'),
  };
}

/** The catalog after some changes holds what one made from the result holds. */
async function expectAsNew(catalog: Catalog, room: Newsroom): Promise<void> {
  const anew = catalogOf();
  expect((await sync(anew, room)).problems).toEqual([]);
  expect(contents(catalog)).toEqual(contents(anew));
}

test('a catalog of many small changes is as one made in one go', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText({ topics: ['sea'], redirectFrom: ['/old/'] }) } });
  const catalog = catalogOf();
  const steps: (() => unknown)[] = [
    () => {},
    () => room.write({ [harbour]: articleText({ topics: ['sea', 'town'], section: 'culture' }) }),
    () => room.write({ [bridge]: articleText({ draft: true }), 'topics/sea.md': '---\nname: The sea\n---\n' }),
    () =>
      room.write({
        [bridge.replace('.md', '.ru.md')]: articleText(),
        'pages/about.md': '---\ntitle: About\n---\n\nAbout us.\n',
      }),
    () => room.write({ [bridge]: articleText({ withdrawn: { date: '2015-11-27', reason: 'Wrong.' } }) }),
    () => room.remove(bridge),
    () =>
      room.write({
        'authors/ann.yaml': 'name: Ann\n',
        [bridge]: articleText({ authors: ['ann'], redirectFrom: ['/old/'] }),
      }),
    () => room.remove('pages', 'topics', harbour),
  ];
  for (const step of steps) {
    step();
    expect((await sync(catalog, room)).problems).toEqual([]);
    await expectAsNew(catalog, room);
  }
});

test('a story that was the last to come can be renamed', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText() } });
  const catalog = catalogOf();
  await sync(catalog, room);
  room.write({ [harbour]: articleText() });
  await sync(catalog, room);
  room.remove(harbour).write({ 'articles/2015/11/26/quay.md': articleText() });
  await sync(catalog, room);
  await expectAsNew(catalog, room);
});

test('the file that was the last to come can give way to one of another kind', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText() } });
  const catalog = catalogOf();
  await sync(catalog, room);
  for (const [from, to, content] of [
    [undefined, harbour, articleText()],
    [harbour, 'pages/about.md', '---\ntitle: About\n---\n\nAbout us.\n'],
    ['pages/about.md', harbour, articleText()],
  ] as const) {
    if (from) room.remove(from);
    room.write({ [to]: content });
    await sync(catalog, room);
    await expectAsNew(catalog, room);
  }
});

test('a Problem leaves the catalog as it was', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText() } });
  const catalog = catalogOf();
  await sync(catalog, room);
  const before = contents(catalog);
  room.write({
    [harbour]: articleText({ section: 'wrold' }),
    [bridge]: articleText({ title: 'New', authors: ['nobody'] }),
  });
  const synced = await sync(catalog, room);
  expect(synced.problems.map(({ code }) => code).sort()).toEqual(['article/unknown-author', 'article/unknown-section']);
  expect(synced.site).toBeUndefined();
  expect(contents(catalog)).toEqual(before);
  expect(catalog.site.sections[0]?.id).toBe('world');
  room.write({ [harbour]: articleText(), [bridge]: articleText({ title: 'New' }) });
  expect(await sync(catalog, room)).toMatchObject({ problems: [], changedFiles: 2 });
});

test('a Problem is found again by every sync until it is mended', async () => {
  const room = newsroom({ files: { [bridge]: articleText() } }).commit();
  const catalog = catalogOf();
  await sync(catalog, room);
  room.remove('authors/desk.yaml').commit();
  for (let times = 0; times < 2; times += 1)
    expect((await sync(catalog, room)).problems.map(({ code, file }) => [code, file])).toEqual([
      ['article/unknown-author', bridge],
    ]);
});

test('a topic that loses its last story is missed by links to it in every language', async () => {
  const room = newsroom({
    git: false,
    files: {
      [bridge.replace('.md', '.ru.md')]: articleText({ topics: ['sea'] }),
      [harbour]: articleText({}, 'See [the sea](/ru/topics/sea/).'),
    },
  });
  const catalog = catalogOf();
  expect((await sync(catalog, room)).problems).toEqual([]);
  room.write({ [bridge.replace('.md', '.ru.md')]: articleText() });
  const anew = (await sync(catalogOf(), room)).problems;
  expect(anew).toMatchObject([{ code: 'link/unknown-listed', file: harbour }]);
  expect((await sync(catalog, room)).problems).toEqual(anew);
});

test('the first of two stories that claim an address may give it up, and the second is then right', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText({ redirectFrom: ['/old/'] }) } });
  const catalog = catalogOf();
  await sync(catalog, room);
  room.write({ [harbour]: articleText({ redirectFrom: ['/old'] }) });
  expect((await sync(catalog, room)).problems).toMatchObject([{ code: 'redirect/claimed-twice', file: harbour }]);
  room.write({ [bridge]: articleText() });
  expect((await sync(catalog, room)).problems).toEqual([]);
  await expectAsNew(catalog, room);
});

test('nothing changed is no work: not a row is written', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText() } });
  const catalog = catalogOf();
  await sync(catalog, room);
  const changes = () => catalog.db.get<{ n: number }>('SELECT total_changes() AS n')?.n;
  const before = changes();
  expect(await sync(catalog, room)).toMatchObject({ problems: [], changedFiles: 0 });
  expect(changes()).toBe(before);
});

test('the next due instant is the least that is still to come: a story’s, what happens to it later, or two days after; drafts have none', async () => {
  const files = {
    'site.yaml': `${siteYaml}search: false\n`, // else the end of each month is due
    [bridge]: articleText({ date: '2015-11-26 09:30', updated: '2015-11-27 08:00' }),
    [harbour]: articleText({ date: '2015-11-26 12:00', corrections: [{ date: '2015-12-24', text: 'It was two.' }] }),
    'articles/2015/11/27/fair.md': articleText({
      date: '2015-11-27',
      withdrawn: { date: '2015-11-28', reason: 'Wrong.' },
    }),
    'articles/2015/11/26/quay.md': articleText({
      date: '2015-11-26 10:00',
      draft: true,
      updated: '2015-11-26 11:00',
      corrections: [{ date: '2015-11-26 11:00', text: 'It was two.' }],
      withdrawn: { date: '2015-11-26 11:30', reason: 'Wrong.' },
    }),
  };
  const catalog = catalogOf();
  const room = newsroom({ git: false, files });
  const at = async (text: string) => {
    await sync(catalog, room, instant(text));
    return nextDue(catalog, instant(text))?.at;
  };
  expect(await at('2015-11-26 09:00+03:00')).toBe(instant('2015-11-26 09:30+03:00'));
  expect(await at('2015-11-26 09:30+03:00')).toBe(instant('2015-11-26 12:00+03:00'));
  expect(await at('2015-11-26 12:00+03:00')).toBe(instant('2015-11-27 00:00+03:00'));
  expect(await at('2015-11-27 00:00+03:00')).toBe(instant('2015-11-27 08:00+03:00'));
  expect(await at('2015-11-27 08:00+03:00')).toBe(instant('2015-11-28 00:00+03:00'));
  expect(await at('2015-11-28 00:00+03:00')).toBe(instant('2015-11-28 09:30+03:00'));
  expect(await at('2015-11-28 09:30+03:00')).toBe(instant('2015-11-28 12:00+03:00'));
  expect(await at('2015-11-28 12:00+03:00')).toBe(instant('2015-12-24 00:00+03:00'));
  room.write({ 'front.yaml': 'picks: [{story: 2015/11/26/bridge, until: 2015-11-30 12:00}]\n' });
  expect(await at('2015-11-28 13:00+03:00')).toBe(instant('2015-11-30 12:00+03:00'));
  expect(await at('2015-11-30 12:00+03:00')).toBe(instant('2015-12-24 00:00+03:00'));
  expect(await at('2015-12-24 00:00+03:00')).toBe(instant('2015-12-28 00:00+03:00'));
  expect(await at('2015-12-28 00:00+03:00')).toBeUndefined();
});

test('two stories that claim one address are a Problem of the second by path, whichever was written last', async () => {
  const room = newsroom({
    git: false,
    files: { [harbour]: articleText({ redirectFrom: ['/Old'] }), [bridge]: articleText() },
  });
  const catalog = catalogOf();
  await sync(catalog, room);
  room.write({ [bridge]: articleText({ redirectFrom: ['/old/'] }) });
  expect((await sync(catalog, room)).problems).toMatchObject([{ code: 'redirect/claimed-twice', file: harbour }]);
});

test('what is wrong with a story and what is wrong between it and other files are told at once', async () => {
  const wrong = articleText(
    { section: 'wrld', authors: ['dsk'], redirectFrom: ['/old', '/old/'] },
    '[Where?](/nowhere/)',
  );
  const room = newsroom({ git: false, files: { [bridge]: wrong } });
  const { problems } = await sync(catalogOf(), room);
  const codes = problems.map(({ code }) => code).sort();
  expect(codes).toEqual([
    'article/repeated',
    'article/unknown-author',
    'article/unknown-section',
    'link/unknown-target',
  ]);
});

test('a route that no file could stand for is found before anything is kept, and its content file is named', async () => {
  const catalog = catalogOf();
  const room = newsroom({ git: false, files: { [bridge]: articleText() } });
  await sync(catalog, room);
  const before = contents(catalog);
  room.write({ [harbour]: articleText() });
  const long = {
    ...routeRules,
    at: (place: Parameters<typeof routeRules.at>[0], site: Site) =>
      routeRules.at(place, site).map((each) => ({ ...each, url: each.url.replace('harbour', 'h'.repeat(300)) })),
  };
  await expect(sync(catalog, room, lateEnough, long)).rejects.toThrow(`of content/${harbour}`);
  expect(contents(catalog)).toEqual(before);
});

test('a catalog that no page is made of keeps nothing that stories are found by, and one that pages are made of does', async () => {
  const room = newsroom({ git: false, files: { [bridge]: articleText() } });
  const source = await openSource(room.content);
  const found = async (isWithoutPages?: true) => {
    const catalog = catalogOf();
    const how = { source, now: lateEnough, rules: routeRules, engine: testEngine, isWithoutPages };
    await syncCatalog(catalog, { ...how, words: async () => shippedShelf });
    return ['term', 'found_by', 'shard'].map((table) => catalog.db.all(`SELECT * FROM ${table}`).length > 0);
  };
  expect(await found()).toEqual([true, true, true]);
  expect(await found(true)).toEqual([false, false, false]);
});
