/**
 * In a copy of the project: builds its newsroom with what is remembered, and into an empty folder without; prints what became of
 * which URL and why, and in which files the two differ: `node build-and-compare.ts`.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesBelow } from '../../src/source/files-below.ts';

const { prepareEleventy } = await import('../../src/commands/prepare-eleventy.ts');
const { build } = await import('../../src/commands/build.ts');
const root = resolve(import.meta.dirname, '../..');
prepareEleventy();
const content = join(root, 'content');
const now = Date.UTC(2016, 0) / 1000;
const options = { content, newsroom: root, now };
const report = await build({ ...options, out: join(root, 'dist'), cache: join(root, '.cache') });
await build({ ...options, out: join(root, 'clean'), cache: undefined, all: true });

function filesIn(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

const [built, clean] = [filesIn(join(root, 'dist')), filesIn(join(root, 'clean'))];
const differing = [...new Set([...built.keys(), ...clean.keys()])].filter(
  (path) => built.get(path) !== clean.get(path),
);
console.log(JSON.stringify({ ...report, differing, files: built.size }));
