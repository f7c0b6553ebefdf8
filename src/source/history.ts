/** What git knows of how commits follow each other. */

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { git, nulList, tryGit } from './git.ts';

/** Of the repository around a folder. */
export class History {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = existsSync(folder) ? folder : dirname(folder);
  }

  /** The whole id of a commit; undefined where there is none by that name. */
  commit(revision: string): string | undefined {
    const run = tryGit(this.#folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return run.status === 0 ? run.stdout.toString().trim() : undefined;
  }

  /** Whether one is the other, or one of those that it is built upon. */
  isAncestor(commit: string, of: string): boolean {
    return tryGit(this.#folder, ['merge-base', '--is-ancestor', commit, of]).status === 0;
  }

  /** The commits after one up to another that say they take back another, with what they take back. */
  reverts(after: string, upTo: string): string[] {
    const run = tryGit(this.#folder, ['log', '--format=%B', `${after}..${upTo}`]);
    const texts = run.status === 0 ? run.stdout.toString() : '';
    return [...texts.matchAll(/^This reverts commit ([0-9a-f]{40,64})/gm)].map(([, id = '']) => id);
  }

  /** The commits from one, which is left out, to another. */
  between(from: string, to: string): string[] {
    return git(this.#folder, ['rev-list', `${from}..${to}`])
      .toString()
      .split('\n')
      .filter((id) => id !== '');
  }

  /** Files that git takes for renamed from one commit to another: old path to new one, from the top of the repository. */
  renames(from: string, to: string): Map<string, string> {
    const run = tryGit(this.#folder, [
      'diff',
      '-z',
      '--name-status',
      '--find-renames=60%',
      '--diff-filter=R',
      from,
      to,
    ]);
    const parts = run.status === 0 ? nulList(run.stdout) : [];
    return new Map(parts.flatMap((part, index) => (index % 3 === 1 ? [[part, parts[index + 1] ?? '']] : [])));
  }

  /** The first words of a commit. */
  subject(commit: string): string {
    const run = tryGit(this.#folder, ['show', '-s', '--format=%s', commit]);
    return run.status === 0 ? run.stdout.toString().trim() : '';
  }
}
