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

test('a folder, a work tree and a commit agree on every path, mode and id', () => {
  const room = newsroom({
    files: {
      [bridge]: first,
      [harbour]: second,
      'articles/2015/11/26/bridge/a.png': Uint8Array.of(0x89, 0x50, 0, 13, 10),
    },
  });
  chmodSync(join(room.content, harbour), 0o755);
  room.commit();
  const asFolder = spelled(folderSource(room.content).candidates(undefined));
  expect(asFolder[bridge]).toBe(idOf(first));
  expect(asFolder[harbour]).toMatch(/^755 /);
  expect(listing(room)).toEqual(asFolder);
  expect(listing(room, 'HEAD')).toEqual(asFolder);
  room.write({ [bridge]: second });
  chmodSync(join(room.content, harbour), 0o644);
  expect(listing(room)).toEqual(spelled(folderSource(room.content).candidates(undefined)));
});

test('modification times and order never matter: a file written again as it was is no candidate', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = standing(room);
  room.remove(bridge).write({ [bridge]: first });
  const changed = since(room, base);
  expect(Object.entries(changed).filter(([, id]) => id !== idOf(first))).toEqual([]);
});

test('nothing changed is no candidates at all, and no list of everything', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  expect(openSource(room.content).candidates(standing(room))).toMatchObject({ files: new Map(), isComplete: false });
});

test('a committed file is read from its object, never from the work tree', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const source = openSource(room.content);
  source.candidates(undefined);
  room.write({ [bridge]: 'edited after it was listed' });
  expect(
    Buffer.from(source.read([{ path: bridge, blob: blobId(Buffer.from(first)) }]).get(bridge) ?? []).toString(),
  ).toBe(first);
});

test('a commit is read from git alone, whatever lies in the work tree', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second, [harbour]: second });
  const source = openSource(room.content, 'HEAD');
  expect(listing(room, 'HEAD')[bridge]).toBe(idOf(first));
  expect(listing(room, 'HEAD')[harbour]).toBeUndefined();
  expect(textThrough(source, bridge)).toBe(first);
});

test('an edited, a staged, a new and a deleted file are seen as they are on disk', () => {
  const room = newsroom({
    files: { [bridge]: first, [harbour]: first, 'articles/2015/11/26/market.md': first },
  }).commit();
  const base = standing(room);
  room.write({ [bridge]: second, 'articles/2015/11/26/new.md': second });
  room
    .write({ 'articles/2015/11/26/market.md': second })
    .git('add', '--all', '--', 'content/articles/2015/11/26/market.md');
  room.remove(harbour);
  expect(since(room, base)).toEqual({
    [bridge]: idOf(second),
    [harbour]: 'gone',
    'articles/2015/11/26/market.md': idOf(second),
    'articles/2015/11/26/new.md': idOf(second),
  });
  expect(textThrough(openSource(room.content), 'articles/2015/11/26/market.md')).toBe(second);
});

test('what is staged and then edited again is read from disk', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: 'staged' }).git('add', '--all');
  room.write({ [bridge]: second });
  expect(listing(room)[bridge]).toBe(idOf(second));
});

test('a file that is only intended to be added is seen', () => {
  const room = newsroom().commit();
  room.write({ [bridge]: first }).git('add', '--intent-to-add', '--all');
  expect(listing(room)[bridge]).toBe(idOf(first));
});

test('a deletion that is staged while the file stays on disk is a file that is there', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.git('rm', '--quiet', '--cached', `content/${bridge}`);
  expect(listing(room)[bridge]).toBe(idOf(first));
});

test('an edit that is reverted is seen, though no tree differs', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second, [harbour]: second });
  const base = standing(room);
  expect(base.dirty).toEqual([bridge, harbour]);
  room.write({ [bridge]: first }).remove(harbour);
  expect(since(room, base)).toEqual({ [bridge]: idOf(first), [harbour]: 'gone' });
});

