/** Reads git's trees and what differs between them, as files by path. */
import { MachineryError } from '../errors.ts';
import { git, nulList, tryGit } from './git.ts';
import { objectsOf } from './objects.ts';
import type { Repository } from './repository.ts';
import type { FileId } from './source.ts';

/** A tree that is undefined has no files. Undefined if the old one is not in this repository (another, a shallow clone, collected). */
export async function diffTrees(
  repository: Repository,
  from: string | undefined,
  to: string | undefined,
): Promise<Map<string, FileId | null> | undefined> {
  if (from === to) return new Map();
  if (from === undefined) return listTree(repository, to);
  if (to === undefined) return goneFrom(repository, from);
  try {
    return await differing(repository, from, to);
  } catch (error) {
    if (error instanceof MachineryError) return undefined; // a partial clone could not fetch it
    throw error;
  }
}

/** A folder of which something differs; a tree that is undefined is none. */
type Pair = { path: string; from?: string | undefined; to?: string | undefined };

/** Only folders that differ are read, those of one depth together. */
async function differing(
  { top, algorithm }: Repository,
  from: string,
  to: string,
): Promise<Map<string, FileId | null> | undefined> {
  const files = new Map<string, FileId | null>();
  let level: Pair[] = [{ path: '', from, to }];
  while (level.length > 0) {
    const ids = [...new Set(level.flatMap((pair) => [pair.from, pair.to].filter((id) => id !== undefined)))];
    const read = await objectsOf(top).read(ids);
    if (read.some((object) => object?.type !== 'tree')) return undefined;
    const trees = new Map(read.map((object, index) => [ids[index], entriesOf(object?.bytes, algorithm)]));
    const deeper: Pair[] = [];
    for (const pair of level) {
      const before = trees.get(pair.from) ?? nothing;
      const after = trees.get(pair.to) ?? nothing;
      for (const name of new Set([...before.keys(), ...after.keys()])) {
        const [old, now] = [before.get(name), after.get(name)];
        if (old?.blob === now?.blob && old?.mode === now?.mode) continue;
        const path = pair.path === '' ? name : `${pair.path}/${name}`;
        if (fileIn(old) || fileIn(now)) files.set(path, fileIn(now) ?? null);
        if (treeIn(old) ?? treeIn(now)) deeper.push({ path, from: treeIn(old), to: treeIn(now) });
      }
    }
    level = deeper;
  }
  return files;
}

const nothing: ReadonlyMap<string, FileId> = new Map();
const treeMode = 0o40000;
const fileIn = (entry: FileId | undefined) => (entry && entry.mode !== treeMode ? entry : undefined);
const treeIn = (entry: FileId | undefined) => (entry && entry.mode === treeMode ? entry.blob : undefined);

/** The names of one folder: of each its mode, a space, its name, NUL, and its id in bytes (git’s own form of a tree). */
function entriesOf(bytes: Uint8Array = new Uint8Array(), algorithm: Repository['algorithm']): Map<string, FileId> {
  const tree = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const idBytes = algorithm === 'sha256' ? 32 : 20;
  const entries = new Map<string, FileId>();
  for (let start = 0; start < tree.length; ) {
    const space = tree.indexOf(32, start);
    const end = tree.indexOf(0, space);
    const blob = tree.toString('hex', end + 1, end + 1 + idBytes);
    entries.set(tree.toString('utf8', space + 1, end), {
      mode: Number.parseInt(tree.toString('latin1', start, space), 8),
      blob,
    });
    start = end + 1 + idBytes;
  }
  return entries;
}

/** Reads `:100644 100644 old new M` / path pairs. */
export function readRawDiff(parts: string[], toPath: (path: string) => string | undefined): Map<string, FileId | null> {
  const files = new Map<string, FileId | null>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [, mode = '', , blob = '', status] = (parts[index] ?? '').split(' ');
    const path = toPath(parts[index + 1] ?? '');
    if (path !== undefined) files.set(path, status === 'D' ? null : { mode: Number.parseInt(mode, 8), blob });
  }
  return files;
}

function goneFrom({ top }: Repository, tree: string): Map<string, null> | undefined {
  const run = tryGit(top, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  return run.status === 0 ? new Map([...readTree(run.stdout).keys()].map((path) => [path, null])) : undefined;
}

export function listTree({ top }: Repository, tree: string | undefined): Map<string, FileId | null> {
  if (tree === undefined) return new Map();
  return readTree(git(top, ['ls-tree', '-r', '-z', '--full-tree', tree]));
}

function readTree(output: Buffer): Map<string, FileId> {
  const files = new Map<string, FileId>();
  for (const entry of nulList(output)) {
    const tab = entry.indexOf('\t');
    const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ');
    files.set(entry.slice(tab + 1), { mode: Number.parseInt(mode, 8), blob });
  }
  return files;
}

/** Single files of a tree, and all below the folders among the paths; null where there is no file. */
export function lookUp(
  { top }: Pick<Repository, 'top'>,
  tree: string | undefined,
  paths: readonly string[],
): Map<string, FileId | null> {
  const found = new Map<string, FileId | null>(paths.map((path) => [path, null]));
  if (tree === undefined) return found;
  const perCall = 500;
  for (let start = 0; start < paths.length; start += perCall) {
    const output = git(top, [
      '--literal-pathspecs',
      'ls-tree',
      '-r',
      '-z',
      '--full-tree',
      tree,
      '--',
      ...paths.slice(start, start + perCall),
    ]);
    for (const [path, file] of readTree(output)) found.set(path, file);
  }
  return found;
}
