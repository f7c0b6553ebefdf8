/** What git knows of how commits follow each other. */

import { posix } from 'node:path';
import { MissingSource } from '../errors.ts';
import { git, nulList, tryGit } from './git.ts';
import { findRepository, type Repository } from './repository.ts';
import type { FileId } from './source.ts';

/** A commit, and what a trailer of its message says. */
type Touch = { commit: string; said: string };

/** Of the repository around a content folder, which need not be on the disk. */
export class History {
  readonly #content: string;
  readonly #why: string;
  #repository?: Repository;

  /** `why` is told where there is no repository. */
  constructor(content: string, why = 'only commits are published') {
    this.#content = content;
    this.#why = why;
  }

  get top(): string {
    return this.repository.top;
  }

  /** The content folder, below the top. */
  get below(): string {
    return this.repository.below;
  }

  /** Looked for when it is asked for, since a way back to bytes that are there needs none. */
  get repository(): Repository {
    this.#repository ??= findRepository(this.#content);
    if (this.#repository) return this.#repository;
    throw new MissingSource(
      `${this.#content} is in no git repository, and ${this.#why}. Put the newsroom into git: git init, git add ., git commit.`,
    );
  }

  /** The whole id of a commit; undefined where there is none by that name. */
  commit(revision: string): string | undefined {
    const run = tryGit(this.top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return run.status === 0 ? run.stdout.toString().trim() : undefined;
  }

  /** Whether one is the other, or one of those that it is built upon. */
  isAncestor(commit: string, of: string): boolean {
    return commit === of || tryGit(this.top, ['merge-base', '--is-ancestor', commit, of]).status === 0;
  }

  /** The commits that are taken back by those after one up to another: not by one that is itself taken back by a later one. */
  reverts(after: string, upTo: string): Set<string> {
    const run = tryGit(this.top, ['log', '-z', '--topo-order', '--format=%H%n%B', `${after}..${upTo}`]);
    const taken = new Set<string>();
    for (const text of run.status === 0 ? nulList(run.stdout) : []) {
      if (taken.has(text.slice(0, text.indexOf('\n')))) continue;
      for (const [, id = ''] of text.matchAll(/^This reverts commit ([0-9a-f]{40,64})/gm)) taken.add(id);
    }
    return taken;
  }

  /** The commits from one, which is left out, to another; none where one of them is not here. */
  between(from: string, to: string): string[] {
    const run = tryGit(this.top, ['rev-list', `${from}..${to}`]);
    return (run.status === 0 ? run.stdout.toString() : '').split('\n').filter((id) => id !== '');
  }

  /** Whether the clone leaves out what lies further back. */
  get isShallow(): boolean {
    return tryGit(this.top, ['rev-parse', '--is-shallow-repository']).stdout.toString().trim() === 'true';
  }

  /** The last commit that both are built upon; undefined where none is known. */
  forkOf(one: string, other: string): string | undefined {
    const run = tryGit(this.top, ['merge-base', one, other]);
    return run.status === 0 ? run.stdout.toString().trim() : undefined;
  }

  /**
   * The commits after one up to another in which files below the folder differ, merges aside, each with what its message
   * says behind `trailer:`, in small letters.
   */
  touching(after: string, upTo: string, { paths, trailer }: { paths: readonly string[]; trailer: string }): Touch[] {
    const format = `--format=%H %(trailers:key=${trailer},valueonly,separator=%x20)`;
    const files = paths.map((path) => posix.join(this.below, path));
    const args = ['log', '-z', '--no-merges', format, `${after}..${upTo}`, '--', ...files];
    return nulList(git(this.top, ['--literal-pathspecs', ...args])).map((line) => {
      const [commit = '', ...said] = line.trim().split(' ');
      return { commit, said: said.join(' ').toLowerCase() };
    });
  }

  /** Files below the folder that git takes for renamed from one commit to another, or to the work tree: old path to new one. */
  renames(from: string, to?: string): Map<string, string> {
    const flags = ['--name-status', '--find-renames=60%', '--diff-filter=R'];
    const run = tryGit(this.top, ['diff', '-z', this.#relative, ...flags, from, ...(to === undefined ? [] : [to])]);
    const parts = run.status === 0 ? nulList(run.stdout) : [];
    return new Map(parts.flatMap((part, index) => (index % 3 === 1 ? [[part, parts[index + 1] ?? '']] : [])));
  }

  /**
   * Files below the folder whose lines that match differ between two commits, as the second has them; null for those that
   * it does not have. `pattern` is an extended regular expression.
   */
  changedLines(from: string, to: string, pattern: string): Map<string, FileId | null> {
    return this.#changed(from, to, ['-G', pattern]);
  }

  /** Files below the folder that the first of two commits has and the second has not. */
  deleted(from: string, to: string): string[] {
    return [...this.#changed(from, to, ['--diff-filter=D']).keys()];
  }

  get #relative(): string {
    return this.below === '' ? '--relative' : `--relative=${this.below}/`;
  }

  #changed(from: string, to: string, flags: readonly string[]): Map<string, FileId | null> {
    const args = ['diff', '--raw', '-z', '--no-abbrev', '--no-renames', this.#relative, ...flags, from, to];
    const parts = nulList(git(this.top, args));
    return new Map(
      parts.flatMap((part, index): [string, FileId | null][] => {
        const [, mode, blob] = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /.exec(part) ?? [];
        if (mode === undefined || blob === undefined) return [];
        return [[parts[index + 1] ?? '', /^0+$/.test(blob) ? null : { mode: Number.parseInt(mode, 8), blob }]];
      }),
    );
  }
}
