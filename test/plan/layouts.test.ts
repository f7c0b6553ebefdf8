/** What a change of the layouts, of words or of the program makes the site ask again, and which file is named as its reason. */
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import type { Looks } from '../../src/catalog/looks.ts';
import { kindsByName } from '../../src/routes/rules.ts';
import { articleText, siteYaml, testEngine } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story } from '../support/small-town.ts';

const page = 'layouts/pages/article.tsx';
const frame = 'layouts/frame.tsx';
const words = 'layouts/words/en.yaml';

const isArticle = (kind: string) => kind === 'article';
const isFeed = (kind: string) => kind.startsWith('feed-');

/** An engine of three files, which say their versions: articles are made of `page` and `frame`, feeds of neither, the rest of `frame`. */
function engineOf(files: Record<string, string>, { program = 'one', articleOf = [frame, page] } = {}) {
  const kinds = [...kindsByName().keys()].map((kind) => [
    kind,
    isArticle(kind) ? articleOf : isFeed(kind) ? [] : [frame],
  ]);
  const looks: Looks = { program, files, kinds: Object.fromEntries(kinds) };
  return { engine: { ...testEngine, all: JSON.stringify(looks), looks: async () => looks } };
}

const first = { [page]: '1', [frame]: '1', [words]: '1' };
const town = () => smallTown({}, engineOf(first));

test('of the article’s page: articles and nothing else', async () => {
  const report = await rebuild(await town(), engineOf({ ...first, [page]: '2' }));
  expect(report.rendered).toContain('/2015/11/10/bridge/');
  expect(report.outcomes).toHaveLength(report.rendered.length);
  expect(report.rendered.filter((url) => !/^(?:\/ru)?\/\d{4}\/\d\d\/\d\d\/[a-z-]+\/$/.test(url))).toEqual([]);
  expect(reason(report, '/2015/11/10/bridge/')).toBe(`${page} changed`);
});

test('of what most pages are made of: not the feeds, and both files are named where both changed', async () => {
  const report = await rebuild(await town(), engineOf({ ...first, [page]: '2', [frame]: '2' }));
  expect(report.rendered.some((url) => /feed\.\w+$/.test(url))).toBe(false);
  expect(reason(report, '/')).toBe(`${frame} changed`);
  expect(reason(report, '/2015/11/10/bridge/')).toBe(`${frame} and ${page} changed`);
});

test('of a file that no page is made of, and of an engine that is the same to every page: nothing', async () => {
  const report = await rebuild(await town(), engineOf({ ...first, 'layouts/README.md': '1' }));
  expect(report.outcomes).toEqual([]);
});

test('a page that stands in for another comes and goes', async () => {
  const room = await town();
  const own = `${page} of the newsroom`;
  const withOwn = engineOf({ ...first, [own]: '1' }, { articleOf: [frame, own] });
  const came = await rebuild(room, withOwn);
  expect(reason(came, '/2015/11/10/bridge/')).toBe(`${own} is new`);
  const went = await rebuild(room, engineOf(first));
  expect(reason(went, '/2015/11/10/bridge/')).toBe(`${own} is gone`);
  expect([came, went].map(({ outcomes, rendered }) => outcomes.length - rendered.length)).toEqual([0, 0]);
  expect(reason(came, '/')).toBeUndefined();
});

test('of many files: two are named', async () => {
  const more = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`layouts/${name}.tsx`, '1']));
  const report = await rebuild(
    await town(),
    engineOf({ ...first, ...more }, { articleOf: [frame, page, ...Object.keys(more)] }),
  );
  expect(reason(report, '/2015/11/10/bridge/')).toBe('layouts/a.tsx, layouts/b.tsx and 2 more files changed');
});

test('of the program: everything', async () => {
  const report = await rebuild(await town(), engineOf({ ...first, [page]: '2' }, { program: 'two' }));
  expect(report.rendered).toHaveLength(report.routes);
  expect(reason(report, '/2015/11/10/bridge/')).toBe('the program changed');
});

test('of words: everything, as they are part of the site, if they say anything else', async () => {
  const room = await town();
  const asBefore = await rebuild(room, engineOf({ ...first, [words]: 'with a comment' }));
  expect(asBefore.outcomes).toEqual([]);
  room.write({ '../layouts/words/en.yaml': 'share: Pass it on\n' });
  const report = await rebuild(room, engineOf({ ...first, [words]: '2' }));
  expect(report.rendered).toHaveLength(report.routes);
  expect(reason(report, '/')).toBe(`${words} changed`);
});

test('a story and the site change with a layout: each is told of its own reason', async () => {
  const room = await town();
  room.write({
    [paths.bridge]: story('bridge', { title: 'The new bridge' }),
    'articles/2015/12/02/new.md': articleText({ date: '2015-12-02' }),
  });
  const report = await rebuild(room, engineOf({ ...first, [page]: '2' }));
  expect(reason(report, '/2015/12/02/new/')).toBe('it is new');
  expect(reason(report, '/2015/10/05/ferry/')).toBe(`${page} changed`);
  expect(reason(report, '/')).toMatch(/^all:en/);
  room.write({ 'site.yaml': siteYaml.replace('en: World', 'en: The world') });
  const another = await rebuild(room, engineOf({ ...first, [page]: '3' }));
  expect(reason(another, '/2015/10/05/ferry/')).toBe('site.yaml changed');
});

test('what was refused for a mistake in content is touched by the build after it', async () => {
  const room = await town();
  room.write({ [paths.bridge]: story('bridge', { section: 'wrold' }) });
  const next = engineOf({ ...first, [page]: '2' });
  expect((await room.build(next)).problems).toHaveLength(1);
  room.write({ [paths.bridge]: story('bridge') });
  expect(reason(await rebuild(room, next), '/2015/10/05/ferry/')).toBe(`${page} changed`);
});

test('after an engine that keeps nothing of this: everything, though the files are those of the one before', async () => {
  const room = await town();
  const catalog = openCatalog(room.cache);
  catalog.state.set('engine.all', 'an older one');
  catalog.close();
  const report = await room.build(engineOf(first));
  expect(report.outcomes).toHaveLength(report.routes);
  expect(reason(report, '/')).toBe('the program changed');
});

test('a kind of which nothing is known is a bug that is told', async () => {
  const known = engineOf(first);
  const looks = async () => ({ program: 'one', files: first, kinds: { article: [page] } });
  const room = await smallTown({}, known);
  await expect(room.build({ engine: { ...known.engine, all: 'new', looks } })).rejects.toThrow(
    'It is not known what routes of the kind front-page are made of',
  );
});
