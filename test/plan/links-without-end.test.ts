/** A link leads somewhere at some instant of this content, or is told; meanwhile, and afterwards, it is text. */
import { expect, test } from 'vitest';
import { articleText, lateEnough, newsroom } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/storm.md';
const linking = 'articles/2015/11/27/calm.md';
const day = 86400;

/** What there is: a story of now, one to come, one taken down, a draft, a translation, an author who has written nothing. */
const files = {
  'authors/ann.yaml': 'name: Ann\n',
  'authors/bob.yaml': 'name: Bob\n',
  [story]: articleText({ topics: ['sea'], corrections: [{ date: '2015-12-01', text: 'It rained.' }] }),
  'articles/2017/03/01/spring.md': articleText({ date: '2017-03-01', topics: ['spring'], authors: ['ann'] }),
  'articles/2014/05/01/hoax.md': articleText({
    date: '2014-05-01',
    topics: ['hoax'],
    section: 'culture',
    withdrawn: { date: '2014-05-02', reason: 'It was wrong.' },
  }),
  'articles/2013/05/01/draft.md': articleText({ date: '2013-05-01', topics: ['secret'], draft: true }),
  'articles/2015/11/25/ru.ru.md': articleText({ date: '2015-11-25', topics: ['sneg'] }),
};
const link = (address: string) => ({ [linking]: articleText({ date: '2015-11-27' }, `See [it](${address}).`) });

test.each([
  ['/2013/', 'link/empty-period'],
  ['/1999/', 'link/empty-period'],
  ['/2015/10/', 'link/empty-period'],
  ['/2015/11/28/', 'link/empty-period'],
  ['/world/2014/', 'link/empty-period'],
  ['/culture/2015/11/', 'link/empty-period'],
  ['/topics/sea/2014/', 'link/empty-period'],
  ['/ru/2014/', 'link/empty-period'],
  ['/corrections/2014/', 'link/empty-period'],
  ['/ru/corrections/2015/', 'link/empty-period'],
  ['/authors/ann/2016/', 'link/empty-period'],
  ['/topics/secret/', 'link/unknown-listed'],
  ['/topics/sneg/', 'link/unknown-listed'],
  ['/ru/topics/sea/', 'link/unknown-listed'],
  ['/authors/bob/', 'link/no-stories'],
  ['/ru/authors/ann/feed.xml', 'link/no-stories'],
])('%s leads nowhere at any instant, and is told: %s', async (address, code) => {
  const room = newsroom({ git: false, files: { ...files, ...link(address) } });
  const { problems } = await room.build();
  expect(problems.map((each) => [each.code, each.file, each.line])).toEqual([[code, linking, 9]]);
});

test('what is there, is to come or has gone may be linked to, and is led to while it is there', async () => {
  const there = ['/2015/', '/2015/11/26/', '/world/2015/11/', '/topics/sea/2015/', '/corrections/2015/', '/ru/2015/'];
  const others = ['/2017/', '/2017/03/01/', '/topics/spring/', '/authors/ann/', '/2014/', '/topics/hoax/feed.xml'];
  const body = [...there, ...others].map((address, n) => `See [number ${n}](${address}).`).join('\n\n');
  const room = newsroom({ git: false, files: { ...files, [linking]: articleText({ date: '2015-11-27' }, body) } });
  const led = () =>
    [...there, ...others].filter((each) => room.page('2015/11/27/calm/index.html').includes(`See <a href="${each}">`));
  await room.rendered();
  expect(led()).toEqual(there);
  await room.rendered({ now: lateEnough + 430 * day });
  expect(led()).toEqual([...there, '/2017/', '/2017/03/01/', '/topics/spring/', '/authors/ann/']);
});

test('a link is told when the last story goes that it means, and not before', async () => {
  const other = 'articles/2015/10/01/other.md';
  const room = newsroom({
    git: false,
    files: {
      [story]: articleText({ topics: ['sea'] }),
      [other]: articleText({ date: '2015-10-01', topics: ['sea'] }),
      ...link('/topics/sea/2015/'),
    },
  });
  const codes = async () => (await room.build()).problems.map(({ code, file }) => `${code} ${file}`);
  expect(await codes()).toEqual([]);
  room.remove(other);
  expect(await codes()).toEqual([]);
  room.write({ [story]: articleText({ topics: ['land'] }) });
  expect(await codes()).toEqual([`link/empty-period ${linking}`]);
  room.write({ [story]: articleText({ topics: ['sea'] }) });
  expect(await codes()).toEqual([]);
  room.write({ [story]: articleText({ topics: ['sea'], draft: true }) });
  expect(await codes()).toEqual([`link/empty-period ${linking}`]);
});
