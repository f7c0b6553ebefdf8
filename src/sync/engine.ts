/** Everything but content that decides what the site looks like, as hashes. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asItRuns, engineRoot, isCompiled, layoutsTogether } from '../engine-files.ts';
import { MachineryError } from '../errors.ts';
import { lockfiles } from '../source/beside-content.ts';
import { filesBelow } from '../source/files-below.ts';
import { pathBelow } from '../source/path-below.ts';
import { onFile } from '../source/system-error.ts';
import type { Engine } from './sync.ts';

/** What decides how files are read: parsed content is as good as these. In a package they are in files with the rest. */
const contentFolders = isCompiled ? ['src'] : ['src/content', 'src/source', 'src/catalog', 'src/sync'];
/** Files of a package that have no content’s reader in them (`pack/bundle.ts`): layouts, and what these are made of. */
const markup = 'src/markup.js';
const folders = ['src', 'layouts'];
const files = [asItRuns('.eleventy.ts'), 'package.json', ...(isCompiled ? [] : ['tsconfig.json'])];
/** What npm notes of all that it has installed comes first; what is to be installed serves other programs. */
const installed = ['node_modules/.package-lock.json', ...lockfiles];
const runtime = ['node', 'icu', 'cldr', 'tz', 'unicode'] as const;

/** `program`: a hash of all but `layouts/`. */
export type Fingerprints = Pick<Engine, 'content' | 'all'> & { program: string };

/**
 * Hashes the program below its root, what is installed, and the versions of Node and its data; with them the folders
 * that a newsroom has of its own, if any. Throws a MachineryError if a part of it is missing.
 */
export function fingerprintEngine(ownFolders: readonly string[] = [], root = engineRoot): Fingerprints {
  const versions = runtime.map((name) => `${name} ${process.versions[name]}`).join('\n');
  const parts = folders.flatMap((folder) => filesBelow(join(root, folder)).map((path) => `${folder}/${path}`));
  const [layouts, code] = divide(parts, (path) => path.startsWith('layouts/') || path === layoutsTogether);
  const [readers, others] = divide(
    code,
    (path) => path !== markup && contentFolders.some((each) => path.startsWith(`${each}/`)),
  );
  const [ownCode, ownLayouts] = divide(ownFolders, (folder) => basename(folder) === 'src');
  const withOwn = (salt: string, own: readonly string[]) =>
    own.reduce((sum, folder) => hashFiles(folder, filesBelow(folder), sum), salt);
  const shared = [...files, pathBelow(root, lockfileOf(root)), ...readers];
  const content = withOwn(hashFiles(root, shared, versions), ownCode);
  const program = hashFiles(root, others, content);
  return { content, program, all: withOwn(hashFiles(root, layouts, program), ownLayouts) };
}

function divide<Each>(list: readonly Each[], isFirst: (each: Each) => boolean): [Each[], Each[]] {
  return [list.filter(isFirst), list.filter((each) => !isFirst(each))];
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
    onFile(join(folder, path), 'read', (file) => updateByFile(hash, file));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Piece by piece through the same memory: to get new memory for each file takes three times as long as all the rest. */
function updateByFile(hash: Hash, file: string): void {
  const opened = openSync(file, 'r');
  try {
    for (let read = readSync(opened, piece); read > 0; read = readSync(opened, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(opened);
  }
}

const piece = new Uint8Array(256 * 1024);
