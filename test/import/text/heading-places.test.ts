/** A link to a part of a text finds it by whatever name the part had. */
import { expect, test } from 'vitest';
import { headingPlaces, placeIn, placesShown } from '../../../src/import/text/heading-places.ts';
import { markdownToHtml } from '../../../src/import/text/markdown-source.ts';
import { toMarkdownTree } from '../../../src/import/text/markdown-tree.ts';
import { readTree } from '../../../src/import/text/tree.ts';

const placesOf = (html: string) => headingPlaces(toMarkdownTree(readTree(html)));
const inMarkdown = (text: string) => placesOf(markdownToHtml(text, () => undefined));

test.each([
  ['an id in braces', '## The quay {#ferries}', 'ferries', 'the-quay'],
  ['kramdown’s list of attributes', '## The quay {: .lead #ferries}', 'ferries', 'the-quay'],
  ['one in the next line', '## The quay\n{: #ferries .lead}', 'ferries', 'the-quay'],
  ['a name in the heading', '## <a name="ferries"></a>The quay', 'ferries', 'the-quay'],
  ['a name above it', '<a name="ferries"></a>\n\n## The quay', 'ferries', 'the-quay'],
  ['two names above it', '<a id="a"></a>\n<span id="ferries"></span>\n\n## The quay', 'ferries', 'the-quay'],
  [
    'the section around it',
    '<section id="ferries"><h2>The quay</h2><p>It is long.</p></section>',
    'ferries',
    'the-quay',
  ],
  ['an id of HTML', '<h2 id="Über uns">About us</h2>', '%C3%9Cber%20uns', 'about-us'],
  ['GitHub’s words', '## C++ & C# — the end_of it', 'c--c--the-end_of-it', 'c-c-the-end-of-it'],
  ['GitHub’s own prefix', '## The quay', 'user-content-the-quay', 'the-quay'],
  ['GitHub’s count', '## Step\n\n## Step\n\n## Step', 'step-1', 'step-2'],
  ['GitHub’s count, the third', '## Step\n\n## Step\n\n## Step', 'step-2', 'step-3'],
  ['what looks like a count, and is none', '## Step\n\n## Step 1', 'step-1', 'step-1'],
  ['kramdown’s words', '## 1.2 The quay', 'the-quay', '1-2-the-quay'],
  ['Zola’s letters', '## Größe des Hafens', 'grosse-des-hafens', 'größe-des-hafens'],
  ['capital letters', '## The Quay', 'The_Quay', 'the-quay'],
  ['code', '## The `--all` flag', 'the---all-flag', 'the-all-flag'],
  ['another script', '## Порт в Поти', '%D0%BF%D0%BE%D1%80%D1%82-%D0%B2-%D0%BF%D0%BE%D1%82%D0%B8', 'порт-в-поти'],
  ['words that browsers look for', '## The quay', ':~:text=a%20quay', ':~:text=a%20quay'],
  ['a heading in a quotation', '> ## The quay', 'the-quay', 'the-quay'],
])('%s', (_what, text, written, place) => {
  expect(placeIn(inMarkdown(text), written)).toBe(place);
});

test.each([
  ['a name in a paragraph', '## The quay\n\nA <a name="ferries"></a>ferry.'],
  ['a name above a text that is above a heading', '<a name="ferries"></a>A ferry.\n\n## The quay'],
  ['other words', '## The quay'],
  ['no words', '## The quay'],
])('%s is no place', (what, text) => {
  expect(placeIn(inMarkdown(text), what === 'no words' ? '--' : 'ferries')).toBeUndefined();
});

test('what a text turned out not to have is no place of it', () => {
  const places = inMarkdown('## One {#a}\n\n## Two {#b}');
  expect(placesShown(places, '<h3><span id="s_two"></span>Two</h3>')).toEqual({
    headings: ['two'],
    ids: [['b', 'two']],
  });
});
