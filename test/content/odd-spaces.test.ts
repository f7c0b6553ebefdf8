/** Spaces that look like the plain one: told where YAML takes no other, and nothing where a line looks empty. */
import { expect, test } from 'vitest';
import { plainText } from '../../src/content/front-matter.ts';
import { applied, briefly, parseStory, site, story } from './written.ts';

test.each([
  [story().replace('title: ', 'title:\u00A0'), 'yaml/syntax 2:7', 'title: '],
  [story().replace('section: ', 'section\u00A0: '), 'yaml/syntax 6:8', 'section: '],
  [story().replace('section: ', 'section:\u3000'), 'yaml/syntax 6:9', 'section: '],
  [story({ points: '\n  -\u00A0"One"' }), 'yaml/syntax 8:4', '  - "One"'],
  [story({ image: '\n\u00A0\u00A0file: sea.jpg\n  alt: Waves' }), 'yaml/syntax 8:1', '\n  file: sea.jpg\n'],
])('%j', (text, told, line) => {
  const { problems } = parseStory(text);
  expect(briefly(problems)).toEqual([told]);
  const mended = applied(text, problems);
  expect(mended).toContain(line);
  expect(briefly(parseStory(mended).problems)).toEqual([]);
});

test('a mark of French stays in a value', () => {
  const { problems, value } = parseStory(story({ title: '«\u00A0Oui\u00A0», dit-elle' }));
  expect(problems).toEqual([]);
  expect(value?.title).toBe('«\u00A0Oui\u00A0», dit-elle');
});

test('a line that looks empty is empty, and as long', () => {
  const text = (body: string) => plainText(new TextEncoder().encode(body));
  expect(text('One.\n\u00A0\nTwo.')).toBe('One.\n \nTwo.');
  expect(text('One.\n\u3000\t\u00A0 \n\u00A0Two.')).toBe('One.\n \u0020  \n\u00A0Two.');
  expect(parseStory(story({}, 'One.\n\u00A0\nTwo.'), site).problems).toEqual([]);
});

test('how far to the right a line goes is said', () => {
  const { problems } = parseStory(story({ image: '\n  file: sea.jpg\n\u00A0\u00A0alt: Waves' }));
  expect(problems.map(({ fix }) => fix)).toEqual(['Write 2 plain spaces before “alt: Waves”.']);
});
