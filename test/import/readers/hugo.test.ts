/** What Hugo has. */
import { expect, test } from 'vitest';
import { hugo } from '../../../src/import/readers/hugo.ts';
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
