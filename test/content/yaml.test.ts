import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/content/yaml.ts';
import { briefly, parseStory, story } from './written.ts';

const anything = { schema: z.unknown(), example: () => '' };
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
    [['title', 'x', 'y'], '1:8'],
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

  test('has only keys that are known, at every depth, and what was meant is told as the line', () => {
    expect(told({ sumary: 'x', summary: undefined })).toEqual(['6:1 Did you mean “summary”? Write “summary: x”.']);
    expect(told({ sumary: 'x' })).toEqual(['7:1 Remove it: “summary” is there already.']);
    expect(told({ tags: 'Syria, Russia' })).toEqual(['7:1 Did you mean “topics”? Write “topics: [syria, russia]”.']);
    expect(told({ byline: 'desk', authors: undefined })).toEqual([
      '6:1 Did you mean “authors”? Write “authors: [desk]”.',
    ]);
    expect(told({ categories: '[World]', section: undefined })).toEqual([
      '6:1 Did you mean “section”? Write “section: world”.',
    ]);
    expect(told({ image: '{file: x.jpg, alt: "", captoin: x}' })).toEqual([
      '7:31 Did you mean “caption”? Write “caption: x”.',
    ]);
    expect(told({ sources: '\n  - title: x\n    url: https://x.example\n    publsher: y' })).toEqual([
      '10:5 Did you mean “publisher”? Write “publisher: y”.',
    ]);
    expect(told({ corrections: '[{date: 2015-11-27, text: x, txet: y}]' })).toEqual([
      '7:43 Remove it: “text” is there already.',
    ]);
    expect(told({ withdrawn: '{date: 2015-11-27, reason: x, by: y}' })).toEqual([
      '7:42 Remove it. Known here: date, reason, allLanguages.',
    ]);
    expect(told({ slug: 'x', published: 'false' })).toEqual([
      '7:1 Remove it: the name of the file is the slug.',
      '8:1 Remove it: a story is published from its “date” on, and never while it has “draft: true”.',
    ]);
  });

  test('says what is missing in the item that misses it', () => {
    expect(told({ section: undefined })).toEqual(['2:1 Add a line such as “section: world”.']);
    expect(told({ image: '{file: x.jpg}' })).toEqual([
      '7:1 Write it as in “image: {file: x.jpg, alt: The ferry at the quay}”.',
    ]);
    expect(told({ image: '\n  file: x.jpg' })).toEqual([
      '7:1 Add a line such as “alt: The ferry at the quay” below “file”, in the same column.',
    ]);
    expect(told({ sources: '\n  - {title: a, url: https://x.example}\n  - title: b' })).toEqual([
      '9:5 Add a line such as “url: https://port.example/timetable” below “title”, in the same column.',
    ]);
  });

  test('suggests the nearest of the few values there are', () => {
    expect(told({ type: 'anlysis' })).toEqual(['7:7 Write “type: analysis”.']);
    expect(told({ type: 'column' })).toEqual(['7:7 Write one of these: news, analysis, opinion, interview, feature.']);
  });

  test('says of a value of another kind how it is written', () => {
    expect(told({ title: '2015' })).toEqual(['2:8 Write “title: "2015"”.']);
    expect(problems({ title: '1.10' })[0]?.what).toBe(
      '“title” cannot be “1.10”: it is a text, and without quotes YAML takes this for something else.',
    );
    for (const misread of ['.5', '0x1F', '12e3', 'true'])
      expect(told({ place: misread })).toEqual([`7:8 Write “place: "${misread}"”.`]);
    for (const nothing of ['~', 'Null', ''])
      expect(told({ place: nothing })).toEqual(['7:8 Write it as in “place: Moscow”, or remove the line.']);
    expect(told({ image: '{file: x.jpg, alt: "", caption: 5}' })).toEqual(['7:40 Write “caption: "5"”.']);
    expect(told({ title: '' })).toEqual(['2:8 Write it as in “title: The ferry sails again”.']);
    expect(told({ title: '" "' })).toEqual(['2:8 Write it as in “title: The ferry sails again”.']);
    expect(told({ authors: 'desk' })).toEqual(['5:10 Write “authors: [desk]”.']);
    expect(told({ topics: '\n  • syria\n  • russia' })).toEqual(['8:3 Write “topics: [syria, russia]”.']);
    expect(told({ sources: 'https://x.example' })).toEqual([
      '7:10 Write “sources: [{title: x.example, url: https://x.example}]”.',
    ]);
    expect(told({ points: 'The mayor, who resigned, left' })).toEqual([
      '7:9 Write “points: ["The mayor, who resigned, left"]”.',
    ]);
    expect(told({ points: '\n  - He said: no\n  - Two' })).toEqual(['8:5 Write “- "He said: no"”.']);
    expect(told({ draft: 'yes' })).toEqual(['7:8 Write “draft: true”, or remove the line.']);
    expect(told({ withdrawn: 'false' })).toEqual(['7:12 Remove it.']);
    expect(told({ corrections: 'It was Tuesday.' })).toEqual([
      '7:14 Write it as in “corrections: [{date: 2015-11-26, text: It was Tuesday.}]”, or remove the line.',
    ]);
    expect(told({ image: '{file: x.jpg, alt: "", caption: {english: x}}' })).toEqual(['7:41 Write “en: x”.']);
  });

  test('tells of every value that is wrong, also beside a line that is no YAML and in what a remedy makes of it', () => {
    expect(
      briefly(problems({ title: '2015', summary: undefined, date: undefined, type: 'x', more: 'y' })),
    ).toHaveLength(5);
    expect(briefly(problems({ title: 'a: b: c', place: 'd: e', section: '[wrold]', type: 'x' }))).toEqual([
      'yaml/syntax 2:8',
      'yaml/syntax 7:8',
      'yaml/wrong-type 6:10',
      'yaml/wrong-value 8:7',
    ]);
    expect(briefly(problems({ date: '2015-11-26: noon', topics: 'Syria, syria' }))).toEqual([
      'yaml/syntax 4:7',
      'yaml/wrong-type 7:9',
      'article/repeated 7:9',
      'article/unreadable-time 4:7',
    ]);
  });

  test('a missing author is a Problem at its place in the list, and nothing else is held against it', () => {
    expect(briefly(problems({ authors: '[desk, ~]' }))).toEqual(['yaml/wrong-type 5:17']);
    expect(briefly(problems({ authors: '\n  - desk\n  - Ann' }))).toEqual(['content/bad-id 7:5']);
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
