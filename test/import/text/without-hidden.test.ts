/** Characters that nobody sees. */
import { expect, test } from 'vitest';
import { plainLine } from '../../../src/import/text/plain.ts';
import { withoutHidden } from '../../../src/import/text/without-hidden.ts';

test('what parts two lines is a space, and what has no width is nothing', () => {
  expect(withoutHidden("a = 'b\u2028c\u200B\uFEFFd'\n\u2066e")).toBe("a = 'b cd'\ne");
});

test('a title or a summary has none of them', () => {
  expect(plainLine({ format: 'plain', text: 'Fast\uFE0F, and \u202Aslow' })).toBe('Fast, and slow');
});
