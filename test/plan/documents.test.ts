/** Documents of a story: at its address, as they are, while it is public and refers to them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf } from '../support/folder-contents.ts';
import { articleText, instant, newsroom } from '../support/newsroom.ts';

const folder = 'articles/2015/11/26';
const link = 'See [the report](storm/report.pdf#page=2).';
const block = '::: document {file="storm/report.pdf" title="The report"}\n:::';
const url = '/2015/11/26/storm/report.pdf';

test('other bytes of a document render that file alone', async () => {
  const room = newsroom({
    files: { [`${folder}/storm.md`]: articleText({}, link), [`${folder}/storm/report.pdf`]: 'one' },
  });
  room.commit();
  expect(await room.rendered()).toContain(url);
  room.write({ [`${folder}/storm/report.pdf`]: 'two, and longer' }).commit();
  expect(await room.rendered({ commit: 'HEAD' })).toEqual([url]);
  expect(room.page('2015/11/26/storm/report.pdf')).toBe('two, and longer');
});

test('where a page says how large it is, another size renders that page and its feeds, and the same size does not', async () => {
  const room = newsroom({
    git: false,
    files: { [`${folder}/storm.md`]: articleText({}, block), [`${folder}/storm/report.pdf`]: 'one' },
  });
  await room.rendered();
  room.write({ [`${folder}/storm/report.pdf`]: 'two' });
  expect(await room.rendered()).toEqual([url]);
  room.write({ [`${folder}/storm/report.pdf`]: 'three' });
  const rendered = await room.rendered();
  expect(rendered).toContain('/2015/11/26/storm/');
  expect(rendered).toContain('/feed.xml');
  expect(rendered).not.toContain('/');
  expect(room.page('2015/11/26/storm/index.html')).toContain('PDF, 1 kB');
});

test('it is there while the story is public in any language, at one address, and leaves no byte before and after', async () => {
  const canary = 'canaryincanary';
  const [before, english, gone] = ['2015-11-26 09:00', '2015-11-26 12:00', '2015-11-28 00:00'].map((time) =>
    instant(`${time}+03:00`),
  );
  const withdrawn = { date: '2015-11-27', reason: 'It was wrong' };
  const room = newsroom({
    git: false,
    files: {
      [`${folder}/storm.md`]: articleText({ date: '2015-11-26 11:00', withdrawn }, link),
      [`${folder}/storm.ru.md`]: articleText({ date: '2015-11-26 10:00', withdrawn }, link),
      [`${folder}/storm/report.pdf`]: canary,
      [`${folder}/calm.md`]: articleText({ date: '2015-11-26 08:00' }, `See [it](${url}).`),
    },
  });
  const pathsWith = () =>
    Object.entries(contentsOf(room.out)).flatMap(([path, text]) => (text.includes(canary) ? [path] : []));
  await room.rendered({ now: before });
  expect(pathsWith()).toEqual([]);
  expect(existsSync(join(room.out, '2015/11/26/storm'))).toBe(false);
  expect(room.page('2015/11/26/calm/index.html')).toContain('See it.');
  await room.rendered({ now: instant('2015-11-26 10:30+03:00') });
  expect(pathsWith()).toEqual(['2015/11/26/storm/report.pdf']);
  expect(room.page('ru/2015/11/26/storm/index.html')).toContain(`href="${url}#page=2"`);
  expect(room.page('2015/11/26/calm/index.html')).toContain(`<a href="${url}">it</a>`);
  expect(await room.rendered({ now: english })).not.toContain(url);
  await room.rendered({ now: gone });
  expect(pathsWith()).toEqual([]);
  expect(room.page('2015/11/26/calm/index.html')).toContain('See it.');
});

test('only what its text refers to is on the site, by either address; the rest is told of once', async () => {
  const room = newsroom({
    files: {
      [`${folder}/storm.md`]: articleText({}, `${link} And [data](${url.replace('report.pdf', 'data%201.csv')}).`),
      [`${folder}/storm/Report.PDF`]: 'one',
      [`${folder}/storm/data 1.csv`]: 'a,b',
      [`${folder}/storm/notes.txt`]: 'Nobody is to see this.',
    },
  });
  room.commit();
  const { problems } = await room.build();
  expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([`document/unused ${folder}/storm/notes.txt`]);
  const there = Object.keys(contentsOf(room.out)).filter((path) => /storm\/[^/]+\.\w+$/.test(path));
  expect(there.sort()).toEqual(['Report.PDF', 'data 1.csv', 'index.html'].map((name) => `2015/11/26/storm/${name}`));
  room.write({ [`${folder}/storm.md`]: articleText({}, 'Nothing more.') }).commit();
  const told = (await room.build()).problems.map(({ file }) => file);
  expect(told.sort()).toEqual([`${folder}/storm/Report.PDF`, `${folder}/storm/data 1.csv`]);
  expect(existsSync(join(room.out, '2015/11/26/storm/Report.PDF'))).toBe(false);
});

test('a recording is an enclosure in every feed, where its address is whole', async () => {
  const body = '::: audio {file="storm/talk.mp3" title="The talk"}\nAt the port.\n:::';
  const room = newsroom({
    git: false,
    files: { [`${folder}/storm.md`]: articleText({}, body), [`${folder}/storm/talk.mp3`]: Buffer.alloc(1500) },
  });
  await room.rendered();
  const address = 'https://courier.example/2015/11/26/storm/talk.mp3';
  expect(room.page('feed.xml')).toContain(`<enclosure url="${address}" length="1500" type="audio/mpeg"/>`);
  expect(room.page('feed.atom')).toContain(`<link rel="enclosure" type="audio/mpeg" length="1500" href="${address}"/>`);
  const [item] = JSON.parse(room.page('feed.json')).items;
  expect(item.attachments).toEqual([{ url: address, mime_type: 'audio/mpeg', size_in_bytes: 1500 }]);
  expect(item.content_html).toContain(`<a class="file" href="${address}">The talk</a>`);
  expect(room.page('2015/11/26/storm/index.html')).toContain('MP3, 2 kB');
});
