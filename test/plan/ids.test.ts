/** A feed is polled while the paper lives on: nothing comes to its readers twice. */
import { expect, test } from 'vitest';
import { articleText, newsroom, siteYaml } from '../support/newsroom.ts';

type Item = { id: string; url: string; title: string; date_published: string; date_modified?: string };

const path = (name: string) => `articles/2015/11/26/${name}.md`;
const corrections = [
  { date: '2015-11-27 10:00', text: 'It was Tuesday.' },
  { date: '2015-11-28', text: 'It was cold.' },
];
const storm = { title: 'A storm', corrections };
const calm = { title: 'A calm' };

/** A newsroom that is polled, and the edits of its life, each with the titles of entries that are new to readers. */
const life: [what: string, files: Record<string, string | null>, fresh: string[]][] = [
  ['nothing', {}, []],
  ['an author renamed', { 'authors/desk.yaml': 'name: The desk\n' }, []],
  ['a body edited', { [path('calm')]: articleText(calm, 'Another text.') }, []],
  ['a headline edited', { [path('calm')]: articleText({ title: 'The calm' }) }, []],
  [
    'corrections in another order',
    { [path('storm')]: articleText({ ...storm, corrections: corrections.toReversed() }) },
    [],
  ],
  ['a language more', { 'articles/2015/11/26/storm.ru.md': articleText({ title: 'Шторм' }) }, []],
  [
    'renamed',
    {
      [path('storm')]: null,
      'articles/2015/11/26/storm.ru.md': null,
      [path('gale')]: articleText({ ...storm, redirectFrom: ['/2015/11/26/storm/'], id: '/2015/11/26/storm/' }),
    },
    [],
  ],
  [
    'moved to another day',
    {
      [path('gale')]: null,
      'articles/2015/11/25/gale.md': articleText({ ...storm, date: '2015-11-25 09:30', id: '/2015/11/26/storm/' }),
    },
    [],
  ],
  [
    'a new host',
    {
      'site.yaml': siteYaml.replace(
        'url: https://courier.example',
        'url: https://new.example\nids: https://courier.example',
      ),
    },
    [],
  ],
  ['a story more', { [path('dawn')]: articleText({ title: 'A dawn' }) }, ['A dawn']],
  [
    'a correction more',
    {
      'articles/2015/11/25/gale.md': articleText({
        ...storm,
        date: '2015-11-25 09:30',
        id: '/2015/11/26/storm/',
        corrections: [{ date: '2015-11-29', text: 'It was wet.' }, ...corrections],
      }),
    },
    ['Correction: A storm'],
  ],
];

test('whatever is edited, renamed or moved, an entry keeps its id, and its date unless that was what changed', async () => {
  const room = newsroom({
    git: false,
    files: { [path('storm')]: articleText(storm), [path('calm')]: articleText(calm) },
  });
  const seen = new Map<string, string>();
  const poll = () =>
    ['feed.json', 'corrections/feed.json'].flatMap((file): Item[] => JSON.parse(room.page(file)).items);
  await room.rendered();
  for (const { id, date_published } of poll()) seen.set(id, date_published);
  expect(seen.size).toBe(4);
  for (const [what, files, fresh] of life) {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) room.remove(file);
      else room.write({ [file]: text });
    }
    await room.rendered();
    const items = poll();
    expect([what, items.filter(({ id }) => !seen.has(id)).map(({ title }) => title)]).toEqual([what, fresh]);
    if (what !== 'moved to another day')
      for (const { id, date_published } of items)
        expect([what, seen.get(id) ?? date_published]).toEqual([what, date_published]);
    for (const { id, date_published } of items) seen.set(id, date_published);
  }
});

test('a translation that takes the id of its story is told which is its own', async () => {
  const moved = (id: string, from = id) => articleText({ id, redirectFrom: [from] });
  const [old, oldRu] = ['/2015/11/26/calm/', '/ru/2015/11/26/calm/'];
  const room = newsroom({
    git: false,
    files: { [path('storm')]: moved(old), [path('storm.ru')]: moved(old, oldRu) },
  });
  const fixes = async () => (await room.build()).problems.map(({ code, fix }) => `${code} ${fix}`);
  const told = (where: string) =>
    `article/id-taken Each language of a story has an id of its own: write “id: ${oldRu}” ${where}.`;
  expect(await fixes()).toEqual([told('here')]);
  room.write({ [path('storm.ru')]: moved(oldRu) });
  expect(await fixes()).toEqual([]);
  room.write({ [path('storm')]: moved(oldRu, old) });
  expect(await fixes()).toEqual([expect.stringContaining(`write “id: ${old}”`)]);
});

test('an id that another story has is told as long as it has it', async () => {
  const room = newsroom({ git: false, files: { [path('storm')]: articleText({ id: '/2015/11/26/calm/' }) } });
  const codes = async () => (await room.build()).problems.map(({ code, file }) => `${code} ${file}`);
  expect(await codes()).toEqual([]);
  room.write({ [path('calm')]: articleText() });
  expect(await codes()).toEqual([`article/id-taken ${path('storm')}`]);
  room.write({ [path('calm')]: articleText({ id: '/old.html' }) });
  expect(await codes()).toEqual([]);
  room.write({ [path('dawn')]: articleText({ id: '/old.html' }) });
  expect(await codes()).toEqual([`article/id-taken ${path('dawn')}`]);
  room.remove(path('calm'));
  expect(await codes()).toEqual([]);
});
