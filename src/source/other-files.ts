/** Files of a work tree that no commit and no index has: what is built all the same, and what a .gitignore hides. */
import { git, nulList, tryGit, tryGitMeanwhile } from './git.ts';
import type { GitRun } from './git-call.ts';
import type { Repository } from './repository.ts';
import type { IgnoreRule } from './source.ts';

/** By path below the repository's top, each once; a repository inside it ends in a slash. */
export type OtherFiles = {
  untracked: readonly string[];
  hidden: readonly string[];
  /** Why git passes over which of some of these files when they are added, as far as it does. */
  rulesOf(paths: readonly string[]): ReadonlyMap<string, IgnoreRule>;
};

/** Of more, what is ignored is listed by itself: to ask for each would take longer. */
const mostAskedFor = 200;

/**
 * `all`: the files that are not in the index, as they would be if none were hidden; the work tree was walked for them once.
 * What the machine's or the clone's own ignore names is built: where one has a say, git is asked again without it. So it is
 * in a sparse work tree, of which a .gitignore may be missing that git knows.
 */
export async function sortOthers(
  { top }: Repository,
  { pathspec, isSparse, all }: { pathspec: readonly string[]; isSparse: boolean; all: readonly string[] },
): Promise<OtherFiles> {
  const rules = all.length <= mostAskedFor ? rulesIn(await askForRules(all, tryGitMeanwhile, top)) : undefined;
  if (rules && !isSparse && [...rules.values()].every(({ file }) => isOfNewsroom(file)))
    return {
      untracked: all.filter((path) => !rules.has(path)),
      hidden: [...rules.keys()],
      rulesOf: () => rules,
    };
  const byNewsroom = '--exclude-per-directory=.gitignore';
  const list = (...flags: string[]) => nulList(git(top, ['ls-files', '-z', '--others', ...flags, ...pathspec]));
  return {
    untracked: list(byNewsroom),
    hidden: list('--ignored', byNewsroom),
    rulesOf: (paths) => rules ?? ignoreRules(top, paths) ?? new Map(),
  };
}

/** A .gitignore of the repository, and no file of the machine or the clone. */
export function isOfNewsroom(ignoreFile: string): boolean {
  return /^(?!\/)(.*\/)?\.gitignore$/.test(ignoreFile);
}

/** The line by which each path is ignored, of those that are; undefined where git cannot say. The index has no part in it. */
function ignoreRules(top: string, paths: readonly string[]): Map<string, IgnoreRule> | undefined {
  return rulesIn(askForRules(paths, tryGit, top));
}

const nothingAsked: GitRun = { status: 0, stdout: Buffer.alloc(0), stderr: '' };

function askForRules<Run>(
  paths: readonly string[],
  run: (folder: string, args: string[], input: string) => Run,
  top: string,
): Run | GitRun {
  // With ./ before it, a name such as `:(top)x.md` is no magic word.
  const list = paths.map((path) => `./${path}\0`).join('');
  return list === '' ? nothingAsked : run(top, ['check-ignore', '--no-index', '-v', '-z', '--stdin'], list);
}

function rulesIn({ status, stdout }: GitRun): Map<string, IgnoreRule> | undefined {
  if (status > 1) return undefined;
  const fields = stdout.toString().split('\0');
  const rules = new Map<string, IgnoreRule>();
  for (let index = 0; index + 3 < fields.length; index += 4) {
    const [file = '', line, pattern = '', path = ''] = fields.slice(index, index + 4);
    const listed = path.slice(2);
    if (!pattern.startsWith('!')) rules.set(listed, { file, line: Number(line), pattern, path: listed });
  }
  return rules;
}
