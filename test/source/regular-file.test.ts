/** Content is read by one door, and nothing but a file comes through it. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SourceChanged } from '../../src/errors.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import { readRegularFile } from '../../src/source/regular-file.ts';
import { runBuild } from '../support/cli.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';

const path = 'articles/2015/11/26/endless.md';

const plants: Record<string, (file: string) => void> = {
  'a link to a device without end': (file) => symlinkSync('/dev/zero', file),
  'a link to a file': (file) => symlinkSync('/etc/hostname', file),
  'a link that leads nowhere': (file) => symlinkSync('nowhere', file),
  'a pipe that nobody writes to': (file) => void spawnSync('mkfifo', [file]),
};

describe.each(Object.entries(plants))('%s', (_, plant) => {
  test('is no file to whoever reads it', async () => {
    const room = newsroom({ git: false });
    mkdirSync(join(room.content, 'articles/2015/11/26'), { recursive: true });
    plant(join(room.content, path));
    expect(readRegularFile(join(room.content, path))).toBeUndefined();
  });

  test.each([true, false])('is told at once, in git (%s) or out of it, and the site stays as it was', async (git) => {
    const room = newsroom({ git, files: { 'articles/2015/11/26/good.md': articleText() } });
    plant(join(room.content, path));
    const { problems } = await room.build();
    // git passes over a pipe of which it knows nothing.
    const isSeen = !git || problems.length > 0;
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual(
      isSeen ? [expect.stringMatching(/^content\/(symlink|not-a-file) articles\/2015\/11\/26\/endless\.md$/)] : [],
    );
  });

  test('in place of a file that was listed, it is not read', async () => {
    const room = newsroom({ git: false, files: { [path]: articleText() } });
    const file = join(room.content, path);
    const source = folderSource(room.content);
    const blob = (await source.candidates(undefined)).files.get(path)?.blob ?? '';
    renameSync(file, `${file}.was`);
    plant(file);
    expect(() => source.read([{ path, blob }])).toThrow(SourceChanged);
  });
});

function committedLink(): Newsroom {
  const room = newsroom({ files: { 'articles/2015/11/26/good.md': articleText() } });
  symlinkSync('/dev/zero', join(room.content, path));
  return room.commit();
}

test('a committed link to a device is told by the command line, which does not read it', async () => {
  const room = committedLink();
  const { code, stderr } = await runBuild(room, ['--commit', 'HEAD']);
  expect(stderr).toContain('content/symlink');
  expect(code).toBe(1);
});

test('the lines around a Problem are those of the commit that is built, not of the work tree', async () => {
  const room = newsroom({ files: { [path]: articleText({ section: 'wrold' }) } }).commit();
  writeFileSync(join(room.content, path), 'Something else entirely\n');
  const { code, stderr } = await runBuild(room, ['--commit', 'HEAD']);
  expect(code).toBe(1);
  expect(stderr).toContain('section: "wrold"');
  expect(stderr).not.toContain('Something else');
});

test('what programs leave beside a story is passed over until it is committed', async () => {
  const left = ['one.md~', 'one.md.orig', '#one.md#', 'Thumbs.db', 'desktop.ini', 'one.md.swp', 'foto.jpg.part'];
  const files = Object.fromEntries(left.map((name) => [`articles/2015/11/26/${name}`, 'left']));
  for (const git of [true, false]) {
    const room = newsroom({ git, files: { 'articles/2015/11/26/one.md': articleText() } });
    if (git) room.commit();
    room.write(files);
    const told = (await room.build()).problems;
    expect(told.map(({ code, file }) => `${code} ${file}`)).toEqual(
      git
        ? Object.keys(files)
            .sort()
            .map((path) => `content/leftover ${path}`)
        : [],
    );
    if (!git) continue;
    room.commit();
    const { problems } = await room.build();
    expect(problems.map(({ file }) => file)).toEqual(Object.keys(files).sort());
    for (const { code, fix } of problems) {
      expect(code).toBe('content/unexpected-file');
      expect(fix).toContain('.gitignore');
    }
  }
});

test('a site.yaml that is a link is a Problem like any other', async () => {
  const room = newsroom();
  room.remove('site.yaml');
  symlinkSync('/dev/zero', join(room.content, 'site.yaml'));
  for (const build of [() => room.build(), () => room.commit().build({ commit: 'HEAD' })])
    expect((await build()).problems.map(({ code }) => code)).toEqual(['content/symlink']);
});
