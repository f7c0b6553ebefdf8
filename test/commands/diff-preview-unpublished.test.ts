/** What a preview of changes has of stories that are not public: nothing, or with the flag their pages like any others, marked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { type Preview, previewAsJson, warning } from '../../src/commands/diff-preview/preview.ts';
import { previewMarkdown } from '../../src/commands/diff-preview/preview-markdown.ts';
import { previewPages } from '../../src/commands/diff-preview/preview-pages.ts';
import { reasonOf } from '../../src/commands/diff-preview/reasons.ts';
import { bridge, did, everything, pageAt, previewOf, room, text } from '../support/diff-preview.ts';
import { htmlToText } from '../support/html-to-text.ts';
import { siteYaml } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import { renderDirectly } from '../support/render-directly.ts';

const merger = 'articles/2015/11/27/merger.md';
const verdict = 'articles/2035/11/27/verdict.md';
const draft = (title: string, more = {}) => text(title, { date: '2015-11-27', draft: true, ...more });
const toCome = (title: string, more = {}) => text(title, { date: '2035-11-27', ...more });
const changeAt = (preview: Preview, url: string) => preview.views.get(url)?.change;

test('without being asked for, a story that is not public is in nothing, not even as a reason or in the name of a file', async () => {
  const of = room({
    'site.yaml': siteYaml,
    [merger]: draft('The merger'),
    'articles/2015/11/26/strike.md': text('The strike', { draft: true }),
  });
  const picture = { file: 'merger/secret-deal.jpg', alt: 'Secret handshake' };
  of.write({
    [bridge]: text('The bridge, again'),
    [merger]: draft('The merger, again', {
      redirectFrom: ['/2015/11/01/takeover/'],
      id: '/2015/11/27/merger/',
      topics: ['buyout'],
      image: picture,
    }),
    'articles/2015/11/27/merger/secret-deal.jpg': jpeg,
    [verdict]: toCome('The verdict', { topics: ['court'] }),
    'articles/2015/11/26/bridge.ru.md': text('Obrushenie', { draft: true }),
  }).remove('articles/2015/11/26/strike.md');
  const secret = /merger|verdict|secret|takeover|buyout|court|strike|Obrushenie|bridge\.ru/i;
  const preview = await previewOf(of);
  expect(did(preview)).toContain('/2015/11/26/bridge/');
  expect(everything(preview)).not.toMatch(secret);
  expect(everything(preview)).not.toContain(warning);
  // What was asked for before is remembered apart.
  expect(everything(await previewOf(of, { isUnpublished: true }))).toMatch(/merger[\s\S]*verdict/);
  expect(everything(await previewOf(of))).not.toMatch(secret);
  const catalog = openCatalog(join(of.cache, 'preview-diff'));
  const { site } = catalog;
  catalog.close();
  for (const cause of [merger, 'articles/2015/11/27/merger/deal.jpg', 'articles/2015/11/26/bridge.ru.md'])
    for (const reason of [`all:en, 2015-11-26 09:30: a teaser changed (${cause})`, `${cause} came or went`]) {
      const isKnown = (url: string) => url === '/2015/11/26/bridge/';
      const told = reasonOf(reason, { url: '/', site, isKnown });
      expect(told.file).toBeUndefined();
      expect(told.reason).toMatch(
        /^(?:a teaser changed \(a story that is not public\)|a story that is not public came or went)$/,
      );
    }
});

test('a new draft and a story to come have a page each, are marked in lists, and every page of the folder says that it has them', async () => {
  const of = room();
  of.write({ [merger]: draft('The merger'), [verdict]: toCome('The verdict') });
  const preview = await previewOf(of, { isUnpublished: true });
  expect(did(preview)).toEqual(expect.arrayContaining(['+/2015/11/27/merger/', '+/2035/11/27/verdict/', '/']));
  expect(changeAt(preview, '/2015/11/27/merger/')).toMatchObject({ standing: 'a draft', file: `content/${merger}` });
  expect(changeAt(preview, '/2035/11/27/verdict/')).toMatchObject({ standing: 'to come' });
  expect(htmlToText(pageAt(preview, '/2015/11/27/merger/'))).toMatch(
    /article, added\s+Story a draft[\s\S]*Draft\s+The merger[\s\S]*A paragraph of text\./,
  );
  expect(htmlToText(pageAt(preview, '/2035/11/27/verdict/'))).toMatch(/To come: 2035-11-27 00:00/);
  expect(pageAt(preview, '/')).toMatch(/<ins>[\s\S]*Draft[\s\S]*The merger/);
  expect(changeAt(preview, '/')?.reason).toMatch(new RegExp(`${merger}|${verdict}`));
  const pages = [...previewPages(preview)].filter(([name]) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(3);
  for (const [, page] of pages) expect(page).toContain(`<strong class="warning">${warning}</strong>`);
  const markdown = previewMarkdown(preview);
  expect(markdown).toContain(`**${warning}**`);
  expect(markdown).toMatch(/\*\*Article \(a draft\): 1 added\.\*\*[\s\S]*\+ The merger/);
  expect(previewAsJson(preview)).toMatchObject({
    isUnpublished: true,
    pages: expect.arrayContaining([expect.objectContaining({ url: '/2015/11/27/merger/', standing: 'a draft' })]),
  });
});

test('of an edited draft the words are marked; nothing else than what differs is rendered, and of the site nothing', async () => {
  const of = room({ [merger]: draft('The merger'), [verdict]: toCome('The verdict') });
  await of.rendered();
  of.write({ [merger]: draft('The merger').replace('A paragraph of text.', 'A paragraph of *fresh* text.') });
  const rendered = new Set<string>();
  const render: typeof renderDirectly = (routes, its) => {
    for (const { url } of routes) rendered.add(url);
    return renderDirectly(routes, its);
  };
  const preview = await previewOf(of, { isUnpublished: true, build: { render } });
  expect(did(preview)).toEqual(['/2015/11/27/merger/']);
  expect(pageAt(preview, '/2015/11/27/merger/')).toContain('A paragraph of <ins>fresh </ins>text.');
  const told = previewAsJson(preview) as { pages: { url: string }[]; same: number };
  expect(rendered.size).toBe(told.pages.length + told.same);
  expect(existsSync(join(of.out, '2015/11/27'))).toBe(false);
  expect(await of.build({ commit: 'HEAD' })).toMatchObject({ outcomes: [] });
});

test('a draft that becomes public says so and loses its mark, and one that is withdrawn is told as it is without the flag', async () => {
  const hoax = (more = {}) => text('The hoax', { date: '2015-11-25', ...more });
  const of = room({ [merger]: draft('The merger'), 'articles/2015/11/25/hoax.md': hoax() });
  of.write({
    [merger]: draft('The merger', { draft: undefined }),
    'articles/2015/11/25/hoax.md': hoax({ withdrawn: { date: '2015-11-28', reason: 'It was invented.' } }),
  });
  const preview = await previewOf(of, { isUnpublished: true });
  expect(changeAt(preview, '/2015/11/27/merger/')).toMatchObject({
    did: 'changed',
    standing: 'a draft before, public now',
  });
  expect(pageAt(preview, '/2015/11/27/merger/')).toMatch(/<del>Draft ?<\/del>/);
  expect(changeAt(preview, '/2015/11/25/hoax/')).toMatchObject({ kind: 'withdrawn', standing: undefined });
  const asReaders = await previewOf(of);
  expect(changeAt(asReaders, '/2015/11/27/merger/')).toMatchObject({ did: 'added', standing: undefined });
  expect(changeAt(asReaders, '/2015/11/25/hoax/')).toMatchObject({ kind: 'withdrawn', did: 'changed' });
});
