/** Pictures are decoded in turns, so that many take no more memory than a few. */
import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withSharp } from '../src/with-sharp.ts';

test('no more than four pictures are decoded at once, and one that fails keeps no other waiting', async () => {
  let active = 0;
  let most = 0;
  const all = Array.from({ length: 20 }, (_, index) =>
    withSharp(async () => {
      most = Math.max(most, ++active);
      await setImmediate();
      active -= 1;
      if (index % 3 === 0) throw new Error('truncated');
      return index;
    }),
  );
  const ended = await Promise.allSettled(all);
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(4);
});

test('nothing of a picture is kept for the next', async () => {
  sharp.cache({ memory: 50 });
  await withSharp(async () => undefined);
  expect(sharp.cache()).toMatchObject({ memory: { max: 0 }, items: { max: 0 } });
});
