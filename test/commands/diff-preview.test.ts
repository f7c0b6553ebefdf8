/** The preview of what a state changes: which pages are in it, and why. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareTexts } from '../../src/commands/diff-preview/compare-texts.ts';
import { previewAsJson } from '../../src/commands/diff-preview/preview.ts';
import { writeFolder } from '../../src/commands/diff-preview/preview-folder.ts';
import { previewMarkdown } from '../../src/commands/diff-preview/preview-markdown.ts';
import { previewPages } from '../../src/commands/diff-preview/preview-pages.ts';
import { RefusedOutput } from '../../src/errors.ts';
import { kindsByName } from '../../src/routes/rules.ts';
import { runHere } from '../support/cli.ts';
import { bridge, did, type Made, make, pageAt, previewOf, room, text } from '../support/diff-preview.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { htmlToText } from '../support/html-to-text.ts';
import { newsroom, testEngine, treeOf } from '../support/newsroom.ts';
import { renderDirectly } from '../support/render-directly.ts';

test('what is added, edited and removed is shown with its reason, in the words that changed, and nothing else is rendered', async () => {
  const of = room({ 'articles/2015/10/01/ferry.md': text('The ferry', { date: '2015-10-01' }) });
  await of.rendered();
  of.write({ [bridge]: text('The bridge', {}).replace('A paragraph of text.', 'A paragraph of *fresh* text.') });
  of.write({ 'articles/2015/11/27/market.md': text('The market', { date: '2015-11-27' }) });
  of.remove('articles/2015/10/01/ferry.md');
  const rendered = new Set<string>();
  const render: typeof renderDirectly = (routes, its) => {
    for (const { url } of routes) rendered.add(url);
    return renderDirectly(routes, its);
  };
  const preview = await previewOf(of, { build: { render } });
  expect(did(preview)).toEqual(
    expect.arrayContaining(['+/2015/11/27/market/', '-/2015/10/01/ferry/', '/', '/2015/11/26/bridge/']),
  );
  const told = previewAsJson(preview) as { pages: { url: string }[]; same: number };
  expect(rendered.size).toBe(told.pages.length + told.same);
  expect(rendered).not.toContain('/robots.txt');
  const page = pageAt(preview, '/2015/11/26/bridge/');
  expect(String(previewPages(preview).get('index.html'))).toContain(
    'There are no pictures of the pages: there is none here.',
  );
  expect(page).toContain('<dt>Why</dt><dd>content/articles/2015/11/26/bridge.md changed</dd>');
  expect(page).toContain('A paragraph of <ins>fresh </ins>text.');
  expect(htmlToText(pageAt(preview, '/2015/11/27/market/'))).toContain('article, added');
  expect(htmlToText(pageAt(preview, '/2015/10/01/ferry/'))).toContain('article, removed');
  expect(previewMarkdown(preview)).toContain('- A paragraph of text.\n+ A paragraph of fresh text.\n');
  // The site and what is remembered of it are as they were.
  expect(of.page('2015/10/01/ferry/index.html')).toContain('The ferry');
  expect(await of.build({ commit: 'HEAD' })).toMatchObject({ outcomes: [] });
});

test('an author renamed: pages of a kind are folded, two are shown and all are named', async () => {
  const days = Array.from({ length: 8 }, (_, day) => `2015-11-0${day + 1}`);
  const files = days.map((date) => [`articles/${date.replaceAll('-', '/')}/story.md`, text(`Story ${date}`, { date })]);
  const of = room(Object.fromEntries(files));
  of.write({ 'authors/ann.yaml': 'name: Anna Lee\n' });
  const preview = await previewOf(of);
  const articles = preview.groups.filter(({ kind }) => kind === 'article');
  expect(articles).toMatchObject([{ did: 'changed', reason: 'content/authors/ann.yaml changed', shown: [{}, {}] }]);
  expect(articles[0]?.rest).toHaveLength(7);
  const index = String(previewPages(preview).get('index.html'));
  expect(index).toContain('Article: 9 changed');
  expect(index).toContain('7 more of this kind, for the same reason');
  for (const { url } of articles[0]?.rest ?? []) expect(index).toContain(`<li>${url}</li>`);
  expect(pageAt(preview, '/2015/11/26/bridge/')).toMatch(/<del>Ann<\/del> Lee[\s\S]*<ins>Anna<\/ins> Lee/);
});

test('a layout changed: what shows it, and the file that did it', async () => {
  const looks = (version: string) => {
    const own = ['layouts/pages/article.tsx'];
    const kinds = Object.fromEntries([...kindsByName().keys()].map((kind) => [kind, kind === 'article' ? own : []]));
    const all = { program: 'one', files: { 'layouts/pages/article.tsx': version }, kinds };
    return { ...testEngine, all: version, looks: async () => all };
  };
  const render: typeof renderDirectly = async (routes, its) =>
    new Map([...(await renderDirectly(routes, its))].map(([url, page]) => [url, `${page}<p>A new foot</p>`]));
  const of = room();
  const build = { engine: looks('2'), render };
  const earlier = (commit: string, { cache, out }: { cache: string; out: string }) =>
    of.build({ commit, cache, out, changedOnly: true, engine: looks('1') });
  const preview = await previewOf(of, { build, elsewhere: earlier });
  expect(did(preview)).toEqual(['/2015/11/26/bridge/']);
  expect(preview.groups[0]?.reason).toBe('layouts/pages/article.tsx changed');
  expect(pageAt(preview, '/2015/11/26/bridge/')).toContain('<ins>A new foot</ins>');
});

test('a story renamed leaves a redirect, and one withdrawn its reason', async () => {
  const of = room({ 'articles/2015/11/25/hoax.md': text('The hoax', { date: '2015-11-25' }) });
  of.write({
    'articles/2015/11/26/crossing.md': text('The bridge', {
      id: '/2015/11/26/bridge/',
      redirectFrom: ['/2015/11/26/bridge/'],
    }),
    'articles/2015/11/25/hoax.md': text('The hoax', {
      date: '2015-11-25',
      withdrawn: { date: '2015-11-28', reason: 'It was invented.' },
    }),
  }).remove(bridge);
  const preview = await previewOf(of);
  const kindOf = (url: string) => preview.views.get(url)?.change;
  expect(kindOf('/2015/11/26/bridge/')).toMatchObject({
    kind: 'redirect',
    did: 'changed',
    reason: 'its kind is now redirect',
  });
  expect(kindOf('/2015/11/25/hoax/')).toMatchObject({ kind: 'withdrawn', did: 'changed' });
  expect(pageAt(preview, '/2015/11/25/hoax/')).toMatch(/<ins>[^<]*It was invented\./);
});

test('a paragraph that was edited is held against itself, word by word in every script, and one that is new against nothing', () => {
  const [first, second] = compareTexts(['One two three four.'], ['All else.', 'One two three five.']);
  expect(first).toEqual({ before: undefined, after: [{ text: 'All else.', isMarked: true }] });
  expect(second).toMatchObject({
    before: [{}, { text: 'four', isMarked: true }, {}],
    after: [{}, { text: 'five', isMarked: true }, {}],
  });
  expect(compareTexts(['Совет собрался в Брюсселе'], ['Совет собрался во Брюсселе'])).toMatchObject([
    { before: [{}, { text: 'в', isMarked: true }, {}], after: [{}, { text: 'во', isMarked: true }, {}] },
  ]);
  const many = Array.from({ length: 9 }, (_, n) => `Paragraph ${n}`);
  expect(compareTexts(many, many)).toEqual([]);
  expect(compareTexts(many, many.with(4, 'Another'))).toMatchObject([{ skipped: 3 }, {}, {}, {}, { skipped: 3 }]);
});

test('nothing changed: it says so, and is written all the same', async () => {
  const preview = await previewOf(room());
  expect(preview.groups).toEqual([]);
  for (const said of [String(previewPages(preview).get('index.html')), previewMarkdown(preview)])
    expect(said).toContain('nothing changes. Readers would see what they see now.');
});

test('whatever a page has in it is shown as text: on no page is markup of another, or a script', async () => {
  const of = room();
  of.write({ [bridge]: text('5 < 6 & "seven"') });
  const attack = '<script>alert(1)</script>```\n</details>@everyone';
  const render: typeof renderDirectly = async (routes, its) =>
    new Map(
      [...(await renderDirectly(routes, its))].map(([url, page]) => [
        url,
        String(page).replaceAll('5 &lt; 6', `5 &lt;script&gt;alert(1)&lt;/script&gt; ${attack}`),
      ]),
    );
  const preview = await previewOf(of, { build: { render } });
  const pages = [...previewPages(preview)].filter(([name]) => name.endsWith('.html'));
  for (const [, page] of pages) {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('Preview, not published');
  }
  expect(pageAt(preview, '/2015/11/26/bridge/')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const markdown = previewMarkdown(preview);
  expect(markdown).toContain('<script>alert(1)</script>');
  const outside = markdown.replace(/(`{3,})diff\n[\s\S]*?\n\1(?!`)/g, '');
  expect(outside).not.toMatch(/<script|@everyone/);
});

test('Markdown keeps within what GitHub takes, and says how much it leaves out', async () => {
  const preview = await previewOf(room());
  const row = {
    before: [{ text: 'a'.repeat(3000), isMarked: true }],
    after: [{ text: 'b'.repeat(3000), isMarked: true }],
  };
  const groups = Array.from({ length: 400 }, (_, n) => {
    const change = { url: `/${n}/`, kind: 'article', did: 'changed' as const, reason: `reason ${n}` };
    return { ...change, isOfFiles: false, shown: [change], rest: [] };
  });
  const views = new Map(
    groups.flatMap(({ shown }) =>
      shown.map((change) => [change.url, { change, name: 'x', rows: Array(12).fill(row) }] as const),
    ),
  );
  const markdown = previewMarkdown({ ...preview, groups, views });
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/\d+ more groups of changes are in the folder of the preview\.\n$/);
});

test('a newsroom that is changed while it is compared is told of, and nothing is made of two halves', async () => {
  const of = room();
  of.write({ [bridge]: text('The new bridge') });
  const render: typeof renderDirectly = (routes, its) => {
    of.write({ 'articles/2015/11/27/market.md': text('The market', { date: '2015-11-27' }) });
    return renderDirectly(routes, its);
  };
  await expect(make(of, { build: { render } })).rejects.toThrow(/^The newsroom was changed while it was compared\./);
  expect(did(await previewOf(of))).toContain('+/2015/11/27/market/');
});

test('problems in either state are told, and nothing is made', async () => {
  const of = room();
  of.write({ [bridge]: text('The bridge', { section: 'nowhere' }) });
  const refused = (made: Made) => ('refused' in made ? [made.refused.of, made.refused.report.problems[0]?.file] : made);
  expect(refused(await make(of))).toEqual(['after', bridge]);
  of.commit().write({ [bridge]: text('The bridge') });
  expect(refused(await make(of))).toEqual(['before', bridge]);
});

test('the command says what was wrong with its usage, and tells problems, and writes nothing then', async () => {
  const of = room();
  const preview = (...args: string[]) => runHere(['preview', '--newsroom', of.folder, '--cache', of.cache, ...args]);
  for (const [args, said] of [
    [[], /takes the commit to compare with/],
    [['--against', 'nowhere'], /There is no commit “nowhere” here/],
    [['--against', 'HEAD', '--commit', 'nowhere'], /There is no commit “nowhere” here/],
    [['--against', 'HEAD', '--format', 'html'], /--format is one of text, markdown/],
    [['--against', 'HEAD', '--out', 'content'], /Give the preview a folder of its own/],
    [['--against', 'HEAD', '--out', '.git'], /no preview, and was left as it is/],
  ] as const)
    expect(await preview(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(said) });
  of.write({ 'articles/2015/11/26/draft.md': text('A draft', { draft: true }) });
  expect((await preview('--against', 'HEAD', '--no-pictures')).stdout).toMatch(
    /nothing changes for readers\.\nDrafts and stories to come are shown with --unpublished\.\n/,
  );
  rmSync(join(of.cache, 'preview-diff/pages'), { recursive: true });
  of.write({ [bridge]: text('Another bridge') });
  const { stdout } = await preview('--against', 'HEAD', '--no-pictures', '--out', join(of.cache, 'elsewhere'));
  expect(stdout).toMatch(/There are no pictures of the pages: none were asked for\.\nfile:.*index\.html\n$/);
  of.write({ [bridge]: text('The bridge', { section: 'nowhere' }) });
  const { code, stderr } = await preview('--against', 'HEAD');
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/content\/articles\/2015\/11\/26\/bridge\.md:[\s\S]*No preview was made/),
  ]);
  expect(existsSync(join(of.cache, 'preview-diff/pages'))).toBe(false);
  const outside = newsroom({ git: false });
  const told = await runHere(['preview', '--against', 'main', '--newsroom', outside.folder]);
  expect(told).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is in no git repository, and a preview compares with a commit'),
  });
});

test('a new preview stands in the place of the last, and of nothing else', () => {
  const folder = join(temporaryFolder(), 'preview');
  writeFolder(
    folder,
    new Map([
      ['index.html', 'one'],
      ['page-1.html', 'one'],
    ]),
  );
  writeFolder(folder, new Map([['index.html', 'two']]));
  expect(readdirSync(folder).sort()).toEqual(['.broadsheet-preview', 'index.html']);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('two');
  const other = room();
  expect(() => writeFolder(other.content, new Map())).toThrow(RefusedOutput);
  expect(treeOf(other.content).size).toBeGreaterThan(2);
});
