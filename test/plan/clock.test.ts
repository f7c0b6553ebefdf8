/** What the clock alone makes the site render, either way. */
import { expect, test } from 'vitest';
import { articleText, instant, siteYaml, treeOf } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const before = instant('2015-12-01 09:59:59+03:00');
const due = instant('2015-12-01 10:00+03:00');
const after = instant('2015-12-01 23:59+03:00');
const notRecent = instant('2015-12-03 10:00+03:00');
const muchLater = instant('2015-12-31');

/** What the market, the newest story, touches. */
const ofMarket = urls(`
  /2015/12/01/market/ /{feeds} /404.html /world/{feeds} /world/2015/ /world/2015/12/ /topics/town/{feed} /topics/town/2015/ /authors/ben/{feed} /authors/ben/2015/
  /2015/ /2015/12/ /2015/12/01/ /sitemap.xml /sitemaps/2015-12.xml /sitemaps/authors-en.xml /news-sitemap.xml`);
const goneWithMarket = urls('/2015/12/01/market/ /2015/12/ /2015/12/01/ /world/2015/12/ /sitemaps/2015-12.xml');

test('a-story-not-yet-due-leaves-no-byte', async () => {
  const room = await smallTown(
    { [paths.market]: story('market', { title: 'Secret market', redirectFrom: ['/secret/'] }) },
    { now: before },
  );
  expect([...treeOf(room.out)].filter(([path, text]) => /secret|market|2015\/12|2015-12/i.test(path + text))).toEqual(
    [],
  );
});

test('an-embargo-that-passes-touches-what-a-new-story-would', async () => {
  const room = await smallTown({}, { now: before });
  const report = await rebuild(room, { now: due });
  expect(report.rendered).toEqual(ofMarket);
  expect(report.removed).toEqual([]);
  expect(reason(report, '/')).toBe('all:en, 2015-12-01 10:00: a story came or went (articles/2015/12/01/market.md)');
});

test('the-clock-going-back-takes-the-story-away-again', async () => {
  const room = await smallTown({}, { now: after });
  const report = await rebuild(room, { now: before });
  expect(report.removed).toEqual(goneWithMarket);
  expect(report.rendered).toEqual(ofMarket.filter((url) => !goneWithMarket.includes(url)));
});

test('the-clock-moving-over-nothing-asks-nothing', async () => {
  const room = await smallTown({}, { now: due });
  expect((await rebuild(room, { now: after })).outcomes).toEqual([]);
  expect((await rebuild(room, { now: due })).outcomes).toEqual([]);
});

test('the-clock-going-back-after-passing-over-nothing-is-noticed', async () => {
  const room = await smallTown({}, { now: due });
  await rebuild(room, { now: after });
  expect((await rebuild(room, { now: before })).removed).toEqual(goneWithMarket);
});

test('a-story-leaves-the-news-sitemap-after-48-hours-and-comes-back-with-the-clock, and nothing else is asked', async () => {
  const room = await smallTown({}, { now: due });
  expect((await room.build({ now: due })).nextDue).toEqual({
    at: notRecent,
    what: 'a story leaves the news sitemap',
  });
  const sitemap = () => room.page('news-sitemap.xml');
  expect((await rebuild(room, { now: notRecent - 1 })).outcomes).toEqual([]);
  expect(sitemap()).toContain('/2015/12/01/market/');
  const report = await rebuild(room, { now: notRecent });
  expect(report.outcomes).toMatchObject([{ url: '/news-sitemap.xml', did: 'rendered' }]);
  expect(report.nextDue?.what).toBe('a month closes in the search index');
  expect(sitemap()).not.toContain('<url>');
  expect((await rebuild(room, { now: muchLater })).outcomes).toEqual([]);
  expect((await rebuild(room, { now: due })).rendered).toEqual(['/news-sitemap.xml']);
  expect(sitemap()).toContain('/2015/12/01/market/');
});

