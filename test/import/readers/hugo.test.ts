/** What Hugo has. */
import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/import/guess.ts';
import { folderReader } from '../../../src/import/readers/folder-reader.ts';
import { hugo } from '../../../src/import/readers/hugo.ts';
import { surveySource } from '../../../src/import/survey.ts';
import { folderOf, readFolder } from './read.ts';

test('languages may each have a file of their own, and a folder', async () => {
  const { stories, site } = await readFolder(
    hugo,
    folderOf({
      'config/_default/hugo.toml': 'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n',
      'config/_default/languages.en.toml': 'contentDir = "content/en"\n',
      'config/_default/languages.pt-br.toml': 'contentDir = "content/pt-br"\n',
      'content/en/post/2015-11-26-ferry.md': '---\ntitle: Ferry\n---\nx',
      'content/pt-br/post/2015-11-26-ferry.md': '---\ntitle: Balsa\n---\nx',
    }),
  );
  expect(site.languages).toEqual(['en', 'pt-br']);
  expect(stories.map(({ urls, language, translationOf }) => [urls[0], language, translationOf])).toEqual([
    ['/post/2015-11-26-ferry/', 'en', 'post/2015-11-26-ferry'],
    ['/pt-br/post/2015-11-26-ferry/', 'pt-br', 'post/2015-11-26-ferry'],
  ]);
});

test.each([
  ['is called as it is', ['content/en', 'content/pt'], ''],
  [
    'is mounted as the content',
    ['texts/first', 'content/second'],
    '[[module.mounts]]\nsource = "content/second"\ntarget = "content"\nlang = "pt"\n[[module.mounts]]\nsource = "texts/first"\ntarget = "content"\nlang = "en"\n',
  ],
])('the folder of a language is the one that %s', async (_, [en, pt], mounts) => {
  const { stories } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': `baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.pt]\n${mounts}`,
      [`${en}/blog/ferry.md`]: '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
      [`${pt}/blog/ferry.md`]: '---\ntitle: Balsa\ndate: 2015-11-26\n---\nx',
    }),
  );
  const found = stories.map(({ urls, language, sections }) => [urls[0], language, sections]);
  expect(found.sort()).toEqual([
    ['/blog/ferry/', 'en', [{ id: 'blog' }]],
    ['/pt/blog/ferry/', 'pt', [{ id: 'blog' }]],
  ]);
});

test('a folder that is called as a language is a section where others stand beside it', async () => {
  const { stories } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': 'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.pt]\n',
      'content/blog/ferry.md': '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
      'content/pt/balsa.md': '---\ntitle: Balsa\ndate: 2015-11-26\n---\nx',
    }),
  );
  expect(stories.map(({ urls, language }) => [urls[0], language])).toEqual([
    ['/blog/ferry/', 'en'],
    ['/pt/balsa/', 'en'],
  ]);
});

test('people of one line are parted at commas and links, and not within brackets', async () => {
  const author = '[Ann Doe](https://b.example/) (Quay, Ltd.) [Bo Roe, Ferry](https://c.example/), Cy Poe';
  const { stories } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': '',
      'content/blog/ferry.md': `---\ntitle: Ferry\ndate: 2015-11-26\nauthor: '${author}'\n---\nx`,
    }),
  );
  expect(stories[0]?.authors).toEqual([
    { name: 'Ann Doe (Quay, Ltd.)' },
    { name: 'Bo Roe, Ferry' },
    { name: 'Cy Poe' },
  ]);
});

test('the language that Hugo takes for usual is the first of the newsroom, wherever the configuration names it', async () => {
  const files = {
    'hugo.toml':
      'baseURL = "https://old.example/"\ndefaultContentLanguage = "EN"\n[languages.ca]\nweight = 1\n[languages.de]\n[languages.en]\n',
    'content/post/ferry.ca.md': '---\ntitle: Transbordador\ndate: 2015-11-26\n---\nx',
    'content/post/ferry.md': '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
  };
  const source = await folderReader(hugo).open(folderOf(files));
  const survey = await surveySource(source, () => {});
  expect(source.site.languages).toEqual(['en', 'ca', 'de']);
  expect(guessMapping(survey, source.site, undefined, hugo.name).language).toBe('en');
  const { stories } = await readFolder(hugo, folderOf(files));
  expect(stories.map(({ language, urls }) => [language, urls[0]])).toEqual([
    ['ca', '/ca/post/ferry/'],
    ['en', '/post/ferry/'],
  ]);
});

test('times of TOML are those that stand there, wherever they are read', async () => {
  const times = ['2015-11-26', '2015-11-26T09:30:00', '2015-11-26T09:30:00+03:00'];
  const { stories } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      ...Object.fromEntries(times.map((time, index) => [`content/news/${index}.md`, `+++\ndate = ${time}\n+++\nx`])),
    }),
  );
  expect(stories.map(({ published }) => published?.text)).toEqual([
    '2015-11-26',
    '2015-11-26T09:30:00.000',
    '2015-11-26T09:30:00.000+03:00',
  ]);
});

