/** What goes into a row comes out of it again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packArticle, packNumbers, unpackArticle, unpackNumbers } from '../../src/catalog/packed.ts';
import type { Article } from '../../src/content/article.ts';

const bare: Article = {
  title: 'The bridge opens',
  summary: 'It took a year.',
  authors: ['ann'],
  section: 'world',
  topics: [],
  pictures: [],
  points: [],
  type: 'news',
  sources: [],
  redirectFrom: [],
  translators: [],
  contributors: [],
  noindex: false,
  draft: false,
  corrections: [],
  at: 1_448_519_400,
  path: 'articles/2015/11/26/bridge.md',
  story: '2015/11/26/bridge',
  language: 'en',
  outline: { text: 'a', words: 3, links: [], outbound: [], pictures: [], documents: [], weighed: [], headings: [] },
};

const full: Article = {
  ...bare,
  path: 'articles/2015/11/26/bridge.ru.md',
  language: 'ru',
  topics: ['sea'],
  thread: 'storm',
  points: ['A point'],
  type: 'opinion',
  sources: [{ title: 'A report', url: 'https://example.org/' }],
  redirectFrom: ['/old/'],
  titles: { search: 'The bridge', card: 'A bridge' },
  kicker: 'Roads',
  series: 'bridges',
  translators: ['ben'],
  contributors: [{ author: 'ann', role: 'Maps' }],
  canonical: 'https://example.org/bridge',
  noindex: true,
  draft: true,
  corrections: [{ at: 1, isDay: true, text: 'A name' }],
  isDay: true,
  updated: { at: 2 },
  withdrawn: { at: 3, isDay: true, reason: 'Wrong', allLanguages: true, language: 'en' },
  outline: {
    text: 'b',
    words: 0,
    links: ['/about/'],
    outbound: ['https://example.org/'],
    pictures: ['map.jpg'],
    documents: [],
    weighed: [],
    headings: ['the-quay'],
  },
};

test.each([
  ['bare', bare],
  ['full', full],
])('an article is the same after it was packed: %s', (_, article) => {
  expect(unpackArticle(packArticle(article), article.path)).toEqual(article);
});

test('what is empty, and what the path says, takes no room', () => {
  expect(packArticle(bare)).not.toMatch(/points|sources|redirectFrom|draft|corrections|pictures|bridge\.md|isDay/);
});

test('numbers of either sign are the same after they were packed', () => {
  const number = fc.integer({ min: -(2 ** 48), max: 2 ** 48 });
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
    }),
  );
});
