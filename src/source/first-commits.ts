/** When git first had each file of a folder. */
import { tryGit } from './git.ts';

/** Paths from the folder on, and instants in ISO 8601; empty where the folder is in no repository. */
export function firstCommits(folder: string): Map<string, string> {
  const { status, stdout } = tryGit(folder, [
    ...['log', '--relative', '--diff-filter=A', '--no-renames', '--name-only', '-z'],
    ...['--format=%x01%aI', '--', '.'],
  ]);
  const first = new Map<string, string>();
  if (status !== 0) return first;
  let at = '';
  // The newest commit comes first: what an older one says of a file stays.
  for (const part of stdout
    .toString()
    .split('\0')
    .flatMap((each) => each.split('\n'))) {
    if (part.startsWith('\u0001')) at = part.slice(1);
    else if (part !== '') first.set(part, at);
  }
  return first;
}
