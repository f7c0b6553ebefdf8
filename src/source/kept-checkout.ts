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
  if (headOf(folder) !== commit) {
    rmSync(folder, { recursive: true });
    // Forced: one that somebody has deleted is still known to git.
    git(top, [...noHooks, 'worktree', 'add', '--quiet', '--force', '--detach', '--no-checkout', folder, commit]);
  }
  const without = content === '' ? [] : [content, posix.join(content, publicFolder)];
  const pathspec = ['.', ...without.map((path) => `:(exclude,literal)${path}`)];
  git(folder, [...noHooks, 'checkout', '--quiet', commit, '--', ...pathspec]);
  mkdirSync(join(folder, content), { recursive: true });
}

/** The commit of a work tree; undefined where a folder is none, whatever lies around it. */
function headOf(folder: string): string | undefined {
  if (!existsSync(join(folder, '.git'))) return undefined;
  const run = tryGit(folder, ['rev-parse', 'HEAD']);
  return run.status === 0 ? run.stdout.toString().trim() : undefined;
}
