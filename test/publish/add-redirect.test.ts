/** An old address is written into front matter, however its list is written, and all else stays as it was. */
import { expect, test } from 'vitest';
import { addRedirect } from '../../src/publish/add-redirect.ts';

const file = (...lines: string[]) => ['---', 'title: A story', ...lines, '---', 'Text', '--- in it', ''].join('\n');
const url = '/2015/11/25/b/';

test.each([
  ['none', file(), file(`redirectFrom: [${url}]`, `id: ${url}`)],
  [
    'a list in a line',
    file('redirectFrom: [/a/] # old', 'id: /x/'),
    file(`redirectFrom: [/a/, ${url}] # old`, 'id: /x/'),
  ],
  ['an empty list', file('redirectFrom: []', 'id: /x/'), file(`redirectFrom: [${url}]`, 'id: /x/')],
  [
    'a list of lines',
    file('redirectFrom:', '  - /a/', "  - '/b c/' # old", 'place: Baku'),
    file('redirectFrom:', '  - /a/', "  - '/b c/' # old", `  - ${url}`, 'place: Baku', `id: ${url}`),
  ],
])('with %s', (_, before, after) => {
  expect(addRedirect(before, url, true)).toBe(after);
});

test('a page needs no id, and what cannot be read is left alone', () => {
  expect(addRedirect(file(), '/old/', false)).toBe(file('redirectFrom: [/old/]'));
  expect(addRedirect('No front matter', url, true)).toBeUndefined();
  expect(addRedirect(file('redirectFrom: {a: b}'), url, true)).toBeUndefined();
  expect(addRedirect(file('redirectFrom: [}'), url, true)).toBeUndefined();
});

test('of a translation the id is that of the story', () => {
  expect(addRedirect(file(), '/ru/2015/11/25/b/', true)).toBe(file('redirectFrom: [/ru/2015/11/25/b/]', `id: ${url}`));
});
