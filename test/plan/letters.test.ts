/** An index that is too long for a page leads to its letters, each with a page or some; and only then. */
import { expect, test } from 'vitest';
import { lowerBounds } from '../support/bounds.ts';
import { articleText, type Newsroom, newsroom, treeOf } from '../support/newsroom.ts';
import { rebuild, urls } from '../support/small-town.ts';

/** A name of these takes some hundred bytes. */
const small = { names: 450 };

function topicFiles(names: readonly string[], language = ''): Record<string, string> {
  return Object.fromEntries(names.map((name, n) => [`topics/t-${n}${language}.md`, `---\nname: ${name}\n---\n`]));
}

const day = 'articles/2015/11/26';
const ids = (n: number) => Array.from({ length: n }, (_, index) => `t-${index}`);

const namesOn = (room: Newsroom, path: string) =>
  [
    ...(room.page(`${path}index.html`).split('<main')[1] ?? '').matchAll(/<li><a href="[^"]*\/t-\d+\/">(.*?)<\/a>/g),
  ].map(([, name]) => name);

const lettersOn = (room: Newsroom, path: string) =>
  [...room.page(`${path}index.html`).matchAll(/<li><a href="([^"]*letter_[^"]*)">(.)<\/a>/g)].map(
    ([, url, letter]) => `${letter} ${url}`,
  );

const pagesBelow = (room: Newsroom, folder: string) =>
  [...treeOf(room.out).keys()].filter((path) => path.startsWith(`${folder}letter_`) && path.endsWith('.html'));

test('few names are on the page of the index, many on those of their letters, and then again on that', async () => {
  lowerBounds(small);
  const room = newsroom({ git: false, files: topicFiles(['Sea', 'Storm', 'Harbour', 'Ferry']) });
  room.write({ 'articles/2015/11/26/a.md': articleText({ topics: ids(4) }) });
  await room.rendered();
  expect(namesOn(room, 'topics/')).toEqual(['Ferry', 'Harbour', 'Sea', 'Storm']);
  expect(pagesBelow(room, 'topics/')).toEqual([]);

  room.write({
    'topics/t-4.md': '---\nname: Ships\n---\n',
    'articles/2015/11/27/b.md': articleText({ date: '2015-11-27', topics: ['t-4'] }),
  });
  await rebuild(room);
  expect(namesOn(room, 'topics/')).toEqual([]);
  expect(lettersOn(room, 'topics/')).toEqual(['F /topics/letter_f/', 'H /topics/letter_h/', 'S /topics/letter_s/']);
  expect(namesOn(room, 'topics/letter_s/')).toEqual(['Sea', 'Ships', 'Storm']);
  expect(room.page('topics/letter_s/index.html')).toContain('<title>Topics, S — The Courier</title>');
  // A letter of three names is for search engines, and so is a topic of three stories.
  const inSitemaps = (of: string) => room.page(`sitemaps/topics-en${of}.xml`).match(/\/topics\/[^<]*/g) ?? [];
  expect(inSitemaps('')).toEqual(['/topics/']);
  expect(inSitemaps('-letter_s')).toEqual(['/topics/letter_s/']);
  expect(inSitemaps('-letter_f')).toEqual([]);
  expect(room.page('sitemap.xml')).toContain('topics-en-letter_s');
  expect(room.page('sitemap.xml')).not.toContain('topics-en-letter_f');
  expect(room.page('topics/letter_f/index.html')).toContain('content="noindex, follow"');
  room.write({ [`${day}/d.md`]: articleText({ topics: ['t-0'] }), [`${day}/e.md`]: articleText({ topics: ['t-0'] }) });
  const third = (await rebuild(room)).outcomes.filter(({ url }) => url.startsWith('/sitemaps/topics-en'));
  expect(third).toMatchObject([{ url: '/sitemaps/topics-en-letter_s.xml', did: 'rendered' }]);
  expect(inSitemaps('-letter_s')).toEqual(['/topics/letter_s/', '/topics/t-0/']);
  room.remove(`${day}/d.md`, `${day}/e.md`);
  await rebuild(room);
  expect(room.page('sitemap.xml')).toContain('/sitemaps/topics-en-letter_s.xml');

  // Another name touches its letter alone.
  room.write({
    'topics/t-5.md': '---\nname: Sails\n---\n',
    'articles/2015/11/28/c.md': articleText({ date: '2015-11-28', topics: ['t-5'] }),
  });
  const more = (await rebuild(room)).outcomes
    .map(({ url }) => url)
    .filter((url) => /^\/topics\/(letter_|$)|topics-en/.test(url));
  expect(more.sort()).toEqual(urls('/topics/letter_s/ /sitemaps/topics-en-letter_s.xml'));
  expect(namesOn(room, 'topics/letter_s/')).toEqual(['Sails', 'Sea', 'Ships', 'Storm']);

  // A new name moves it to another letter.
  room.write({ 'topics/t-5.md': '---\nname: Winds\n---\n' });
  const moved = await rebuild(room);
  expect(moved.rendered).toEqual(expect.arrayContaining(urls('/topics/ /topics/letter_s/ /topics/letter_w/')));

  room.remove('articles/2015/11/27/b.md', 'articles/2015/11/28/c.md');
  const { removed } = await rebuild(room);
  expect(removed).toEqual(expect.arrayContaining(urls('/topics/letter_{f,h,s,w}/')));
  expect(namesOn(room, 'topics/')).toEqual(['Ferry', 'Harbour', 'Sea', 'Storm']);
});

