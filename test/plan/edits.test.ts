/** What an edit of one story, author, topic or setting makes the site render, and nothing else. */
import { expect, test } from 'vitest';
import { articleText, siteYaml, testEngine } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

test('editing-a-body-leaves-the-front-page-alone: its page and the feeds that carry it, nothing else', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', {}, 'Another text.') });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(
      '/2015/11/10/bridge/ /feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml',
    ),
  );
  expect(report.outcomes).toHaveLength(report.rendered.length);
  expect(reason(report, '/2015/11/10/bridge/')).toBe('articles/2015/11/10/bridge.md changed');
  expect(reason(report, '/feed.xml')).toBe('all:en, 2015-11-10 10:00: a text changed (articles/2015/11/10/bridge.md)');
});

test('editing-an-old-body-leaves-the-feeds-alone: only the page of a story that is no longer in them', async () => {
  const newer = Array.from({ length: 20 }, (_, n) => [
    `articles/2015/12/${n + 10}/s.md`,
    articleText({ date: `2015-12-${n + 10}`, authors: ['ann'], topics: ['sea'] }),
  ]);
  const room = await smallTown(Object.fromEntries(newer));
  room.write({ [paths.ferry]: story('ferry', {}, 'Another text.') });
  expect((await rebuild(room)).outcomes).toMatchObject([{ url: '/2015/10/05/ferry/', did: 'rendered' }]);
});

test('writing-a-story-again-as-it-was-is-nothing', async () => {
  const room = await smallTown();
  room.remove(paths.bridge).write({ [paths.bridge]: story('bridge') });
  expect((await rebuild(room)).outcomes).toEqual([]);
});

test('a-new-headline-touches-its-listings-and-neighbours', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { title: 'The new bridge' }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(`
    /2015/11/10/bridge/ /{feeds} /world/{feeds} /topics/town/{feed} /topics/town/2015/ /authors/ann/{feed} /authors/ann/2015/
    /2015/11/ /2015/11/10/ /world/2015/11/ /404.html /2015/12/01/market/`),
  );
  expect(reason(report, '/2015/12/01/market/')).toBe(
    'section:en:world, 2015-11-10 10:00: a headline changed (articles/2015/11/10/bridge.md)',
  );
});

test('a-new-summary-leaves-headlines-and-neighbours-alone', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { summary: 'Said anew.' }) });
  expect((await rebuild(room)).rendered).toEqual(
    urls('/2015/11/10/bridge/ /{feeds} /world/{feeds} /topics/town/{feed} /authors/ann/{feed} /2015/11/10/'),
  );
});

test('a-page-that-looked-deeper-than-it-shows-is-asked-and-found-unchanged', async () => {
  const room = await smallTown();
  room.write({ [paths.ferry]: story('ferry', { summary: 'Said anew.' }) });
  const report = await rebuild(room);
  expect(report.rendered).not.toContain('/');
  expect(report.outcomes).toContainEqual({
    url: '/',
    kind: 'front-page',
    did: 'unchanged',
    reason: 'all:en, 2015-10-05 10:00: a teaser changed (articles/2015/10/05/ferry.md)',
  });
});

test('an-author’s-new-role-renders-exactly-what-shows-it: the author’s front, the stories, and the list of authors', async () => {
  const room = await smallTown();
  room.write({ 'authors/ann.yaml': 'name: Ann\nrole: Editor\n' });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls('/authors/ann/ /authors/ /2015/10/05/ferry/ /2015/11/10/bridge/ /2015/11/26/regatta/'),
  );
  expect(reason(report, '/2015/11/10/bridge/')).toBe('authors/ann.yaml changed');
});

test('an-author’s-new-name-renders-exactly-what-shows-it: the archive called after it too', async () => {
  const room = await smallTown();
  room.write({ 'authors/ann.yaml': 'name: Anna\nrole: Reporter\n' });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(`
    /authors/ /authors/ann/{feed} /authors/ann/2015/ /2015/10/05/ferry/ /2015/11/10/bridge/ /2015/11/26/regatta/
    /feed.{xml,atom,json} /{world,culture}/feed.xml /{world,culture}/feed.atom /{world,culture}/feed.json /topics/{sea,town,music}/feed.xml`),
  );
  expect(report.written).toBe(report.rendered.length);
});

