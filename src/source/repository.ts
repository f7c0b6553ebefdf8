/** The git repository around a content folder, if there is one, and what of it belongs to the newsroom. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { MachineryError } from '../errors.ts';
import { tryGit } from './git.ts';
import { objectsOf } from './objects.ts';
import { isOfNewsroom } from './other-files.ts';
import { pathBelow } from './path-below.ts';
import { publicFolder, ruleFiles } from './source.ts';

export type Repository = {
  top: string;
  /** The content folder below `top`; empty if it is `top`. */
  below: string;
  /** The public folder below `top`; undefined where that would lie outside. */
  publicBelow: string | undefined;
  content: string;
  algorithm: 'sha1' | 'sha256';
};

/** Undefined outside git. Throws where git refuses a repository: that is never taken for none. */
export function findRepository(content: string): Repository | undefined {
  const folder = nearestFolder(content);
  const run = tryGit(folder, ['rev-parse', '--show-toplevel', '--show-object-format']);
  if (run.status !== 0) {
    if (/not a git repository/i.test(run.stderr) && !hasGitAround(folder)) return undefined;
    throw new MachineryError(`git refuses the repository around ${content}: ${run.stderr}`);
  }
  const [top = '', format] = run.stdout.toString().trim().split('\n');
  const below = pathBelow(realpathSync(top), join(realpathSync(folder), relative(folder, content)));
  const publicBelow = below === '' ? undefined : posix.join(below, publicFolder);
  return { top, below, publicBelow, content, algorithm: format === 'sha256' ? 'sha256' : 'sha1' };
}

/**
 * The index of the repository around a folder, if there is one. It alone changes when a file is added to git, as one is
 * whose merge is finished.
 */
export function indexAround(folder: string): string | undefined {
  const run = tryGit(nearestFolder(folder), ['rev-parse', '--path-format=absolute', '--git-path', 'index']);
  return run.status === 0 ? run.stdout.toString().replace(/\n$/, '') : undefined;
}

/** By what git passes over files of a folder, and takes them as they are: those of its repository above it. */
export function rulesAround(folder: string): string[] {
  const { top } = findRepository(folder) ?? {};
  const files: string[] = [];
  for (let each = folder; top !== undefined && each !== dirname(each); each = dirname(each)) {
    if (each !== folder) files.push(...ruleFiles.map((name) => join(each, name)));
    if (existsSync(join(each, '.git'))) break;
  }
  return files;
}

/** A folder, or the first above it that is there. */
function nearestFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestFolder(above);
}

/** Whether there is a `.git` in or above a folder, though git does not take it for a repository. */
function hasGitAround(folder: string): boolean {
  return existsSync(join(folder, '.git')) || (dirname(folder) !== folder && hasGitAround(dirname(folder)));
}

/** Whether a .gitignore of the repository names the content folder; what the machine or the clone ignores does not count. */
export function isIgnored({ top, below }: Repository): boolean {
  if (below === '') return false;
  const [source = '', , pattern = ''] = tryGit(top, ['check-ignore', '-v', '-z', '--stdin'], `${below}\0`)
    .stdout.toString()
    .split('\0');
  return isOfNewsroom(source) && !pattern.startsWith('!');
}

/** The ids of the trees of the content folder and of the public one, where there are such. */
export type Trees = { tree?: string; publicTree?: string };

/** The id of a revision’s commit and those of its trees, as far as there are such. */
export async function readRevision(
  { top, below, publicBelow }: Repository,
  revision = 'HEAD',
): Promise<Trees & { commit?: string }> {
  if (revision.includes('\n')) return {};
  const objects = objectsOf(top);
  // Unlike rev-parse it takes no flag and no range for a revision. Trees are asked of the commit: HEAD may have moved on.
  const [commit] = await objects.read([`${revision}^{commit}`]);
  if (!commit) return {};
  const folders = [below, publicBelow].flatMap((folder) => folder ?? []);
  const trees = await objects.read(
    folders.map((folder) => (folder ? `${commit.id}:${folder}` : `${commit.id}^{tree}`)),
  );
  const [tree, publicTree] = trees.map((each) => (each?.type === 'tree' ? each.id : undefined));
  return { commit: commit.id, tree, publicTree };
}
