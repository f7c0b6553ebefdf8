/** Files that stand beside no story come along at their addresses. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Site } from '../../src/content/site.ts';
import { placeOfOldFile } from '../../src/import/old-files.ts';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { writeFiles } from '../support/project-copy.ts';

const site = {
  url: 'https://old.example',
  formerly: [],
  languages: ['en', 'ru'],
  sections: [{ id: 'news' }],
} as unknown as Site;

test.each([
  ['/certs/root%20one.pem', '/site/static/certs/root one.pem', 'certs/root one.pem'],
  ['https://old.example/a/b.zip?v=1#x', '/site/static/a/b.zip', 'a/b.zip'],
  ['data.csv', '/site/content/quay/data.csv', 'quay/data.csv'],
  ['/assets/a.zip', '/site/static/assets/a.zip', 'files/assets/a.zip'],
  ['/2015/a.zip', '/site/static/2015/a.zip', 'files/2015/a.zip'],
  ['/about.md', '/site/about.md', undefined],
  ['/page.html', '/site/static/page.html', undefined],
  ['https://other.example/a.zip', '/site/static/a.zip', undefined],
  ['/.git/config.txt', '/site/.git/config.txt', undefined],
  ['/CNAME', '/site/static/CNAME', undefined],
])('%s of %s stands at %s', (src, file, place) => {
  expect(placeOfOldFile(src, file, { hosts: ['https://old.example'], from: '/quay/', site })).toBe(place);
});

test('a link to a file leads to it, wherever it is linked from, and drafts publish none', async () => {
  const root = temporaryFolder();
  const room = join(root, 'room');
  const story = (text: string, more = '') => `---\ntitle: Ferry\ndate: 2015-11-26\n${more}---\n${text}\n`;
  writeFiles(join(root, 'hugo'), {
    'hugo.toml': 'baseURL = "https://old.example/"\n',
    'content/news/ferry.md': story('The [key](/certs/root.pem) and [one](/own/key.pem).'),
    'content/news/crane.md': story('The [key](https://old.example/certs/root.pem), and [one](/own/key.pem).'),
    'content/news/later.md': story('The [secret](/secret.pem).', 'draft: true\n'),
    'content/map.md': '---\ntitle: Map\n---\n![A map](/img/map.png)\n',
    ...{
      'static/certs/root.pem': 'key',
      'static/img/map.png': 'png',
      'static/secret.pem': 'x',
      'static/own/key.pem': 'y',
    },
  });
  writeFiles(room, {
    'package.json': '{"dependencies": {"broadsheet": "0"}}',
    'public/own/Key.pem': 'The two cannot stand in one folder everywhere.',
  });
  const { code, stdout } = await runHere(['import', join(root, 'hugo'), '--newsroom', room]);
  const fileIn = (path: string) => readFileSync(join(room, path), 'utf8');
  expect(fileIn('content/articles/2015/11/26/ferry.md')).toContain('The [key](/certs/root.pem) and one.');
  expect(fileIn('content/articles/2015/11/26/crane.md')).toContain('The [key](/certs/root.pem), and one.');
  expect(fileIn('content/pages/map.md')).toContain('[A map](/img/map.png)');
  expect([fileIn('public/certs/root.pem'), fileIn('public/img/map.png')]).toEqual(['key', 'png']);
  expect(existsSync(join(room, 'public/secret.pem'))).toBe(false);
  expect(existsSync(join(room, 'public/own/key.pem'))).toBe(false);
  expect(code).toBe(0);
  expect(stdout).toContain('2  files that stand beside no story, in public/, most at the addresses that they had');
  expect(stdout).toContain('3  links to what did not come along');
});
