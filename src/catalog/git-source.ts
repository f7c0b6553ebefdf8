/**
 * A git repository as a source. Trees are compared by id; committed files are read from the object,
 * never from the work tree, and edited ones are hashed as git would add them.
 */
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { blobId } from './blob-id.ts';
import { folderSource, idOnDisk, readOnDisk } from './folder-source.ts';
import { git, nulList, readObjects, tryGit } from './git.ts';
import { type Base, type Candidates, type FileId, MachineryError, type Source, SourceChanged } from './source.ts';

type Repository = { top: string; /** The content folder below `top`; empty if it is `top`. */ below: string; content: string; algorithm: 'sha1' | 'sha256' };

/** The source for a content folder: its commit, its work tree, or the folder where there is no git. */
export function openSource(content: string, commit?: string): Source {
  const repository = findRepository(content);
  if (commit !== undefined) {
    if (!repository) throw new MachineryError(`--commit needs a git repository, and ${content} is in none.`);
    return commitSource(repository, commit);
  }
  return repository ? workTreeSource(repository) : folderSource(content);
}

function findRepository(content: string): Repository | undefined {
  let folder = content;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const run = tryGit(folder, ['rev-parse', '--show-toplevel', '--show-object-format']);
  if (run.status !== 0) {
    if (/not a git repository/i.test(run.stderr) && !hasGitAround(folder)) return undefined;
    throw new MachineryError(`git refuses the repository around ${content}: ${run.stderr}`);
  }
  const [top = '', format] = run.stdout.toString().trim().split('\n');
  const below = relative(realpathSync(top), join(realpathSync(folder), relative(folder, content)));
  return isIgnored(top, below) ? undefined : { top, below, content, algorithm: format === 'sha256' ? 'sha256' : 'sha1' };
}

/** Whether there is a `.git` in or above a folder, though git does not take it for a repository. */
function hasGitAround(folder: string): boolean {
  return existsSync(join(folder, '.git')) || (dirname(folder) !== folder && hasGitAround(dirname(folder)));
}

/** Whether a .gitignore of the repository names a folder; what the machine or the clone ignores does not count. */
function isIgnored(top: string, folder: string): boolean {
  if (folder === '') return false;
  const [source = '', , pattern = ''] = tryGit(top, ['check-ignore', '-v', '-z', '--stdin'], `${folder}\0`).stdout.toString().split('\0');
  return /^(?!\/)(.*\/)?\.gitignore$/.test(source) && !pattern.startsWith('!');
}

function treeOf({ top, below }: Repository, revision: string): string | undefined {
  const run = tryGit(top, ['rev-parse', '--verify', '--quiet', below ? `${revision}:${below}` : `${revision}^{tree}`]);
  return run.status === 0 ? run.stdout.toString().trim() : undefined;
}

function commitSource(repository: Repository, revision: string): Source {
  const commit = tryGit(repository.top, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (commit.status !== 0) throw new MachineryError(`There is no commit “${revision}” in this repository.`);
  const id = commit.stdout.toString().trim();
  const tree = treeOf(repository, id);
  if (tree === undefined) throw new MachineryError(`Commit ${id.slice(0, 8)} has no folder “${repository.below}”.`);
  return {
    name: `commit ${id.slice(0, 8)}`,
    candidates: (base) => treeCandidates(repository, tree, base, new Map()),
    read: (files) => readCommitted(repository, files),
  };
}

function workTreeSource(repository: Repository): Source {
  let onDisk: ReadonlySet<string> = new Set();
  return {
    name: 'the working tree',
    candidates(base) {
      const emptyTree = () => git(repository.top, ['hash-object', '-t', 'tree', '--stdin'], '').toString().trim();
      const tree = treeOf(repository, 'HEAD');
      const edited = editedFiles(repository, tree === undefined && treeOf({ ...repository, below: '' }, 'HEAD') === undefined ? emptyTree() : 'HEAD');
      onDisk = edited.onDisk;
      return treeCandidates(repository, tree ?? emptyTree(), base, edited.files);
    },
    read(files) {
      const stored = files.filter(({ path }) => !onDisk.has(path));
      const edited = files.filter(({ path }) => onDisk.has(path));
      return new Map([...readCommitted(repository, stored), ...readEdited(repository, edited)]);
    },
  };
}

function readCommitted({ top }: Repository, files: readonly { path: string; blob: string }[]): Map<string, Uint8Array> {
  const objects = readObjects(top, files.map(({ blob }) => blob));
  return new Map(
    files.map(({ path, blob }) => {
      const bytes = objects.get(blob);
      if (!bytes) throw new MachineryError(`git has no object ${blob} for ${path}. In a partial clone, fetch it first; the site is unchanged.`);
      return [path, bytes];
    }),
  );
}

function readEdited(repository: Repository, files: readonly { path: string; blob: string }[]): Map<string, Uint8Array> {
  return new Map(
    files.map(({ path, blob }) => {
      const bytes = readOnDisk(repository.content, path);
      if (blobId(bytes, repository.algorithm) !== blob && filteredId(repository, path, bytes) !== blob) throw new SourceChanged(path);
      return [path, bytes];
    }),
  );
}

/** Everything that may differ between a base and a tree with some files edited on top. */
function treeCandidates(repository: Repository, tree: string, base: Base | undefined, edited: Map<string, FileId | null>): Candidates {
  const next: Base = { tree, dirty: [...edited.keys()].sort() };
  const changed = base?.tree ? diffTrees(repository, base.tree, tree) : undefined;
  if (!changed || !base) {
    const files = new Map<string, FileId | null>([...listTree(repository, tree), ...edited]);
    for (const [path, file] of files) if (file === null) files.delete(path);
    return { files, isComplete: true, next };
  }
  const reverted = base.dirty.filter((path) => !edited.has(path) && !changed.has(path));
  for (const [path, file] of lookUp(repository, tree, reverted)) changed.set(path, file);
  return { files: new Map([...changed, ...edited]), isComplete: false, next };
}

/** Undefined if the old tree is not in this repository (another one, a shallow clone, collected). */
function diffTrees({ top }: Repository, from: string, to: string): Map<string, FileId | null> | undefined {
  if (from === to) return new Map();
  const run = tryGit(top, ['diff-tree', '-r', '-z', '--no-renames', from, to]);
  return run.status === 0 ? readRawDiff(nulList(run.stdout), (path) => path) : undefined;
}

/** Reads `:100644 100644 old new M` / path pairs. */
function readRawDiff(parts: string[], toPath: (path: string) => string | undefined): Map<string, FileId | null> {
  const files = new Map<string, FileId | null>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [, mode = '', , blob = '', status] = (parts[index] ?? '').split(' ');
    const path = toPath(parts[index + 1] ?? '');
    if (path !== undefined) files.set(path, status === 'D' ? null : { mode: Number.parseInt(mode, 8), blob });
  }
  return files;
}

