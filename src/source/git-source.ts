import { statSync } from 'node:fs';
import { MachineryError, MissingSource, SourceChanged } from '../errors.ts';
import { blobId } from './blob-id.ts';
import { folderSource, readOnDisk } from './folder-source.ts';
import { git, readObjects, tryGit } from './git.ts';
import { diffTrees, listTree, lookUp } from './git-trees.ts';
import { withoutPointers } from './lfs.ts';
import { findRepository, type Repository, readHead, treeOf } from './repository.ts';
import type { Base, Candidates, FileId, Source } from './source.ts';
import { type Edited, editedFiles, filteredId } from './work-tree.ts';

/** The source for a content folder: its commit, its work tree, or the folder where there is no git. */
export function openSource(content: string, commit?: string): Source {
  const isFolder = statSync(content, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === false)
    throw new MissingSource(`${content} is a file. Name the folder of the newsroom with --content.`);
  const repository = findRepository(content);
  if (commit !== undefined) {
    if (!repository) throw new MissingSource(`--commit needs a git repository, and ${content} is in none.`);
    return commitSource(repository, commit);
  }
  // A sparse checkout need not hold the folder on disk.
  if (!isFolder && !(repository && readHead(repository).tree !== undefined))
    throw new MissingSource(`There is no folder ${content}. Name that of the newsroom with --content.`);
  return repository ? workTreeSource(repository) : folderSource(content);
}

const nothingEdited: Edited = {
  files: new Map(),
  onDisk: new Set(),
  untracked: new Set(),
  hidden: [],
  ignoreRules: () => new Map(),
};

function commitSource(repository: Repository, revision: string): Source {
  const commit = tryGit(repository.top, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (commit.status !== 0)
    throw new MissingSource(
      `There is no commit “${revision}” in this repository. Give a commit, a branch or a tag; “git log” shows what is here.`,
    );
  const id = commit.stdout.toString().trim();
  const tree = treeOf(repository, id);
  if (tree === undefined)
    throw new MissingSource(
      `Commit ${id.slice(0, 8)} has no folder “${repository.below}”. Name that of the newsroom with --content.`,
    );
  return {
    name: `commit ${id.slice(0, 8)}`,
    candidates: (base) => treeCandidates(repository, tree, base, nothingEdited),
    read: (files) => withoutPointers(repository.top, readCommitted(repository, files)),
  };
}

function workTreeSource(repository: Repository): Source {
  let listed = nothingEdited;
  return {
    name: 'the working tree',
    candidates(base) {
      const emptyTree = () => git(repository.top, ['hash-object', '-t', 'tree', '--stdin'], '').toString().trim();
      const { commit, tree } = readHead(repository);
      const edited = editedFiles(repository, commit ?? emptyTree());
      listed = edited;
      return treeCandidates(repository, tree ?? emptyTree(), base, edited);
    },
    read(files) {
      const stored = files.filter(({ path }) => !listed.onDisk.has(path));
      const edited = files.filter(({ path }) => listed.onDisk.has(path));
      const read = new Map([...readCommitted(repository, stored), ...readEdited(repository, edited)]);
      return withoutPointers(repository.top, read);
    },
    ignoreRules: (paths) => listed.ignoreRules(paths),
  };
}

function readCommitted({ top }: Repository, files: readonly { path: string; blob: string }[]): Map<string, Uint8Array> {
  const objects = readObjects(
    top,
    files.map(({ blob }) => blob),
  );
  return new Map(
    files.map(({ path, blob }) => {
      const bytes = objects.get(blob);
      if (!bytes)
        throw new MachineryError(
          `git has no object ${blob} for ${path}. In a partial clone, fetch it first; the site is unchanged.`,
        );
      return [path, bytes];
    }),
  );
}

function readEdited(repository: Repository, files: readonly { path: string; blob: string }[]): Map<string, Uint8Array> {
  return new Map(
    files.map(({ path, blob }) => {
      const bytes = readOnDisk(repository.content, path);
      if (blobId(bytes, repository.algorithm) !== blob && filteredId(repository, path, bytes) !== blob)
        throw new SourceChanged(path);
      return [path, bytes];
    }),
  );
}

/** Everything that may differ between a base and a tree with some files edited on top. */
function treeCandidates(
  repository: Repository,
  tree: string,
  base: Base | undefined,
  { files: edited, untracked, hidden }: Edited,
): Candidates {
  const next: Base = { tree, dirty: [...edited.keys()].sort() };
  const changed = base?.tree ? diffTrees(repository, base.tree, tree) : undefined;
  if (!changed || !base) {
    const files = new Map<string, FileId | null>([...listTree(repository, tree), ...edited]);
    for (const [path, file] of files) if (file === null) files.delete(path);
    return { files, isComplete: true, untracked, hidden, next };
  }
  const reverted = base.dirty.filter((path) => !edited.has(path) && !changed.has(path));
  for (const [path, file] of lookUp(repository, tree, reverted)) changed.set(path, file);
  return { files: new Map([...changed, ...edited]), isComplete: false, untracked, hidden, next };
}
