/** Kinds of texts that were once taken for something else. */
import { expect, test } from 'vitest';
import { outlineBody } from '../../../src/content/markdown/outline.ts';
import { parseSite } from '../../../src/content/site.ts';
import type { SourceText } from '../../../src/import/source-story.ts';
import { convertText } from '../../../src/import/text/convert.ts';
import type { Dialect } from '../../../src/import/text/source-html.ts';
import { isFault } from '../../../src/problem.ts';

const { site } = parseSite(
  'title: The Old Post\nurl: https://old.example\ndescription: A\ntimeZone: UTC\nlanguages: [en]\nsections: [{id: news, title: News}]\n',
  'site.yaml',
  ['en'],
);
if (!site) throw new Error('The site of this test is none.');

const ledFrom = (href: string) =>
  ({
    'https://old.example/a': '/2015/11/26/a/',
    'https://old.example/b': { later: '/2015/11/26/b/' },
    'https://old.example/c': undefined,
    'https://old.example/self#Old%20place': '#Old%20place',
    'https://old.example/self#none': '#none',
  })[href] ?? (/\/c$/.test(href) ? undefined : href);

function converted(text: string, format: SourceText['format'] = 'markdown', dialect: Dialect = 'none') {
  const { markdown, unfaithful, losses } = convertText(
    { format, text },
    {
      ...{ dialect, codes: {}, furniture: [] },
      faultsOf: (body) => outlineBody(body, 'text.md', 1, site as NonNullable<typeof site>).problems.filter(isFault),
      ...{
        isOwn: (href) => href.startsWith('https://old.example/'),
        link: ledFrom,
        picture: () => undefined,
        document: () => undefined,
        whole: (src) => src,
      },
    },
  );
  return { markdown, losses: losses.map(({ kind }) => kind), isFaithful: unfaithful === undefined };
}

test.each([
  ['what HTML does not know parts no word', 'void baz(Member<GCed>): a `b`', 'void baz(Member): a `b`'],
  [
    'raised letters stay in the line of an item',
    '- It has 10<sup>-21</sup> s\n- a',
    '- It has 10<sup>-21</sup> s\n- a',
  ],
  ['a form goes with its boxes', 'A\n\n<form><label><input type="checkbox"> Yes</label></form>', 'A'],
  ['code in which nothing is left goes', 'A <code></code>b', 'A b'],
  ['code that begins in a word and has a space is a text', 'Op`a <$t>` and `b`s', 'Opa <$t> and `b`s'],
  ['emphasis may end between brackets', '(*See [it](https://b.example/)*)', '(*See [it](https://b.example/)*)'],
  [
    'several notes may stand at one word',
    'It sails.[^1][^2]\n\n[^1]: A\n[^2]: B',
    'It sails.[^1][^2]\n\n[^1]: A\n\n[^2]: B',
  ],
  ['a heading with signs has the place of its words', '[it](#a-b)\n\n## a::b', '[it](#a-b)\n\n## a\\:\\:b'],
  [
    'an address of the old site leads to where its page is now',
    'See https://old.example/a, https://old.example/b and https://b.example/x_y.',
    'See [https://old.example/a](/2015/11/26/a/), <!-- link /2015/11/26/b/ -->https\\://old.example/b<!-- /link --> and https://b.example/x_y.',
  ],
  [
    'an address of a page that is gone leads nowhere',
    '<https://old.example/c> https://old.example/c',
    'https\\://old.example/c https\\://old.example/c',
  ],
  [
    'what kramdown is told of a picture or a word may go on in the next line',
    '[![A ferry](https://b.example/f.png){: .wide\n  width="300"}](https://b.example/)\n\nIt *sails*{: .a\n.b} on. {: not a\n\nlist }',
    '[A ferry](https://b.example/f.png)\n\nIt *sails* on. \\{: not a\n\nlist }',
  ],
  ['all of a row of signs stands outside then', '**Add...**. a', '**Add**.... a'],
  [
    'a place on the page itself is found by the id it had, however the link is written',
    '[a](https://old.example/self#Old%20place) [b](https://old.example/self#none)\n\n<h2 id="Old place">The quay</h2>',
    '[a](#the-quay) b\n\n## The quay',
  ],
  [
    'a recording of the old site that did not come along is none',
    '<audio src="https://old.example/c"></audio>\n\n<audio src="https://b.example/a.mp3"></audio>',
    'c\n\n::: audio {url="https://b.example/a.mp3" title="a.mp3"}\n:::',
  ],
  [
    'a space in a table that only lays out a page parts words',
    '<table><tr><td><b>a</b> <i>b</i></td> <td><ul><li>c</li></ul></td></tr></table>',
    '**a** *b*\n\n- c',
  ],
  [
    'points outside of any list are one, and their links are led',
    '<li>A <a href="https://old.example/a">ferry</a>.</li>\n<li>B</li>\n\n<p>C</p>',
    '- A [ferry](/2015/11/26/a/).\n- B\n\nC',
  ],
  ['code that touches code is one', '<code>a</code><code>b()</code> x', '`ab()` x'],
  [
    'emphasis and code begin and end anywhere in scripts without spaces, and beside the particles of hangul',
    '港口**很大**。<b>“渡船”</b>开了，<em>走，</em>再来 `npm run` 在 <b><code>npm run</code></b>를',
    '港口**很大**。**“渡船”**开了，*走，*再来 `npm run` 在 **`npm run`**를',
  ],
  [
    'emphasis stays where words of another script touch it',
    '用npm<b>安装</b>它，<b>npm</b>是<em>好</em>the',
    '用npm**安装**它，**npm**是*好*the',
  ],
  [
    'several notes may stand in a paragraph without spaces',
    '渡船[^1]开了[^2]，港口[^3]很大。\n\n[^1]: 甲\n[^2]: 乙\n[^3]: 丙',
    '渡船[^1]开了[^2]，港口[^3]很大。\n\n[^1]: 甲\n\n[^2]: 乙\n\n[^3]: 丙',
  ],
  [
    'a player ends where its paragraph does, and what was said for old browsers is seen',
    '<video controls><source src="https://b.example/f.mp4"><p>The ferry sails</p></video>',
    '::: video {url="https://b.example/f.mp4" title="f.mp4"}\n:::\n\nThe ferry sails',
  ],
  [
    'lines in a heading are words of it',
    '## `open` <div class="label">Harbour</div><div>Quay</div>',
    '## `open` Harbour Quay',
  ],
  [
    'a picture that did not come along is words of the link that it stands in',
    '<a href="https://b.example/"><img src="https://b.example/f.png" alt="A ferry"><br>Timetable</a>',
    '[A ferry\\\nTimetable](https://b.example/)',
  ],
  ['a sign on both sides of the end of emphasis is no face', '**Peace:**: a prize', '**Peace**\\:\\: a prize'],
])('%s', (_, text, markdown) => {
  expect(converted(text)).toMatchObject({ markdown, isFaithful: true });
});

