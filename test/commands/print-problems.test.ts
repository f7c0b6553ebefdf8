import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { printProblems, problemsAsText, type ToPrint } from '../../src/commands/print-problems.ts';
import { problemText } from '../../src/commands/problem-text.ts';
import type { Styled } from '../../src/commands/terminal.ts';
import { type Problem, sortProblems } from '../../src/problem.ts';
import { problem } from '../support/problem.ts';

/** As many Problems of a code, two in a file. */
const many = (count: number, code: string, fields: Partial<Problem> = {}) =>
  Array.from({ length: count }, (_, index) =>
    problem({ code, file: `content/${String(index >> 1).padStart(5, '0')}.md`, line: 1 + (index & 1), ...fields }),
  );

/** Every file has this text. */
const textsOf =
  (text: string): ToPrint['textsOf'] =>
  (files) =>
    new Map(files.map((file) => [file, text]));
const printed = (text: string, fields: Partial<Problem> = {}) =>
  problemsAsText([problem(fields)], { format: 'text', textsOf: textsOf(text) }).split('\n');

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
    expect(problemsAsText([problem()])).toBe(`content/a.md:2:10  article/unknown-section\n  ${short}`);
    expect(problemsAsText([problem({ line: undefined })], { format: 'text', textsOf: textsOf('a\nb') })).toBe(
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
      problemsAsText([problem({ file: 'b' }), problem({ file: 'a' })])
        .split('\n\n')
        .map((block) => block[0]),
    ).toEqual(['a', 'b']);
    expect(problemsAsText([])).toBe('');
  });
});

test('a password in an address is not printed with the lines around a place', () => {
  const text = 'title: x\nurl: https://ann:hunter2@courier.example\nmore: https://medium.example/@ann\n';
  const shown = printed(text, { line: 2, column: 6 }).join('\n');
  expect(shown).not.toContain('hunter2');
  expect(shown).toContain('@courier.example');
  expect(shown).toContain('https://medium.example/@ann');
});

describe('of one code', () => {
  test('ten are printed whole, and after the tenth how many more there are, in how many files', () => {
    const text = problemsAsText([...many(25, 'a/a'), problem({ file: 'content/00003.md', line: 9 })]);
    expect(text.match(/^content\S+ {2}a\/a$/gm)).toHaveLength(10);
    expect(text).toMatch(
      /^content\/00004\.md:2:10 {2}a\/a\n.*\n.*\n\n… and 15 more of a\/a, in 8 files: --all-problems shows them\.$/m,
    );
    expect(text).toContain('content/00003.md:9:10  article/unknown-section');
  });

  test('ten are all printed, and so are all of more where that is asked for', () => {
    expect(problemsAsText(many(10, 'a/a'))).not.toContain('more of');
    const text = problemsAsText(many(250, 'a/a'), { format: 'text', everyOne: true });
    expect(text.match(/^content\S+ {2}a\/a$/gm)).toHaveLength(250);
    expect(text).not.toContain('more of');
  });

  test('what is folded is not read', () => {
    const asked: string[] = [];
    const textsOf = (files: readonly string[]) => {
      asked.push(...files);
      return new Map();
    };
    problemsAsText([...many(5000, 'a/a'), ...many(5000, 'b/b', { line: undefined })], { format: 'text', textsOf });
    expect(asked).toEqual([0, 1, 2, 3, 4].map((n) => `content/0000${n}.md`));
  });
});

test('a long list ends with how many there are of each code, the most frequent first', () => {
  const list = [...many(3, 'b/b'), ...many(1200, 'a/a'), ...many(3, 'c/c', { weight: 'advice' })];
  expect(problemsAsText(list)).toMatch(
    /\n\nproblems {4}files {2}code\n {3}1,200 {6}600 {2}a\/a\n {7}3 {8}2 {2}b\/b\n {7}3 {8}2 {2}c\/c\n$/,
  );
  expect(problemsAsText(list.slice(0, 20))).not.toContain('problems    files');
});