test('the-name-of-the-lead’s-author-is-on-the-front-page, and that of an opinion’s on every card of it', async () => {
  const room = await smallTown({ [paths.storm]: story('storm', { type: 'opinion' }) });
  room.write({ 'authors/ben.yaml': 'name: Benjamin\n' });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(`
    /authors/ /authors/ben/{feed} /authors/ben/2015/ /2015/10/20/storm/ /2015/11/26/concert/ /2015/12/01/market/
    /{feeds} /world/{feeds} /culture/feed.{xml,atom,json} /topics/sea/{feed} /topics/{town,music}/feed.xml /2015/10/20/`),
  );
  expect(report.written).toBe(report.rendered.length);
});

test('an-author’s-new-bio-renders-the-author’s-front-alone', async () => {
  const room = await smallTown();
  room.write({ 'authors/ann.yaml': 'name: Ann\nrole: Reporter\nbio: Born by the sea.\n' });
  expect((await rebuild(room)).rendered).toEqual(['/authors/ann/']);
});

test('an-author-without-stories-has-no-page', async () => {
  const room = await smallTown();
  room.write({ 'authors/cleo.yaml': 'name: Cleo\n' });
  expect((await rebuild(room)).outcomes).toEqual([]);
});

test('a-topic’s-introduction-renders-its-front-only', async () => {
  const room = await smallTown({ 'topics/sea.md': '---\nname: Sea\n---\n\nWater.\n' });
  room.write({ 'topics/sea.md': '---\nname: Sea\n---\n\nMore water.\n' });
  expect((await rebuild(room)).rendered).toEqual(['/topics/sea/']);
  expect(room.page('topics/sea/index.html')).toContain('More water.');
});

test('a-topic’s-name-renders-exactly-what-shows-it: stories, its front and archive, and the fronts of what these stories stand in, which name it', async () => {
  const room = await smallTown({ 'topics/sea.md': '---\nname: Sea\n---\n' });
  room.write({ 'topics/sea.md': '---\nname: The sea\n---\n' });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(
      `/topics/ /topics/sea/{feed} /topics/sea/2015/ /2015/10/05/ferry/ /2015/10/20/storm/ /2015/11/26/regatta/
      /feed.{xml,atom,json} /world/{feeds} /culture/{feeds} /topics/music/{feed} /authors/ann/{feed} /authors/ben/{feed}`,
    ),
  );
  expect(report.written).toBe(report.rendered.length);
});

test('a-topic’s-file-that-says-what-was-shown-already-renders-nothing', async () => {
  const room = await smallTown();
  room.write({ 'topics/sea.md': '---\nname: Sea\n---\n' });
  const report = await rebuild(room);
  expect(report.rendered).toEqual([]);
  room.remove('topics/sea.md');
  expect((await rebuild(room)).rendered).toEqual([]);
});

