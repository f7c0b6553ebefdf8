/** Everything but content that decides what the site looks like, as two hashes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathBelow } from '../source/path-below.ts';
import type { Engine } from './sync.ts';

/** What decides how files are read: parsed content is as good as these. */
const contentFolders = ['src/content', 'src/source', 'src/catalog', 'src/sync'];
const folders = ['src', 'layouts'];
const files = ['.eleventy.ts', 'package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];
const runtime = ['node', 'icu', 'cldr', 'tz', 'unicode'] as const;

/** Hashes the program below its root, what is installed, and the versions of Node and its data. */
export function fingerprintEngine(root: string): Engine {
  const versions = runtime.map((name) => `${name} ${process.versions[name]}`).join('\n');
  const shared = [...files, ...contentFolders.flatMap((folder) => filesBelow(root, folder))];
  const content = hashFiles(root, shared, versions);
  const all = hashFiles(
    root,
    folders.flatMap((folder) => filesBelow(root, folder)),
    content,
  );
  return { content, all };
}

function hashFiles(root: string, paths: readonly string[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    const file = join(root, path);
    hash.update(`\n${path}\n`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

function filesBelow(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => pathBelow(root, path)).sort();
}
