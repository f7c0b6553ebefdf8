import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { MachineryError, MissingSource, SourceChanged } from '../errors.ts';
import { blobId } from './blob-id.ts';
import { EditedBefore } from './edited-before.ts';
import { folderSource, readOnDisk } from './folder-source.ts';
import { git, readObjects } from './git.ts';
import { diffTrees, listTree, lookUp } from './git-trees.ts';
import { keeping } from './keeping.ts';
import { withoutPointers } from './lfs.ts';
import { objectsOf } from './objects.ts';
import { findRepository, isIgnored, type Repository, readRevision, type Trees } from './repository.ts';
import {
  type Base,
  type Candidates,
  type FileId,
  type Files,
  publicFolder,
  ruleFiles,
  type Source,
  type Stored,
} from './source.ts';
import { type Edited, editedFiles, filteredId, nothingEdited } from './work-tree.ts';

/** The source for a content folder: its commit, its work tree, or the folder where there is no git. */
export async function openSource(content: string, commit?: string): Promise<Source> {
  const isFolder = statSync(content, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === false)
    throw new MissingSource(`${content} is a file. Name the folder of the newsroom with --content.`);
  const around = repositoryAround(content);
  if (around) objectsOf(around.top).begin();
  if (commit !== undefined) {
    if (!around) throw new MissingSource(`--commit needs a git repository, and ${content} is in none.`);
    return keeping(await commitSource(around, commit));
  }
  const repository = around && !isHidden(around) ? around : undefined;
  // A sparse checkout need not hold the folder on disk.
  if (!isFolder && !(repository && (await readRevision(repository)).tree !== undefined))
    throw new MissingSource(`There is no folder ${content}. Name that of the newsroom with --content.`);
  return repository ? keeping(workTreeSource(repository)) : folderSource(content);
}

function repositoryAround(content: string): Repository | undefined {
  if (kept?.around.has(content)) return kept.around.get(content);
  const around = findRepository(content);
  kept?.around.set(content, around);
  return around;
}

/** Whether a .gitignore names the folder: then it is built as it lies there, but for a commit that has it all the same. */
function isHidden(repository: Repository): boolean {
  const known = kept?.hidden.get(repository);
  if (known !== undefined) return known;
  const ignored = isIgnored(repository);
  kept?.hidden.set(repository, ignored);
  return ignored;
}

function beforeIn(repository: Repository): EditedBefore | undefined {
  if (!kept) return undefined;
  const before = kept.edited.get(repository) ?? new EditedBefore(repository);
  kept.edited.set(repository, before);
  return before;
}

/** Of a process that opens the same folder again and again. */
type Kept = {
  around: Map<string, Repository | undefined>;
  hidden: Map<Repository, boolean>;
  edited: Map<Repository, EditedBefore>;
};

let kept: Kept | undefined;

export function keepRepositories(): void {
  kept ??= { around: new Map(), hidden: new Map(), edited: new Map() };
}

/** A commit, with some files of another state laid over it: null for one that is not there. */
export function openCommit(
  repository: Repository,
  commit: string,
  over: Map<string, FileId | null> = new Map(),
): Promise<Source> {
  return commitSource(repository, commit, { ...nothingEdited, files: over });
}

async function commitSource(repository: Repository, revision: string, over = nothingEdited): Promise<Source> {
  const { commit, tree, publicTree } = await readRevision(repository, revision);
  if (commit === undefined)
    throw new MissingSource(
      `There is no commit “${revision}” in this repository. Give a commit, a branch or a tag; “git log” shows what is here.`,
    );
  if (tree === undefined)
    throw new MissingSource(
      `Commit ${commit.slice(0, 8)} has no folder “${repository.below}”. Name that of the newsroom with --content.`,
    );
  return {
    name: `commit ${commit.slice(0, 8)}`,
    candidates: (base) => treeCandidates(repository, { tree, publicTree }, base, over),
    read: (files) => withoutPointers(repository.top, readCommitted(repository, files)),
    stored: (files) => ({ top: repository.top, files }),
  };
}

function workTreeSource(repository: Repository): Source {
  let listed = nothingEdited;
  return {
    name: 'the working tree',
    async candidates(base, touched) {
      const emptyTree = () => git(repository.top, ['hash-object', '-t', 'tree', '--stdin'], '').toString().trim();
      const { commit, tree, publicTree } = await readRevision(repository);
      const some = mayDiffer({ tree, publicTree }, base, touched);
      const before = beforeIn(repository);
      const edited = { ...(await editedFiles(repository, commit ?? emptyTree(), { some, before })) };
      listed = edited;
      if (some) edited.hidden = [...new Set([...edited.hidden, ...untouched(base?.hidden ?? [], some)])];
      const candidates = await treeCandidates(repository, { tree: tree ?? emptyTree(), publicTree }, base, edited);
      return isPublicOutside(repository)
        ? { ...candidates, next: { ...candidates.next, isPublicOutside: true } }
        : candidates;
    },
    read(files) {
      const stored = files.filter(({ path }) => !listed.onDisk.has(path));
      const edited = files.filter(({ path }) => listed.onDisk.has(path));
      const read = new Map([...readCommitted(repository, stored), ...readEdited(repository, edited)]);
      return withoutPointers(repository.top, read);
    },
    stored: (files) => ({ top: repository.top, files: files.filter(({ path }) => !listed.onDisk.has(path)) }),
    ignoreRules: (paths) => listed.ignoreRules(paths),
  };
}

