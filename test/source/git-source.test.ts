import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { blobId } from '../../src/source/blob-id.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import { openSource } from '../../src/source/git-source.ts';
import { listing, since, spelled, standing, textThrough } from '../support/listing.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const bridge = 'articles/2015/11/26/bridge.md';
const harbour = 'articles/2015/11/26/harbour.md';
const first = articleText({ title: 'First' });
const second = articleText({ title: 'Second' });

function idOf(text: string): string {
  return `644 ${blobId(Buffer.from(text))}`;
}

test('a folder, a work tree and a commit agree on every path, mode and id', async () => {
  const room = newsroom({
    files: {
      [bridge]: first,
      [harbour]: second,
      'articles/2015/11/26/bridge/a.png': Uint8Array.of(0x89, 0x50, 0, 13, 10),
    },
  });
  chmodSync(join(room.content, harbour), 0o755);
  room.commit();
  const asFolder = spelled(await folderSource(room.content).candidates(undefined));
  expect(asFolder[bridge]).toBe(idOf(first));
  expect(asFolder[harbour]).toMatch(/^755 /);
  expect(await listing(room)).toEqual(asFolder);
  expect(await listing(room, 'HEAD')).toEqual(asFolder);
  room.write({ [bridge]: second });
  chmodSync(join(room.content, harbour), 0o644);
  expect(await listing(room)).toEqual(spelled(await folderSource(room.content).candidates(undefined)));
});

test('modification times and order never matter: a file written again as it was is no candidate', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = await standing(room);
  room.remove(bridge).write({ [bridge]: first });
  const changed = await since(room, base);
  expect(Object.entries(changed).filter(([, id]) => id !== idOf(first))).toEqual([]);
});

test('nothing changed is no candidates at all, and no list of everything', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  expect(await (await openSource(room.content)).candidates(await standing(room))).toMatchObject({
    files: new Map(),
    isComplete: false,
  });
});

test('a committed file is read from its object, never from the work tree', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const source = await openSource(room.content);
  await source.candidates(undefined);
  room.write({ [bridge]: 'edited after it was listed' });
  expect(
    Buffer.from(source.read([{ path: bridge, blob: blobId(Buffer.from(first)) }]).get(bridge) ?? []).toString(),
  ).toBe(first);
});

test('a commit is read from git alone, whatever lies in the work tree', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second, [harbour]: second });
  const source = await openSource(room.content, 'HEAD');
  expect((await listing(room, 'HEAD'))[bridge]).toBe(idOf(first));
  expect((await listing(room, 'HEAD'))[harbour]).toBeUndefined();
  expect(await textThrough(source, bridge)).toBe(first);
});

test('an edited, a staged, a new and a deleted file are seen as they are on disk', async () => {
  const room = newsroom({
    files: { [bridge]: first, [harbour]: first, 'articles/2015/11/26/market.md': first },
  }).commit();
  const base = await standing(room);
  room.write({ [bridge]: second, 'articles/2015/11/26/new.md': second });
  room
    .write({ 'articles/2015/11/26/market.md': second })
    .git('add', '--all', '--', 'content/articles/2015/11/26/market.md');
  room.remove(harbour);
  expect(await since(room, base)).toEqual({
    [bridge]: idOf(second),
    [harbour]: 'gone',
    'articles/2015/11/26/market.md': idOf(second),
    'articles/2015/11/26/new.md': idOf(second),
  });
  expect(await textThrough(await openSource(room.content), 'articles/2015/11/26/market.md')).toBe(second);
});

test('what is staged and then edited again is read from disk', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: 'staged' }).git('add', '--all');
  room.write({ [bridge]: second });
  expect((await listing(room))[bridge]).toBe(idOf(second));
});

test('a file that is only intended to be added is seen', async () => {
  const room = newsroom().commit();
  room.write({ [bridge]: first }).git('add', '--intent-to-add', '--all');
  expect((await listing(room))[bridge]).toBe(idOf(first));
});

test('a deletion that is staged while the file stays on disk is a file that is there', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.git('rm', '--quiet', '--cached', `content/${bridge}`);
  expect((await listing(room))[bridge]).toBe(idOf(first));
});

