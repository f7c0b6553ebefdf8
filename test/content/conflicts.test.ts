import { describe, expect, test } from 'vitest';
import { parseAuthor } from '../../src/content/author.ts';
import { conflictProblems } from '../../src/content/conflicts.ts';
import { parseTopic } from '../../src/content/page.ts';
import { parseSite } from '../../src/content/site.ts';
import { siteYaml } from '../support/newsroom.ts';
import { briefly, parseStory, site, story } from './written.ts';

const lines = (text: string, file = 'x.md') => conflictProblems(text, file).map(({ line }) => line);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('each line that git left is told, and nothing else of its file', () => {
  test.each([
    ['with empty lines around', 'Text.\n\n<<<<<<< HEAD\n\n12\n\n=======\n\n13\n\n>>>>>>> feature/x', [3, 7, 11]],
    ['around a list, with the base', '<<<<<<< HEAD\n- a\n||||||| base\n- b\n=======\n- c\n>>>>>>> x', [1, 3, 5, 7]],
    ['inside a block', '::: fact\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n:::', [2, 4, 6]],
    ['with long labels, or none', '<<<<<<< HEAD:a/b.md (one: two)\na\n=======\nb\n>>>>>>>', [1, 3, 5]],
    [
      'inside one another',
      '<<<<<<< a\n||||||| b\n<<<<<<<<< c\n=========\n>>>>>>>>> d\n=======\n>>>>>>> e',
      [1, 2, 3, 4, 5, 6, 7],
    ],
    ['of which one is removed', 'a\n=======\nb\n>>>>>>> x', [2, 4]],
    ['alone', 'a\n||||||| base', [2]],
    ['before front matter', '<<<<<<< HEAD\n---\ntitle: x\n---', [1]],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected));

  test.each([
    ['a heading that is underlined', 'Title\n=======\n\nText.'],
    ['six or eight signs', '<<<<<< a\n>>>>>>>> b'],
    ['signs that a word follows, or in a line', '<<<<<<<a\nb <<<<<<< c\n    >>>>>>> d'],
    ['fenced code that shows them', '```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n\n~~~~ git\n<<<<<<< a\n~~~\n~~~~'],
  ])('but not %s', (_, text) => expect(lines(text)).toEqual([]));

  test('a heading beside a conflict is none', () => {
    expect(lines('A\n=======\n\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n\nE\n=======')).toEqual([4, 6, 8]);
  });

  test('in YAML fences are no code', () => {
    expect(lines('```\n<<<<<<< a', 'x.yaml')).toEqual([2]);
  });
});

test('every kind of file is looked at', () => {
  const marks = '<<<<<<< HEAD\ntitle: {{ a }}\n=======\ntitle: b\n>>>>>>> x\n';
  const told = (at: number) => [at, at + 2, at + 4].map((line) => `content/merge-conflict ${line}:1`);
  expect(briefly(parseStory(`---\n${marks}---\n\n# No`).problems)).toEqual(told(2));
  expect(briefly(parseStory(story({ title: '5' }, `# A\n${marks}`)).problems)).toEqual(told(10));
  const topic = { kind: 'topic', path: 'topics/a.md', id: 'a', language: undefined } as const;
  expect(briefly(parseTopic(bytes(`---\n${marks}---\n`), topic, site).problems)).toEqual(told(2));
  const author = { kind: 'author', path: 'authors/a.yaml', id: 'a' } as const;
  expect(briefly(parseAuthor(bytes(marks), author, site).problems)).toEqual(told(1));
  expect(briefly(parseSite(`${marks}${siteYaml}`, 'site.yaml', ['en', 'ru']).problems)).toEqual(told(1));
});