test('names that all begin with one letter go on in parts of it, in their order', async () => {
  lowerBounds(small);
  const names = Array.from({ length: 12 }, (_, n) => `Sea ${String(n).padStart(2, '0')}`);
  const room = newsroom({ git: false, files: topicFiles(names) });
  room.write({ 'articles/2015/11/26/a.md': articleText({ topics: ids(12) }) });
  await room.rendered();
  const pages = pagesBelow(room, 'topics/')
    .sort()
    .map((path) => path.replace('index.html', ''));
  expect(pages).toEqual(['topics/letter_s/', 'topics/letter_s/part-2/', 'topics/letter_s/part-3/']);
  expect(pages.flatMap((path) => namesOn(room, path))).toEqual(names);
  expect(room.page('topics/letter_s/part-2/index.html')).toContain('<title>Topics, S, part 2 — The Courier</title>');
  expect(room.page('topics/letter_s/part-2/index.html')).toMatch(
    /letter_s\/">Part 1<.*letter_s\/part-3\/">Part 3<.*href="\/topics\/">Topics</,
  );
  expect(room.page('sitemap.xml')).toContain('/sitemaps/topics-en-letter_s-part-3.xml');
});

test('each language has its own alphabet, in addresses too', async () => {
  lowerBounds({ names: 300 });
  const names = ['Ёлка', 'Йемен', 'Иран', '2015 год', 'NATO'];
  const room = newsroom({ git: false, files: topicFiles(names) });
  room.write({
    'articles/2015/11/26/a.ru.md': articleText({ topics: ids(5) }),
    'articles/2015/11/26/a.md': articleText(),
  });
  await room.rendered();
  expect(lettersOn(room, 'ru/topics/')).toEqual([
    '# /ru/topics/letter_0/',
    'Е /ru/topics/letter_%D0%B5/',
    'И /ru/topics/letter_%D0%B8/',
    'Й /ru/topics/letter_%D0%B9/',
    'N /ru/topics/letter_n/',
  ]);
  expect(namesOn(room, 'ru/topics/letter_й/')).toEqual(['Йемен']);
});

test('an author’s new name or role is on the page of the letter', async () => {
  lowerBounds({ names: 200 });
  const files = Object.fromEntries(['ann', 'bob', 'cyd'].map((id) => [`authors/${id}.yaml`, `name: ${id} Lee\n`]));
  const room = newsroom({ git: false, files });
  room.write({ 'articles/2015/11/26/a.md': articleText({ authors: ['ann', 'bob', 'cyd'] }) });
  await room.rendered();
  room.write({ 'authors/bob.yaml': 'name: Bob Lee\nrole: Correspondent\n' });
  expect((await rebuild(room)).rendered).toContain('/authors/letter_b/');
  expect(room.page('authors/letter_b/index.html')).toContain('Bob Lee</a><span class="meta">Correspondent</span>');
});