test('an edit that is reverted is seen, though no tree differs', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second, [harbour]: second });
  const base = await standing(room);
  expect(base.dirty).toEqual([bridge, harbour]);
  room.write({ [bridge]: first }).remove(harbour);
  expect(await since(room, base)).toEqual({ [bridge]: idOf(first), [harbour]: 'gone' });
});

test('an edit that is committed as it was built is a candidate with the id it already had', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second });
  const base = await standing(room);
  room.commit();
  expect(await since(room, base)).toEqual({ [bridge]: idOf(second) });
});

test('edits before are compared with the commit that is built now', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second, [harbour]: second });
  expect(await since(room, await standing(room), 'HEAD')).toEqual({ [bridge]: idOf(first), [harbour]: 'gone' });
});

test('a rename is one path that goes and one that comes', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = await standing(room);
  room.git('mv', `content/${bridge}`, `content/${harbour}`);
  const moved = { [bridge]: 'gone', [harbour]: idOf(first) };
  expect(await since(room, base)).toEqual(moved);
  room.commit();
  expect(await since(room, base)).toEqual(moved);
});

test('two paths with the same bytes are two files', async () => {
  const room = newsroom({ files: { [bridge]: first, [harbour]: first } }).commit();
  const source = await openSource(room.content);
  expect(await listing(room)).toMatchObject({ [bridge]: idOf(first), [harbour]: idOf(first) });
  const blob = blobId(Buffer.from(first));
  expect([
    ...source
      .read([
        { path: bridge, blob },
        { path: harbour, blob },
      ])
      .keys(),
  ]).toEqual([bridge, harbour]);
});

test('a file that becomes executable is another file', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = await standing(room);
  chmodSync(join(room.content, bridge), 0o755);
  expect((await since(room, base))[bridge]).toMatch(/^755 /);
});

test('a file that becomes a folder, and back, is seen both ways', async () => {
  const room = newsroom({ files: { 'pages/about.md': first } }).commit();
  const base = await standing(room);
  room.remove('pages/about.md').write({ 'pages/about.md/x.md': first }).commit();
  const asFolder = { 'pages/about.md': 'gone', 'pages/about.md/x.md': idOf(first) };
  expect(await since(room, base)).toEqual(asFolder);
  const later = await standing(room);
  room.remove('pages/about.md').write({ 'pages/about.md': first });
  expect(await since(room, later)).toEqual({ 'pages/about.md': idOf(first), 'pages/about.md/x.md': 'gone' });
});

test('names with spaces, quotes and other scripts are listed as they are', async () => {
  const names = [
    'pages/a b.md',
    'pages/“quoted".md',
    'pages/о-нас.md',
    'pages/tab\there.md',
    ':(top)x.md',
    'pages/[a].md',
  ];
  const room = newsroom({ files: Object.fromEntries(names.map((name) => [name, first])) });
  expect(Object.keys(await listing(room))).toEqual(expect.arrayContaining(names));
  room.commit();
  const base = await standing(room);
  for (const name of names) room.write({ [name]: second });
  expect(await since(room, base)).toEqual(Object.fromEntries(names.map((name) => [name, idOf(second)])));
  const edited = await standing(room);
  room.git('checkout', '--quiet', '--', '.');
  expect(await since(room, edited)).toEqual(Object.fromEntries(names.map((name) => [name, idOf(first)])));
});

test('.gitignore is honoured, at any depth', async () => {
  const room = newsroom({ files: { 'articles/.gitignore': 'bridge.md\n', [bridge]: first, [harbour]: first } });
  expect(Object.keys(await listing(room))).toContain(harbour);
  expect(Object.keys(await listing(room))).not.toContain(bridge);
});

test('an ignore that a sparse work tree leaves out is honoured', async () => {
  const room = newsroom({ files: { 'articles/.gitignore': 'bridge.md\n', [harbour]: first } }).commit();
  room.git('sparse-checkout', 'set', '--no-cone', '/content/authors/', '/content/site.yaml');
  room.write({ [bridge]: first, 'articles/2015/11/26/new.md': first });
  expect(Object.keys(await listing(room))).toEqual(expect.arrayContaining([harbour, 'articles/2015/11/26/new.md']));
  expect(Object.keys(await listing(room))).not.toContain(bridge);
});

