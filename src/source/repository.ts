/** The git repository around a content folder, if there is one that tracks it. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tryGit } from './git.ts';
import { MachineryError } from './source.ts';

export type Repository = {
  top: string;
  /** The content folder below `top`; empty if it is `top`. */
  below: string;
  content: string;
  algorithm: 'sha1' | 'sha256';
};

/** Undefined outside git. Throws where git refuses a repository: that is never taken for none. */
export function findRepository(content: string): Repository | undefined {
  let folder = content;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const run = tryGit(folder, ['rev-parse', '--show-toplevel', '--show-object-format']);
  if (run.status !== 0) {
    if (/not a git repository/i.test(run.stderr) && !hasGitAround(folder)) return undefined;
    throw new MachineryError(`git refuses the repository around ${content}: ${run.stderr}`);
  }
  const [top = '', format] = run.stdout.toString().trim().split('\n');
  const below = relative(realpathSync(top), join(realpathSync(folder), relative(folder, content)));
  return isIgnored(top, below)
    ? undefined
    : { top, below, content, algorithm: format === 'sha256' ? 'sha256' : 'sha1' };
}

/** Whether there is a `.git` in or above a folder, though git does not take it for a repository. */
function hasGitAround(folder: string): boolean {
  return existsSync(join(folder, '.git')) || (dirname(folder) !== folder && hasGitAround(dirname(folder)));
}

/** Whether a .gitignore of the repository names a folder; what the machine or the clone ignores does not count. */
function isIgnored(top: string, folder: string): boolean {
  if (folder === '') return false;
  const [source = '', , pattern = ''] = tryGit(top, ['check-ignore', '-v', '-z', '--stdin'], `${folder}\0`)
    .stdout.toString()
    .split('\0');
  return /^(?!\/)(.*\/)?\.gitignore$/.test(source) && !pattern.startsWith('!');
}

/** The id of the content folder's tree at a revision. */
export function treeOf({ top, below }: Repository, revision: string): string | undefined {
  const run = tryGit(top, ['rev-parse', '--verify', '--quiet', below ? `${revision}:${below}` : `${revision}^{tree}`]);
  return run.status === 0 ? run.stdout.toString().trim() : undefined;
}