/** To ask git for more of them by name takes longer than to ask for all, and a command line has its end. */
const mostAsked = 300;

/** Those of a work tree that may differ from the trees; undefined: any may, also where those are no longer the base’s. */
function mayDiffer(trees: Trees, base: Base | undefined, touched: readonly string[] | undefined): string[] | undefined {
  if (!touched || !base?.tree || base.tree !== trees.tree || base.publicTree !== trees.publicTree) return undefined;
  if (touched.some((path) => ruleFiles.includes(posix.basename(path)))) return undefined;
  const all = [...new Set([...touched, ...base.dirty])]; // what was edited before may be so no more
  return all.length > mostAsked ? undefined : all;
}

/** Paths that are none of some, and lie in none of them. */
function untouched(paths: readonly string[], some: readonly string[]): string[] {
  return paths.filter((path) => !some.some((each) => path === each || path.startsWith(`${each}/`)));
}

/** The content folder is the top of the repository, and the public one lies beside it on the disk. */
function isPublicOutside({ publicBelow, content }: Repository): boolean {
  return publicBelow === undefined && existsSync(join(content, publicFolder));
}

/** The bytes of each, by path; of one in Git LFS those that its pointer stands for. */
export async function readStored({ top, files }: Stored): Promise<Map<string, Uint8Array>> {
  const ids = [...new Set(blobsOf(files))];
  const objects = await objectsOf(top).read(ids);
  return withoutPointers(
    top,
    ofFiles(files, new Map(objects.flatMap((object) => (object ? [[object.id, object.bytes]] : [])))),
  );
}

function readCommitted({ top }: Pick<Repository, 'top'>, files: Files): Map<string, Uint8Array> {
  return ofFiles(files, readObjects(top, blobsOf(files)));
}

const blobsOf = (files: Files) => files.map(({ blob }) => blob);

function ofFiles(files: Files, objects: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
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

function readEdited(repository: Repository, files: Files): Map<string, Uint8Array> {
  return new Map(
    files.map(({ path, blob }) => {
      const bytes = readOnDisk(repository.content, path);
      if (blobId(bytes, repository.algorithm) !== blob && filteredId(repository, path, bytes) !== blob)
        throw new SourceChanged(path);
      return [path, bytes];
    }),
  );
}

/** Everything that may differ between a base and trees with some files edited on top. */
async function treeCandidates(
  repository: Repository,
  trees: Trees & { tree: string },
  base: Base | undefined,
  { files: edited, untracked, hidden }: Edited,
): Promise<Candidates> {
  const next: Base = { ...trees, dirty: [...edited.keys()].sort() };
  const changed = base?.tree ? await diffBoth(repository, base, trees) : undefined;
  if (!changed || !base) {
    const files = new Map<string, FileId | null>([...listBoth(repository, trees), ...edited]);
    for (const [path, file] of files) if (file === null) files.delete(path);
    return { files, isComplete: true, untracked, hidden, next };
  }
  const reverted = base.dirty.filter((path) => !edited.has(path) && !changed.has(path));
  for (const [path, file] of lookUpBoth(repository, trees, reverted)) changed.set(path, file);
  return { files: new Map([...changed, ...edited]), isComplete: false, untracked, hidden, next };
}

type Listed = Map<string, FileId | null>;

/** Undefined if an old tree is not in this repository. */
async function diffBoth(repository: Repository, from: Trees, to: Trees): Promise<Listed | undefined> {
  const content = await diffTrees(repository, from.tree, to.tree);
  const beside = content && (await diffTrees(repository, from.publicTree, to.publicTree));
  return content && beside && new Map([...content, ...underPublic(beside)]);
}

function listBoth(repository: Repository, { tree, publicTree }: Trees): Listed {
  return new Map([...listTree(repository, tree), ...underPublic(listTree(repository, publicTree))]);
}

function lookUpBoth(repository: Repository, { tree, publicTree }: Trees, paths: readonly string[]): Listed {
  const beside = paths.filter((path) => path.startsWith(`${publicFolder}/`));
  const below = beside.map((path) => path.slice(publicFolder.length + 1));
  const content = paths.filter((path) => !beside.includes(path));
  return new Map([...lookUp(repository, tree, content), ...underPublic(lookUp(repository, publicTree, below))]);
}

function underPublic(files: Listed): Listed {
  return new Map([...files].map(([path, file]) => [`${publicFolder}/${path}`, file]));
}