test('what the machine’s or the clone’s own ignore names is there all the same', async () => {
  const room = newsroom({ files: { [bridge]: first } });
  const global = mkdtempSync(join(tmpdir(), 'global-'));
  onTestFinished(() => rmSync(global, { recursive: true }));
  writeFileSync(join(global, '.gitignore'), 'bridge.md\ncontent/\n');
  writeFileSync(join(global, 'config'), `[core]\n\texcludesFile = ${join(global, '.gitignore')}\n`);
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(global, 'config'));
  onTestFinished(() => void vi.unstubAllEnvs());
  writeFileSync(join(room.folder, '.git/info/exclude'), 'bridge.md\n');
  expect((await openSource(room.content)).name).toBe('the working tree');
  expect((await listing(room))[bridge]).toBe(idOf(first));
});

test('in a clone with nothing committed, everything is new', async () => {
  const room = newsroom({ files: { [bridge]: first } });
  expect(await listing(room)).toEqual(spelled(await folderSource(room.content).candidates(undefined)));
  const base = await standing(room);
  room.write({ [bridge]: second }).git('add', '--all');
  expect((await since(room, base))[bridge]).toBe(idOf(second));
  room.remove(harbour.replace('harbour', 'bridge'));
  expect((await since(room, base))[bridge]).toBe('gone');
});

test('the first commit after that changes no id', async () => {
  const room = newsroom({ files: { [bridge]: first } });
  const base = await standing(room);
  const before = await listing(room);
  room.commit();
  expect(await listing(room)).toEqual(before);
  expect(await since(room, base)).toEqual(before);
});

test('content that no commit has yet is new, in a repository that has others', async () => {
  const room = newsroom();
  rmSync(room.content, { recursive: true });
  room.commit();
  room.write({ [bridge]: first });
  expect(await listing(room)).toEqual({ [bridge]: idOf(first) });
  room.commit();
  expect(await listing(room)).toEqual({ [bridge]: idOf(first) });
});

test('the content folder may be the repository’s root', async () => {
  const room = newsroom({
    git: false,
    files: { [bridge]: first, 'articles/.gitignore': 'harbour.md\n', [harbour]: first },
  });
  const run = (...args: string[]) => room.git('-C', 'content', ...args);
  run('init', '--quiet');
  expect(Object.keys(await listing(room))).toEqual(['articles/.gitignore', bridge, 'authors/desk.yaml', 'site.yaml']);
  run('add', '--all');
  run('commit', '--quiet', '--message', 'x');
  const base = await standing(room);
  room.write({ [bridge]: second, 'pages/a.md': first });
  expect(await since(room, base)).toEqual({ [bridge]: idOf(second), 'pages/a.md': idOf(first) });
  expect(await textThrough(await openSource(room.content, 'HEAD'), bridge)).toBe(first);
});

test('what changes in the repository outside of the content is no candidate', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = await standing(room);
  writeFileSync(join(room.folder, 'README.md'), 'x');
  writeFileSync(join(room.folder, 'content.md'), 'x');
  room.commit();
  writeFileSync(join(room.folder, 'content-2'), 'x');
  expect(await since(room, base)).toEqual({});
});

test('content that an outer repository ignores is a plain folder', async () => {
  const room = newsroom({ files: { [bridge]: first } });
  writeFileSync(join(room.folder, '.gitignore'), '/content/\n');
  expect((await openSource(room.content)).name).toBe('the folder');
  expect((await listing(room))[bridge]).toBe(idOf(first));
});

test('content that is committed is git’s, though an ignore names it', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  writeFileSync(join(room.folder, '.gitignore'), '/content/\n');
  expect((await openSource(room.content)).name).toBe('the working tree');
});

test('outside of git, content is a plain folder', async () => {
  expect((await openSource(newsroom({ git: false }).content)).name).toBe('the folder');
});

test('a base that is in no commit here gives the whole list, so that what is gone is known', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const elsewhere = { tree: '1'.repeat(40), dirty: ['pages/from-there.md'] };
  expect((await (await openSource(room.content)).candidates(elsewhere)).isComplete).toBe(true);
  expect(await since(room, elsewhere)).toEqual(await listing(room));
  expect(await since(room, elsewhere, 'HEAD')).toEqual(await listing(room));
});

