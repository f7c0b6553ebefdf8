/** A withdrawal is a statement about a story, and whoever has the story learns of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleText, instant, newsroom, siteYaml, treeOf } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';

const story = 'articles/2015/11/26/hoax.md';
const russian = 'articles/2015/11/26/hoax.ru.md';
const before = instant('2015-11-27');
const day = 86400;
const withdrawn = { date: '2015-11-28 10:00', reason: 'It was 1 < 2.' };
const image = { file: 'sea.jpg', alt: 'Waves' };

type Fields = Record<string, unknown>;

/** The story in its two languages. */
function told(fields: Fields, inRussian: Fields = {}) {
  return {
    [story]: articleText({ title: 'The secret hoax', topics: ['sea'], redirectFrom: ['/old/'], image, ...fields }),
    [russian]: articleText({ title: 'Тайна', topics: ['sea'], ...inRussian }),
  };
}

function room(fields: Fields, inRussian?: Fields) {
  return newsroom({
    git: false,
    files: {
      ...told(fields, inRussian),
      'site.yaml': `${siteYaml}search: false\n`, // else the end of each month is due too
      'articles/2015/11/26/hoax/sea.jpg': jpeg,
      'articles/2015/11/26/calm.md': articleText({ title: 'A calm', topics: ['sea'] }),
    },
  });
}

type Item = { id: string; title: string; summary: string; content_html: string; date_published: string };
const address = 'https://courier.example/2015/11/26/hoax/';

test('what one language says of a story stands in all, and nothing of it is left but the reason', async () => {
  const hoaxes = room({ withdrawn });
  await hoaxes.rendered({ now: before });
  expect(hoaxes.page('ru/2015/11/26/hoax/index.html')).toContain('Тайна');
  const items = (file: string): Item[] => JSON.parse(hoaxes.page(file)).items;
  const [published] = items('feed.json').filter(({ id }) => id === address);
  await hoaxes.rendered({ now: before + 2 * day });
  const all = [...treeOf(hoaxes.out)];
  expect(all.filter(([path, text]) => /secret|Тайна|sea-|Waves/.test(path + text))).toEqual([]);
  for (const page of ['2015/11/26/hoax/index.html', 'ru/2015/11/26/hoax/index.html'])
    expect(hoaxes.page(page)).toContain('It was 1 &lt; 2.');
  expect(hoaxes.page('ru/2015/11/26/hoax/index.html')).toContain('<p class="intro" lang="en" dir="ltr">');
  expect(hoaxes.page('old/index.html')).toContain('0; url=/2015/11/26/hoax/');
  const [notice] = items('feed.json').filter(({ id }) => id === address);
  expect(notice).toMatchObject({
    title: 'This story was withdrawn',
    summary: 'It was 1 < 2.',
    date_published: published?.date_published,
    date_modified: '2015-11-28T10:00:00+03:00',
  });
  expect(notice?.content_html).toContain('<p>It was 1 &lt; 2.</p>');
  expect(items('world/feed.json').filter(({ id }) => id === address)).toEqual([notice]);
  expect(hoaxes.page('topics/sea/feed.xml')).toContain('>This story was withdrawn<');
  expect(items('ru/feed.json').map(({ id }) => id)).toContain('https://courier.example/ru/2015/11/26/hoax/');
  expect(hoaxes.page('sitemaps/2015-11.xml')).not.toContain('hoax');
});

test('feeds say so for thirty days', async () => {
  const hoaxes = room({ withdrawn });
  const titles = async (now: number) => {
    await hoaxes.rendered({ now });
    return JSON.parse(hoaxes.page('feed.json')).items.map(({ title }: Item) => title);
  };
  const at = instant('2015-11-28 10:00+03:00');
  const both = ['This story was withdrawn', 'A calm'];
  expect(await titles(at - 1)).toEqual(['A calm', 'The secret hoax']);
  expect(await titles(at)).toEqual(both);
  expect((await hoaxes.build({ now: at })).nextDue).toEqual({
    at: at + 30 * day,
    what: 'a notice of a withdrawal leaves feeds',
  });
  expect(await titles(at + 30 * day - 1)).toEqual(both);
  expect(await titles(at + 30 * day)).toEqual(['A calm']);
  expect(await titles(at)).toEqual(both);
});

test.each([
  ['the hour at which it was published', { date: '2015-11-26 12:00' }, { date: '2015-11-26 12:00' }],
  ['its id', { id: '/first/' }, { id: '/ru/first/' }],
])('feeds that tell of it follow %s, in the language that says so and in the other', async (_what, own, inRussian) => {
  const hoaxes = room({ withdrawn });
  const now = before + 2 * day;
  await hoaxes.rendered({ now });
  const lasting = ['', 'world/'].flatMap((front) => ['atom', 'json', 'xml'].map((format) => `${front}feed.${format}`));
  hoaxes.write(told({ withdrawn, ...own }));
  const named = ['authors/desk/feed.xml', 'topics/sea/feed.xml'];
  expect(await hoaxes.rendered({ now })).toEqual([...lasting, ...named].map((feed) => `/${feed}`).sort());
  hoaxes.write(told({ withdrawn, ...own }, inRussian));
  expect(await hoaxes.rendered({ now })).toEqual(lasting.map((feed) => `/ru/${feed}`));
  const built = treeOf(hoaxes.out);
  await hoaxes.rendered({ now, out: `${hoaxes.out}-clean`, cache: `${hoaxes.cache}-clean` });
  expect(treeOf(`${hoaxes.out}-clean`)).toEqual(built);
});

test.each([
  ['said of one language alone', { withdrawn: { ...withdrawn, allLanguages: false } }, {}, false],
  [
    'said with a reason in each language',
    { withdrawn: { ...withdrawn, reason: { en: 'It was.', ru: 'Был.' } } },
    {},
    'Был.',
  ],
  ['said by the other language too', { withdrawn }, { withdrawn: { ...withdrawn, reason: 'Сам.' } }, 'Сам.'],
  ['said of a draft', { withdrawn, draft: true }, {}, false],
])('what is %s', async (_what, fields, inRussian, expected) => {
  const hoaxes = room(fields, inRussian);
  await hoaxes.rendered();
  const page = hoaxes.page('ru/2015/11/26/hoax/index.html');
  if (expected === false) expect(page).toContain('Тайна');
  else expect(page).toContain(`<p class="intro">${expected}</p>`);
});

test('a statement that goes brings all languages back, and one that nobody could have read is told to nobody', async () => {
  const hoaxes = room({ withdrawn });
  await hoaxes.rendered();
  hoaxes.write({ [story]: articleText({ title: 'The hoax' }) });
  await hoaxes.rendered();
  expect(hoaxes.page('ru/2015/11/26/hoax/index.html')).toContain('Тайна');
  hoaxes.remove(story);
  await hoaxes.rendered();
  expect(existsSync(join(hoaxes.out, '2015/11/26/hoax/index.html'))).toBe(false);
  hoaxes.write({ [story]: articleText({ withdrawn: { ...withdrawn, date: '2015-11-26' } }) });
  await hoaxes.rendered();
  expect(hoaxes.page('feed.json')).not.toContain('hoax');
});
