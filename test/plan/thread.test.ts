/** What came before and after in a story: whose pages ask again when one comes, goes or changes its thread. */
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/commands/build.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { rebuild } from '../support/small-town.ts';

const topics = ['sea', 'port', 'ice', 'fog', 'sun'];
const pathOf = (day: number, slug: string) => `articles/2015/11/${String(day).padStart(2, '0')}/${slug}.md`;

/** Eight days: each has a story on three of five topics, one on the next two, and one on a single topic; two have a part of a thread. */
async function harbour(): Promise<Newsroom> {
  const files: Record<string, string> = {};
  for (let day = 13; day <= 20; day++) {
    const next = (n: number) => topics[(day + n) % topics.length] as string;
    const on = (clock: string, fields: object) =>
      articleText({ date: `2015-11-${String(day).padStart(2, '0')} ${clock}`, ...fields });
    files[pathOf(day, 'three')] = on('08:00', { topics: [next(0), next(1), next(2)] });
    files[pathOf(day, 'two')] = on('09:00', { topics: [next(3), next(4)] });
    files[pathOf(day, 'one')] = on('10:00', { topics: [next(1)] });
    if (day % 4 === 0) files[pathOf(day, 'siege')] = on('11:00', { topics: [next(0), next(2)], thread: 'siege' });
  }
  const room = newsroom({ git: false, files });
  await room.rendered();
  return room;
}

/** Stories that were asked, but for the one that came: `20/two` for that of the twentieth. */
function asked({ outcomes }: BuildReport): string[] {
  const stories = outcomes.flatMap(({ url }) => /^\/2015\/11\/(\d\d\/[a-z]+)\/$/.exec(url)?.[1] ?? []);
  return stories.filter((each) => !each.endsWith('/new')).sort();
}

test('a-new-story-asks-at-most-one-page-a-topic: the nearest in each pair, or in its thread, and no front of its own', async () => {
  const room = await harbour();
  const found: Record<string, string[]> = {};
  const kinds = { none: [], one: ['sea'], two: ['sea', 'port'], three: ['sea', 'ice', 'sun'], five: topics };
  for (const [name, list] of Object.entries(kinds)) {
    room.write({ [pathOf(25, 'new')]: articleText({ date: '2015-11-25 12:00', topics: list }) });
    found[name] = asked(await room.build());
    room.remove(pathOf(25, 'new'));
    await room.build();
    expect(found[name]?.length).toBeLessThanOrEqual(list.length);
  }
  expect(found).toEqual({
    none: [],
    one: [],
    two: ['20/three'],
    three: ['17/three', '19/three', '20/three'],
    five: ['20/three'],
  });
  const thread = { date: '2015-11-25 12:00', topics, thread: 'siege' };
  room.write({ [pathOf(25, 'new')]: articleText(thread) });
  const report = await rebuild(room);
  expect(asked(report)).toEqual(['20/siege']);
  expect(report.outcomes.filter(({ url }) => /siege|thread|pair|\+/.test(url)).map(({ url }) => url)).toEqual([
    '/2015/11/20/siege/',
  ]);
});

/** What stands beside a story: the heading, the stories by their days and slugs; the story itself is `here`. */
function beside(room: Newsroom, story: string): string[] {
  const [, part = ''] =
    /<footer class="thread thread-\w+ furniture">(.*?)<\/footer>/s.exec(room.page(`2015/11/${story}/index.html`)) ?? [];
  const found = part.matchAll(/class="label"[^>]*>([^<]+)|href="\/2015\/11\/([^"]+)\/"|aria-current="(page)"/g);
  return [...found].map(([, label, link, current]) => label ?? link ?? (current && 'here') ?? '');
}

test('a-thread-that-is-set-or-changed-renders-the-pages-beside-it-in-both-threads-and-itself', async () => {
  const day = (n: number) => pathOf(n, 'part');
  const part = (n: number, thread?: string, list = ['sea']) =>
    articleText({ date: `2015-11-0${n} 10:00`, thread, topics: list, title: `Part ${n}` });
  const room = newsroom({
    git: false,
    files: {
      [day(1)]: part(1, 'siege'),
      [day(2)]: part(2, 'flood'),
      [day(3)]: part(3),
      [day(4)]: part(4, 'siege'),
      [day(5)]: part(5, 'flood'),
    },
  });
  await room.rendered();
  expect(beside(room, '04/part')).toEqual(['The story so far', '01/part', 'here']);
  expect(beside(room, '03/part')).toEqual(['Earlier on Sea', '02/part']);
  room.write({ [day(3)]: part(3, 'siege') });
  expect(asked(await rebuild(room))).toEqual(['01/part', '03/part', '04/part']);
  expect(beside(room, '03/part')).toEqual(['The story so far', '01/part', 'here', '04/part']);
  expect(beside(room, '04/part')).toEqual(['The story so far', '01/part', '03/part', 'here']);
  room.write({ [day(3)]: part(3, 'flood') });
  expect(asked(await rebuild(room))).toEqual(['01/part', '02/part', '03/part', '04/part', '05/part']);
  expect(beside(room, '05/part')).toEqual(['The story so far', '02/part', '03/part', 'here']);
});

test('a-story-that-shares-one-topic-alone-is-no-part-of-the-story, and each row says what it is about', async () => {
  const at = (n: number, slug: string, fields: object) => ({
    [pathOf(n, slug)]: articleText({ date: `2015-11-0${n} 10:00`, title: slug, ...fields }),
  });
  const room = newsroom({
    git: false,
    files: {
      ...at(1, 'vote', { topics: ['elections', 'armenia'], type: 'opinion' }),
      ...at(2, 'count', { topics: ['elections', 'turkey'] }),
      ...at(3, 'bridge', { topics: ['armenia', 'roads'] }),
      ...at(4, 'border', { topics: ['armenia', 'turkey', 'roads'] }),
      ...at(5, 'song', { section: 'culture' }),
      ...at(6, 'dance', { section: 'culture', type: 'opinion' }),
    },
  });
  await room.rendered();
  expect(beside(room, '01/vote')).toEqual([]);
  expect(beside(room, '02/count')).toEqual(['Earlier on Elections', '01/vote']);
  expect(beside(room, '03/bridge')).toEqual(['The story so far', 'here', '04/border']);
  expect(beside(room, '06/dance')).toEqual(['Earlier in Culture', '05/song']);
  expect(room.page('2015/11/02/count/index.html')).toMatch(/<li class="opinion">.*1 November<\/time> · Opinion/s);
  room.remove(pathOf(3, 'bridge'));
  await rebuild(room);
  expect(beside(room, '04/border')).toEqual(['Earlier on Armenia', '01/vote', 'Earlier on Turkey', '02/count']);
});
