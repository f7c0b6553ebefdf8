/** What may already lie where a build writes: someone's own files, another edition, links, folders for files. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere, runBuild } from '../support/cli.ts';
import { contentsOf, differences, siteIn, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';

const story = 'articles/2015/11/26/a.md';
const files = { [story]: articleText() };

/** A built newsroom, and what it looks like. */
async function built(): Promise<{ room: Newsroom; clean: Record<string, string> }> {
  const room = newsroom({ git: false, files });
  await room.rendered();
  return { room, clean: contentsOf(room.out) };
}

test('a folder with files that are not of a site is refused with exit code 2, and nothing in it is touched', async () => {
  const room = newsroom({ git: false, files });
  writeFiles(room.out, { 'thesis.txt': 'three years', 'index.html': 'mine', 'world/x': '1' });
  const before = contentsOf(room.out);
  for (const args of [[], ['--all']]) {
    const run = await buildHere(room, args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`${room.out} holds files that Broadsheet did not write`);
    expect(contentsOf(room.out)).toEqual(before);
  }
});

test('a file given as the output folder is refused with exit code 2', async () => {
  const room = newsroom({ git: false, files });
  writeFileSync(room.out, 'a file');
  expect((await buildHere(room)).code).toBe(2);
  expect(readFileSync(room.out, 'utf8')).toBe('a file');
});

test('a folder with another edition is compared whole, and what does not belong to this one is removed', async () => {
  const { room, clean } = await built();
  const other = newsroom({
    git: false,
    files: { 'articles/2014/01/02/other.md': articleText({ date: '2014-01-02 10:00', topics: ['x'] }) },
  });
  other.out = room.out;
  await other.rendered();
  expect(differences(clean, contentsOf(room.out))).not.toEqual([]);
  writeFiles(room.out, { 'stray.html': 'x', 'deep/er/stray.html': 'x' });
  await room.rendered();
  expect(differences(clean, contentsOf(room.out))).toEqual([]);
});

test('a file that was tampered with is found by --all, and by nothing less', async () => {
  const { room, clean } = await built();
  writeFileSync(join(room.out, 'world/index.html'), 'tampered');
  expect((await room.build()).written).toBe(0);
  expect(room.page('world/index.html')).toBe('tampered');
  expect((await room.build({ all: true })).written).toBe(1);
  expect(differences(clean, contentsOf(room.out))).toEqual([]);
});

test.for([false, true])(
  'a file where a folder must be, and a folder where a file must be, give way (--all: %s)',
  async (all) => {
    const { room } = await built();
    rmSync(join(room.out, '2015/11/26/a'), { recursive: true });
    writeFileSync(join(room.out, '2015/11/26/a'), 'a file');
    rmSync(join(room.out, 'index.html'));
    writeFiles(room.out, { 'index.html/x/y': 'a file' });
    // A new title renders the story and what lists it.
    room.write({ [story]: articleText({ title: 'Another' }) });
    await room.rendered({ all });
    await room.rendered({ out: `${room.out}-clean`, cache: undefined });
    expect(differences(siteIn(`${room.out}-clean`), siteIn(room.out))).toEqual([]);
  },
);

test('a link inside the site is replaced and never followed, neither to write, nor to compare, nor to remove', async () => {
  const { room } = await built();
  const outside = temporaryFolder();
  writeFiles(outside, {
    'a/index.html/kept': 'mine',
    'index.html': 'mine',
    'page.html': 'mine',
    next: 'mine',
    'story/index.html': 'mine',
  });
  const before = contentsOf(outside);
  const link = (path: string, target: string) => {
    rmSync(join(room.out, path), { recursive: true, force: true });
    symlinkSync(target, join(room.out, path));
  };
  const plant = () => {
    link('2015/11/26/a', join(outside, 'a'));
    link('index.html', join(outside, 'page.html'));
    link('world', outside);
    link('.tmp', outside);
    link('.edition.next', join(outside, 'page.html'));
  };
  plant();
  room.write({ [story]: articleText({ title: 'Another' }) });
  await room.rendered();
  expect(contentsOf(outside)).toEqual(before);
  plant();
  await room.rendered({ all: true });
  expect(contentsOf(outside)).toEqual(before);
  await room.rendered({ out: `${room.out}-clean`, cache: undefined });
  expect(differences(contentsOf(`${room.out}-clean`), contentsOf(room.out))).toEqual([]);

  link('2015/11/26/a', join(outside, 'story'));
  mkdirSync(join(room.content, 'articles/2015/11/27'));
  room.remove(story).write({ 'articles/2015/11/27/b.md': articleText({ date: '2015-11-27 10:00' }) });
  await room.rendered();
  expect(contentsOf(outside)).toEqual(before);
});

test('of two builds at once into one folder both end well, and the site is right', async () => {
  const room = newsroom({ git: false, files });
  const runs = await Promise.all([runBuild(room), runBuild(room)]);
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ]);
  const said = runs.map(({ stdout }) => (stdout.includes('nothing to do') ? 'waited' : 'built')).sort();
  expect(said).toEqual(['built', 'waited']);
  await buildHere(room, ['--out', `${room.out}-clean`, '--cache', `${room.cache}-clean`]);
  expect(differences(contentsOf(`${room.out}-clean`), contentsOf(room.out))).toEqual([]);
});
