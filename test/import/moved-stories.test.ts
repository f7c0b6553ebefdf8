/** What an import puts elsewhere than the one before, as its newsroom is another now, is not in the way of itself. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { writeFiles } from '../support/project-copy.ts';

const root = mkdtempSync(join(tmpdir(), 'moved-stories-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const site = `title: The Harbour Post
url: https://harbour-post.example
description: News of a small port
timeZone: UTC
languages: [en]
sections: [{id: post, title: Post}]
`;
const texts = (language: string) => ({
  [`content/post/ferry${language}.md`]: `---\ntitle: Ferry${language}\ndate: 2015-11-26T23:30:00Z\ntags: [Ports]\n---\nIt left${language}, see [us](/about/).\n`,
  [`content/about${language}.md`]: `---\ntitle: About${language}\n---\nWe are three${language}.\n`,
  [`content/thanks${language}.md`]: `---\ntitle: Thanks${language}\n---\nThank you${language}.\n`,
});

function newRoom(name: string) {
  const room = join(root, name);
  writeFiles(join(root, 'hugo'), {
    'hugo.toml':
      'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.fr]\n[languages.bg]\n',
    ...texts(''),
    ...texts('.fr'),
    ...texts('.bg'),
  });
  writeFiles(room, { 'package.json': '{"dependencies": {"broadsheet": "0"}}', 'content/site.yaml': site });
  const run = (...args: string[]) => runHere([...args, '--newsroom', room, '--now', '2016-01-01']);
  return {
    imported: () => run('import', join(root, 'hugo')),
    built: () => run('build'),
    edit(path: string, from: RegExp, to: string) {
      const before = readFileSync(join(room, path), 'utf8');
      expect(before).toMatch(from);
      writeFileSync(join(room, path), before.replace(from, to));
    },
    write: (path: string, text: string | Uint8Array) => writeFiles(room, { [path]: text }),
    text: (path: string) => readFileSync(join(room, path), 'utf8'),
    has: (path: string) => existsSync(join(room, path)),
    file: (path: string) => statSync(join(room, path)).ino,
    content: () => contentsOf(join(room, 'content')),
  };
}

test('languages that are added as it was told bring the stories home, and go again with them', async () => {
  const { imported, built, edit, write, text, has, content } = newRoom('languages');
  const { stdout } = await imported();
  const before = content();
  expect(stdout).toContain('copy the engine’s layouts/words/en.yaml to layouts/words/bg.yaml and translate it.');
  expect(stdout).toContain('add bg, fr to the languages in content/site.yaml and import again.');
  expect(text('content/gone.yaml')).toMatch(/url: \/fr\/post\/,/);
  edit('content/gone.yaml', /$/, '- {url: /fr/mine/, reason: moved}\n- {url: /fr/ours/, to: /about/}\n');
  write('layouts/words/bg.yaml', readFileSync('layouts/words/en.yaml'));
  edit('content/site.yaml', /languages: .*/, 'languages: [en, bg, fr]');
  expect(await imported()).toMatchObject({ code: 0, stderr: '' });
  for (const language of ['bg', 'fr']) {
    expect(text(`content/articles/2015/11/26/ferry.${language}.md`)).toContain(`It left.${language}`);
    expect(has(`content/pages/about.${language}.md`)).toBe(true);
  }
  expect(has('quarantine')).toBe(false);
  expect(text('content/gone.yaml')).not.toMatch(/url: \/(?:fr|bg)\/(?:post\/)?,/);
  for (const kept of ['mine', 'ours']) expect(text('content/gone.yaml')).toContain(`url: /fr/${kept}/`);
  expect(await built()).toMatchObject({ code: 0, stderr: '' });
  edit('content/site.yaml', /languages: .*/, 'languages: [ en ]');
  edit('content/gone.yaml', /.*\/fr\/mine\/.*\n.*\/fr\/ours\/.*\n/, '');
  expect(await imported()).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(content()).sort()).toEqual(Object.keys(before).sort());
  expect(text('content/gone.yaml').split('\n').sort()).toEqual(String(before['gone.yaml']).split('\n').sort());
});

test('another time zone takes stories to another day', async () => {
  const { imported, built, edit, text, has, file } = newRoom('zone');
  await imported();
  const list = file('content/pages/contents.md');
  expect(text('content/articles/2015/11/26/ferry.md')).toContain('/post/ferry/');
  edit('content/site.yaml', /timeZone: UTC/, 'timeZone: Asia/Yerevan');
  expect(await imported()).toMatchObject({ code: 0, stderr: '' });
  expect(text('content/articles/2015/11/27/ferry.md')).toContain('/post/ferry/');
  expect([has('content/articles/2015/11/26/ferry.md'), has('quarantine')]).toEqual([false, false]);
  expect(file('content/pages/contents.md'), 'it is as it was, and not written again').toBe(list);
  expect(await built()).toMatchObject({ code: 0, stderr: '' });
});
