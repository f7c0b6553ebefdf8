/** What editors are told from is the newsroom as it is at their instant, also where a build has left a catalog of an earlier one. */
import { expect, test } from 'vitest';
import { states } from '../../src/catalog/tables/articles.ts';
import { deskOf } from '../../src/commands/desk-of.ts';
import { engineOf } from '../../src/commands/engine-of.ts';
import { articleText, instant, newsroom } from '../support/newsroom.ts';

test('a story that has come out since the last build is public, and one that has not is no reason to read anew', async () => {
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/26/morning.md': articleText({ date: '2015-11-26 09:00' }),
      'articles/2015/11/26/evening.md': articleText({ date: '2015-11-26 21:00' }),
    },
  });
  await room.build({ now: instant('2015-11-26T12:00+03:00'), engine: engineOf(room.folder) });
  const stateAt = async (now: string) => {
    const { catalog } = await deskOf({
      newsroom: room.folder,
      content: room.content,
      cache: room.cache,
      now: instant(now),
    });
    const state = catalog?.storyRow('2015/11/26/evening', 'en')?.state;
    const isOfBuild = catalog?.routes.isThere('/2015/11/26/morning/');
    catalog?.close();
    return { state, isOfBuild };
  };
  expect(await stateAt('2015-11-26T20:59+03:00')).toEqual({ state: states.hidden, isOfBuild: true });
  expect(await stateAt('2015-11-26T21:00+03:00')).toEqual({ state: states.public, isOfBuild: false });
});
