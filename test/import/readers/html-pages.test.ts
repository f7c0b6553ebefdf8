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
  expect(site).toEqual({ title: 'The Old Post', url: 'https://old.example', languages: ['pt'] });
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

const whole = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="pt-BR"><head><title>${title} - The Old Post</title>${head}</head><body><header><h1><a href="/">The Old Post</a></h1></header><nav><a href="/tag/all/">All</a></nav>${body}<div><a href="/tag/cloud/">Cloud</a></div><footer><a href="/tag/foot/">Foot</a></footer></body></html>`;
const entry = (title: string, { by, tag, day }: { by: string; tag: string; day: string }) =>
  whole(
    `${title} sails`,
    `<article><h1 class="entry-title">${title} Sails</h1><p class="meta">${day} by <a class="author" href="/author/${by}">${by} Lee</a></p><div class="entry-content"><p>${'It sails at eight. '.repeat(9)}</p></div><footer><a href="/tag/${tag}/">Sea ports</a> <a href="/categories/north.html">The North</a></footer></article>`,
    `<link rel="canonical" href="https://old.example/paper/${title}/"><link rel="shortlink" href="https://old.example/?p=7">`,
  );
const teaser = '<article><h2><a href="/a/">A Sails</a></h2><time datetime="2015-11-26">x</time></article>';
const builtSite = {
  'index.html': whole(
    'Front',
    `${teaser}<h2><a href="/b/">B Sails</a></h2>`,
    '<meta name="description" content="Of ports.">',
  ),
  'a/index.html': entry('a', { by: 'ann', tag: 'sea-ports', day: '26 de novembro de 2015' }),
  'b/index.html': entry('b', { by: 'bo', tag: 'sea-ports', day: '2015-11-27' }),
  'about/index.html': whole('About', '<p>We are three, and write of ports. <a href="/a/">A</a> was first.</p>'),
  'tag/sea-ports/index.html': whole('Sea ports', teaser),
  'tag/sea-ports/page/2/index.html': whole('Sea ports', teaser),
  'tag/sea-ports/index.xml': '<?xml version="1.0"?><rss version="2.0"></rss>',
  'categories/north.html': whole('The North', '<h2>2015</h2><ul><li><a href="/a/">A Sails</a></li></ul>'),
  'author/ann/index.html': whole(
    'ann',
    '<ul><li>26 Nov <a href="/a/">A Sails</a></li><li><a href="/b/">B Sails</a></li></ul>',
  ),
  'feed.xml': '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
  'latest/index.html': whole(
    'Latest',
    `<article><h1 class="entry-title"><a href="/a/">A Sails</a></h1><p>${'It sails at eight. '.repeat(9)}</p></article>`,
  ),
  'tag/cloud/index.html': whole('Cloud', teaser),
  'tag/index.html': whole(
    'Tags',
    '<ul><li><a href="/tag/sea-ports/">Sea ports 2</a></li><li><a href="/b/">B</a></li></ul>'.repeat(3),
  ),
  'data.xml': '<root/>',
};

test('what a built site shows as lists are lists, by what leads where, and a story stands in those that it leads to', async () => {
  const { items, of, site } = await readFolder(htmlPages, folderOf(builtSite));
  expect(listsIn(items)).toEqual([
    ['author', 'ann', '/paper/author/ann/'],
    ['section', 'north', '/paper/categories/north.html'],
    ['all', '', '/paper/', '/paper/feed.xml'],
    ['all', '', '/paper/latest/'],
    ['tag', 'cloud', '/paper/tag/cloud/'],
    ['all', '', '/paper/tag/'],
    ['tag', 'sea-ports', '/paper/tag/sea-ports/', '/paper/tag/sea-ports/index.xml'],
    ['tag', 'sea-ports', '/paper/tag/sea-ports/page/2/'],
  ]);
  expect(site).toEqual({
    ...{ title: 'The Old Post', description: 'Of ports.', url: 'https://old.example/paper', languages: ['pt-BR'] },
  });
  expect(items.every((each) => each.kind !== 'list' || each.isPage)).toBe(true);
  expect(of.get('a/index.html')).toMatchObject({
    kind: 'story',
    urls: ['/paper/a/', '/?p=7'],
    title: { text: 'a Sails' },
    published: { text: '2015-11-26' },
    authors: [{ id: 'ann', name: 'ann Lee' }],
    sections: [{ id: 'north', name: 'The North' }],
    tags: [{ id: 'sea-ports', name: 'Sea ports' }],
  });
  expect(of.get('b/index.html')?.authors).toEqual([{ name: 'bo Lee' }]);
  expect(of.get('about/index.html')).toMatchObject({ kind: 'page', title: { text: 'About' } });
  expect(of.get('about/index.html')).not.toHaveProperty('published');
});

test('the folder of a page alone is no section, and the canonical address that several pages share is none', async () => {
  const head = '<link rel="canonical" href="https://old.example/">';
  const page = (title: string) =>
    `<title>${title}</title>${head}<h1>${title}</h1><p class="date">2015-11-26</p><p>It sails.</p>`;
  const { stories } = await readFolder(
    htmlPages,
    folderOf({ '2015/11/ferry/index.html': page('Ferry'), 'sea/2015/11/quay/index.html': page('Quay') }),
  );
  expect(stories.map(({ urls, sections }) => [urls, sections])).toEqual([
    [['/2015/11/ferry/'], []],
    [['/sea/2015/11/quay/'], [{ id: 'sea' }]],
  ]);
});

test('a page whose head names the site alone is called by the first heading of its text', async () => {
  const page = (text: string) => `<title>The Old Post</title><p>${text}</p>`;
  const { stories } = await readFolder(
    htmlPages,
    folderOf({
      'a.html': page('</p><h2>A ferry</h2><p>It sails.'),
      'b.html': page('It sails.'),
      'index.html': page('We'),
    }),
  );
  expect(stories.map(({ title }) => title.text)).toEqual(['A ferry', 'The Old Post', 'The Old Post']);
});

test('words around a text are told whole, as of a link and the sign behind it', () => {
  const lost: string[] = [];
  keepMainPart(readTree('<div><a href="/">Home</a>. <p>x</p></div><main><p>It sails.</p></main>'), ({ text }) =>
    lost.push(text),
  );
  expect(lost).toEqual(['Home. x']);
  const apart: string[] = [];
  keepMainPart(readTree('See <a href="/">Home</a>.<main><p>It sails.</p></main>'), ({ text }) => apart.push(text));
  expect(apart).toEqual(['See Home.']);
});

test('lines that say who wrote a text and when are none of it, above and below', () => {
  const root = readTree(
    '<title>It sails</title><main><div class="post-meta"><span>26 Nov 2015</span> by Ann</div><div class="body"><h1>It sails</h1><p>Posted on November 26, 2015</p><p>On 26 November 2015 a ferry sailed, and nobody was aboard but the crew of the last one.</p><ul class="post-tags"><li>Sea</li></ul></div><div class="date">Again</div></main>',
  );
  const lost: string[] = [];
  keepMainPart(root, ({ text }) => lost.push(text));
  expect(textOf(root)).toBe('On 26 November 2015 a ferry sailed, and nobody was aboard but the crew of the last one.');
  expect(lost).toContain('Posted on November 26, 2015');
});

test('a list of links beside a text is none of it, wherever a tag was left open, and a remark is', () => {
  const links = [1, 2, 3].map((each) => `<li><a href="/${each}/">Story ${each}</a></li>`).join('');
  const root = readTree(
    `<article><h1>A</h1><p>It sails at eight.</p><aside>See <a href="/b/">B</a></aside><div class="sidebar"><h2>New</h2><ul>${links}</ul></div><aside><ul>${links}</ul></aside></article>`,
  );
  keepMainPart(root, () => undefined);
  expect(textOf(root)).toBe('It sails at eight. See B');
});
