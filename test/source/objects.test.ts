/** What git’s process that stays answers is what git has, and it holds nobody up. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { nulList } from '../../src/source/git.ts';
import { diffTrees, readRawDiff } from '../../src/source/git-trees.ts';
import { objectsOf } from '../../src/source/objects.ts';
import { findRepository } from '../../src/source/repository.ts';
import { type Newsroom, newsroom, projectRoot } from '../support/newsroom.ts';

const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

test('objects come in the order in which they were asked for, however large, and what is not there is told apart', async () => {
  const large = 'x'.repeat(3_000_000);
  const files = { 'pages/a.md': 'missing\n', 'pages/b.md': large, 'pages/empty.md': '' };
  const room = newsroom({ files }).commit();
  const names = ['empty', 'b', 'gone', 'a', 'b'].map((name) => `HEAD:content/pages/${name}.md`);
  const objects = objectsOf(room.folder);
  const asked = [objects.read(names), objects.read(['1'.repeat(40), 'HEAD:content/pages/a.md'])];
  const [first, second] = await Promise.all(asked);
  expect(first?.map((each) => textOf(each?.bytes))).toEqual(['', large, undefined, 'missing\n', large]);
  expect(second?.map((each) => textOf(each?.bytes))).toEqual([undefined, 'missing\n']);
  expect(first?.[3]).toMatchObject({ type: 'blob', id: room.git('rev-parse', names[3] ?? '') });
});

test('what is committed later is found too, and a process that has ended is followed by another', async () => {
  const room = newsroom({ files: { 'pages/a.md': 'One' } }).commit();
  const read = async () => textOf((await objectsOf(room.folder).read(['HEAD:content/pages/a.md']))[0]?.bytes);
  expect(await read()).toBe('One');
  room.write({ 'pages/a.md': 'Two' }).commit();
  room.git('gc', '--quiet');
  expect(await read()).toBe('Two');
  process.kill(objectsOf(room.folder).begin().pid ?? expect.fail());
  expect(await read()).toBe('Two');
});

test('a program that has read objects ends', () => {
  const room = newsroom({ files: { 'pages/a.md': 'One' } }).commit();
  const program = `
    const { objectsOf } = await import(${JSON.stringify(join(projectRoot, 'src/source/objects.ts'))});
    const [read] = await objectsOf(${JSON.stringify(room.folder)}).read(['HEAD:content/pages/a.md']);
    console.log(Buffer.from(read.bytes).toString());`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { timeout: 20_000 });
  expect([run.stdout.toString(), run.status]).toEqual(['One\n', 0]);
});

/** Below the content folder; null: take it away. */
type Edit = readonly [path: string, content: string | null | 'executable' | 'link'];

function edit(room: Newsroom, edits: readonly Edit[]): void {
  for (const [path, content] of edits) {
    const file = join(room.content, path);
    rmSync(file, { recursive: true, force: true });
    if (content === null) continue;
    mkdirSync(dirname(file), { recursive: true });
    if (content === 'link') symlinkSync('nowhere', file);
    else writeFileSync(file, content === 'executable' ? 'mode' : content);
    if (content === 'executable') chmodSync(file, 0o755);
  }
}

const before: Edit[] = [
  ['a/b/c.md', 'one'],
  ['a/b.md', 'two'],
  ['a/é “x” 1.md', 'three'],
  ['a.b/c.md', 'one'],
  ['d', 'a file'],
  ['e/f/g.md', 'a folder'],
  ['same/deep/x.md', 'x'],
  ['m.md', 'mode'],
];
const after: Edit[] = [
  ['a/b/c.md', 'another'],
  ['a/b.md', null],
  ['a/é “x” 1.md', 'four'],
  ['a.b/new.md', 'new'],
  ['d', null],
  ['d/now/a-folder.md', 'deep'],
  ['e/f', 'a file now'],
  ['m.md', 'executable'],
  ['link.md', 'link'],
];

test.for(['sha1', 'sha256'])('two trees differ as git says that they do (%s)', async (format) => {
  const room = newsroom({ git: false });
  room.git('init', '--quiet', '--initial-branch=main', `--object-format=${format}`);
  const commit = (edits: readonly Edit[]) => {
    edit(room, edits);
    room.git('add', '--all');
    room.git('commit', '--quiet', '--message', 'x');
    return room.git('rev-parse', 'HEAD:content');
  };
  const [from, to] = [commit(before), commit(after)];
  const repository = findRepository(room.content) ?? expect.fail();
  for (const [old, now] of [
    [from, to],
    [to, from],
  ] as const) {
    const told = spawnSync('git', ['-C', room.folder, 'diff-tree', '-r', '-z', '--no-renames', old, now]).stdout;
    const right = readRawDiff(nulList(told), (path) => path);
    const found = (await diffTrees(repository, old, now)) ?? expect.fail();
    expect([...found].sort()).toEqual([...right].sort());
    expect(found.size).toBeGreaterThan(8);
  }
  expect(await diffTrees(repository, '1'.repeat(from.length), to)).toBeUndefined();
  expect(await diffTrees(repository, from, from)).toEqual(new Map());
});
