import { describe, expect, test } from 'vitest';
import { isFault, type Problem, placeOf, printProblems, sortProblems } from '../src/problem.ts';

const problem = (fields: Partial<Problem> = {}): Problem => ({
  code: 'article/unknown-section',
  file: 'content/a.md',
  line: 2,
  column: 10,
  what: 'There is no section “wrold”.',
  fix: 'Did you mean “world”?',
  ...fields,
});
const printed = (text: string, fields: Partial<Problem> = {}) =>
  printProblems([problem(fields)], 'text', () => text).split('\n');

test('Problems are sorted by file, place, code and words, by code point', () => {
  const sorted = [
    problem({ file: 'B.md' }),
    problem({ file: 'a.md', line: undefined, column: undefined }),
    problem({ file: 'a.md', line: 2, column: 9 }),
    problem({ file: 'a.md', line: 2, column: 10, code: 'a/a' }),
    problem({ file: 'a.md', line: 2, column: 10, code: 'a/b', what: 'A.' }),
    problem({ file: 'a.md', line: 2, column: 10, code: 'a/b', what: 'B.' }),
    problem({ file: 'a.md', line: 10 }),
    problem({ file: 'я.md' }),
  ];
  const shuffled = [5, 2, 7, 0, 3, 6, 1, 4].map((index) => sorted[index] as Problem);
  expect(sortProblems(shuffled)).toEqual(sorted);
  expect(shuffled[0]).toBe(sorted[5]);
});

test('a place is told as far as it is known', () => {
  expect([problem(), problem({ column: undefined }), problem({ line: undefined })].map(placeOf)).toEqual([
    'content/a.md:2:10',
    'content/a.md:2',
    'content/a.md',
  ]);
});

describe('as text', () => {
  test('a Problem is its place and code, what is wrong, the lines around with a caret, and what to do', () => {
    expect(
      printed('title: A storm\nsection: wrold\nauthors: [desk]\ntopics: []\n').join('\n'),
    ).toBe(`content/a.md:2:10  article/unknown-section
  There is no section “wrold”.
       1 | title: A storm
  >    2 | section: wrold
         |          ^
       3 | authors: [desk]
  → Did you mean “world”?
`);
  });

  test('the caret stands under the column', () => {
    for (const column of [1, 2, 60, 119, 120, 121, 500, 3000]) {
      const long = Array.from({ length: 4000 }, (_, index) => (index === column - 1 ? '@' : index % 10)).join('');
      const lines = printed(`\n${long}\n`, { column });
      const caret = lines.findIndex((line) => line.endsWith('^'));
      expect([column, lines[caret - 1]?.[lines[caret]?.indexOf('^') ?? -1]]).toEqual([column, '@']);
      expect(lines[caret - 1]?.length).toBeLessThanOrEqual(131);
    }
  });

  test('tabs, controls, CRLF, CR alone and a byte order mark move nothing', () => {
    for (const text of ['\uFEFFa\r\nsection:\twrold\r\nb', 'a\rsection:\u0007wrold\rb', '\uFEFFa\nsection: wrold\nb'])
      expect(printed(text)).toEqual(printed('a\nsection: wrold\nb'));
    expect(printed('\uFEFFabc', { line: 1, column: 1 })[2]).toBe('  >    1 | abc');
  });

  test('without a line or without the file there are no lines to show', () => {
    const short = 'There is no section “wrold”.\n  → Did you mean “world”?\n';
    expect(printProblems([problem()])).toBe(`content/a.md:2:10  article/unknown-section\n  ${short}`);
    expect(printProblems([problem({ line: undefined })], 'text', () => 'a\nb')).toBe(
      `content/a.md  article/unknown-section\n  ${short}`,
    );
  });

  test('a place at the edge of its file is shown with what is there', () => {
    expect(printed('only', { line: 1, column: 1 })).toHaveLength(6);
    expect(printed('a\nb', { line: 2, column: undefined }).filter((line) => line.includes('|'))).toEqual([
      '       1 | a',
      '  >    2 | b',
    ]);
  });

  test('several are sorted, with an empty line between', () => {
    expect(
      printProblems([problem({ file: 'b' }), problem({ file: 'a' })])
        .split('\n\n')
        .map((block) => block[0]),
    ).toEqual(['a', 'b']);
    expect(printProblems([])).toBe('');
  });
});

test('a password in an address is not printed with the lines around a place', () => {
  const text = 'title: x\nurl: https://ann:hunter2@courier.example\nmore: https://medium.example/@ann\n';
  const printed = printProblems(
    [{ code: 'a/b', file: 'site.yaml', line: 2, column: 6, what: 'W.', fix: 'F.' }],
    'text',
    () => text,
  );
  expect(printed).not.toContain('hunter2');
  expect(printed).toContain('@courier.example');
  expect(printed).toContain('https://medium.example/@ann');
});

test('for GitHub each is one annotation, in which no sign of the text can end it', () => {
  expect(
    printProblems(
      [problem({ what: '100 %\r\nof a, b: c.', file: 'a,b:c.md' }), problem({ file: 'z', line: undefined })],
      'github',
    ),
  ).toBe(
    '::error file=a%2Cb%3Ac.md,line=2,col=10,title=article/unknown-section::100 %25%0D%0Aof a, b: c. Did you mean “world”?\n::error file=z,title=article/unknown-section::There is no section “wrold”. Did you mean “world”?\n',
  );
});

test('as JSON they are the same values, sorted', () => {
  const both = [problem({ file: 'b' }), problem({ file: 'a', line: undefined, column: undefined })];
  expect(JSON.parse(printProblems(both, 'json'))).toEqual(JSON.parse(JSON.stringify(sortProblems(both))));
  expect(printProblems([], 'json')).toBe('[]\n');
});

test('advice is printed after the faults, and says that it is advice', () => {
  const fault: Problem = { code: 'b/fault', file: 'z.md', line: 2, what: 'Wrong.', fix: 'Mend it.' };
  const advice: Problem = { ...fault, code: 'a/advice', weight: 'advice', file: 'a.md' };
  expect(sortProblems([advice, fault])).toEqual([fault, advice]);
  expect(printProblems([advice, fault])).toMatch(/^z\.md:2 {2}b\/fault\n[\s\S]*\na\.md:2 {2}a\/advice \(advice\)\n/);
  expect(
    printProblems([advice, fault], 'github')
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['::error', '::notice', '']);
  expect([fault, advice].map(isFault)).toEqual([true, false]);
});