test('a base from a plain folder gives the whole list', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  expect((await (await openSource(room.content)).candidates({ tree: '', dirty: [] })).isComplete).toBe(true);
});

test('a shallow clone lists what its origin lists', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = await standing(room);
  room.write({ [bridge]: second }).commit();
  room.git('clone', '--quiet', '--depth', '1', `file://${room.folder}`, 'clone');
  const there = await openSource(join(room.folder, 'clone/content'));
  expect(spelled(await there.candidates(undefined))).toEqual(await listing(room));
  expect(spelled(await there.candidates(base))).toEqual(await listing(room));
});

test('a linked work tree is a work tree', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.git('worktree', 'add', '--quiet', 'linked');
  writeFileSync(join(room.folder, 'linked/content', bridge), second);
  const linked = await openSource(join(room.folder, 'linked/content'));
  expect(linked.name).toBe('the working tree');
  expect(spelled(await linked.candidates(undefined))[bridge]).toBe(idOf(second));
});

test('in a repository of SHA-256, edits are hashed by it too', async () => {
  const room = newsroom({ git: false, files: { [bridge]: first } });
  room.git('init', '--quiet', '--object-format=sha256');
  const edited = await listing(room);
  room.git('add', '--all');
  room.git('commit', '--quiet', '--message', 'x');
  expect(edited[bridge]).toMatch(/^644 [0-9a-f]{64}$/);
  expect(await listing(room)).toEqual(edited);
});

/** git, which goes on to another branch once it has told where it is: as `git switch` does at its end, beside a build. */
function gitThatMovesTo(branch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'moving-git-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const real = (process.env.PATH ?? '').split(delimiter).find((each) => existsSync(join(each, 'git')));
  const move = `case "$*" in *diff-index*) "${real}/git" -C "$2" symbolic-ref HEAD refs/heads/${branch};; esac`;
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${move}\nexec "${real}/git" "$@"\n`, { mode: 0o755 });
  return folder;
}

test('what is checked out is listed as it stands, also where git moves to its commit only now', async () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = await standing(room);
  room.git('switch', '--quiet', '--create', 'next');
  room.write({ [bridge]: second }).commit();
  room.git('symbolic-ref', 'HEAD', 'refs/heads/main');
  vi.stubEnv('PATH', `${gitThatMovesTo('next')}${delimiter}${process.env.PATH}`);
  expect(await since(room, base)).toEqual({ [bridge]: idOf(second) });
  expect(room.git('symbolic-ref', 'HEAD')).toBe('refs/heads/next');
});

test('who says what changed is believed as long as the commit and the rules of git are what they were', async () => {
  const room = newsroom({ files: { [bridge]: first, [harbour]: first } }).commit();
  room.write({ [harbour]: second }).commit();
  const base = await standing(room);
  const told = async (...touched: string[]) => {
    const source = await openSource(room.content);
    return [...(await source.candidates(base, touched)).files.keys()].sort();
  };
  room.write({ [bridge]: second, [harbour]: first });
  expect(await told(bridge)).toEqual([bridge]);
  expect(await told(bridge, 'articles/.gitignore')).toEqual([bridge, harbour]);
  expect(await told(bridge, ...Array.from({ length: 400 }, (_, n) => `articles/${n}.md`))).toEqual([bridge, harbour]);
  room.git('reset', '--quiet', '--soft', 'HEAD~1');
  expect(await told(bridge)).toEqual([bridge, harbour]);
  expect(await told()).toEqual([bridge, harbour]);
});

test('a hidden file that was touched is told of as it is now, and the others as they were', async () => {
  const room = newsroom({ files: { 'articles/.gitignore': '*.md\n' } }).commit();
  room.write({ [bridge]: first, [harbour]: first });
  const base = { ...(await standing(room)), hidden: [bridge, harbour] };
  room.remove(bridge);
  expect((await (await openSource(room.content)).candidates(base, [bridge])).hidden).toEqual([harbour]);
  expect((await (await openSource(room.content)).candidates(base, [])).hidden).toEqual([bridge, harbour]);
  expect((await (await openSource(newsroom().commit().content)).candidates(undefined)).hidden).toEqual([]);
});
