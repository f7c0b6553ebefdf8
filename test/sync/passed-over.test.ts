/** Files beside the content that are passed over, and what is told of them. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import { catalogInMemory, problemsOfSync, type SyncedWith } from './synced.ts';

const day = 'articles/2015/11/26';
const storm = `${day}/storm.md`;
const sea = `${day}/storm/sea.jpg`;
const withPicture = articleText({}, 'Text.\n\n![Waves](storm/sea.jpg)');

function committed(files: Record<string, string | Uint8Array> = { [storm]: articleText() }): Newsroom {
  return newsroom({ files }).commit();
}

function ignore(room: Newsroom, ...lines: string[]): void {
  writeFileSync(join(room.folder, '.gitignore'), ['dist*/', 'cache*/', ...lines, ''].join('\n'));
}

const catalogs = new WeakMap<Newsroom, Catalog>();

/** The catalog that goes with a newsroom. */
function catalogOf(room: Newsroom): Catalog {
  const catalog = catalogs.get(room) ?? catalogInMemory();
  catalogs.set(room, catalog);
  return catalog;
}

/** What is told since it was told of last; at once, if a catalog is given. */
async function told(room: Newsroom, options: SyncedWith = {}, catalog = catalogOf(room)): Promise<string[]> {
  const problems = await problemsOfSync(catalog, room, options);
  return problems.map(({ code, file, what, fix }) => `${code} ${file} ${what} ${fix}`);
}

function isBuilt(room: Newsroom, path: string): boolean {
  return catalogOf(room).files.at(path) !== undefined;
}

test('what a program left is told once, one piece of advice for each line of .gitignore, which then works', async () => {
  const room = committed();
  room.write({
    [`${storm}~`]: 'x',
    [`${day}/calm.md~`]: 'x',
    [`${day}/.DS_Store`]: 'x',
    [`${day}/4913`]: '',
    '.obsidian/a': '',
  });
  expect(await told(room, { commit: 'HEAD' }, catalogInMemory())).toEqual([]);
  const all = await told(room);
  expect(all).toEqual([
    expect.stringMatching(
      /^content\/leftover .*\.DS_Store An editor .* left this file here; .* “\.DS_Store” into \.gitignore/,
    ),
    expect.stringMatching(
      /^content\/leftover .*calm\.md~ An editor .* left this file here, and so did 1 like it; .* “\*~” into/,
    ),
  ]);
  expect(await told(room)).toEqual([]);
  room.write({ 'pages/about.md~': 'x' });
  expect(await told(room)).toEqual([expect.stringContaining('pages/about.md~')]);
  ignore(room, '*~', '.DS_Store');
  expect(await told(room, {}, catalogInMemory())).toEqual([]);
});

test('a file that .gitignore hides is told at it once, with the line, and the command shows it', async () => {
  const room = committed();
  ignore(room, '*.jpg');
  room.write({ [sea]: jpeg });
  expect(await told(room)).toEqual([
    `content/hidden-by-gitignore ${sea} This file is not built: “*.jpg” on line 3 of .gitignore hides it. Run git add --force content/${sea} to have it built.`,
  ]);
  expect(await told(room)).toEqual([]);
  room.git('add', '--force', `content/${sea}`);
  room.write({ [storm]: withPicture });
  expect(await told(room)).toEqual([]);
  expect(isBuilt(room, sea)).toBe(true);
});

test('a fault that a hidden file would mend says so, for as long as it is there', async () => {
  const room = committed();
  writeFileSync(join(room.content, '.gitignore'), '# not for readers\nstorm/\nann.yaml\ncalm.md\nabout.md\n');
  room.write({
    [sea]: jpeg,
    'authors/ann.yaml': 'name: Ann\n',
    [`${day}/calm.md`]: articleText(),
    'pages/about.md': '---\ntitle: A\n---\nA.\n',
  });
  await told(room);
  room.write({
    [storm]: articleText(
      { authors: ['ann'] },
      'See [it](/2015/11/26/calm/) and [us](/about/).\n\n![Waves](storm/sea.jpg)',
    ),
    'front.yaml': 'lead: 2015/11/26/calm\n',
  });
  for (const _ of [1, 2]) {
    const problems = await problemsOfSync(catalogOf(room), room);
    expect(problems.map(({ code, fix }) => `${code} ${fix}`).sort()).toEqual([
      `article/unknown-author “authors/ann.yaml” is there, but “ann.yaml” on line 3 of content/.gitignore hides it. Run git add --force content/authors/ann.yaml to have it built.`,
      `front/unknown-story “${day}/calm.md” is there, but “calm.md” on line 4 of content/.gitignore hides it. Run git add --force content/${day}/calm.md to have it built.`,
      `link/unknown-story “${day}/calm.md” is there, but “calm.md” on line 4 of content/.gitignore hides it. Run git add --force content/${day}/calm.md to have it built.`,
      'link/unknown-target “pages/about.md” is there, but “about.md” on line 5 of content/.gitignore hides it. Run git add --force content/pages/about.md to have it built.',
      `picture/missing “${sea}” is there, but “storm/” on line 2 of content/.gitignore hides it. Run git add --force content/${sea} to have it built.`,
    ]);
  }
});