describe('for GitHub', () => {
  test('each is one annotation, in which no sign of the text can end it', () => {
    expect(
      problemsAsText(
        [problem({ what: '100 %\r\nof a, b: c.', file: 'a,b:c.md' }), problem({ file: 'z', line: undefined })],
        { format: 'github' },
      ),
    ).toBe(
      '::error file=a%2Cb%3Ac.md,line=2,col=10,title=article/unknown-section::100 %25%0D%0Aof a, b: c. Did you mean “world”?\n::error file=z,title=article/unknown-section::There is no section “wrold”. Did you mean “world”?',
    );
  });

  test('ten of a weight are annotations, as no more are shown, with every code among them; the rest is text', () => {
    const list = [...many(30, 'a/a'), ...many(2, 'b/b', { file: 'z.md' }), ...many(12, 'c/c', { weight: 'advice' })];
    const text = problemsAsText(list, { format: 'github' });
    expect(text.match(/^::error .*title=a\/a:/gm)).toHaveLength(9);
    expect(text.match(/^::error .*title=b\/b:/gm)).toHaveLength(1);
    expect(text.match(/^::notice .*title=c\/c:/gm)).toHaveLength(10);
    expect(text.match(/^content\S+ {2}a\/a$/gm)).toHaveLength(10);
    expect(text).toContain('… and 11 more of a/a');
    expect(text.match(/^\S+ {2}(b\/b|c\/c \(advice\))$/gm)).toHaveLength(3);
    expect(text).toMatch(/^ {6}30 .* a\/a$/m);
  });

  test('no sentence of the text begins a line of the log, where it could be an order', () => {
    const text = problemsAsText(many(11, 'a/a', { what: 'Not “a\n::stop-commands::b”.', fix: 'Write\r\n::debug::.' }), {
      format: 'github',
    });
    expect(text).not.toMatch(/^\s*::(?!error )/m);
  });
});

test('as JSON they are the same values, all of them, sorted', () => {
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(line));
  onTestFinished(() => spy.mockRestore());
  const never = () => expect.fail('nothing but JSON is printed');
  const both = [problem({ file: 'b\u001b' }), problem({ file: 'a', line: undefined, column: undefined })];
  printProblems([...both, ...many(30, 'a/a')], { format: 'json' }, never);
  const all = sortProblems([...both, ...many(30, 'a/a')]);
  expect(lines.join('\n')).toBe(JSON.stringify(all, null, 2));
  lines.length = 0;
  printProblems([], { format: 'json' }, never);
  expect(lines).toEqual(['[]']);
});

test('what may be coloured is marked, and every other sign of the text is plain', () => {
  const words = problemText(problem({ what: '\u001b[31mred' }), ['a', 'section: wrold', 'c']);
  const marked = (words as readonly (string | Styled)[]).flatMap((each) => (typeof each === 'string' ? [] : each.text));
  expect(marked).toEqual(['content/a.md:2:10', 'article/unknown-section', '>', '^', '→']);
});

test('advice is printed after the faults, and says that it is advice', () => {
  const fault: Problem = { code: 'b/fault', file: 'z.md', line: 2, what: 'Wrong.', fix: 'Mend it.' };
  const advice: Problem = { ...fault, code: 'a/advice', weight: 'advice', file: 'a.md' };
  expect(problemsAsText([advice, fault])).toMatch(/^z\.md:2 {2}b\/fault\n[\s\S]*\na\.md:2 {2}a\/advice \(advice\)\n/);
  expect(
    problemsAsText([advice, fault], { format: 'github' })
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['::error', '::notice']);
});

test('a file with thousands of Problems is read once', () => {
  const problems = Array.from({ length: 3000 }, (_, n) => ({
    code: 'markdown/html',
    file: 'a.md',
    line: n + 1,
    column: 1,
    what: 'W.',
    fix: 'F.',
  }));
  const asked: string[] = [];
  const textsOf = (files: readonly string[]) => {
    asked.push(...files);
    return new Map(files.map((file) => [file, 'x\n'.repeat(3000)]));
  };
  problemsAsText(problems, { format: 'text', everyOne: true, textsOf });
  expect(asked).toEqual(['a.md']);
});
