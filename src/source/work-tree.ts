/** What is edited in a work tree and not committed, identified as git would if it were added. */

import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { MachineryError } from '../errors.ts';
import { blobId } from './blob-id.ts';
import type { EditedBefore } from './edited-before.ts';
import { idOnDisk, noBlob, readOnDisk } from './folder-source.ts';
import { git, gitMeanwhile, nulList } from './git.ts';
import { readRawDiff } from './git-trees.ts';
import { sortOthers } from './other-files.ts';
import type { Repository } from './repository.ts';
import { type FileId, type IgnoreRule, publicFolder } from './source.ts';

export type Edited = {
  files: Map<string, FileId | null>;
  /** Those of them to be read from the work tree. */
  onDisk: Set<string>;
  /** Those of them that no commit and no index has. */
  untracked: Set<string>;
  /** Others, which a .gitignore hides. */
  hidden: string[];
  ignoreRules(paths: readonly string[]): ReadonlyMap<string, IgnoreRule>;
};

export const nothingEdited: Edited = {
  files: new Map(),
  onDisk: new Set(),
  untracked: new Set(),
  hidden: [],
  ignoreRules: () => new Map(),
};

/**
 * Files of the work tree that differ from a revision, and new ones that no .gitignore names: all, or of some paths. Git is not
 * asked again of those that are known from `before`.
 */
export async function editedFiles(
  repository: Repository,
  revision: string,
  { some, before }: { some?: readonly string[] | undefined; before?: EditedBefore | undefined },
): Promise<Edited> {
  before?.begin(revision, some);
  const again = before && some ? editedAgain(repository, before, some) : new Map<string, FileId>();
  const asked = some?.filter((path) => !again.has(path));
  const edited = asked?.length === 0 ? nothingEdited : await askGit(repository, revision, { some: asked, before });
  if (again.size === 0) return edited;
  const untracked = [...again.keys()].filter((path) => before?.get(path)?.isTracked === false);
  return {
    ...edited,
    files: new Map([...edited.files, ...again]),
    onDisk: new Set([...edited.onDisk, ...again.keys()]),
    untracked: new Set([...edited.untracked, ...untracked]),
  };
}

