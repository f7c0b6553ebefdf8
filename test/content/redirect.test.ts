import { expect, test } from 'vitest';
import { claimOf, readOldAddress, redirectUrl } from '../../src/content/redirect.ts';
import { outputPath, urlOfOutput } from '../../src/content/urls.ts';

const own = new URL('https://вестник.рф').origin;
const fromOf = (written: string) => {
  const read = readOldAddress(written, { url: own });
  return 'from' in read ? read.from : read.refused;
};

test.each([
  ['/old/', '/old/', 'old/index.html'],
  ['/old', '/old', 'old/index.html'],
  ['/old/index.html', '/old/index.html', 'old/index.html'],
  ['/old/Index.HTML', '/old/Index.HTML', 'old/Index.HTML'],
  ['/2015/Old_Story~1/', '/2015/Old_Story~1/', '2015/Old_Story~1/index.html'],
  ['/story.html', '/story.html', 'story.html'],
  ['/story.htm', '/story.htm', 'story.htm'],
  ['/story.html/amp', '/story.html/amp', 'story.html/amp/index.html'],
  ['/story.php', '/story.php', 'story.php/index.html'],
  ['/News/Default.aspx', '/News/Default.aspx', 'News/Default.aspx/index.html'],
  ['/en/release/v18.0.0', '/en/release/v18.0.0', 'en/release/v18.0.0/index.html'],
  [
    '/новости/привет/',
    '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82/',
    'новости/привет/index.html',
  ],
  ['/news/%D1%82%D0%B5%D1%81%D1%82.html', '/news/%D1%82%D0%B5%D1%81%D1%82.html', 'news/тест.html'],
  ['/p%c3%a9/', '/p%C3%A9/', 'pé/index.html'],
  ['/pe%CC%81/', '/pe%CC%81/', 'pe\u0301/index.html'],
  ["/its-ann's/", "/its-ann's/", "its-ann's/index.html"],
  ['/tag/c++/', '/tag/c++/', 'tag/c++/index.html'],
  ['/foo(bar)[1]/', '/foo(bar)%5B1%5D/', 'foo(bar)[1]/index.html'],
  ['/@ann/a,b;c/story:1/', '/@ann/a,b;c/story:1/', '@ann/a,b;c/story:1/index.html'],
  ['/a b/', '/a%20b/', 'a b/index.html'],
  ['/a%20b/', '/a%20b/', 'a b/index.html'],
  ['/what%3F%23/', '/what%3F%23/', 'what?#/index.html'],
  ['/50%25/', '/50%25/', '50%/index.html'],
  ['https://вестник.рф/old/', '/old/', 'old/index.html'],
  ['HTTP://Вестник.РФ:80/Old', '/Old', 'Old/index.html'],
  ['/?p=123', '/?p=123', undefined],
  ['https://вестник.рф?p=123', '/?p=123', undefined],
  ['/story.php?id=7&q=и', '/story.php?id=7&q=%D0%B8', undefined],
  ['/%E9t%E9/', '/%E9t%E9/', undefined],
])('%s is asked for as %s and answered from %s', (written, from, file) => {
  expect(fromOf(written)).toBe(from);
  expect(fromOf(from)).toBe(from);
  const url = redirectUrl(from);
  expect(url && outputPath(url)).toBe(file);
  if (file !== undefined) expect(urlOfOutput(file)).toBe(url);
});

const remedies: [written: string, code: string, fix: string][] = [
  ['', 'redirect/bad-path', 'Remove it'],
  ['//', 'redirect/bad-path', 'Remove it'],
  ['old', 'redirect/bad-path', '/old'],
  ['вестник.рф/old', 'redirect/bad-path', '/old'],
  ['www.вестник.рф/old/', 'redirect/bad-path', '/old/'],
  ['www.вестник.рф', 'redirect/bad-path', 'Remove it'],
  ['//cdn/x/', 'redirect/bad-path', '/cdn/x/'],
  ['/a//b/', 'redirect/bad-path', '/a/b/'],
  ['/../x/', 'redirect/bad-path', '/x/'],
  ['/a/%2e%2e/b/', 'redirect/bad-path', '/b/'],
  ['/./x', 'redirect/bad-path', '/x'],
  ['/a\\b/', 'redirect/bad-path', '/a/b/'],
  ['/a%00b/', 'redirect/bad-path', '/ab/'],
  ['/a\u0007/', 'redirect/bad-path', '/a/'],
  ['/a\ud800/', 'redirect/bad-path', '/a/'],
  ['/100%/', 'redirect/bad-path', '/100%25/'],
  ['/a%3F%00/', 'redirect/bad-path', '/a%3F/'],
  ['/old/#part', 'redirect/fragment', '/old/'],
  ['/#!/old/', 'redirect/fragment', 'Remove it'],
  ['https://old.example/a/', 'redirect/another-site', '/a/'],
  [`/${'a'.repeat(201)}/`, 'redirect/too-long', 'Remove it'],
  [`/${'ж'.repeat(101)}/`, 'redirect/too-long', 'Remove it'],
  [`/${'ж/'.repeat(160)}`, 'redirect/too-long', 'Remove it'],
];

test.each(remedies)('%j is refused as %s, and what is told to do works', (written, code, fix) => {
  const remedy = fix.startsWith('/') ? { right: fix } : { fix: expect.stringContaining(fix) };
  expect(fromOf(written)).toMatchObject({ code, ...remedy });
  if (fix.startsWith('/')) expect(typeof fromOf(fix)).toBe('string');
});

test.each([
  ['/Old/Path', '/old/path/'],
  ['/old/index.html', '/old'],
  ['/Story.HTML', '/story.html'],
  ['/story.html/', '/story.html'],
  ['/Новости/', '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8'],
  ['/p\u00e9/', '/PE%CC%81/'],
  ['/?p=1', '/?p=1'],
])('%s and %s could not be told apart everywhere: one claim', (one, other) =>
  expect(claimOf(one)).toBe(claimOf(other)),
);

test.each([
  ['/old', '/old.html'],
  ['/', '/?p=1'],
  ['/?p=1', '/?p=2'],
  ['/a?v=x', '/a?v=X'],
  ['/zz%3Fb', '/zz?b'],
  ['/zz%3Fb', '/zz%253Fb'],
])('%s and %s are two', (one, other) => expect(claimOf(one)).not.toBe(claimOf(other)));