test('an edit that is committed as it was built is a candidate with the id it already had', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second });
  const base = standing(room);
  room.commit();
  expect(since(room, base)).toEqual({ [bridge]: idOf(second) });
});

test('edits before are compared with the commit that is built now', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.write({ [bridge]: second, [harbour]: second });
  expect(since(room, standing(room), 'HEAD')).toEqual({ [bridge]: idOf(first), [harbour]: 'gone' });
});

test('a rename is one path that goes and one that comes', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = standing(room);
  room.git('mv', `content/${bridge}`, `content/${harbour}`);
  const moved = { [bridge]: 'gone', [harbour]: idOf(first) };
  expect(since(room, base)).toEqual(moved);
  room.commit();
  expect(since(room, base)).toEqual(moved);
});

test('two paths with the same bytes are two files', () => {
  const room = newsroom({ files: { [bridge]: first, [harbour]: first } }).commit();
  const source = openSource(room.content);
  expect(listing(room)).toMatchObject({ [bridge]: idOf(first), [harbour]: idOf(first) });
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

test('a file that becomes executable is another file', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = standing(room);
  chmodSync(join(room.content, bridge), 0o755);
  expect(since(room, base)[bridge]).toMatch(/^755 /);
});

test('a file that becomes a folder, and back, is seen both ways', () => {
  const room = newsroom({ files: { 'pages/about.md': first } }).commit();
  const base = standing(room);
  room.remove('pages/about.md').write({ 'pages/about.md/x.md': first }).commit();
  const asFolder = { 'pages/about.md': 'gone', 'pages/about.md/x.md': idOf(first) };
  expect(since(room, base)).toEqual(asFolder);
  const later = standing(room);
  room.remove('pages/about.md').write({ 'pages/about.md': first });
  expect(since(room, later)).toEqual({ 'pages/about.md': idOf(first), 'pages/about.md/x.md': 'gone' });
});

test('names with spaces, quotes and other scripts are listed as they are', () => {
  const names = [
    'pages/a b.md',
    'pages/“quoted".md',
    'pages/о-нас.md',
    'pages/tab\there.md',
    ':(top)x.md',
    'pages/[a].md',
  ];
  const room = newsroom({ files: Object.fromEntries(names.map((name) => [name, first])) });
  expect(Object.keys(listing(room))).toEqual(expect.arrayContaining(names));
  room.commit();
  const base = standing(room);
  for (const name of names) room.write({ [name]: second });
  expect(since(room, base)).toEqual(Object.fromEntries(names.map((name) => [name, idOf(second)])));
  const edited = standing(room);
  room.git('checkout', '--quiet', '--', '.');
  expect(since(room, edited)).toEqual(Object.fromEntries(names.map((name) => [name, idOf(first)])));
});

test('.gitignore is honoured, at any depth', () => {
  const room = newsroom({ files: { 'articles/.gitignore': 'bridge.md\n', [bridge]: first, [harbour]: first } });
  expect(Object.keys(listing(room))).toContain(harbour);
  expect(Object.keys(listing(room))).not.toContain(bridge);
});

test('an ignore that a sparse work tree leaves out is honoured', () => {
  const room = newsroom({ files: { 'articles/.gitignore': 'bridge.md\n', [harbour]: first } }).commit();
  room.git('sparse-checkout', 'set', '--no-cone', '/content/authors/', '/content/site.yaml');
  room.write({ [bridge]: first, 'articles/2015/11/26/new.md': first });
  expect(Object.keys(listing(room))).toEqual(expect.arrayContaining([harbour, 'articles/2015/11/26/new.md']));
  expect(Object.keys(listing(room))).not.toContain(bridge);
});

test('what the machine’s or the clone’s own ignore names is there all the same', () => {
  const room = newsroom({ files: { [bridge]: first } });
  const global = mkdtempSync(join(tmpdir(), 'global-'));
  onTestFinished(() => rmSync(global, { recursive: true }));
  writeFileSync(join(global, '.gitignore'), 'bridge.md\ncontent/\n');
  writeFileSync(join(global, 'config'), `[core]\n\texcludesFile = ${join(global, '.gitignore')}\n`);
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(global, 'config'));
  onTestFinished(() => void vi.unstubAllEnvs());
  writeFileSync(join(room.folder, '.git/info/exclude'), 'bridge.md\n');
  expect(openSource(room.content).name).toBe('the working tree');
  expect(listing(room)[bridge]).toBe(idOf(first));
});

