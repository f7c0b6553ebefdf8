import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/content/yaml.ts';
import { briefly, parseStory, story } from './written.ts';

const anything = z.unknown();
const place = (yaml: string, field: (string | number)[], firstLine?: number) => {
  const { line, column } = readYaml(yaml, anything, 'x.yaml', firstLine).at(field);
  return `${line}:${column}`;
};

describe('a field is found where its value begins', () => {
  const yaml =
    'title: A\nimage:\n  file: x.jpg\n  caption: {en: B, ru: "C"}\nsources:\n  - title: D\n    url: E\n  - {title: F, url: G}\ntopics: [a, bb, c]\n2015: x\nempty:\n"quoted": y\n';
  test.each([
    [['title'], '1:8'],
    [['image'], '3:3'],
    [['image', 'file'], '3:9'],
    [['image', 'caption', 'ru'], '4:24'],
    [['sources', 0], '6:5'],
    [['sources', 0, 'url'], '7:10'],
    [['sources', 1, 'url'], '8:21'],
    [['topics', 1], '9:13'],
    [['2015'], '10:7'],
    [['empty'], '11:7'],
    [['quoted'], '12:11'],
  ])('%j', (field, expected) => expect(place(yaml, field)).toBe(expected));

  test.each([
    [[], '1:1'],
    [['nothing'], '1:1'],
    [['image', 'alt'], '2:1'],
    [['sources', 1, 'publisher'], '8:5'],
    [['sources', 2, 'url'], '5:1'],
    [['title', 'x', 'y'], '1:1'],
    [['topics', 'x'], '9:1'],
  ])('%j is not there: the nearest above it', (field, expected) => expect(place(yaml, field)).toBe(expected));

  test('in lines of the file that it is part of', () => {
    expect(place('a: 1\nb: 2', ['b'], 2)).toBe('3:4');
    expect(place('', ['b'], 2)).toBe('2:1');
  });
});

describe('a story’s front matter', () => {
  const problems = (fields: Record<string, string | undefined>) => parseStory(story(fields)).problems;
  const told = (fields: Record<string, string | undefined>) =>
    problems(fields).map(({ line, column, fix }) => `${line}:${column} ${fix}`);

  test('has only keys that are known, at every depth, and the nearest is suggested', () => {
    expect(told({ sumary: 'x' })).toEqual(['7:1 Did you mean “summary”?']);
    expect(told({ image: '{file: x.jpg, alt: "", captoin: x}' })).toEqual(['7:31 Did you mean “caption”?']);
    expect(told({ sources: '\n  - title: x\n    url: https://x.example\n    publsher: y' })).toEqual([
      '10:5 Did you mean “publisher”?',
    ]);
    expect(told({ corrections: '[{date: 2015-11-27, text: x, txet: y}]' })).toEqual(['7:43 Did you mean “text”?']);
    expect(told({ withdrawn: '{date: 2015-11-27, reason: x, by: y}' })).toEqual([
      '7:42 Remove it. Known here: date, reason.',
    ]);
  });

  test('says what is missing in the item that misses it', () => {
    expect(told({ image: '{file: x.jpg}' })).toEqual(['7:1 Add a line “alt: …”.']);
    expect(told({ sources: '\n  - {title: a, url: https://x.example}\n  - title: b' })).toEqual([
      '9:5 Add a line “url: …”.',
    ]);
  });

  test('suggests the nearest of the few values there are', () => {
    expect(told({ type: 'anlysis' })).toEqual(['7:7 Did you mean “analysis”?']);
    expect(told({ type: 'column' })[0]).toMatch(/^7:7 Choose another\. Known here: analysis, feature, /);
  });

  test('says of a value of another kind how it is written', () => {
    expect(told({ title: '2015' })).toEqual(['2:8 Put quotes around it, so that it is read as text.']);
    expect(problems({ title: '1.10' })[0]?.what).toBe('“title” cannot be 1.10.');
    for (const misread of ['~', 'Null', '.5', '0x1F', '12e3', 'true'])
      expect(told({ place: misread })).toEqual(['7:8 Put quotes around it, so that it is read as text.']);
    expect(told({ image: '{file: x.jpg, alt: "", caption: 5}' })).toEqual([
      '7:40 Put quotes around it, so that it is read as text.',
    ]);
    expect(told({ title: '' })).toEqual(['2:8 Write a value after the colon, or remove the line.']);
    expect(told({ authors: 'desk' })).toEqual(['5:10 It is a list, even of one: write [desk].']);
    expect(told({ topics: '\n  • syria\n  • russia' })).toEqual(['8:3 It is a list, even of one: write […].']);
    expect(told({ sources: 'https://x.example' })).toEqual([
      '7:10 It is a list, even of one: begin a line below with “- title: …”.',
    ]);
    for (const points of ['The mayor, who resigned, left', '• a • b'])
      expect(told({ points })).toEqual([
        '7:9 It is a list, even of one: write each text on a line of its own below, as in - "…", with quotes around it.',
      ]);
    expect(told({ authors: '[]' })).toEqual(['5:10 It needs at least one author.']);
    expect(told({ draft: 'yes' })).toEqual(['7:8 Expected boolean, received string.']);
    expect(told({ title: '" "' })).toEqual(['2:8 Write something between the quotes, or remove the line.']);
    expect(told({ image: '{file: x.jpg, alt: "", caption: {english: x}}' })).toEqual([
      '7:50 Write it as in “en”, “ru”, “pt-BR” or “zh-Hant”.',
    ]);
  });

  test('tells of every key that is wrong, and after a fault of syntax only of that line', () => {
    expect(
      briefly(problems({ title: '2015', summary: undefined, date: undefined, type: 'x', more: 'y' })),
    ).toHaveLength(5);
    expect(briefly(problems({ title: 'a: b: c', date: 'd: e' }))).toEqual(['yaml/syntax 2:8', 'yaml/syntax 4:7']);
  });

  test('a missing author is a Problem at its place in the list', () => {
    expect(briefly(problems({ authors: '[desk, ~]' }))).toEqual(['yaml/wrong-type 5:17']);
    expect(briefly(problems({ authors: '\n  - desk\n  - Desk' }))).toEqual(['content/bad-id 7:5']);
  });

  test('two old addresses that are one are repeated', () => {
    expect(briefly(problems({ redirectFrom: '[/old, /other/, /Old/]' }))).toEqual(['article/repeated 7:31']);
  });
});

test('thousands of keys and list items are read in a time that grows as they do', () => {
  const keys = Array.from({ length: 5_000 }, (_, index) => `k${index}: 1`).join('\n');
  expect(parseStory(story({ place: `x\n${keys}` })).problems).toHaveLength(5_000);
  const topics = Array.from({ length: 8_000 }, (_, index) => `t${index}`).join(', ');
  expect(briefly(parseStory(story({ topics: `[${topics}]` })).problems)).toEqual(['content/too-many 7:9']);
});
