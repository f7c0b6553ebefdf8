/** After many editions a store keeps what one can go back to, and no more. */
import { expect, test } from 'vitest';
import { articleText } from '../support/newsroom.ts';
import { StoreRoom } from './store-room.ts';

test('what no edition that is kept needs any more is removed', async () => {
  const room = await StoreRoom.start({ 'articles/2015/11/26/a.md': articleText({ title: 'Alpha' }) });
  room.commit();
  await room.publish();
  const packs = () => [...room.store.objects.keys()].filter((key) => key.includes('/packs/')).length;
  for (let n = 1; n <= 13; n++) {
    room.commit({}, 'Nothing at all');
    await room.publish();
  }
  // The first, which has all that is served, those of ten that one can go back to, and the present one’s.
  expect(packs()).toBe(12);
});
