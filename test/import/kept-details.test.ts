/** What is to be told of stories waits packed, and comes out as it was. */
import { expect, test } from 'vitest';
import { type Details, KeptDetails } from '../../src/import/kept-details.ts';

const details = (detail: string): Details => ({ losses: [{ kind: 'link', detail }], remote: [], renamed: [] });

test('each story is told once, as it was last, however many there are', () => {
  const kept = new KeptDetails();
  const long = 'слово '.repeat(40);
  for (let n = 0; n < 1200; n++) kept.keep(`story ${n}`, details(long + n));
  kept.keep('story 1', details('again'));
  const told = [...kept.each()];
  expect(told).toHaveLength(1200);
  expect(told[0]).toEqual(['story 0', details(`${long}0`)]);
  expect(told.filter(([key]) => key === 'story 1')).toEqual([['story 1', details('again')]]);
  expect([...kept.each()]).toEqual(told);
});
