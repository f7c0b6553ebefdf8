import { expect, test } from 'vitest';
import { claimOf, redirectRefusal, redirectUrl } from '../../src/content/redirect.ts';

test.each([
  ['/old/', '/old/'],
  ['/old', '/old/'],
  ['/old/path', '/old/path/'],
  ['/2015/Old_Story~1/', '/2015/Old_Story~1/'],
  ['/story.html', '/story.html'],
  ['/old/story.php', '/old/story.php'],
  ['/node/12345', '/node/12345/'],
])('%s is answered at %s', (written, url) => {
  expect(redirectRefusal(written)).toBeUndefined();
  expect(redirectUrl(written)).toBe(url);
});

test.each([
  '',
  '/',
  '//',
  'old',
  'old/',
  '//evil.example/',
  '/a//b/',
  '/../x/',
  '/a/../b/',
  '/./',
  '/.well-known/x/',
  '/.htaccess',
  '/a.b/c/',
  '/a.b/',
  '/a b/',
  '/путь/',
  '/%41/',
  '/a?b=1',
  '/a#b',
  '/a\\b/',
  '/a\n',
  '/a\u0000/',
  '/<script>/',
  '/"/',
  'https://old.example/a/',
])('%j cannot be redirected from', (written) => {
  expect(redirectRefusal(written)).toMatchObject({
    code: 'redirect/bad-path',
    what: expect.stringContaining(`“${written}”`),
  });
});

test('two addresses that one folder could not hold apart are one claim', () => {
  expect(claimOf('/Old/Path')).toBe(claimOf('/old/path/'));
  expect(claimOf('/Story.HTML')).toBe('/story.html');
  expect(claimOf('/old')).not.toBe(claimOf('/old.html'));
});
