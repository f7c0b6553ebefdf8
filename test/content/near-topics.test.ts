import { expect, test } from 'vitest';
import { isId } from '../../src/content/names.ts';
import { topicsLike } from '../../src/content/near-topics.ts';

test.each([
  ['pescas', 'pesca'],
  ['pesca', 'pescas'],
  ['syira', 'syria'],
  ['siria', 'syria'],
  ['yria', 'syria'],
  ['united-nation', 'united-nations'],
  ['unitednations', 'united-nations'],
  ['united-nations', 'unitednations'],
  ['north-south-line', 'northsouthline'],
  ['elections2015', 'elections-2015'],
  ['electoins-2015', 'elections-2015'],
  ['iran', 'iraq'],
])('%s is like %s', (one, other) => expect(topicsLike(one)).toContain(other));

test.each([
  ['elections-2015', 'elections-2016'],
  ['covid-19', 'covid-1'],
  ['usa', 'usas'],
  ['usas', 'usa'],
  ['g20', 'g7'],
  ['culture', 'agriculture'],
  ['syria', 'syria'],
])('%s is not like %s', (one, other) => expect(topicsLike(one)).not.toContain(other));

test('all of them are ids, each once', () => {
  const like = topicsLike('united-nations-2015');
  expect(like.filter((each) => !isId(each))).toEqual([]);
  expect(like.length).toBe(new Set(like).size);
});
