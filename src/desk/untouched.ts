/** Which files nobody has changed for long, by the history of git; modification times say nothing, since a checkout makes them. */
import { posix } from 'node:path';
import type { Seconds } from '../content/times.ts';
import { tryGit } from '../source/git.ts';
import { findRepository } from '../source/repository.ts';

/** Files by path below the content folder, and the instant since which a change of each counts. */
export type Asked = ReadonlyMap<string, Seconds>;

/** More would be too long for a command line. */
const filesPerCall = 1000;

/** Those that no commit has changed since their instants; undefined where git does not know, as outside it or in a shallow clone. */
export function untouchedOf(content: string, asked: Asked): Set<string> | undefined {
  if (asked.size === 0) return new Set();
  const repository = findRepository(content);
  if (!repository) return undefined;
  const { top, below } = repository;
  const head = tryGit(top, ['rev-parse', '--is-shallow-repository', 'HEAD']);
  if (head.status !== 0 || head.stdout.toString().startsWith('true')) return undefined;
  const untouched = new Set(asked.keys());
  const paths = [...asked.keys()].map((path) => posix.join(below, path));
  for (let start = 0; start < paths.length; start += filesPerCall)
    for (const { path, at } of changesOf(top, paths.slice(start, start + filesPerCall), Math.min(...asked.values()))) {
      const file = posix.relative(below, path);
      if (at >= (asked.get(file) ?? 0)) untouched.delete(file);
    }
  return untouched;
}

/** Paths below the top, with the instants of the commits that changed them. A small number alone would be no instant to git, but “now”. */
function* changesOf(top: string, paths: readonly string[], since: Seconds): Generator<{ path: string; at: Seconds }> {
  const flags = ['log', '-z', '--format=>%ct', '--name-only', '--no-renames', `--since=@${since} +0000`, 'HEAD'];
  const { stdout } = tryGit(top, ['--literal-pathspecs', ...flags, '--', ...paths]);
  let at = 0;
  for (const part of stdout.toString().split('\0')) {
    const [, time] = /^\n?>(\d+)$/.exec(part) ?? [];
    if (time !== undefined) at = Number(time);
    else if (part.trim() !== '') yield { path: part.replace(/^\n/, ''), at };
  }
}