function listTree({ top }: Repository, tree: string): Map<string, FileId> {
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

function lookUp({ top }: Repository, tree: string, paths: readonly string[]): Map<string, FileId | null> {
  const found = new Map<string, FileId | null>(paths.map((path) => [path, null]));
  const perCall = 500;
  for (let start = 0; start < paths.length; start += perCall) {
    const output = git(top, ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', tree, '--', ...paths.slice(start, start + perCall)]);
    for (const [path, file] of readTree(output)) found.set(path, file);
  }
  return found;
}

type Edited = { files: Map<string, FileId | null>; /** Those of them to be read from the work tree. */ onDisk: Set<string> };

/** Files of the work tree that differ from a revision, and new ones that no .gitignore names. */
function editedFiles(repository: Repository, revision: string): Edited {
  const { top, below, content } = repository;
  const pathspec = ['--', below || '.'];
  const toPath = (path: string) => (below === '' ? path : path.startsWith(`${below}/`) ? path.slice(below.length + 1) : undefined);
  refuseUnclear(repository, pathspec);
  const files = readRawDiff(nulList(git(top, ['diff-index', '-z', '--no-renames', revision, ...pathspec])), toPath);
  const untracked = nulList(git(top, ['ls-files', '-z', '--others', '--exclude-per-directory=.gitignore', ...pathspec]));
  for (const path of untracked.map(toPath)) if (path !== undefined) files.set(path.replace(/\/$/, ''), { mode: 0, blob: '' });
  const onDisk = new Set([...files].filter(([path, file]) => file !== null && isOnDisk(join(content, path))).map(([path]) => path));
  for (const [path, file] of files) if (!onDisk.has(path) && file && /^0*$/.test(file.blob)) files.set(path, null); // gone since git looked
  for (const [path, file] of hashEdited(repository, [...onDisk])) files.set(path, file);
  return { files, onDisk };
}

/** Whether anything is there, be it a link that leads nowhere. A staged file may be left out by a sparse checkout. */
function isOnDisk(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Refuses what `git update-index --assume-unchanged` hides, since what is built would not be what is there; and unfinished merges. */
function refuseUnclear({ top }: Repository, pathspec: string[]): void {
  for (const entry of nulList(git(top, ['ls-files', '-v', '-z', ...pathspec]))) {
    const path = entry.slice(2);
    if (/^[a-z] /.test(entry)) throw new MachineryError(`git is told to overlook changes of ${path}. Run: git update-index --no-assume-unchanged "${path}"`);
    if (entry.startsWith('M ')) throw new MachineryError(`${path} has an unfinished merge. Resolve it, then build again; the site is unchanged.`);
  }
}

function hashEdited(repository: Repository, paths: readonly string[]): Map<string, FileId> {
  const { content, algorithm } = repository;
  const filtered = filteredPaths(repository, paths);
  return new Map(
    paths.map((path) => {
      const id = idOnDisk(content, path);
      if (id.mode === 0o120000 || id.mode === 0o160000) return [path, id];
      const bytes = readFileSync(join(content, path));
      const isPlain = !filtered.has(path) && !bytes.includes(13);
      return [path, { mode: id.mode, blob: isPlain ? blobId(bytes, algorithm) : filteredId(repository, path, bytes) }];
    }),
  );
}

/** The id after git's filters (line ends, LFS), for the bytes at hand. */
function filteredId({ top, below }: Repository, path: string, bytes: Uint8Array): string {
  return git(top, ['hash-object', '--stdin', `--path=${below ? `${below}/` : ''}${path}`], bytes).toString().trim();
}

function filteredPaths({ top, below }: Repository, paths: readonly string[]): Set<string> {
  if (paths.length === 0) return new Set();
  const names = paths.map((path) => (below ? `${below}/${path}` : path));
  const output = nulList(git(top, ['check-attr', '--stdin', '-z', 'filter', 'ident', 'working-tree-encoding'], `${names.join('\0')}\0`));
  const filtered = new Set<string>();
  for (let index = 0; index + 2 < output.length; index += 3) {
    const path = output[index] ?? '';
    if (output[index + 2] !== 'unspecified') filtered.add(below ? path.slice(below.length + 1) : path);
  }
  return filtered;
}
