/**
 * A commit’s files without its content, in a work tree of their own that is kept: whatever is run there reads content from
 * git, and HEAD is that commit.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { git, tryGit } from './git.ts';
import { makeFolder } from './make-folder.ts';
import { publicFolder } from './source.ts';

/** No hook of the repository is for this one. */
const noHooks = ['-c', 'core.hooksPath=/dev/null'];

/** `content` is below the top. What is installed in the folder stays, if it was of the same commit before. */
export function bringCheckout(
  folder: string,
  commit: string,
  { top, content }: { top: string; content: string },
): void {
  makeFolder(folder);
  if (!isOf(top, folder, commit)) {
    rmSync(folder, { recursive: true });
    // Forced: one that somebody has deleted is still known to git.
    git(top, [...noHooks, 'worktree', 'add', '--quiet', '--force', '--detach', '--no-checkout', folder, commit]);
  }
  const without = content === '' ? [] : [content, posix.join(content, publicFolder)];
  const pathspec = ['.', ...without.map((path) => `:(exclude,literal)${path}`)];
  git(folder, [...noHooks, 'checkout', '--quiet', commit, '--', ...pathspec]);
  mkdirSync(join(folder, content), { recursive: true });
}

/** Whether a folder is a work tree of this very repository, whatever lies around it, at that commit. */
function isOf(top: string, folder: string, commit: string): boolean {
  if (!existsSync(join(folder, '.git'))) return false;
  const where = ['rev-parse', '--path-format=absolute', '--git-common-dir'];
  const run = tryGit(folder, [...where, 'HEAD']);
  return run.status === 0 && run.stdout.toString() === `${git(top, where)}${commit}\n`;
}
