/** Times as programs write them. */
import { expect, test } from 'vitest';
import { readSourceTime } from '../../src/import/times.ts';

test.each([
  ['2015-06-11 11:30:00 -4', '2015-06-11T15:30:00Z'],
  ['2015-06-11T11:30+03', '2015-06-11T08:30:00Z'],
  ['2015-06-11 11:30:00.5 -0430', '2015-06-11T16:00:00Z'],
  ['2015-06-11 11:30', '2015-06-11T10:30:00Z'],
  ['Mon, 5 Mar 2018 9:00 GMT', '2018-03-05T09:00:00Z'],
  ['26.11.2015', '2015-11-26T00:00:00Z'],
])('%s', (text, at) => {
  expect(readSourceTime({ text }, 'Europe/Lisbon')?.at).toBe(Date.parse(at) / 1000);
});