test('a story that the machine keeps git from adding is built here, and told as missing elsewhere', async () => {
  const room = committed();
  writeFileSync(join(room.folder, '.git/info/exclude'), 'calm.*\n');
  ignore(room, 'gale.md');
  room.write({ [`${day}/calm.md`]: articleText(), [`${day}/gale.md`]: articleText() });
  expect(await told(room)).toEqual([
    expect.stringMatching(/^content\/hidden-by-gitignore .*gale\.md .*“gale\.md” on line 3 of \.gitignore hides it/),
    expect.stringMatching(
      /^content\/not-added .*calm\.md This file is built only on this machine: “calm\.\*” on line 1 of .*info\/exclude keeps git from adding it\. Run git add --force content\/.*calm\.md to have it built elsewhere too\.$/,
    ),
  ]);
  expect(isBuilt(room, `${day}/calm.md`)).toBe(true);
  expect(await told(room)).toEqual([]);
  room.git('add', '--force', '--', `content/${day}/calm.md`);
  room.commit();
  expect(await told(room)).toEqual([]);
});

test('of what is hidden, only what would be content is told, and a text where none can stand', async () => {
  const room = committed();
  ignore(room, 'drafts/', '*.txt', '*~', '.*.swp', '*.psd', 'a b.jpg', '!storm.md');
  room.write({
    'drafts/calm.md': articleText(),
    'notes.txt': 'x',
    [`${storm}~`]: 'x',
    [`${day}/.storm.md.swp`]: 'x',
    [`${day}/storm/sea.psd`]: 'x',
    [`${day}/storm/a b.jpg`]: jpeg,
  });
  expect(await told(room)).toEqual([
    expect.stringMatching(/a b\.jpg .* Run git add --force 'content\/.*a b\.jpg' to have it built\.$/),
    expect.stringMatching(
      /drafts\/calm\.md This file is not built: “drafts\/” on line 3 of \.gitignore hides it\. .*Known here: articles/,
    ),
  ]);
});

test('a negated line and an ignored folder with a file that git knows are read as git reads them', async () => {
  const room = committed({ [storm]: articleText(), [sea]: jpeg });
  ignore(room, '*.jpg', '!foto.jpg', 'pages/');
  room.write({
    [`${day}/storm/foto.jpg`]: jpeg,
    [`${day}/storm/other.jpg`]: jpeg,
    'pages/about.md': '---\ntitle: A\n---\nA.\n',
  });
  const files = (await told(room)).map((each) => each.split(' ')[1]);
  const expected = room.git('ls-files', '--others', '--ignored', '--exclude-per-directory=.gitignore', '--', 'content');
  expect(files.map((path) => `content/${path}`).sort()).toEqual(expected.split('\n').sort());
});

test('a plain folder has no ignores, and a newsroom in an ignored folder is one', async () => {
  const room = newsroom({ git: false, files: { [storm]: articleText(), [`${storm}~`]: 'x' } });
  expect(await told(room)).toEqual([]);
  const inside = committed({ [storm]: articleText() });
  const there = join(inside.folder, 'cache/newsroom');
  inside.write({ [`${storm}~`]: 'x' });
  cpSync(inside.content, there, { recursive: true });
  expect(await told(inside, { content: there })).toEqual([]);
});

test('too many files to ask for each are listed apart', async () => {
  const room = committed();
  ignore(room, 'raw/');
  const raw = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`raw/${n}.cr2`, '']));
  room.write({ ...raw, 'raw/notes.md': 'x', [`${day}/calm.md`]: articleText() });
  expect(await told(room)).toEqual([
    expect.stringMatching(/^content\/hidden-by-gitignore raw\/notes\.md .*“raw\/” on line 3/),
  ]);
  expect(isBuilt(room, `${day}/calm.md`)).toBe(true);
});

test('a public folder beside a repository of the content alone is told of when it comes, and is none of a commit', async () => {
  const room = newsroom({ git: false, files: { [storm]: articleText() } });
  room.git('init', '--quiet', 'content');
  room.git('-C', 'content', 'add', '--all');
  room.git('-C', 'content', 'commit', '--quiet', '--message', 'First');
  const outside = expect.stringMatching(
    /^public\/outside \.\.\/public Nothing of this folder is on the site: .* Make the folder above/,
  );
  expect(await told(room)).toEqual([]);
  room.write({ '../public/ads.txt': 'x' });
  expect(await told(room)).toEqual([outside]);
  room.write({ [storm]: articleText({ title: 'Another' }) });
  expect(await told(room)).toEqual([]);
  expect(await told(room, {}, catalogInMemory())).toEqual([outside]);
  expect(await told(room, { commit: 'HEAD' }, catalogInMemory())).toEqual([]);
  expect(isBuilt(room, '../public/ads.txt')).toBe(false);
});
