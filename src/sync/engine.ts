/** Everything but content that decides what the site looks like, as two hashes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { asItRuns, engineRoot, isCompiled } from '../engine-files.ts';
import { MachineryError } from '../errors.ts';
import { lockfiles } from '../source/beside-content.ts';
import { pathBelow } from '../source/path-below.ts';
import { onFile } from '../source/system-error.ts';
import type { Engine } from './sync.ts';

/** What decides how files are read: parsed content is as good as these. In a package they are in files with the rest. */
const contentFolders = isCompiled ? ['src'] : ['src/content', 'src/source', 'src/catalog', 'src/sync'];
const folders = ['src', 'layouts'];
const files = [asItRuns('.eleventy.ts'), 'package.json', ...(isCompiled ? [] : ['tsconfig.json'])];
/** What npm notes of all that it has installed comes first; what is to be installed serves other programs. */
const installed = ['node_modules/.package-lock.json', ...lockfiles];
const runtime = ['node', 'icu', 'cldr', 'tz', 'unicode'] as const;

/**
 * Hashes the program below its root, what is installed, and the versions of Node and its data; with them the folders
 * that a newsroom has of its own, if any. Throws a MachineryError if a part of it is missing.
 */
export function fingerprintEngine(ownFolders: readonly string[] = [], root = engineRoot): Engine {
  const versions = runtime.map((name) => `${name} ${process.versions[name]}`).join('\n');
  const program = folders.flatMap((folder) => filesBelow(join(root, folder)).map((path) => `${folder}/${path}`));
  const readsContent = (path: string) => contentFolders.some((folder) => path.startsWith(`${folder}/`));
  const shared = [...files, pathBelow(root, lockfileOf(root)), ...program.filter(readsContent)];
  const others = program.filter((path) => !readsContent(path));
  const withOwn = (salt: string, own: readonly string[]) =>
    own.reduce((sum, folder) => hashFiles(folder, filesBelow(folder), sum), salt);
  const ownCode = ownFolders.filter((folder) => basename(folder) === 'src');
  const content = withOwn(hashFiles(root, shared, versions), ownCode);
  return { content, all: withOwn(hashFiles(root, others, content), ownFolders) };
}

/** All that is hashed, as whole paths. */
export function partsOfEngine(root = engineRoot): { folders: string[]; files: string[] } {
  return {
    folders: folders.map((folder) => join(root, folder)),
    files: [...files.map((file) => join(root, file)), lockfileOf(root)],
  };
}

/** The nearest from the engine's folder upwards: as a package it lies in a folder of packages of whoever installed it. */
function lockfileOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = installed.map((name) => join(folder, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (folder === dirname(folder))
      throw new MachineryError(
        `It cannot be told which packages Broadsheet runs with: no lockfile is in ${root} or above it. Install Broadsheet in the newsroom’s folder: npm install.`,
      );
  }
}

function hashFiles(folder: string, paths: readonly string[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    hash.update(`\n${path}\n`);
    hash.update(onFile(join(folder, path), 'read', (file) => readFileSync(file)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Paths from the folder, as git has them; without types, of which a package has as many files again. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}
