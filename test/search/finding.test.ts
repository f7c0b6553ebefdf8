/** What readers find, asked of built sites. */
import { expect, test } from 'vitest';
import { searchBounds } from '../../src/content/search/bounds.ts';
import { articleText, instant, newsroom } from '../support/newsroom.ts';
import { searchSite } from './search-site.ts';

const now = instant('2015-11-28');
const file = (day: string, slug: string, language = '') => `articles/2015/${day}/${slug}${language}.md`;

async function built(stories: Record<string, string>, at = now) {
  const room = newsroom({ git: false, files: stories });
  await room.rendered({ now: at });
  return room.out;
}

test('words are found in headline, standfirst, key points and text, in whatever form, and all of them have to be there', async () => {
  const out = await built({
    [file('11/26', 'title')]: articleText({ title: 'Ports closed' }),
    [file('11/25', 'summary')]: articleText({ date: '2015-11-25', summary: 'The port was closing.' }),
    [file('11/24', 'points')]: articleText({ date: '2015-11-24', points: ['One port', 'Two ships', 'Three storms'] }),
    [file('11/23', 'text')]: articleText({ date: '2015-11-23' }, 'Nobody **closes** a [port](https://port.example/).'),
  });
  const all = ['/2015/11/26/title/', '/2015/11/25/summary/', '/2015/11/24/points/', '/2015/11/23/text/'];
  expect((await searchSite(out, 'PORT ')).urls).toEqual(all);
  expect((await searchSite(out, 'closed ports ')).urls).toEqual([all[0], all[1], all[3]]);
  expect((await searchSite(out, 'port airport ')).urls).toEqual([]);
});

test('a word is found while it is written, from its third letter on and past the end of its stem', async () => {
  const out = await built({ [file('11/26', 'vote')]: articleText({}, 'The government resigned.') });
  for (const written of ['gov', 'govern', 'governme', 'government', 'government '])
    expect((await searchSite(out, written)).urls, written).toEqual(['/2015/11/26/vote/']);
  expect((await searchSite(out, 'gov ')).urls, 'a whole word').toEqual([]);
});

test('signs that a reader leaves out, or writes otherwise, make no difference', async () => {
  const out = await built({
    [file('11/26', 'cafe')]: articleText({}, 'The café of Müller, O’Neill and Дмитрий’s ёлка.'),
    [file('11/26', 'cafe', '.ru')]: articleText({}, 'Ёлки стояли в порту.'),
  });
  for (const written of ['cafe ', 'café ', 'Muller ', 'müller ', 'ONeill ', "O'Neill "])
    expect((await searchSite(out, written)).urls, written).toEqual(['/2015/11/26/cafe/']);
  for (const written of ['елки ', 'ёлку ', 'портами '])
    expect((await searchSite(out, written, { language: 'ru' })).urls, written).toEqual(['/ru/2015/11/26/cafe/']);
});

test('where a script puts no spaces, letters are found beside each other', async () => {
  const site =
    'title: T\nurl: https://t.example\ndescription: D\ntimeZone: UTC\nlanguages: [en, ja]\nsections: [{id: world, title: World}]\n';
  const out = await built({
    'site.yaml': site,
    [file('11/26', 'sea')]: articleText({ title: 'T' }),
    [file('11/26', 'sea', '.ja')]: articleText({ title: '港の海', authors: ['desk'] }, '東京で会談した。'),
  });
  for (const written of ['東京', '会談', '海', '港の'])
    expect((await searchSite(out, written, { language: 'ja' })).urls, written).toEqual(['/ja/2015/11/26/sea/']);
  expect((await searchSite(out, '京東', { language: 'ja' })).urls).toEqual([]);
});

