import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { namesIn } from '../../src/commands/file-names.ts';

test('a file is named from the newsroom’s folder where it lies in it, else whole', () => {
  const name = (folder: string) => namesIn(folder, '/srv/news', posix)('articles/a.md');
  expect(name('/srv/news/content')).toBe('content/articles/a.md');
  expect(name('/srv/news')).toBe('articles/a.md');
  expect(name('/srv/news/..drafts')).toBe('..drafts/articles/a.md');
  expect(name('/srv/newsroom')).toBe('/srv/newsroom/articles/a.md');
  expect(namesIn('/srv/news/dist', '/srv/news', posix)('')).toBe('dist');
});

test('on Windows too it has the slashes that editors and GitHub want, on whatever drive', () => {
  const name = (folder: string) => namesIn(folder, 'C:\\work\\news', win32)('articles/a.md');
  expect(name('C:\\work\\news\\site\\content')).toBe('site/content/articles/a.md');
  expect(name('C:\\work\\other')).toBe('C:/work/other/articles/a.md');
  expect(name('D:\\news\\content')).toBe('D:/news/content/articles/a.md');
});
