import { expect, test } from 'vitest';
import { columnsOf, fitted } from '../../src/commands/fit-width.ts';

test.each([
  ['harbour', 7],
  ['漁港', 4],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 2],
])('%s takes %i columns', (text, columns) => expect(columnsOf(text)).toBe(columns));

test('what does not fit ends in an ellipsis, and a path begins with one', () => {
  expect(fitted('harbour', 7)).toBe('harbour');
  expect(fitted('harbour', 6)).toBe('harbo…');
  expect(fitted('漁港', 3)).toBe('漁…');
  expect(fitted('content/articles/a.md', 8, 'beginning')).toBe('…es/a.md');
});
