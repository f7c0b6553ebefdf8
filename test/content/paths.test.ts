import { expect, test } from 'vitest';
import { contentPath } from '../../src/content/paths.ts';

const file = 0o100644;
const day = 'articles/2015/11/26';

test.each([
  ['site.yaml', { kind: 'site' }],
  ['front.yaml', { kind: 'front' }],
  ['authors/editorial-desk.yaml', { kind: 'author', id: 'editorial-desk' }],
  ['topics/syria.md', { kind: 'topic', id: 'syria', language: undefined }],
  ['topics/syria.ru.md', { kind: 'topic', id: 'syria', language: 'ru' }],
  ['pages/about.pt-BR.md', { kind: 'page', id: 'about', language: 'pt-BR' }],
  ['notices/appeal.ru.md', { kind: 'notice', id: 'appeal', language: 'ru' }],
  [`${day}/storm.md`, { kind: 'article', story: '2015/11/26/storm', language: undefined }],
  [`${day}/storm.ru.md`, { kind: 'article', story: '2015/11/26/storm', language: 'ru' }],
  [`${day}/ru.md`, { kind: 'article', story: '2015/11/26/ru', language: undefined }],
  ['articles/1500/01/01/a.md', { kind: 'article', story: '1500/01/01/a' }],
  [`${day}/storm/sea.jpg`, { kind: 'picture', story: '2015/11/26/storm', name: 'sea.jpg' }],
  ...['IMG_1234.JPG', 'foto 1.jpg', 'Фото (й).Jpeg', 'u\u0308ber.PNG', "ann's #2.webp", '100%.avif', 'a..b.jpg'].map(
    (name): [string, object] => [`${day}/storm/${name}`, { kind: 'picture', story: '2015/11/26/storm', name }],
  ),
  [`${day}/storm.zh-Hant.md`, { kind: 'article', story: '2015/11/26/storm', language: 'zh-Hant' }],
  [`${day}/storm/sea-2.avif`, { kind: 'picture', story: '2015/11/26/storm', name: 'sea-2.avif' }],
])('%s is content', (path, expected) => {
  expect(contentPath(path, file)).toMatchObject({ path, ...expected });
  expect(contentPath(path, 0o100755)).toMatchObject(expected);
});

test.each(['.gitkeep', '.DS_Store', 'articles/.obsidian/app.js', `${day}/.storm.md.swp`, 'authors/..yaml'])(
  '%s is passed over',
  (path) => expect(contentPath(path, file)).toBeUndefined(),
);

