import { expect, test } from 'vitest';
import { nearest, suggestion } from '../../src/content/suggest.ts';

const keys = ['title', 'summary', 'date', 'authors', 'section', 'topics', 'redirectFrom'];

test.each([
  ['titel', 'title'],
  ['tilte', 'title'],
  ['Title', 'title'],
  ['REDIRECT-FROM', 'redirectFrom'],
  ['author', 'authors'],
  ['sumary', 'summary'],
  ['secton', 'section'],
  ['redirect_from', 'redirectFrom'],
  ['dat', 'date'],
])('for %s the nearest is %s', (word, wanted) => expect(nearest(word, keys)).toBe(wanted));

test.each(['headline', 'x', '', 'subtitle-of-it', 'картинка'])('for %j nothing is near', (word) =>
  expect(nearest(word, keys)).toBeUndefined(),
);

test('capitals make no difference on either side', () => {
  expect(nearest('TITLE', ['title'])).toBe('title');
  expect(nearest('title', ['TITLE'])).toBe('TITLE');
});

test('two letters swapped are one mistake, and two other letters are no suggestion', () => {
  expect(nearest('ur', ['ru', 'en'])).toBe('ru');
  expect(nearest('de', ['ru', 'en'])).toBeUndefined();
});

test('of two that are as near, the first by code point is named, in whatever order they come', () => {
  expect(nearest('wold', ['world', 'would'])).toBe('world');
  expect(nearest('wold', ['would', 'world'])).toBe('world');
});

test('where nothing is near, twelve of the known are named, sorted and each once', () => {
  expect(suggestion('xyz', ['bbb', 'aaa', 'ccc', 'aaa'], 'Remove it.')).toBe('Remove it. Known here: aaa, bbb, ccc.');
  const many = Array.from({ length: 20 }, (_, index) => `word-${String(index).padStart(2, '0')}`);
  expect(suggestion('zzzzzzzzz', many, 'Remove it.')).toBe(
    `Remove it. Known here: ${many.slice(0, 12).join(', ')}, ….`,
  );
  expect(suggestion('x', [], 'Remove it.')).toBe('Remove it.');
  expect(suggestion('titel', keys, 'Remove it.')).toBe('Did you mean “title”?');
});
