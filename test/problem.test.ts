import { expect, test } from 'vitest';
import { isFault, type Problem, placeOf, sortProblems } from '../src/problem.ts';
import { problem } from './support/problem.ts';

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

test('faults stand before advice', () => {
  const fault = problem({ file: 'z.md' });
  const advice = problem({ weight: 'advice', file: 'a.md' });
  expect(sortProblems([advice, fault])).toEqual([fault, advice]);
  expect([fault, advice].map(isFault)).toEqual([true, false]);
});
