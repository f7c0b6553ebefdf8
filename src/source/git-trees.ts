/** Reads git's trees and what differs between them, as files by path. */
import { git, nulList, tryGit } from './git.ts';
import type { Repository } from './repository.ts';
import type { FileId } from './source.ts';

/** A tree that is undefined has no files. Undefined if the old one is not in this repository (another, a shallow clone, collected). */
export function diffTrees(
  repository: Repository,
  from: string | undefined,
  to: string | undefined,
): Map<string, FileId | null> | undefined {
  const { top } = repository;
  if (from === to) return new Map();
  if (from === undefined) return listTree(repository, to);
  if (to === undefined) return goneFrom(repository, from);
  const run = tryGit(top, ['diff-tree', '-r', '-z', '--no-renames', from, to]);
  return run.status === 0 ? readRawDiff(nulList(run.stdout), (path) => path) : undefined;
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
