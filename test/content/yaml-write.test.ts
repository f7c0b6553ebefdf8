import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yamlLine } from '../../src/content/yaml/write.ts';
import { parseStory, story } from './written.ts';

test.each([
  ['Rain', 'Rain'],
  ['Rain: all day', '"Rain: all day"'],
  ['It is "wet"', `'It is "wet"'`],
  ["It's", "It's"],
  ['C:\\new', "'C:\\new'"],
  ['2015', '"2015"'],
  ...['true', 'Null', '~', '1.10', '.5', '1e3', '0x1F', '-7', '.inf', '.NaN'].map((each): [string, string] => [
    each,
    `"${each}"`,
  ]),
  ...['2026-03-14', '1.2.3', '0xZ', 'e3', '5 %', 'nullify'].map((each): [string, string] => [each, each]),
  ['', '""'],
  ['https://x.example/a?b=c#d', 'https://x.example/a?b=c#d'],
  [true, 'true'],
  [['a', 'b c', 'd, e'], '[a, "b c", "d, e"]'],
  [{ date: '2026-03-14', text: 'Not Monday, Tuesday' }, '{date: 2026-03-14, text: "Not Monday, Tuesday"}'],
])('%j is written as %s', (value, line) => expect(yamlLine(value)).toBe(line));

test('a text that is written so is read as it was, alone, in a list and in a map', () => {
  const sign = fc.constantFrom(...'#&*!|>%@`:,[]{}?-\'"\\~=.…–“„«»/()+$^;_09 ');
  const word = fc.constantFrom('Storm', 'Порт', '東京', 'null', 'true', '1.10', ' #', ': ', ' - ', "'", '"');
  const text = fc.array(fc.oneof(sign, word, fc.constant(' '), fc.constant('a')), { minLength: 1, maxLength: 9 });
  const texts = fc.sample(text, { numRuns: 400, seed: 13 }).map((parts) => `a${parts.join('')}b`.replace(/\s+/g, ' '));
  for (const typed of texts) {
    const fields = {
      title: yamlLine(typed),
      points: yamlLine([typed, typed]),
      image: yamlLine({ file: typed, alt: typed }),
    };
    const { value, problems } = parseStory(story(fields));
    expect([typed, problems.filter(({ code }) => code.startsWith('yaml/'))]).toEqual([typed, []]);
    if (value) expect([value.title, value.points[1], value.image?.alt]).toEqual([typed, typed, typed]);
  }
});
