/** Which files nobody has changed for long, by the history of git; modification times say nothing, since a checkout makes them. */
import { posix } from 'node:path';
import type { Seconds } from '../content/times.ts';
import { git, nulList, tryGit } from '../source/git.ts';
import { findRepository } from '../source/repository.ts';

/** `files` and `dirty`, which differ from the last commit, by path below the content folder. */
type Asked = { files: readonly string[]; dirty: readonly string[]; since: Seconds };

/** More would be too long for a command line. */
const filesPerCall = 500;

/** Those that no commit since has changed; undefined where git does not know, as outside it or in a shallow clone. */
export function untouchedFor(content: string, { files, dirty, since }: Asked): Set<string> | undefined {
  const repository = findRepository(content);
  if (!repository) return undefined;
  const { top, below } = repository;
  const isShallow = tryGit(top, ['rev-parse', '--is-shallow-repository']).stdout.toString().trim() === 'true';
  if (isShallow || tryGit(top, ['rev-parse', '--verify', '--quiet', 'HEAD']).status !== 0) return undefined;
  const untouched = new Set(files);
  for (const path of dirty) untouched.delete(path);
  for (let start = 0; start < files.length; start += filesPerCall) {
    const some = files.slice(start, start + filesPerCall).map((path) => posix.join(below, path));
    const flags = ['log', '-z', '--format=', '--name-only', '--no-renames', `--since=${since}`, 'HEAD'];
    for (const path of nulList(git(top, ['--literal-pathspecs', ...flags, '--', ...some])))
      untouched.delete(below === '' ? path : posix.relative(below, path));
  }
  return untouched;
}