test('what is found is narrowed by section, year and author, with words or without', async () => {
  const out = await built({
    [file('11/26', 'one')]: articleText({ title: 'Storm', section: 'culture' }),
    [file('11/25', 'two')]: articleText({ title: 'Storm', date: '2015-11-25', authors: ['ann'] }),
    'articles/2014/11/25/three.md': articleText({ title: 'Storm', date: '2014-11-25' }),
    'authors/ann.yaml': 'name: Ann\n',
  });
  expect((await searchSite(out, 'storm', { section: 'culture' })).urls).toEqual(['/2015/11/26/one/']);
  expect((await searchSite(out, '', { author: 'ann' })).urls).toEqual(['/2015/11/25/two/']);
  expect((await searchSite(out, 'storm', { year: '2014' })).urls).toEqual(['/2014/11/25/three/']);
  expect((await searchSite(out, 'storm', { year: '2015', section: 'world' })).urls).toEqual(['/2015/11/25/two/']);
});

test('a word of one old year is found with few requests, however many years there are', async () => {
  const years = Array.from({ length: 15 }, (_, n) => 2001 + n);
  const stories = years.map((year): [string, string] => [
    `articles/${year}/03/04/story.md`,
    articleText({ title: year === 2003 ? 'The zeppelin over town' : 'The town', date: `${year}-03-04` }),
  ]);
  const out = await built(Object.fromEntries(stories));
  const { urls, asked } = await searchSite(out, 'zeppelin town ');
  expect(urls).toEqual(['/2003/03/04/story/']);
  // Nothing of this month is there to be asked.
  expect(asked).toEqual(
    ['year-0.txt', 'earlier-0.txt', 'stories-200303-0.json'].map((name) => `/search-index/en/${name}`),
  );
});

test('words that stand in every year and never together take one file each, and then nothing is asked any more', async () => {
  const before = { ...searchBounds };
  Object.assign(searchBounds, { stories: 1 });
  try {
    const stories = Array.from({ length: 16 }, (_, n): [string, string] => [
      `articles/${2000 + (n >> 1)}/03/0${1 + (n % 2)}/story.md`,
      articleText({ date: `${2000 + (n >> 1)}-03-0${1 + (n % 2)}` }, n % 2 === 0 ? 'A zeppelin.' : 'Some kites.'),
    ]);
    const out = await built(Object.fromEntries(stories));
    const { urls, asked } = await searchSite(out, 'zeppelin kite ');
    expect(urls).toEqual([]);
    expect(asked.map((url) => url.replace(/-\d+\./, '.'))).toEqual(Array(2).fill('/search-index/en/earlier.txt'));
    expect((await searchSite(out, 'kite ')).urls).toHaveLength(8);
  } finally {
    Object.assign(searchBounds, before);
  }
});

test('a search rests after five files without a story, says what it has looked through, and goes on', async () => {
  const before = { ...searchBounds };
  Object.assign(searchBounds, { stories: 1 });
  try {
    const words = ['zeppelin', 'harbour', 'monsoon'];
    const pairs = words.map((word, n) => `A ${word}, ${words[(n + 1) % 3]}.`);
    const apart = ['03', '11'].flatMap((month) =>
      Array.from({ length: 20 }, (_, n): [string, string] => {
        const day = `${month}/${n + 1 < 10 ? '0' : ''}${n + 1}`;
        return [file(day, `story-${n}`), articleText({ date: `2015-${day.replace('/', '-')}` }, pairs[n] ?? 'A kite.')];
      }),
    );
    const together: [string, string] = [
      'articles/2012/05/06/all.md',
      articleText({ date: '2012-05-06' }, 'The zeppelin, the harbour and the monsoon.'),
    ];
    const out = await built(Object.fromEntries([...apart, together]));
    const { urls, rests, asked } = await searchSite(out, `${words.join(' ')} `);
    expect(urls).toEqual(['/2012/05/06/all/']);
    expect(rests).toEqual(['month after 5']);
    expect(asked.map((url) => url.replace(/.*\/([a-z]+)-.*/, '$1'))).toEqual([
      ...['month', 'month', 'month', 'year', 'year', 'year', 'earlier', 'stories'],
    ]);
    const inOneYear = await searchSite(out, `${words.join(' ')} `, { year: '2012' });
    expect(inOneYear).toMatchObject({ urls, rests: [] });
    expect(inOneYear.asked.every((url) => /\/(?:earlier|stories)-/.test(url))).toBe(true);
  } finally {
    Object.assign(searchBounds, before);
  }
});

