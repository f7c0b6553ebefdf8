/** An export takes back only what it has written itself. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listName, WrittenFolder } from '../../src/export/written-folder.ts';
import { temporaryFolder } from '../support/folder-contents.ts';

function write(path: string, files: Record<string, string>): WrittenFolder {
  const folder = new WrittenFolder(path);
  for (const [name, text] of Object.entries(files)) folder.put(name, text);
  folder.end();
  return folder;
}

test('a folder with files of somebody else is refused, and an empty one is not', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'letter.txt'), 'Dear Ann');
  expect(() => new WrittenFolder(folder)).toThrow('has files, and none of them is of an export');
  expect(write(temporaryFolder(), { 'a.md': 'A' }).report.written).toBe(1);
});

test('a file that somebody has changed or put there is neither written over nor removed', () => {
  const folder = temporaryFolder();
  write(folder, { 'a.md': 'A', 'b.md': 'B', 'c/d.md': 'D' });
  writeFileSync(join(folder, 'a.md'), 'Changed');
  writeFileSync(join(folder, 'b.md'), 'Changed too');
  writeFileSync(join(folder, 'new.md'), 'Of somebody else');
  const { report } = write(folder, { 'a.md': 'A2', 'new.md': 'Ours' });
  expect(report).toEqual({ written: 0, unchanged: 0, removed: 1, left: ['a.md', 'new.md', 'b.md'] });
  expect(readFileSync(join(folder, 'new.md'), 'utf8')).toBe('Of somebody else');
  expect(existsSync(join(folder, 'c'))).toBe(false);
});

test('an export that was killed is ended by the next, which knows the files as its own', () => {
  const folder = temporaryFolder();
  new WrittenFolder(folder).put('a.md', 'A');
  const { report } = write(folder, { 'a.md': 'A2' });
  expect(report).toMatchObject({ written: 1, left: [] });
  expect(readFileSync(join(folder, listName), 'utf8').split('\n')).toHaveLength(2);
});

test('a file that stays in its place through a change of somebody else stays theirs', () => {
  const folder = temporaryFolder();
  write(folder, { 'a.md': 'A' });
  writeFileSync(join(folder, 'a.md'), 'Theirs');
  for (let time = 0; time < 2; time++) expect(write(folder, { 'a.md': 'A2' }).report.left).toEqual(['a.md']);
  mkdirSync(join(folder, 'kept'));
  write(folder, {});
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('Theirs');
});