test('in a clone with nothing committed, everything is new', () => {
  const room = newsroom({ files: { [bridge]: first } });
  expect(listing(room)).toEqual(spelled(folderSource(room.content).candidates(undefined)));
  const base = standing(room);
  room.write({ [bridge]: second }).git('add', '--all');
  expect(since(room, base)[bridge]).toBe(idOf(second));
  room.remove(harbour.replace('harbour', 'bridge'));
  expect(since(room, base)[bridge]).toBe('gone');
});

test('the first commit after that changes no id', () => {
  const room = newsroom({ files: { [bridge]: first } });
  const base = standing(room);
  const before = listing(room);
  room.commit();
  expect(listing(room)).toEqual(before);
  expect(since(room, base)).toEqual(before);
});

test('content that no commit has yet is new, in a repository that has others', () => {
  const room = newsroom();
  rmSync(room.content, { recursive: true });
  room.commit();
  room.write({ [bridge]: first });
  expect(listing(room)).toEqual({ [bridge]: idOf(first) });
  room.commit();
  expect(listing(room)).toEqual({ [bridge]: idOf(first) });
});

test('the content folder may be the repository’s root', () => {
  const room = newsroom({
    git: false,
    files: { [bridge]: first, 'articles/.gitignore': 'harbour.md\n', [harbour]: first },
  });
  const run = (...args: string[]) => room.git('-C', 'content', ...args);
  run('init', '--quiet');
  expect(Object.keys(listing(room))).toEqual(['articles/.gitignore', bridge, 'authors/desk.yaml', 'site.yaml']);
  run('add', '--all');
  run('commit', '--quiet', '--message', 'x');
  const base = standing(room);
  room.write({ [bridge]: second, 'pages/a.md': first });
  expect(since(room, base)).toEqual({ [bridge]: idOf(second), 'pages/a.md': idOf(first) });
  expect(textThrough(openSource(room.content, 'HEAD'), bridge)).toBe(first);
});

test('what changes in the repository outside of the content is no candidate', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = standing(room);
  writeFileSync(join(room.folder, 'README.md'), 'x');
  writeFileSync(join(room.folder, 'content.md'), 'x');
  room.commit();
  writeFileSync(join(room.folder, 'content-2'), 'x');
  expect(since(room, base)).toEqual({});
});

test('content that an outer repository ignores is a plain folder', () => {
  const room = newsroom({ files: { [bridge]: first } });
  writeFileSync(join(room.folder, '.gitignore'), '/content/\n');
  expect(openSource(room.content).name).toBe('the folder');
  expect(listing(room)[bridge]).toBe(idOf(first));
});

test('content that is committed is git’s, though an ignore names it', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  writeFileSync(join(room.folder, '.gitignore'), '/content/\n');
  expect(openSource(room.content).name).toBe('the working tree');
});

test('outside of git, content is a plain folder', () => {
  expect(openSource(newsroom({ git: false }).content).name).toBe('the folder');
});

test('a base that is in no commit here gives the whole list, so that what is gone is known', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const elsewhere = { tree: '1'.repeat(40), dirty: ['pages/from-there.md'] };
  expect(openSource(room.content).candidates(elsewhere).isComplete).toBe(true);
  expect(since(room, elsewhere)).toEqual(listing(room));
  expect(since(room, elsewhere, 'HEAD')).toEqual(listing(room));
});

test('a base from a plain folder gives the whole list', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  expect(openSource(room.content).candidates({ tree: '', dirty: [] }).isComplete).toBe(true);
});

