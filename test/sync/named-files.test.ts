/** When stories are looked at again because of a file that they name: an author's, a topic's. */
import { expect, test } from 'vitest';
import { articleText, newsroom } from '../support/newsroom.ts';
import { catalogInMemory, problemsOfSync } from './synced.ts';

const [early, late] = ['articles/2015/11/20/story.md', 'articles/2015/11/26/story.md'];
const author = 'authors/desk.yaml';

async function told(files: Record<string, string>) {
  const catalog = catalogInMemory();
  const room = newsroom({
    git: false,
    files: { [early]: articleText({ date: '2015-11-20' }), [late]: articleText({ date: '2015-11-26' }), ...files },
  });
  const since = async (change: Record<string, string> | 'removed') => {
    if (change === 'removed') room.remove(author);
    else room.write(change);
    return (await problemsOfSync(catalog, room)).map(({ code, file }) => `${code} ${file}`);
  };
  return { first: await since({}), since };
}

test('the day that an author left is looked at in their stories, whatever else their file says', async () => {
  const { first, since } = await told({ [author]: 'name: Desk\nleft: 2015-11-25\n' });
  expect(first).toEqual([`article/author-left ${late}`]);
  expect(await since({ [author]: 'name: The desk\nrole: Editors\nleft: 2015-11-25\n' })).toEqual([]);
  expect(await since({ [author]: 'name: The desk\nleft: 2015-11-19\n' })).toEqual([
    `article/author-left ${early}`,
    `article/author-left ${late}`,
  ]);
  expect(await since({ [author]: 'name: The desk\n' })).toEqual([]);
});

test('an author who comes, goes or cannot be read is looked for in all their stories', async () => {
  const { first, since } = await told({ [author]: 'name: Desk\n' });
  expect(first).toEqual([]);
  const missing = [`article/unknown-author ${early}`, `article/unknown-author ${late}`];
  expect(await since('removed')).toEqual(missing);
  expect(await since({ [author]: 'name: Desk\nleft: never\n' })).toHaveLength(1);
  expect(await since({ [author]: 'name: The desk\n' })).toEqual([]);
  expect(await since('removed')).toEqual(missing);
});