test('a player ends a paragraph, and stands in no link', () => {
  const film = '::: video {url="https://www.youtube.com/watch?v=abcdefghijk" title="YouTube"}\n:::';
  const text = 'a {{< youtube abcdefghijk >}} b\n\n[{{< youtube id="abcdefghijk" >}}](https://b.example/)';
  expect(converted(text, 'markdown', 'hugo')).toEqual({
    markdown: ['a', film, 'b', film].join('\n\n'),
    losses: [],
    isFaithful: true,
  });
});

test('codes of Hugo may have quotation marks in what they are given, and Markdown in captions', () => {
  const text =
    'a {{% def id="PSL" name="A >}} B" %}}b {{< bad " c {{< x-y "d" />}} {{< figure src="a.jpg" caption="It *sails*" >}}';
  expect(converted(text, 'markdown', 'hugo')).toMatchObject({
    markdown: 'a b \\{\\{< bad " c\n\n[a.jpg](a.jpg)\n\nIt sails',
    losses: ['shortcode', 'shortcode', 'picture'],
    isFaithful: true,
  });
});

test('what Liquid is told to leave alone stays without being told of, in code too', () => {
  const text = '```\n{% raw %}{{ a }}{% endraw %} {{ b }}\n```\n\n`{% raw %}{% c %}{% endraw %}`';
  expect(converted(text, 'markdown', 'liquid')).toEqual({
    markdown: '```\n{{ a }} {{ b }}\n```\n\n`{% c %}`',
    losses: [],
    isFaithful: true,
  });
});

test('of a whole page only its text comes along, and what stood around it is listed word for word', () => {
  const page = '<title>A</title><nav>World</nav><main><h1>Ferry</h1><p>It sails.</p></main><footer>All rights</footer>';
  expect(converted(page, 'page')).toEqual({
    markdown: 'It sails.',
    losses: ['around', 'around', 'headline'],
    isFaithful: true,
  });
});

const numbered = '<td class="gutter"><pre>1\n2</pre></td>';
test.each([
  ['in a cell beside all lines', `<table><tr>${numbered}<td class="code"><pre>a = 1\nb = 2\n</pre></td></tr></table>`],
  [
    'in a cell beside each line',
    '<table class="hljs-ln"><tr><td data-line-number="1"></td><td>a = 1</td></tr><tr><td data-line-number="2"></td><td>b = 2</td></tr></table>',
  ],
  ['in the line', '<pre><span class="ln">1</span>a = 1\n<span class="ln">2</span>b = 2\n</pre>'],
])('numbers beside lines of code are told, and no part of it: %s', (_, text) => {
  expect(converted(text, 'html')).toEqual({
    markdown: '```\na = 1\nb = 2\n```',
    losses: ['line-number'],
    isFaithful: true,
  });
});

