/** Links of which only the beginning is written, and attributes with other marks than the plain ones: told with what to write. */
import { expect, test } from 'vitest';
import { bodyProblems, parseStory, story } from './written.ts';

test.each([
  '#',
  'mailto:',
  'mailto:Ann',
  'tel:',
  'tel:office',
  'https://www.',
  'https:///a',
  'https://x',
  'http://intranet/a',
])('a link to %s is told', (address) =>
  expect(bodyProblems(`See [the map](${address}).`)).toEqual(['link/empty 1:14']),
);

test('also in a reference, around a picture, and where the address is the text', () => {
  expect(bodyProblems('See [the map][m].\n\n[m]: #')).toEqual(['link/empty 1:1']);
  expect(bodyProblems('[![A map](storm/a.jpg)](#)')).toEqual(['link/empty 1:24']);
  expect(bodyProblems('See <https://intranet/>.')).toEqual(['link/empty 1:1']);
});

test.each([
  '/',
  '/world/',
  'https://courier.example/',
  'mailto:ann@port.example',
  'mailto:?subject=A%20storm',
  'tel:112',
  'https://1.2.3.4/',
  'http://[2001:db8::1]/',
  'http://localhost:8080/',
])('but not one to %s', (address) => expect(bodyProblems(`See [the map](${address}).`)).toEqual([]));

test.each([
  ['{by=“Ann Lee” role="Mayor"}', '{by="Ann Lee" role="Mayor"}'],
  ['{by=«Ann Lee»}', '{by="Ann Lee"}'],
  ['{by=„Ann Lee“}', '{by="Ann Lee"}'],
  ['{by=‘Ann Lee’}', '{by="Ann Lee"}'],
  ["{by='Ann Lee'}", '{by="Ann Lee"}'],
  ['{by=″Ann Lee″}', '{by="Ann Lee"}'],
  ['{by="Ann Lee”}', '{by="Ann Lee"}'],
  ['{by = “Ann Lee”}', '{by="Ann Lee"}'],
  ['{by: “Ann Lee”, role: “Mayor”}', '{by="Ann Lee" role="Mayor"}'],
  ['{By=Ann Lee; role=Mayor of the town}', '{by="Ann Lee" role="Mayor of the town"}'],
  ['{by=Ann source=https://a.example/?b=c}', '{by="Ann" source="https://a.example/?b=c"}'],
  ['by=“Ann Lee”', '{by="Ann Lee"}'],
])('attributes as in %s are told with the line as it is to be', (written, right) => {
  const { problems } = parseStory(story({}, `::: quote ${written}\nHold on.\n:::`));
  expect(problems.map(({ fix }) => fix)).toEqual([`Write “::: quote ${right}”.`]);
  expect(parseStory(story({}, `::: quote ${right}\nHold on.\n:::`)).problems).toEqual([]);
});

test.each(['{“by”=Ann}', '{by="Ann" “Mayor”}', '(by=“Ann”)', 'Ann Lee', '{by="Ann"} said'])(
  'of %s an example is shown',
  (written) => {
    const { problems } = parseStory(story({}, `::: quote ${written}\nHold on.\n:::`));
    expect(problems[0]?.fix).toBe('Write attributes as in {by="Name" role="Office"}.');
  },
);
