/** Folders of whole pages. */
import { expect, test } from 'vitest';
import { htmlPages } from '../../../src/import/readers/html-pages.ts';
import { lossKinds } from '../../../src/import/text/loss.ts';
import { keepMainPart } from '../../../src/import/text/page-parts.ts';
import { readTree, textOf } from '../../../src/import/text/tree.ts';
import { folderOf, listsIn, readFolder } from './read.ts';

const head = `<!DOCTYPE html><html lang="pt"><head><title>The ferry | The Old Post</title><meta charset="utf-8">
<meta name="description" content="In short."><meta property="og:site_name" content="The Old Post">
<link rel="canonical" href="https://old.example/2015/11/26/ferry.html">`;
const body = `<header><a href="/">The Old Post</a></header><nav>World Sea</nav>
<main><article><header><h1>The ferry</h1><time datetime="2015-11-26T09:30:00+03:00">Thursday</time></header>
<p>It <b>sails</b> at eight.</p><p>Read <a rel="tag" href="/t/sea">Sea ports</a></p><footer>Share</footer></article>
<aside>Others read</aside></main><footer>All rights</footer>`;

test('a page is a story with what its head and its elements say', async () => {
  const { stories, site } = await readFolder(
    htmlPages,
    folderOf({
      '2015/11/26/ferry.html': `${head}<meta name="author" content="Ann Lee; Bo"><script type="application/ld+json">{"@type":"NewsArticle","keywords":"Ferries, Sea ports"}</script></head><body>${body}</body></html>`,
      'about/index.html': '<title>About</title><h1>About us</h1><p>We are three.</p>',
    }),
  );
  expect(site).toEqual({ url: 'https://old.example' });
  expect(stories).toMatchObject([
    {
      kind: 'story',
      urls: ['/2015/11/26/ferry.html'],
      slug: 'ferry',
      title: { text: 'The ferry' },
      summary: { text: 'In short.' },
      published: { text: '2015-11-26T09:30:00+03:00' },
      authors: [{ name: 'Ann Lee' }, { name: 'Bo' }],
      tags: [{ name: 'Ferries' }, { name: 'Sea ports' }],
      language: 'pt',
      body: { format: 'page' },
    },
    { kind: 'page', urls: ['/about/'], title: { text: 'About us' } },
  ]);
});

test('JSON-LD is believed where nothing else says it', async () => {
  const said = {
    '@graph': [
      { '@type': 'WebSite' },
      {
        '@type': 'NewsArticle',
        datePublished: '2015-11-26',
        author: [{ name: 'Ann Lee' }],
        articleSection: 'Sea',
        image: { url: '/a.jpg' },
      },
    ],
  };
  const { stories } = await readFolder(
    htmlPages,
    folderOf({
      'a.html': `<title>A - B</title><script type="application/ld+json">${JSON.stringify(said)}</script><div><p>It sails.</p></div>`,
    }),
  );
  expect(stories).toMatchObject([
    {
      title: { text: 'A - B' },
      published: { text: '2015-11-26' },
      authors: [{ name: 'Ann Lee' }],
      sections: [{ name: 'Sea' }],
      lead: { src: '/a.jpg' },
    },
  ]);
});

test('a page that only leads on is an old address of where it leads, and one of several texts is a list', async () => {
  const { items, stories } = await readFolder(
    htmlPages,
    folderOf({
      'a/index.html': '<title>A</title><p>It sails.</p>',
      'old/a.html': '<meta http-equiv="refresh" content="0; url=../a/">',
      'index.html': '<h1>The Old Post</h1><article>A ferry</article><article>A quay</article>',
    }),
  );
  expect(stories.map(({ urls }) => urls)).toEqual([['/a/', '/old/a.html']]);
  expect(listsIn(items)).toEqual([['all', '', '/']]);
});

test.each([
  ['an article', body, 'It sails at eight. Read Sea ports Others read', 'It sails at eight. Read Sea ports'],
  ['the main part', body.replace(/<\/?article>/g, ''), '', 'It sails at eight. Read Sea ports Others read'],
  [
    'what is called the text',
    '<div class="menu"><p>World</p></div><h2>x</h2><div class="entry-content"><p>It sails.</p></div>',
    '',
    'It sails.',
  ],
  [
    'the largest block',
    '<table><tr><td><p>World</p></td><td><div><p>It sails.</p><p>At eight.</p></div></td></tr></table>And so on',
    '',
    'It sails. At eight.',
  ],
])('the text of a page is %s, and every word around it is counted', (_, html, _all, kept) => {
  const root = readTree(html);
  const before = textOf(root).split(' ').sort();
  const lost: string[] = [];
  keepMainPart(root, ({ kind, text }) => {
    expect(lossKinds[kind]).toBeDefined();
    lost.push(text);
  });
  expect(textOf(root)).toBe(kept);
  expect([...textOf(root).split(' '), ...lost.flatMap((text) => text.split(' '))].sort()).toEqual(before);
});
