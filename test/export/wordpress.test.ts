/** The file for WordPress is valid, has every story with what it needs, and says what it cannot hold. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { editorBlocks } from '../../src/export/wordpress/block-editor.ts';
import type { Loss } from '../../src/export/wordpress/losses.ts';
import { forWordpress } from '../../src/export/wordpress/wxr.ts';
import { wordpress } from '../../src/import/readers/wordpress.ts';
import type { SourceStory } from '../../src/import/source-story.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import { type ReadAll, readAll } from '../import/readers/read.ts';
import { articleText, instant, Newsroom } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';
import { richRoom } from '../support/rich-room.ts';

const files = {
  ...richRoom,
  'authors/bo.yaml': 'name: Bo\n',
  'articles/2015/11/26/paid.md': articleText(
    {
      title: 'Tom & Jerry ]]>',
      authors: ['ann', 'bo'],
      sponsor: { name: 'Harbour & Lines' },
      warning: 'A drowning',
      updated: '2015-11-26 18:00',
      points: ['One'],
      sources: [{ title: 'The report', url: 'https://a.example/?b=1&c=2' }],
      image: { file: 'old.jpg', alt: 'Old', expires: '2015-11-30' },
    },
    'To [the talks](/2015/11/26/talks/#the-first-day).\nA second line.\n\n## A heading\n\n```\na ]]> b\n```\n',
  ),
  'articles/2015/11/26/paid/old.jpg': jpegWith('old'),
  'articles/2016/01/05/later.md': articleText({ title: 'Later', date: '2016-01-05 09:30' }),
};

type Made = { read: ReadAll; xml: string; redirects: string; losses: Loss[] };

async function make(): Promise<Made> {
  const room = new Newsroom({ git: false, files });
  try {
    const { problems } = await room.build({ now: instant('2016-01-01') });
    expect(problems.filter(({ weight }) => weight !== 'advice')).toEqual([]);
    const catalog = openCatalog(room.cache);
    const written = forWordpress({ catalog, source: folderSource(room.content) });
    const xml = (await Array.fromAsync(written.xml)).join('');
    catalog.close();
    return { xml, read: await readAll(wordpress, xml), redirects: written.redirects(), losses: written.losses() };
  } finally {
    room.dispose();
  }
}

let made: Promise<Made> | undefined;

/** Made once, by the first test that asks. */
async function exported(): Promise<Made & { storyAt(url: string): SourceStory | undefined }> {
  made ??= make();
  const all = await made;
  return { ...all, storyAt: (url) => all.read.stories.find(({ urls }) => urls[0] === url) };
}

test('it is well-formed, whatever stands in texts', async () => {
  const { xml, storyAt } = await exported();
  const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(storyAt('/2015/11/26/paid/')?.title.text).toBe('Tom & Jerry ]]>');
  expect(storyAt('/2015/11/26/paid/')?.body.text).toContain('<code>a ]]&gt; b\n</code>');
});

test('every story and page is in it, at its address, with its time in UTC, and only what is public is published', async () => {
  const { read, xml, storyAt } = await exported();
  expect(read.stories.map(({ kind, urls, state }) => [kind, urls[0], state])).toEqual([
    ['page', '/about/', 'public'],
    ['story', '/2015/11/25/ferry/', 'public'],
    ['story', '/2015/11/26/gone/', 'draft'],
    ['story', '/2015/11/26/merger/', 'draft'],
    ['story', '/2015/11/26/paid/', 'public'],
    ['story', '/2015/11/26/talks/', 'public'],
    ['story', '/ru/2015/11/26/talks/', 'public'],
    ['story', '/2016/01/05/later/', 'public'],
  ]);
  expect(storyAt('/2015/11/26/paid/')).toMatchObject({
    published: { text: '2015-11-26 06:30:00', zone: 'UTC' },
    updated: { text: '2015-11-26 15:00:00', zone: 'UTC' },
  });
  expect(xml).toMatch(/later\/<\/link>[\s\S]*<wp:status><!\[CDATA\[future\]\]>/);
});

test('a story has its author, section and topics, and its pictures and documents where readers have them', async () => {
  const { read, storyAt } = await exported();
  const story = storyAt('/2015/11/26/talks/');
  expect(story).toMatchObject({
    authors: [{ id: 'ann', name: 'Ann Lee' }],
    sections: [{ id: 'world', name: 'World' }],
    tags: [{ id: 'sea', name: 'The sea' }],
    summary: { text: 'They talk of the sea.' },
  });
  const media = read.items.filter(({ kind }) => kind === 'medium');
  const lead = media.find((each) => each.kind === 'medium' && each.id === story?.lead?.id);
  expect(lead).toMatchObject({ alt: 'A harbour', caption: { text: 'The harbour Agency' } });
  expect(media.flatMap((each) => (each.kind === 'medium' ? each.srcs : []))).toEqual([
    expect.stringMatching(/^https:\/\/courier\.example\/assets\/\w+-\d+\.jpeg$/),
    expect.stringMatching(/^https:\/\/courier\.example\/assets\/\w+-\d+\.jpeg$/),
    'https://courier.example/2015/11/26/talks/report.pdf',
    'https://courier.example/2015/11/26/talks/said.mp3',
  ]);
});

test('what readers are told of a story goes along in its text, and a picture that has expired does not', async () => {
  const { storyAt } = await exported();
  const html = storyAt('/2015/11/26/paid/')?.body.text ?? '';
  expect(html).toContain('<b>Sponsored by Harbour &amp; Lines</b>');
  expect(html).toContain('<b>Content warning: </b>A drowning');
  expect(html).toContain('href="https://courier.example/2015/11/26/talks/#s_the-first-day"');
  expect(html).toContain('<li><a href="https://a.example/?b=1&amp;c=2">The report</a></li>');
  expect(storyAt('/2015/11/26/paid/')?.lead).toBeUndefined();
  expect(storyAt('/2015/11/26/talks/')?.body.text).toContain('<b>Correction.</b> They were three.');
});

test('old addresses, and those that WordPress has otherwise, lead on', async () => {
  const { redirects } = await exported();
  expect(redirects.split('\n')).toEqual(
    expect.arrayContaining([
      '/old/talks/,/2015/11/26/talks/',
      '/ru/2015/11/26/talks/,/2015/11/26/talks-ru/',
      '/topics/sea/,/tag/sea/',
      '/topics/sea/feed.xml,/tag/sea/feed/',
    ]),
  );
});

test('what it cannot hold is told with a count and an example', async () => {
  const { losses } = await exported();
  const told = Object.fromEntries(losses.map(({ what, count, example }) => [what.split(':')[0], [count, example]]));
  expect(told).toMatchObject({
    'Authors of a story after the first': [1, '/2015/11/26/paid/'],
    'Why a story was withdrawn': [1, '/2015/11/26/gone/'],
    'That a story is a translation': [1, '/ru/2015/11/26/talks/'],
  });
});

test('each paragraph and heading is a block of the editor, and everything else one of HTML', () => {
  expect(editorBlocks('<p>One\ntwo</p>\n<h3>Three</h3>\n<ul><li><p>a</p></li></ul>\nbare<hr>')).toBe(
    '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading {"level":3} -->\n<h3>Three</h3>\n<!-- /wp:heading -->\n\n<!-- wp:html -->\n<ul><li><p>a</p></li></ul>\n<!-- /wp:html -->\n\n<!-- wp:html -->\nbare\n<!-- /wp:html -->\n\n<!-- wp:html -->\n<hr>\n<!-- /wp:html -->',
  );
});