test('a-story-edited-while-the-clock-passes-it-is-taken-as-it-is-now', async () => {
  const room = await smallTown({}, { now: before });
  room.write({ [paths.market]: story('market', { date: '2015-12-01 12:00' }) });
  expect((await rebuild(room, { now: due })).outcomes).toEqual([]);
  room.write({ [paths.market]: story('market', { date: '2015-12-01 11:00', title: 'Late market' }) });
  expect((await rebuild(room, { now: after })).rendered).toEqual(ofMarket);
  expect(room.page('index.html')).toContain('Late market');
});

test('a-new-story-not-yet-due-touches-nothing, and is said to be next', async () => {
  const room = await smallTown({}, { now: due });
  room.write({ 'articles/2015/12/02/fair.md': articleText({ date: '2015-12-02 08:00', authors: ['ben'] }) });
  const report = await rebuild(room, { now: due });
  expect(report.outcomes).toEqual([]);
  expect(report.nextDue).toEqual({
    at: instant('2015-12-02 08:00+03:00'),
    what: 'a story becomes public',
  });
});

test('a-published-story-put-under-an-embargo-goes-until-then', async () => {
  const room = await smallTown({}, { now: after });
  room.write({ [paths.market]: story('market', { date: '2015-12-01 23:00' }) });
  const report = await rebuild(room, { now: due });
  expect(report.removed).toEqual(goneWithMarket);
  expect(report.nextDue?.at).toBe(instant('2015-12-01 23:00+03:00'));
});

test('a-withdrawn-story-not-yet-due-says-nothing-of-its-reason', async () => {
  const withdrawn = { withdrawn: { date: '2015-12-01', reason: 'Secret reason' } };
  const room = await smallTown({ [paths.market]: story('market', withdrawn) }, { now: before });
  expect([...treeOf(room.out).values()].filter((text) => text.includes('Secret reason'))).toEqual([]);
  expect((await rebuild(room, { now: due })).rendered).toEqual(['/2015/12/01/market/']);
});

test('a-translation-due-later-appears-by-itself-in-its-sibling', async () => {
  const russian = paths.market.replace('.md', '.ru.md');
  const room = await smallTown({ [russian]: story('market', { date: '2015-12-01 18:00' }) }, { now: due });
  expect(room.page('2015/12/01/market/index.html')).not.toContain('/ru/2015/');
  const report = await rebuild(room, { now: after });
  expect(report.rendered).toEqual(expect.arrayContaining(urls('/2015/12/01/market/ /ru/2015/12/01/market/ /ru/')));
  expect(room.page('2015/12/01/market/index.html')).toContain('/ru/2015/12/01/market/');
  await rebuild(room, { now: due });
  expect(room.page('2015/12/01/market/index.html')).not.toContain('/ru/2015/12/01/market/');
});

test('problems-do-not-depend-on-the-clock: a story not yet due is checked as any other', async () => {
  const room = await smallTown({}, { now: before });
  room.write({ [paths.market]: story('market', { authors: ['nobody'] }) });
  expect((await room.build({ now: before })).problems).toMatchObject([{ code: 'article/unknown-author' }]);
  expect((await room.build({ now: after })).problems).toMatchObject([{ code: 'article/unknown-author' }]);
});

const corrected = { corrections: [{ date: '2015-12-20 10:00', text: 'Secret correction' }] };
const correctedAt = instant('2015-12-20 10:00+03:00');
const updated = { updated: '2015-12-20 10:00' };
const withdrawn = { withdrawn: { date: '2015-12-20 10:00', reason: 'Secret reason' } };

/** What shows the text of the bridge, or when it changed. */
const feedsOfBridge = urls(
  '/feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml',
);
const ofCorrection = urls('/corrections/{feeds} /corrections/2015/');

test('a-correction-to-come-is-nowhere, and appears by itself on its story, in the lists and in the feeds', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', corrected) }, { now: correctedAt - 1 });
  const without = treeOf(room.out);
  expect([...without].filter(([path, text]) => /Secret|2015-12-20|corrections\/2015/.test(path + text))).toEqual([]);
  expect((await room.build({ now: correctedAt - 1 })).nextDue).toEqual({
    at: correctedAt,
    what: 'a correction appears',
  });
  const report = await rebuild(room, { now: correctedAt });
  expect(report.rendered).toEqual(
    [...ofCorrection, ...feedsOfBridge, ...urls('/2015/11/10/bridge/ /sitemap.xml /sitemaps/2015-11.xml')].sort(),
  );
  expect(room.page('corrections/index.html')).toContain('Secret correction');
  const back = await rebuild(room, { now: correctedAt - 1 });
  expect(back.removed).toEqual(['/corrections/2015/']);
  expect(treeOf(room.out)).toEqual(without);
});