test('verses are a text with its links, and links in code are told', () => {
  const lines = 'A <a href="https://b.example/">ferry</a>\nsails <b>at\neight</b>\n';
  expect(converted(`<pre class="wp-block-verse">${lines}</pre>`, 'html')).toEqual({
    markdown: 'A [ferry](https://b.example/)\\\nsails **at**\\\n**eight**',
    losses: [],
    isFaithful: true,
  });
  expect(converted(`<pre>${lines}</pre>`, 'html')).toMatchObject({ losses: ['link'], isFaithful: true });
});

test('a table of numbers is a table', () => {
  for (const [name, second] of [
    ['ages', 2],
    ['highlight', 5],
  ]) {
    const rows = `<tr><td>1</td><td>a</td></tr><tr><td>${second}</td><td>b</td></tr>`;
    expect(converted(`<table class="${name}">${rows}</table>`, 'html').markdown).toContain('| 1 | a |');
  }
});

test('a number of a note is told from the same number in what stands around a text', () => {
  const note = (id: number) => `<sup id="fnref:${id}"><a href="#fn:${id}">${id}</a></sup>`;
  const item = (id: number) => `<li id="fn:${id}"><p>Note. <a href="#fnref:${id}">↩</a></p></li>`;
  const text = `<title>A</title><h1>A</h1><p class="date">Nov 2, 2015</p><main><p>It sails${note(1)}, and it${note(2)}, too.</p><section class="footnotes"><ol>${item(1)}${item(2)}</ol></section></main>`;
  expect(converted(text, 'page').isFaithful).toBe(true);
});

test('a checkbox that goes with a menu is told with it', () => {
  const text = '<title>A</title><header><input type="checkbox"> Menu</header><main><h1>A</h1><p>It sails.</p></main>';
  expect(converted(text, 'page')).toMatchObject({ markdown: 'It sails.', isFaithful: true });
});

test('a page that is shown with its title and pictures is a link, and links beside a picture stay', () => {
  const card =
    '<figure><a href="https://b.example/"><div><div>The port</div><div>Of ferries.</div><img src="i.png"></div><div><img src="t.png"></div></a><figcaption>See it</figcaption></figure>';
  expect(converted(card, 'html')).toEqual({
    markdown: '[The port](https://b.example/)\\\nOf ferries.\n\nSee it',
    losses: ['embed'],
    isFaithful: true,
  });
  const beside = '<figure><img src="a.png" alt="A"><p>By <a href="https://b.example/">Ann</a></p></figure>';
  expect(converted(beside, 'html')).toMatchObject({
    markdown: '[A](a.png)\n\nBy [Ann](https://b.example/)',
    isFaithful: true,
  });
});

test('a link around a card leads from its title, and is told of a picture that says nothing', () => {
  const { markdown, losses } = converted(
    '<a href="https://b.example/"><div><x-picture file="a/a.png" alt=""></x-picture></div><h3>Ferry</h3></a>',
    'html',
  );
  expect(markdown).toBe('![""](a/a.png)\n\n### [Ferry](https://b.example/)');
  expect(losses).toEqual(['picture-link']);
});

test('a photographer who is named beside the caption is told after it', () => {
  const text =
    '<figure><img src="a.png" alt="A"><small class="credit">Ann Lee</small><figcaption>A quay</figcaption></figure>';
  expect(converted(text, 'html')).toMatchObject({ markdown: '[A](a.png)\n\nA quay Ann Lee', isFaithful: true });
});

test.each([
  ['<i><p>One two</p><p>Three</p></i> four', '*One two*\n\n*Three*\n\nfour'],
  [
    '<b><h2>Two</h2><ul><li>a <a href="https://b.example/">b</a></li></ul></b><i><p>Three</p></i>',
    '## Two\n\n- **a [b](https://b.example/)**\n\n*Three*',
  ],
  ['<dir><b>a</b> b<br><br></dir>', '**a** b'],
  ['<ul><li>a</li><ul><li>b</li></ul>and<li>c</li></ul>', '- a\n\n  - b\n\n  and\n\n- c'],
])('old pages put emphasis around paragraphs, and lists without items: %s', (text, markdown) => {
  expect(converted(text, 'html')).toEqual({ markdown, losses: [], isFaithful: true });
});

test.each([
  ['2<sup>2<sup>n</sup></sup>', '2<sup>2n</sup>'],
  ['(<math><mi>N</mi><mo>−</mo><mn>1</mn><annotation>N-1</annotation></math>)', '(N−1)'],
  ['<i>cached</i>.<i>N</i> a', '*cached.N* a'],
])('formulas are text, and what was more than that is told: %s', (text, markdown) => {
  const { losses, ...rest } = converted(text, 'html');
  expect(rest).toEqual({ markdown, isFaithful: true });
  expect(losses).toEqual(/sup|math/.test(text) ? ['formula'] : []);
});
