/** What Jekyll has. */
import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/import/guess.ts';
import { folderReader } from '../../../src/import/readers/folder-reader.ts';
import { jekyll } from '../../../src/import/readers/jekyll.ts';
import { surveySource } from '../../../src/import/survey.ts';
import { folderOf, readFolder } from './read.ts';

const post = (front = '') => `---\ntitle: Ferry\n${front}---\nIt sails.\n`;

test('folders that are named for languages give the language, and are no sections', async () => {
  const input = folderOf({
    '_config.yml': 'permalink: pretty\n',
    'en/news/_posts/2015-11-26-ferry.md': post(),
    'ru/news/_posts/2015-11-26-ferry.md': post('lang: ru\n'),
    'zh_cn/news/_posts/2015-11-26-ferry.md': post('lang: zh-CN\n'),
    'ru/about.md': post(),
  });
  const { of } = await readFolder(jekyll, input);
  const ferry = (language: string, folder: string) => ({
    ...{ language, translationOf: 'news/_posts/2015-11-26-ferry', sections: [{ name: 'news' }] },
    urls: [`/${folder}/news/2015/11/26/ferry/`],
  });
  expect(of.get('en/news/_posts/2015-11-26-ferry.md')).toMatchObject(ferry('en', 'en'));
  expect(of.get('ru/news/_posts/2015-11-26-ferry.md')).toMatchObject(ferry('ru', 'ru'));
  expect(of.get('zh_cn/news/_posts/2015-11-26-ferry.md')).toMatchObject(ferry('zh-CN', 'zh_cn'));
  expect(of.get('ru/about.md')).toMatchObject({ kind: 'page', language: 'ru', translationOf: 'about' });
});

test('a category that is named as a language of the site is no section', async () => {
  const source = await folderReader(jekyll).open(
    folderOf({
      '_config.yml': 'lang: en\n',
      '_posts/2015-11-26-a.md': post('categories: ru\nlang: ru\n'),
      '_posts/2015-11-27-b.md': post('categories: sea\n'),
    }),
  );
  const { sections, languages } = guessMapping(await surveySource(source), source.site, undefined, 'Jekyll');
  expect([sections, languages]).toEqual([{ ru: 'topic', sea: 'sea' }, { ru: 'ru' }]);
});
