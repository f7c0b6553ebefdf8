/** What is written once per language in a story, where the editor’s form has one field, outlives a save of the form. */
import { expect, test } from 'vitest';
import { withTextsKept } from '../../../src/commands/admin/kept-texts.ts';

const story = (lines: string) => `---\ntitle: Ferry\n${lines}---\n\nText.\n`;
const credit = story('image:\n  file: quay.jpg\n  credit:\n    en: Ann Lee\n    ru: Анна Ли\n');

test('a text per language that a form has left out is put back, and all else is as it was saved', () => {
  expect(withTextsKept(credit, story('image:\n  file: new.jpg\n'))).toBe(credit.replace('quay', 'new'));
  const withdrawn = story('withdrawn:\n  reason: {en: Wrong., ru: Неверно.}\n');
  expect(withTextsKept(withdrawn, story('withdrawn:\n  date: 2015-11-26\n'))).toContain('Неверно.');
});

test('a picture that needs no words still needs none, unless it is another one', () => {
  const quay = story('image:\n  file: quay.jpg\n  alt: ""\n');
  expect(withTextsKept(quay, story('image:\n  file: quay.jpg\n'))).toBe(quay);
  const other = story('image:\n  file: other.jpg\n');
  expect(withTextsKept(quay, other)).toBe(other);
});

test.each([
  ['taken away with what it was of', ''],
  ['written anew as one text', 'image:\n  file: quay.jpg\n  credit: Tom\n'],
  ['still there', 'image:\n  file: quay.jpg\n  credit: {en: Ann}\n'],
])('one that is %s stays as it was saved', (_, lines) =>
  expect(withTextsKept(credit, story(lines))).toBe(story(lines)),
);

test('what is no story with front matter is saved as it is', () => {
  expect(withTextsKept(credit, 'No front matter.\n')).toBe('No front matter.\n');
  expect(withTextsKept('name: {en: Ann}\n', 'name: Ann\n')).toBe('name: Ann\n');
  expect(withTextsKept(credit, story('image: [\n'))).toBe(story('image: [\n'));
});