/** The files among some paths of which all is known but their bytes, with their ids. */
function editedAgain(repository: Repository, before: EditedBefore, some: readonly string[]): Map<string, FileId> {
  const isBelowAnother = (path: string) => some.some((each) => path.startsWith(`${each}/`));
  const known = some.filter(
    (path) => before.get(path) && !isBelowAnother(path) && isFile(join(repository.content, path)),
  );
  const filtered = new Set(known.filter((path) => before.get(path)?.isFiltered));
  const ids = hashEdited(repository, known, filtered);
  return new Map([...ids].filter(([, { blob }]) => blob !== noBlob));
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

async function askGit(
  repository: Repository,
  revision: string,
  { some, before }: { some: readonly string[] | undefined; before: EditedBefore | undefined },
): Promise<Edited> {
  const { top, below, publicBelow, content } = repository;
  const everything = [below || '.', ...(publicBelow === undefined ? [] : [publicBelow])];
  const pathspec = ['--', ...(some?.map((path) => `:(literal)${posix.join(below, path)}`) ?? everything)];
  const toPath = (path: string) => {
    if (below === '') return path;
    if (path.startsWith(`${below}/`)) return path.slice(below.length + 1);
    return path.startsWith(`${publicBelow}/`) ? `${publicFolder}${path.slice(publicBelow?.length)}` : undefined;
  };
  const [others, differing, ofSome] = await Promise.all([
    readListed(repository, pathspec).then((listed) => sortOthers(repository, { pathspec, ...listed })),
    gitMeanwhile(top, ['diff-index', '-z', '--no-renames', revision, ...pathspec]),
    some && filteredPaths(repository, some),
  ]);
  const files = readRawDiff(nulList(differing), toPath);
  const pathsOf = (listed: readonly string[]) => listed.flatMap((path) => toPath(path)?.replace(/\/$/, '') ?? []);
  const untracked = new Set(pathsOf(others.untracked));
  for (const path of untracked) files.set(path, { mode: 0, blob: '' });
  const onDisk = new Set(
    [...files].filter(([path, file]) => file !== null && isOnDisk(join(content, path))).map(([path]) => path),
  );
  for (const [path, file] of files) if (!onDisk.has(path) && file && /^0*$/.test(file.blob)) files.set(path, null); // gone since git looked
  const paths = [...onDisk];
  const filtered = ofSome ?? (await filteredPaths(repository, paths));
  const ids = hashEdited(repository, paths, filtered);
  for (const [path, file] of ids) files.set(path, file);
  for (const path of onDisk) before?.learn(path, { isTracked: !untracked.has(path), isFiltered: filtered.has(path) });
  const ignoreRules: Edited['ignoreRules'] = (paths) => {
    const rules = others.rulesOf(paths.map((path) => posix.join(below, path)));
    return new Map([...rules].map(([path, rule]) => [toPath(path) ?? path, rule]));
  };
  return { files, onDisk, untracked, hidden: pathsOf(others.hidden), ignoreRules };
}

/** Whether anything is there, be it a link that leads nowhere. A staged file may be left out by a sparse checkout. */
function isOnDisk(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/**
 * The files that git has in its index and those that it has not, in one walk. Refuses unfinished merges, and edits that git
 * is told to overlook: what is built would not be what is there. `isSparse`: files are left out on purpose.
 */
async function readListed(
  { top }: Repository,
  pathspec: string[],
): Promise<{ isSparse: boolean; all: readonly string[] }> {
  const listed = nulList(await gitMeanwhile(top, ['ls-files', '-v', '-z', '--cached', '--others', ...pathspec]));
  const others: string[] = [];
  let isSparse = false;
  for (const entry of listed) {
    const path = entry.slice(2);
    if (entry.startsWith('? ')) others.push(path);
    if (/^[a-z] /.test(entry))
      throw new MachineryError(
        `git is told to overlook changes of ${path}. Run: git update-index --no-assume-unchanged "${path}"`,
      );
    isSparse ||= entry.startsWith('S ');
    if (entry.startsWith('S ') && isOnDisk(join(top, path)))
      throw new MachineryError(
        `git is told to overlook changes of ${path}. Run: git update-index --no-skip-worktree "${path}"`,
      );
    if (entry.startsWith('M '))
      throw new MachineryError(`${path} has an unfinished merge. Resolve it, then build again; the site is unchanged.`);
  }
  return { isSparse, all: others };
}

function hashEdited(
  repository: Repository,
  paths: readonly string[],
  filtered: ReadonlySet<string>,
): Map<string, FileId> {
  const { content, algorithm } = repository;
  return new Map(
    paths.map((path) => {
      const id = idOnDisk(content, path);
      if (id.blob === noBlob) return [path, id];
      const bytes = readOnDisk(content, path);
      const isPlain = !filtered.has(path) && !bytes.includes(13);
      return [path, { mode: id.mode, blob: isPlain ? blobId(bytes, algorithm) : filteredId(repository, path, bytes) }];
    }),
  );
}

/** The id after git's filters (line ends, LFS), for the bytes at hand. */
export function filteredId({ top, below }: Repository, path: string, bytes: Uint8Array): string {
  return git(top, ['hash-object', '--stdin', `--path=${posix.join(below, path)}`], bytes)
    .toString()
    .trim();
}

/** Those of some files that have anything but their bytes taken in by git. */
async function filteredPaths({ top, below }: Repository, paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const named = new Map(paths.map((path) => [posix.join(below, path), path]));
  const output = nulList(
    await gitMeanwhile(
      top,
      ['check-attr', '--stdin', '-z', 'filter', 'ident', 'working-tree-encoding'],
      `${[...named.keys()].join('\0')}\0`,
    ),
  );
  const filtered = new Set<string>();
  for (let index = 0; index + 2 < output.length; index += 3) {
    const path = named.get(output[index] ?? '');
    if (path !== undefined && output[index + 2] !== 'unspecified') filtered.add(path);
  }
  return filtered;
}