test('a-topic-given-to-a-story-makes-the-topic’s-front, and taken away ends it', async () => {
  const room = await smallTown();
  room.write({ [paths.market]: story('market', { topics: ['town', 'trade'] }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(
    urls(`
    /2015/12/01/market/ /topics/ /topics/trade/{feed} /topics/trade/2015/
    /feed.{xml,atom,json} /world/{feeds} /topics/town/{feed} /authors/ben/{feed}`),
  );
  expect(reason(report, '/topics/trade/')).toBe('it is new');
  room.write({ [paths.market]: story('market') });
  const back = await rebuild(room);
  expect(back.removed).toEqual(urls('/topics/trade/{feed} /topics/trade/2015/'));
  expect(reason(back, '/topics/trade/')).toBe('nothing is there any more');
});

test('a-section’s-new-title-renders-all', async () => {
  const room = await smallTown();
  room.write({ 'site.yaml': siteYaml.replace('en: World', 'en: The world') });
  const report = await rebuild(room);
  expect(report.rendered).toHaveLength(report.routes);
  expect(report.written).toBeLessThan(report.routes);
  expect(room.page('robots.txt')).toContain('https://courier.example/sitemap.xml');
});

test('a-change-of-site.yaml-is-the-reason-that-every-route-gives', async () => {
  const room = await smallTown();
  room.write({ 'site.yaml': siteYaml.replace('en: World', 'en: The world') });
  const { outcomes } = await rebuild(room);
  expect([...new Set(outcomes.map(({ reason: why }) => why))]).toEqual(['site.yaml changed']);
});

test('a-comment-in-site.yaml-renders-nothing', async () => {
  const room = await smallTown();
  room.write({ 'site.yaml': `# Our town's.\n${siteYaml}` });
  expect((await rebuild(room)).rendered).toEqual([]);
});

test('another-time-zone-moves-stories-to-other-days', async () => {
  const room = await smallTown({
    'articles/2015/11/30/late.md': articleText({ date: '2015-11-30 23:00+03:00', authors: ['ben'] }),
  });
  expect((await room.build()).outcomes).toEqual([]);
  room.write({ 'site.yaml': siteYaml.replace('Europe/Moscow', 'Europe/Samara') });
  expect((await room.build()).problems).toMatchObject([{ code: 'article/date-not-on-path' }]);
  room
    .remove('articles/2015/11/30/late.md')
    .write({ 'articles/2015/12/01/late.md': articleText({ date: '2015-11-30 23:00+03:00', authors: ['ben'] }) });
  const { rendered, removed } = await rebuild(room);
  expect(rendered).toContain('/2015/12/01/late/');
  expect(removed).toEqual(
    urls('/2015/11/30/ /2015/11/30/late/ /world/2015/11/').filter((url) => url !== '/world/2015/11/'),
  );
});

test('a-new-section-makes-its-fronts-and-goes-with-them', async () => {
  const room = await smallTown();
  room.write({ 'site.yaml': siteYaml.replace('social:', '  - {id: sport, title: Sport}\nsocial:') });
  const report = await rebuild(room);
  expect(reason(report, '/sport/')).toBe('it is new');
  expect(reason(report, '/ru/sport/')).toBe('it is new');
  room.write({ 'site.yaml': siteYaml });
  expect((await rebuild(room)).removed).toEqual(urls('/sport/{feeds} /ru/sport/{feeds}'));
});

test('another-engine-renders-all-and-rewrites-only-what-differs', async () => {
  const room = await smallTown();
  const report = await rebuild(room, { engine: { ...testEngine, all: 'other layouts' } });
  expect(report.rendered).toHaveLength(report.routes);
  expect(report.written).toBe(0);
});

test('a-layout-that-changes-one-kind-of-page-rewrites-those-files', async () => {
  const { renderDirectly } = await import('../support/render-directly.ts');
  const room = await smallTown();
  const report = await rebuild(room, {
    engine: { ...testEngine, all: 'other layouts' },
    render: async (routes, site) =>
      new Map(
        [...(await renderDirectly(routes, site))].map(([url, text]) => [
          url,
          url.startsWith('/authors/') && url.endsWith('/') ? `${text}<!-- new -->` : text,
        ]),
      ),
  });
  expect(report.rendered).toHaveLength(report.routes);
  expect(report.written).toBe(5); // two authors, a year of each, and their list
});

test('another-parser-reads-everything-again-and-rewrites-nothing', async () => {
  const room = await smallTown();
  const report = await rebuild(room, { engine: { content: 'other parser', all: 'with it' } });
  expect(report.rendered).toHaveLength(report.routes);
  expect(report.written).toBe(0);
});

test('a-problem-leaves-the-site-as-it-was, and says nothing was built', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { title: 'New', section: 'wrold' }) });
  const report = await room.build();
  expect(report.problems).toMatchObject([{ code: 'article/unknown-section' }]);
  expect([report.outcomes, report.written]).toEqual([[], 0]);
  room.write({ [paths.bridge]: story('bridge') });
  expect((await rebuild(room)).outcomes).toEqual([]);
});