test('what lies beside the folders of all languages is no part of the site, which is called as its first language says', async () => {
  const { stories, site } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml':
        'baseURL = "https://old.example/"\ntitle = "The Old Post"\ndefaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\ntitle = "The Post"\n[languages.en.params]\ndescription = "News of a port"\n[languages.ru]\ncontentDir = "content/ru"\n',
      'content/base/about.md': '---\ntitle: A sample for translators\n---\nx',
      'content/en/about.md': '---\ntitle: About\n---\nx',
    }),
  );
  expect(stories.map(({ urls }) => urls[0])).toEqual(['/about/']);
  expect(site).toMatchObject({ title: 'The Post', description: 'News of a port' });
});

test('lists and feeds are those that there were, each of the stories of its language', async () => {
  const story = (tags: string) => `---\ntitle: x\ndate: 2015-11-26\ntags: [${tags}]\n---\nx`;
  const files = {
    'content/news/_index.ru.md': '---\ntitle: Новости\n---\n',
    'content/news/ferry.md': story('sea, quay'),
    'content/news/ferry.ru.md': story('sea'),
    'content/port/crane.md': story('quay'),
  };
  const config =
    'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.ru]\n[outputFormats.RSS]\nbaseName = "feed"\n[outputs]\nsection = ["HTML"]\n';
  const { items } = await readFolder(hugo, folderOf({ ...files, 'hugo.toml': config }));
  const lists = items.flatMap((each) => (each.kind === 'list' ? [[each.language, ...each.urls, ...each.feeds]] : []));
  expect(lists.sort()).toEqual([
    ['en', '/feed.xml'],
    ['en', '/news/'],
    ['en', '/port/'],
    ['en', '/tags/', '/tags/feed.xml'],
    ['en', '/tags/quay/', '/tags/quay/feed.xml'],
    ['en', '/tags/sea/', '/tags/sea/feed.xml'],
    ['ru', '/ru/', '/ru/feed.xml'],
    ['ru', '/ru/news/'],
    ['ru', '/ru/news/'],
    ['ru', '/ru/tags/', '/ru/tags/feed.xml'],
    ['ru', '/ru/tags/sea/', '/ru/tags/sea/feed.xml'],
  ]);
  const withoutTerms = await readFolder(
    hugo,
    folderOf({ ...files, 'hugo.toml': `disableKinds = ["taxonomy", "term", "RSS"]\n${config}` }),
  );
  const urls = withoutTerms.items.flatMap((each) => (each.kind === 'list' ? [...each.urls, ...each.feeds] : []));
  expect(new Set(urls)).toEqual(new Set(['/news/', '/port/', '/ru/', '/ru/news/']));
});

test('a folder that is one text by itself is no section', async () => {
  const { stories, items } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'content/ferry/index.md': '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
      'content/about/index.md': '---\ntitle: About\n---\nx',
      'content/news/quay/index.md': '---\ntitle: Quay\ndate: 2015-11-27\n---\nx',
    }),
  );
  expect(stories.map(({ kind, urls, sections }) => [kind, urls[0], sections])).toEqual([
    ['page', '/about/', []],
    ['story', '/ferry/', []],
    ['story', '/news/quay/', [{ id: 'news' }]],
  ]);
  const lists = items.flatMap((item) => (item.kind === 'list' && item.of === 'section' ? item.urls : []));
  expect(lists).toEqual(['/news/']);
});

test('addresses end in .html in the sections of which Hugo is told so', async () => {
  const { stories } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': 'baseURL = "https://old.example/"\n[uglyURLs]\nnews = true\n[permalinks]\nnews = "/:year/:slug/"\n',
      'content/news/ferry.md': '---\ntitle: x\ndate: 2015-11-26\nslug: ferry\n---\nx',
      'content/port/crane.md': '---\ntitle: x\ndate: 2015-11-26\n---\nx',
    }),
  );
  expect(stories.map(({ urls }) => urls[0])).toEqual(['/2015/ferry.html', '/port/crane/']);
});

test('the text above a list is told, as it does not come along', async () => {
  const { remarks } = await readFolder(
    hugo,
    folderOf({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'content/news/_index.md': '---\ntitle: News\n---\nAll of\nthe *port*.\n',
      'content/sea/_index.md': '---\ntitle: Sea\n---\n',
      'content/news/ferry.md': '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
    }),
  );
  expect(remarks).toEqual([
    {
      place: { file: 'content/news/_index.md', line: 4 },
      what: 'The text above a list does not come along: All of the *port*.',
    },
  ]);
});
