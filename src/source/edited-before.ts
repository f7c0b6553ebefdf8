/**
 * What git has said of edited files, for a process that stays: when one is saved again, its bytes alone are looked at, and git is
 * not asked. All of it is forgotten when the commit, the index or a setting of the repository has changed; who changes rule
 * files asks of everything (`git-source.ts`).
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { git } from './git.ts';
import type { Repository } from './repository.ts';

/** `isFiltered`: git takes in other bytes than it has. */
export type EditedFile = { isTracked: boolean; isFiltered: boolean };

/** Files of the repository’s own of which git’s answers are made. */
const ofRepository = [
  ...['index', 'config', 'config.worktree'],
  ...['exclude', 'attributes', 'sparse-checkout'].map((name) => `info/${name}`),
];

export class EditedBefore {
  readonly #repository: Repository;
  readonly #files = new Map<string, EditedFile>();
  #decisive: string[] | undefined;
  #stand = '';

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** To be called before git is asked, of some paths or of all. */
  begin(revision: string, some: readonly string[] | undefined): void {
    const stand = [revision, ...this.#decisiveFiles().map(standOf)].join('\n');
    if (some === undefined || stand !== this.#stand) this.#files.clear();
    this.#stand = stand;
  }

  get(path: string): EditedFile | undefined {
    return this.#files.get(path);
  }

  learn(path: string, file: EditedFile): void {
    this.#files.set(path, file);
  }

  #decisiveFiles(): string[] {
    const { top } = this.#repository;
    const named = ofRepository.flatMap((name) => ['--git-path', name]);
    this.#decisive ??= git(top, ['rev-parse', ...named])
      .toString()
      .trimEnd()
      .split('\n')
      .map((path) => resolve(top, path));
    return this.#decisive;
  }
}

/** Git puts a new file in the place of each that it changes. */
function standOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : '';
}
