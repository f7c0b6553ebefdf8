import { expect, test } from 'vitest';
import { idKey, isSlip, lastingParts } from '../../src/content/near-ids.ts';

const slips = [
  ['pescas', 'pesca'],
  ['syira', 'syria'],
  ['ysria', 'syria'],
  ['syrai', 'syria'],
  ['siria', 'syria'],
  ['yria', 'syria'],
  ['syri', 'syria'],
  ['united-nation', 'united-nations'],
  ['unitednations', 'united-nations'],
  ['uni-tednations', 'united-nations'],
  ['north-south-line', 'northsouthline'],
  ['north-south-lines', 'northsouthline'],
  ['elections2015', 'elections-2015'],
  ['electoins-2015', 'elections-2015'],
  ['iran', 'iraq'],
] as const;

test.each(slips)('%s is a slip of %s', (one, other) => {
  expect([isSlip(one, other), isSlip(other, one)]).toEqual([true, true]);
});

test.each([
  ['elections-2015', 'elections-2016'],
  ['covid-19', 'covid-1'],
  ['usa', 'usas'],
  ['u-s-a', 'usas'],
  ['g20', 'g7'],
  ['culture', 'agriculture'],
  ['syiar', 'syria'],
  ['syria', 'syria'],
])('%s is no slip of %s', (one, other) => {
  expect([isSlip(one, other), isSlip(other, one)]).toEqual([false, false]);
});

test('whatever a slip changes, the beginning or the end stays', () => {
  for (const key of ['abcd', 'abcde', 'abcdefghij', 'abcdefghijk']) {
    const { start, end } = lastingParts(key);
    for (let at = 0; at <= key.length; at++) {
      const [before, here, after] = [key.slice(0, at), key.charAt(at), key.slice(at + 1)];
      const swapped = before + after.charAt(0) + here + after.slice(1);
      for (const slip of [`${before}x${key.slice(at)}`, before + after, `${before}x${after}`, swapped])
        expect([slip, slip.startsWith(start) || slip.endsWith(end)]).toEqual([slip, true]);
    }
    expect(start.length + end.length).toBeGreaterThanOrEqual(key.length - 1);
  }
  expect(idKey('a-b-c')).toBe('abc');
});
