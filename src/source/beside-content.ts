/**
 * The newsroom’s files that are no content and decide what is made of it: layouts, code, packages. A build has them from the
 * working tree, while it has content from a commit: this tells where the two are not of one commit.
 */
import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, posix } from 'node:path';
import { blobId } from './blob-id.ts';
import { git, nulList } from './git.ts';
import { lookUp } from './git-trees.ts';
import { type Stale, stalePackages } from './installed-packages.ts';
import { isIn, pathBelow } from './path-below.ts';
import { readRegularFile } from './regular-file.ts';
import type { FileId } from './source.ts';

/** Files that say which packages are to be installed. */
export const lockfiles = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

const packages = ['package.json', ...lockfiles];
const own = ['layouts', 'src', '.eleventy.ts', 'tsconfig.json'];

/** The top of the repository of the content, and the content folder below it. */
type Around = { readonly top: string; readonly below: string };

export class BesideContent {
  readonly top: string;
  /** The content folder below the top. */
  readonly content: string;
  /** The newsroom’s folder below the top; undefined where it is of another repository than its content, or of none. */
  readonly below: string | undefined;

  constructor({ top, below }: Around, newsroom: string) {
    const [realTop, real] = [realpathSync(top), realpathSync(newsroom)];
    this.top = realTop;
    this.content = below;
    this.below = isIn(realTop, real) ? pathBelow(realTop, real) : undefined;
  }

  /** Files that differ from the last commit or that it does not have, but for those that are ignored; by path in the newsroom. */
  uncommitted(): string[] {
    if (this.below === undefined || this.#isPlainlyCommitted()) return [];
    const flags = ['--porcelain', '-z', '--no-renames', '--untracked-files=all'];
    const entries = nulList(git(this.top, ['--literal-pathspecs', 'status', ...flags, '--', ...this.#paths()]));
    return this.#named(entries.map((entry) => entry.slice('XY '.length)));
  }

  /** Files of the working tree that are not as any commit has them, or that only one of the two has; by path in the newsroom. */
  differing(commit: string): string[] {
    if (this.below === undefined) return [];
    const flags = ['--name-only', '-z', '--no-renames', commit];
    const tracked = nulList(git(this.top, ['--literal-pathspecs', 'diff', ...flags, '--', ...this.#paths()]));
    return [...new Set([...this.#named(tracked), ...this.uncommitted()])];
  }

  /** Packages that are not installed as the lockfile of the newsroom has them. */
  stale(): Stale[] {
    const { top, below } = this;
    if (below === undefined) return [];
    const home = upwards(below).find((each) => lockfiles.some((name) => existsSync(join(top, each, name))));
    return home === undefined ? [] : stalePackages(join(top, home));
  }

  /** Whether every file is seen to be committed without asking git’s index, which grows with the archive. */
  #isPlainlyCommitted(): boolean {
    const paths = this.#paths();
    const committed = [...lookUp(this, 'HEAD', paths)].filter(([, file]) => file !== null);
    const there = new Set(paths.flatMap((path) => filesAt(this.top, path)));
    return (
      committed.length === there.size && committed.every(([path, file]) => there.has(path) && this.#has(path, file))
    );
  }

  #has(path: string, file: FileId | null): boolean {
    const bytes = readRegularFile(join(this.top, path));
    return bytes !== undefined && blobId(bytes, file?.blob.length === 64 ? 'sha256' : 'sha1') === file?.blob;
  }

  /** Packages may also be named above the newsroom, where several programs of a repository share them. */
  #paths(): string[] {
    const { below = '' } = this;
    return [...own.map((path) => posix.join(below, path)), ...upwards(below).flatMap((each) => within(each, packages))];
  }

  #named(paths: readonly string[]): string[] {
    const { below = '', content } = this;
    const isContent = (path: string) => path.startsWith(`${content}/`);
    return paths.filter((path) => !isContent(path)).map((path) => posix.relative(below, path));
  }
}

/** A folder below the top of a repository, and those above it, up to the top. */
export function upwards(below: string): string[] {
  return below === '' ? [''] : [below, ...upwards(posix.dirname(below).replace(/^\.$/, ''))];
}

/** What is not a folder, at a path or below it; by path below the top. */
function filesAt(top: string, path: string): string[] {
  const stat = lstatSync(join(top, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return readdirSync(join(top, path)).flatMap((name) => filesAt(top, posix.join(path, name)));
}

function within(folder: string, names: readonly string[]): string[] {
  return names.map((name) => posix.join(folder, name));
}