test('a shallow clone lists what its origin lists', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = standing(room);
  room.write({ [bridge]: second }).commit();
  room.git('clone', '--quiet', '--depth', '1', `file://${room.folder}`, 'clone');
  const there = openSource(join(room.folder, 'clone/content'));
  expect(spelled(there.candidates(undefined))).toEqual(listing(room));
  expect(spelled(there.candidates(base))).toEqual(listing(room));
});

test('a linked work tree is a work tree', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  room.git('worktree', 'add', '--quiet', 'linked');
  writeFileSync(join(room.folder, 'linked/content', bridge), second);
  const linked = openSource(join(room.folder, 'linked/content'));
  expect(linked.name).toBe('the working tree');
  expect(spelled(linked.candidates(undefined))[bridge]).toBe(idOf(second));
});

test('in a repository of SHA-256, edits are hashed by it too', () => {
  const room = newsroom({ git: false, files: { [bridge]: first } });
  room.git('init', '--quiet', '--object-format=sha256');
  const edited = listing(room);
  room.git('add', '--all');
  room.git('commit', '--quiet', '--message', 'x');
  expect(edited[bridge]).toMatch(/^644 [0-9a-f]{64}$/);
  expect(listing(room)).toEqual(edited);
});

/** git, which goes on to another branch as soon as it has told where it is: as `git switch` does at its end, beside a build. */
function gitThatMovesTo(branch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'moving-git-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const real = (process.env.PATH ?? '').split(delimiter).find((each) => existsSync(join(each, 'git')));
  const move = `case "$*" in *batch-check*) "${real}/git" -C "$2" symbolic-ref HEAD refs/heads/${branch};; esac`;
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n"${real}/git" "$@"\nended=$?\n${move}\nexit $ended\n`, {
    mode: 0o755,
  });
  return folder;
}

test('what is checked out is listed as it stands, also where git moves to its commit only now', () => {
  const room = newsroom({ files: { [bridge]: first } }).commit();
  const base = standing(room);
  room.git('switch', '--quiet', '--create', 'next');
  room.write({ [bridge]: second }).commit();
  room.git('symbolic-ref', 'HEAD', 'refs/heads/main');
  vi.stubEnv('PATH', `${gitThatMovesTo('next')}${delimiter}${process.env.PATH}`);
  expect(since(room, base)).toEqual({ [bridge]: idOf(second) });
  expect(room.git('symbolic-ref', 'HEAD')).toBe('refs/heads/next');
});

test('who says what changed is believed as long as the commit and the rules of git are what they were', () => {
  const room = newsroom({ files: { [bridge]: first, [harbour]: first } }).commit();
  room.write({ [harbour]: second }).commit();
  const base = standing(room);
  const told = (...touched: string[]) => [...openSource(room.content).candidates(base, touched).files.keys()].sort();
  room.write({ [bridge]: second, [harbour]: first });
  expect(told(bridge)).toEqual([bridge]);
  expect(told(bridge, 'articles/.gitignore')).toEqual([bridge, harbour]);
  expect(told(bridge, ...Array.from({ length: 400 }, (_, n) => `articles/${n}.md`))).toEqual([bridge, harbour]);
  room.git('reset', '--quiet', '--soft', 'HEAD~1');
  expect(told(bridge)).toEqual([bridge, harbour]);
  expect(told()).toEqual([bridge, harbour]);
});

test('a hidden file that was touched is told of as it is now, and the others as they were', () => {
  const room = newsroom({ files: { 'articles/.gitignore': '*.md\n' } }).commit();
  room.write({ [bridge]: first, [harbour]: first });
  const base = { ...standing(room), hidden: [bridge, harbour] };
  room.remove(bridge);
  expect(openSource(room.content).candidates(base, [bridge]).hidden).toEqual([harbour]);
  expect(openSource(room.content).candidates(base, []).hidden).toEqual([bridge, harbour]);
  expect(openSource(newsroom().commit().content).candidates(undefined).hidden).toEqual([]);
});
