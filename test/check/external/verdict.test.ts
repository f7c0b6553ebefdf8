/** What answers of several days come to. */
import { describe, expect, test } from 'vitest';
import { type Answer, daySeconds, isDead, isDue, type Known, knownAfter } from '../../../src/check/external/verdict.ts';

const began = 1_800_000_000;
const day = (n: number) => began + n * daySeconds;

/** `404` on the day that is its place, `` for a day without a question. */
function after(...said: string[]): Known {
  let known: Known | undefined;
  for (const [index, each] of said.entries()) {
    const is: Answer['is'] =
      each === '200' ? 'good' : ['404', '410', 'no such host'].includes(each) ? 'dead' : 'unknown';
    if (each !== '') known = knownAfter(known, { is, said: each }, day(index));
  }
  return known as Known;
}

test('a link is dead when it was so twice, a day apart, and nothing was there between', () => {
  expect(isDead(after('404'))).toBe(false);
  expect(isDead(after('404', '404'))).toBe(true);
  expect(isDead(after('404', 'no such host'))).toBe(true);
  expect(isDead(after('404', '200', '404'))).toBe(false);
  expect(isDead(after('404', '200', '404', '410'))).toBe(true);
  const first = after('404');
  const soon = knownAfter(first, { is: 'dead', said: '404' }, day(1) - 1);
  expect(isDead(soon)).toBe(false);
  expect(isDead(knownAfter(soon, { is: 'dead', said: '404' }, day(1)))).toBe(true);
});

test('what says nothing of the page is no second answer, and takes none back', () => {
  expect(isDead(after('404', '503'))).toBe(false);
  expect(isDead(after('503', '404'))).toBe(false);
  expect(isDead(after('404', '403', '404'))).toBe(true);
  expect(isDead(after('404', '404', '500'))).toBe(false);
  expect(after('404', '404', '500').deadSince).toBe(began);
});

describe('a link is asked again', () => {
  test.each([
    [['200'], 7],
    [['403'], 7],
    [['999'], 7],
    [['429'], 1],
    [['503'], 1],
    [['no answer in time'], 1],
    [['404'], 1],
    [['404', '403'], 1],
    [['404', '200'], 7],
  ])('after %j, in %i days', (said, days) => {
    const known = after(...said);
    expect(isDue(known, known.asked + days * daySeconds - 1)).toBe(false);
    expect(isDue(known, known.asked + days * daySeconds)).toBe(true);
  });

  test('at once if it never was', () => expect(isDue(undefined, began)).toBe(true));
});