test.each([
  ['Site.yaml', 'content/unexpected-file', 'Rename it to site.yaml.'],
  ['site.yml', 'content/unexpected-file', 'Rename it to site.yaml.'],
  ['README.md', 'content/unexpected-file', 'Move it out of content/'],
  ['article/2015/11/26/storm.md', 'content/unexpected-file', 'Rename it to articles/2015/11/26/storm.md.'],
  ['Authors/desk.yaml', 'content/unexpected-file', 'Rename it to authors/desk.yaml.'],
  ['authors/Desk.yaml', 'content/unexpected-file', 'Rename it to authors/desk.yaml.'],
  ['authors/desk.yml', 'content/unexpected-file', 'Rename it to authors/desk.yaml.'],
  ['authors/Rita Matos.yml', 'content/unexpected-file', 'Rename it to authors/rita-matos.yaml.'],
  ['authors/desk.md', 'content/unexpected-file', 'Rename it to id.yaml, as in authors/ann-lee.yaml'],
  ['authors/a/desk.yaml', 'content/unexpected-file', 'Move it into authors/ itself'],
  ['authors/a/desk.yml', 'content/unexpected-file', 'Move it into authors/ itself'],
  ['topics/syria.yaml', 'content/unexpected-file', 'id.language.md'],
  ['topics/syria.russian.md', 'content/unexpected-file', 'Rename it to topics/syria.ru.md.'],
  ['pages/about.ru.en.md', 'content/unexpected-file', 'id.language.md'],
  ['articles/storm.md', 'content/unexpected-file', 'YYYY/MM/DD'],
  ['articles/2015/11/storm.md', 'content/unexpected-file', 'YYYY/MM/DD'],
  ['articles/2015/13/26/storm.md', 'content/unexpected-file', 'YYYY/MM/DD'],
  ['articles/2015/11/32/storm.md', 'content/unexpected-file', 'YYYY/MM/DD'],
  ['articles/2015/1/6/storm.md', 'content/unexpected-file', 'Rename it to articles/2015/01/06/storm.md.'],
  ['articles/0015/11/26/storm.md', 'content/unexpected-file', 'YYYY/MM/DD'],
  [`${day}/storm/more/sea.jpg`, 'content/unexpected-file', 'YYYY/MM/DD'],
  [`${day}/Storm.md`, 'content/unexpected-file', `Rename it to ${day}/storm.md.`],
  [`${day}/шторм.md`, 'content/unexpected-file', 'lower-case'],
  [`${day}/storm.markdown`, 'content/unexpected-file', `Rename it to ${day}/storm.md.`],
  [`${day}/storm.md.bak`, 'content/unexpected-file', '.gitignore'],
  [`${day}/storm.txt`, 'content/unexpected-file', `Rename it to ${day}/storm.md.`],
  [`${day}/storm.odt`, 'content/unexpected-file', 'what is no story does not belong here'],
  [`${day}/storm\u0000.md`, 'content/unexpected-file', `Rename it to ${day}/storm.md.`],
  [`${day}/sea.jpg`, 'content/unexpected-file', `Move it into the folder of its story, as in ${day}/slug/sea.jpg.`],
  [`${day}/storm/sea|1.jpg`, 'content/unexpected-file', 'without |'],
  [`${day}/storm/sea\n.jpg`, 'content/unexpected-file', 'without |'],
  [`${day}/Storm/sea.jpg`, 'content/unexpected-file', `Rename it to ${day}/storm/sea.jpg.`],
  [`${day}/storm/sea.SVG`, 'picture/svg', 'Save the picture as JPEG'],
  [`${day}/storm.zh-hant.md`, 'content/unexpected-file', `Rename it to ${day}/storm.zh-Hant.md.`],
  [`${day}/storm.en_GB.md`, 'content/unexpected-file', `Rename it to ${day}/storm.en-GB.md.`],
  ['pages/about.pt-br.md', 'content/unexpected-file', 'Rename it to pages/about.pt-BR.md.'],
  [`${day}/storm/sea.gif`, 'content/unexpected-file', 'Save the picture as JPEG, PNG, WebP or AVIF'],
  [`${day}/storm/sea.svg`, 'picture/svg', 'Save the picture as JPEG'],
  [`${day}/storm.11tydata.js`, 'content/code', 'Remove the file'],
  [`${day}/storm.11tydata.json`, 'content/code', 'Remove the file'],
  ['articles/articles.11tydata.cjs', 'content/code', 'Remove the file'],
  ['index.11ty.js', 'content/code', 'Remove the file'],
  ['pages/about.njk', 'content/code', 'Remove the file'],
  ['pages/about.html', 'content/code', 'Remove the file'],
  ['pages/about.liquid', 'content/code', 'Remove the file'],
])('%j is a Problem: %s', (path, code, fix) => {
  expect(contentPath(path, file)).toMatchObject({ code, file: path, fix: expect.stringContaining(fix) });
});

test('no file is told to take the place of another', () => {
  const there = new Set([`${day}/storm.md`, 'site.yaml']);
  const fixOf = (path: string) => contentPath(path, file, (other) => there.has(other));
  expect(fixOf(`${day}/Storm.md`)).toMatchObject({ fix: `Remove it, or the file at ${day}/storm.md.` });
  expect(fixOf('Site.yml')).toMatchObject({ fix: 'Remove it, or the file at site.yaml.' });
  expect(fixOf(`${day}/Calm.md`)).toMatchObject({ fix: `Rename it to ${day}/calm.md.` });
});

test('a symbolic link and a submodule are Problems whatever they are called, dotfiles aside', () => {
  expect(contentPath('site.yaml', 0o120000)).toMatchObject({ code: 'content/symlink' });
  expect(contentPath(`${day}/storm.md`, 0o120000)).toMatchObject({ code: 'content/symlink' });
  expect(contentPath('articles/2015', 0o160000)).toMatchObject({ code: 'content/submodule' });
  expect(contentPath('.link', 0o120000)).toBeUndefined();
});