test('an-update-to-come-is-nowhere, and appears by itself on its story, in the feeds and in the sitemap', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', updated) }, { now: correctedAt - 1 });
  const without = treeOf(room.out);
  expect([...without].filter(([, text]) => /Updated|modified|2015-12-20/.test(text))).toEqual([]);
  const report = await rebuild(room, { now: correctedAt });
  expect(report.rendered).toEqual(
    [...feedsOfBridge, ...urls('/2015/11/10/bridge/ /sitemap.xml /sitemaps/2015-11.xml')].sort(),
  );
  for (const sitemap of ['sitemaps/2015-11.xml', 'sitemap.xml'])
    expect(room.page(sitemap)).toContain('<lastmod>2015-12-20T10:00:00+03:00</lastmod>');
  await rebuild(room, { now: correctedAt - 1 });
  expect(treeOf(room.out)).toEqual(without);
});

test('a-story-with-a-withdrawal-to-come-stands-until-then, and goes from wherever it was', async () => {
  const links = { [paths.ferry]: story('ferry', {}, 'See [the market](/2015/12/01/market/).') };
  const market = { [paths.market]: story('market', { ...withdrawn, ...corrected }) };
  const room = await smallTown({ ...links, ...market }, { now: correctedAt - 1 });
  const before = treeOf(room.out);
  expect([...before].filter(([, text]) => /Secret/.test(text))).toEqual([]);
  expect(room.page('2015/10/05/ferry/index.html')).toContain('href="/2015/12/01/market/"');
  const report = await rebuild(room, { now: correctedAt });
  expect(report.removed).toEqual(goneWithMarket.filter((url) => url !== '/2015/12/01/market/'));
  expect(report.rendered).toEqual(
    ofMarket.filter((url) => !report.removed.includes(url) && url !== '/news-sitemap.xml'),
  );
  expect(room.page('2015/12/01/market/index.html')).toContain('Secret reason');
  expect([...treeOf(room.out)].filter(([, text]) => text.includes('Secret correction'))).toEqual([]);
  await rebuild(room, { now: correctedAt - 1 });
  expect(treeOf(room.out)).toEqual(before);
});

test('a-withdrawal-to-come-makes-no-link-wrong, and what happens to a draft is never due', async () => {
  const files = {
    'site.yaml': `${siteYaml}search: false\n`, // in whose index a month would end before
    'front.yaml': 'lead: 2015/12/01/market\n',
    [paths.market]: story('market', withdrawn),
    [paths.bridge]: story('bridge', { ...corrected, draft: true }),
  };
  const room = await smallTown(files, { now: muchLater });
  expect(room.page('index.html')).not.toContain('Secret');
  expect((await rebuild(room, { now: after })).nextDue?.at).toBe(notRecent);
  expect((await rebuild(room, { now: notRecent })).nextDue).toEqual({ at: correctedAt, what: 'a story is withdrawn' });
  const noticed = { at: correctedAt + 30 * 86400, what: 'a notice of a withdrawal leaves feeds' };
  expect((await rebuild(room, { now: correctedAt })).nextDue).toEqual(noticed);
  expect((await rebuild(room, { now: noticed.at })).nextDue).toBeUndefined();
});

test('a lead leaves the front page at its last instant', async () => {
  const until = instant('2015-12-02 12:00+03:00');
  const files = { 'front.yaml': 'lead: {story: 2015/10/05/ferry, until: 2015-12-02 12:00}\n' };
  const room = await smallTown(files, { now: until - 1 });
  expect((await room.build({ now: until - 1 })).nextDue).toMatchObject({ at: until });
  expect((await rebuild(room, { now: until })).rendered).toEqual(['/']);
});
