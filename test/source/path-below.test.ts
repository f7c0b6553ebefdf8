import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { pathBelow } from '../../src/source/path-below.ts';

test('a path below a folder is the same on every system', () => {
  expect(pathBelow('/srv/news', '/srv/news/content/a.md', posix)).toBe('content/a.md');
  expect(pathBelow('/srv/news', '/srv/news/a\\b.md', posix)).toBe('a\\b.md');
  expect(pathBelow('/srv/news', '/srv/news', posix)).toBe('');
  // Git names a folder of Windows with slashes, and drives and folders in whatever case.
  expect(pathBelow('C:/Work/News', 'c:\\work\\news\\content\\a.md', win32)).toBe('content/a.md');
});