test('of more words than five files tell of, the shortest are left out, and nothing that narrows the search', async () => {
  const before = { ...searchBounds };
  const words = ['zeppelin', 'monsoon', 'frost', 'kites', 'sea', 'ox'];
  const story = articleText({ date: '2015-11-03', authors: ['ann'] }, `${words.join(' ')}.`);
  const others = Array.from({ length: 60 }, (_, n): [string, string] => [
    file('11/04', `story-${n}`),
    articleText({ date: '2015-11-04' }, 'Rain.'),
  ]);
  const files = { 'authors/ann.yaml': 'name: Ann\n', ...Object.fromEntries(others), [file('11/03', 'all')]: story };
  const text = `${words.toReversed().join(' ')} `;
  expect(await searchSite(await built(files), text)).toMatchObject({ urls: ['/2015/11/03/all/'], leftOut: [] });
  Object.assign(searchBounds, { stories: 1 });
  try {
    const out = await built(files);
    const all = await searchSite(out, text);
    expect(all).toMatchObject({ urls: ['/2015/11/03/all/'], leftOut: ['ox'] });
    expect(all.asked.length).toBeLessThanOrEqual(6);
    const narrowed = await searchSite(out, text, { section: 'world', author: 'ann' });
    expect(narrowed).toMatchObject({ urls: ['/2015/11/03/all/'], leftOut: ['kites', 'sea', 'ox'] });
    expect((await searchSite(out, text, { author: 'desk' })).urls).toEqual([]);
  } finally {
    Object.assign(searchBounds, before);
  }
});

test('nothing of what readers do not have is in the index, and a preview has it', async () => {
  const secrets = {
    [file('11/26', 'draft')]: articleText({ title: 'Draftword', draft: true }),
    [file('11/29', 'later')]: articleText({ title: 'Laterword', date: '2015-11-29' }),
    [file('11/25', 'gone')]: articleText(
      { title: 'Goneword', date: '2015-11-25', withdrawn: { date: '2015-11-26', reason: 'Wrong' } },
      'Bodyofgone.',
    ),
    [file('11/24', 'corrected')]: articleText({
      date: '2015-11-24',
      corrections: [{ date: '2015-12-01', text: 'Correctword.' }],
    }),
  };
  const room = newsroom({ git: false, files: secrets });
  await room.rendered({ now });
  for (const word of ['draftword ', 'laterword ', 'goneword ', 'bodyofgone ', 'correctword '])
    expect((await searchSite(room.out, word)).urls, word).toEqual([]);
  await room.rendered({ now, isPreview: true, cache: undefined, out: `${room.folder}/preview` });
  expect((await searchSite(`${room.folder}/preview`, 'draftword ')).urls).toEqual(['/2015/11/26/draft/']);
});

test('an index of many shards finds what one of few does', async () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${String.fromCharCode(97 + (n % 26), 97 + (n % 7))}x`);
  const stories = words.map((word, n): [string, string] => [
    file(`11/2${n % 8}`, `story-${n}`),
    articleText({ title: `Title ${word}`, date: `2015-11-2${n % 8}` }, `Text of ${words[(n * 7) % 60]}.`),
  ]);
  const room = newsroom({ git: false, files: Object.fromEntries(stories) });
  await room.rendered({ now });
  const few = await Promise.all(words.map((word) => searchSite(room.out, `${word} `)));
  const before = { ...searchBounds };
  Object.assign(searchBounds, { stories: 1, told: 7 });
  try {
    await room.rendered({ now, cache: undefined, out: `${room.folder}/many` });
    const many = await Promise.all(words.map((word) => searchSite(`${room.folder}/many`, `${word} `)));
    expect(many.map(({ urls }) => urls)).toEqual(few.map(({ urls }) => urls));
  } finally {
    Object.assign(searchBounds, before);
  }
  expect(few.every(({ urls }) => urls.length > 0)).toBe(true);
});
