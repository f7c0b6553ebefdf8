/** `gone.yaml` as people write it: whatever stands there, each Problem has a place, and its remedy is in sentences. */
import { expect, test } from 'vitest';
import { parseGone } from '../../src/content/gone.ts';
import { applied, expectSentences, site } from './written.ts';

const parse = (yaml: string) => parseGone(new TextEncoder().encode(yaml), 'gone.yaml', site);

test.each(['', '# Nothing yet.\n', '[]\n'])('nothing has ended: %j', (yaml) => {
  expect(parse(yaml)).toEqual({ value: { endings: [] }, problems: [] });
});

test('an address is kept as it is asked for, and leads from the root of the site or elsewhere', () => {
  const yaml = `- {url: /новости/привет, to: 'https://courier.example/2015/11/26/storm/#part'}
- {url: "https://courier.example/old.php?id=7", to: https://partner.example/a/}
- {url: /p/, reason: {ru: Ошибка.}}
`;
  expect(parse(yaml).value?.endings).toEqual([
    { url: encodeURI('/новости/привет'), to: '/2015/11/26/storm/#part' },
    { url: '/old.php?id=7', to: 'https://partner.example/a/' },
    { url: '/p/', reason: { ru: 'Ошибка.' } },
  ]);
});

const values = [
  'yes',
  '1.50',
  '~',
  '[]',
  '[~]',
  '{en: 5, xx-yy-zz: Words}',
  'Some words, and more',
  '2015-11-26',
  'x/y',
];
const places = [
  (value: string) => `${value}\n`,
  (value: string) => `- ${value}\n`,
  (value: string) => `- {url: ${value}, reason: It was wrong.}\n`,
  (value: string) => `- {url: /x/, reason: ${value}}\n`,
  (value: string) => `- {url: /x/, to: ${value}}\n`,
  (value: string) => `- {url: /x/, too: ${value}}\n`,
];

test.each(values)('%s in each place', (value) => {
  for (const [index, text] of places.map((place) => place(value)).entries()) {
    const { problems } = parse(text);
    problems.forEach(expectSentences);
    for (const { line } of problems) expect(line).toBe(1);
    if (index !== 3 && value !== '[]' && !(index === 0 && value === '~'))
      expect([text, problems.length > 0]).toEqual([text, true]);
    let mended = text;
    for (let round = 0; round < 4; round++) mended = applied(mended, parse(mended).problems);
    expect([text, mended, parse(mended).problems.filter((each) => each.replacement)]).toEqual([text, mended, []]);
  }
});
