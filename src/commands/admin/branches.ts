/**
 * What the editor saves in the newsroom’s repository: a story that is being written is a branch, with a request to publish
 * it beside it (`requests.ts`). Every ref moves from what it was known to be, so two at once never lose the words of one.
 */
import { MachineryError } from '../../errors.ts';
import { git, nulList, readObjects, tryGit } from '../../source/git.ts';
import { Refused } from './refused.ts';
import { importOf, type Person, type Saved, type Signed } from './saved-files.ts';

export type StoredFile = { path: string; id: string; bytes: Buffer };

export type Commit = { id: string; message: string; author: Person; seconds: number };

const refOf = (branch: string) => `refs/heads/${branch}`;

export class Branches {
  readonly top: string;
  /** The one that readers get, as `main`. */
  readonly target: string;
  /** The content folder below `top`: nothing else is shown or written. */
  readonly #folder: string;
  #heads: Map<string, string> | undefined;
  #listed: { commit: string; files: ReadonlyMap<string, string> } | undefined;

  constructor(top: string, target: string, folder: string) {
    this.top = top;
    this.target = target;
    this.#folder = folder;
  }

  /** The commit of the target or of a text’s branch, as it was when one was first asked for; undefined of what is not there. */
  head(branch: string): string | undefined {
    this.#heads ??= this.#readHeads();
    return this.#heads.get(refOf(branch));
  }

  /** Forgets what was known of the ends of branches, which others may have moved. */
  forget(): void {
    this.#heads = undefined;
  }

  #readHeads(): Map<string, string> {
    const args = ['for-each-ref', '--format=%(objectname) %(refname)', refOf(this.target), refOf('cms')];
    const lines = lineOf(git(this.top, args)).split('\n');
    return new Map(
      lines.map((line): [string, string] => {
        const space = line.indexOf(' ');
        return [line.slice(space + 1), line.slice(0, space)];
      }),
    );
  }

  /** By path. A commit never changes, so the list of the last one that was asked for is kept. */
  files(commit: string): ReadonlyMap<string, string> {
    if (this.#listed?.commit === commit) return this.#listed.files;
    const listed = git(this.top, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', this.#folder || '.']);
    const files = new Map(
      nulList(listed).flatMap((line): [string, string][] => {
        const tab = line.indexOf('\t');
        const [, type, id = ''] = line.slice(0, tab).split(' ');
        return type === 'blob' ? [[line.slice(tab + 1), id]] : [];
      }),
    );
    this.#listed = { commit, files };
    return files;
  }

  /** Those that there are of some files. */
  read(commit: string, paths: readonly string[]): StoredFile[] {
    const files = this.files(commit);
    const named = paths.flatMap((path) => {
      const id = files.get(path);
      return id === undefined ? [] : [{ path, id }];
    });
    const bytes = readObjects(
      this.top,
      named.map(({ id }) => id),
    );
    return named.map(({ path, id }) => ({ path, id, bytes: Buffer.from(bytes.get(id) ?? []) }));
  }

  /** `log -1` of a commit; the newest `most` of a path, from it on. */
  history(commit: string, path?: string, most = 1): Commit[] {
    const format = '--format=%H%x00%an%x00%ae%x00%at%x00%B%x00';
    const paths = path === undefined ? [] : [this.#mine(path)];
    const parts = git(this.top, ['log', `-${most}`, format, '-z', commit, '--', ...paths])
      .toString()
      .split('\0');
    const commits: Commit[] = [];
    for (let at = 0; at + 4 < parts.length; at += 6) {
      const [id = '', name = '', email = '', seconds = '', message = ''] = parts.slice(at, at + 5);
      commits.push({ id: id.trim(), author: { name, email }, seconds: Number(seconds), message: message.trim() });
    }
    return commits;
  }

  /**
   * A commit on what `from` is, as the new end of a branch, which ended there or, where it is new, was not there. Neither an index nor
   * a working tree has a part in it, so that nobody who works in the folder notices.
   */
  commit(branch: string, { from, isNew }: { from: string; isNew: boolean }, saved: Saved): string {
    for (const path of saved.changes.keys()) this.#mine(path);
    const begun = `refs/broadsheet/saving/${from}`;
    const run = tryGit(this.top, ['fast-import', '--quiet', '--force', '--done'], importOf(begun, from, saved));
    if (run.status !== 0) throw new MachineryError(`git fast-import failed: ${run.stderr}`);
    const commit = lineOf(git(this.top, ['show-ref', '--verify', '--hash', begun]));
    const before = isNew ? '0'.repeat(commit.length) : from;
    const moved = [`update ${refOf(branch)} ${commit} ${before}`, `delete ${begun} ${commit}`];
    this.forget();
    if (tryGit(this.top, ['update-ref', '--stdin'], `${moved.join('\n')}\n`).status === 0) return commit;
    tryGit(this.top, ['update-ref', '-d', begun, commit]);
    throw new Refused(409, savedAtOnce);
  }

  /**
   * What readers would have with a branch: a commit of both ends, on no branch and the same each time it is asked for. Or the files
   * in which they differ at the same place.
   */
  merged(branch: string): Merged | { conflicts: string[] } {
    const [ours, theirs] = [this.head(this.target), this.head(branch)];
    if (ours === undefined || theirs === undefined) throw new Refused(404, `There is no branch “${branch}”.`);
    const tree = this.#treeOf(ours, theirs);
    if (typeof tree !== 'string') return { conflicts: tree };
    const commit = this.#commitOf(tree, [ours, theirs], ofNobody);
    return { ours, theirs, commit };
  }

  /**
   * Makes a branch part of the target, as both were when `merged` was asked. Where that is checked out, the files of the working tree
   * follow as with a merge by hand: git refuses it where somebody has changed one of them and not committed that.
   */
  merge(branch: string, { ours, theirs, commit: asked }: Merged, saved: Signed): string {
    const commit = this.#commitOf(`${asked}^{tree}`, [ours, theirs], saved);
    if (this.#isCheckedOut()) this.#follow(commit);
    else this.#move(this.target, commit, ours);
    this.remove(branch, theirs);
    return commit;
  }

  /** Files in which the target and a branch differ at the same place. */
  conflicts(branch: string): string[] {
    const tree = this.#treeOf(this.target, refOf(branch));
    return typeof tree === 'string' ? [] : tree;
  }

  #treeOf(ours: string, theirs: string): string | string[] {
    const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ours, theirs];
    const run = tryGit(this.top, args);
    const [tree = '', ...files] = nulList(run.stdout);
    if (run.status > 1) throw new MachineryError(`git merge-tree failed: ${run.stderr}`);
    return run.status === 0 ? tree : files;
  }

  /** Files that the branch changes, each with whether it is gone there. */
  changed(branch: string): { path: string; isGone: boolean }[] {
    const args = ['diff', '--name-status', '--no-renames', '-z', `${this.target}...${refOf(branch)}`];
    const parts = nulList(git(this.top, args));
    const files: { path: string; isGone: boolean }[] = [];
    for (let at = 0; at + 1 < parts.length; at += 2)
      files.push({ path: parts[at + 1] ?? '', isGone: parts[at] === 'D' });
    return files;
  }

  /** Of one that ends at a commit, now or where it is named. */
  remove(branch: string, end = this.head(branch)): boolean {
    if (end === undefined || branch === this.target) return false;
    this.forget();
    return tryGit(this.top, ['update-ref', '-d', refOf(branch), end]).status === 0;
  }

  /** A path as it is below the content folder. */
  inContent(path: string): string {
    return this.#folder === '' ? path : path.slice(this.#folder.length + 1);
  }

  #mine(path: string): string {
    const names = path.split('/');
    const isIn = this.#folder === '' || path.startsWith(`${this.#folder}/`);
    const isOdd = names.some((name) => name === '' || name.startsWith('.') || /[\\\p{Cc}]/u.test(name));
    if (!isIn || isOdd) throw new Refused(403, `The editor does not write “${path}”, which is no file of the content.`);
    return path;
  }

  #commitOf(tree: string, parents: readonly string[], { message, author, seconds }: Signed): string {
    const by = Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, author.name],
        [`GIT_${who}_EMAIL`, author.email],
        [`GIT_${who}_DATE`, `@${seconds} +0000`],
      ]),
    );
    const args = ['commit-tree', tree, ...parents.flatMap((id) => ['-p', id])];
    const run = tryGit(this.top, args, message, by);
    if (run.status !== 0) throw new MachineryError(`git commit-tree failed: ${run.stderr}`);
    return lineOf(run.stdout);
  }

  #move(branch: string, to: string, from: string): void {
    this.forget();
    const run = tryGit(this.top, ['update-ref', refOf(branch), to, from]);
    if (run.status !== 0) throw new Refused(409, savedAtOnce);
  }

  #isCheckedOut(): boolean {
    const run = tryGit(this.top, ['rev-parse', '--is-bare-repository', '--symbolic-full-name', 'HEAD']);
    return run.status === 0 && lineOf(run.stdout) === `false\n${refOf(this.target)}`;
  }

  #follow(commit: string): void {
    this.forget();
    const run = tryGit(this.top, ['merge', '--ff-only', '--quiet', commit]);
    if (run.status !== 0)
      throw new Refused(
        409,
        `Nothing was published: a file of it is being changed in the newsroom’s folder, where that is not committed. ${run.stderr}`,
      );
  }
}

/** For a commit that is looked at and never published. */
const ofNobody: Signed = { message: 'A preview', author: { name: 'Broadsheet', email: '' }, seconds: 0 };

/** `commit`: of the two ends. */
export type Merged = { ours: string; theirs: string; commit: string };

const savedAtOnce = 'Somebody else has saved at the same moment. Nothing is lost: save again.';

/** As Sveltia CMS names one after a collection and a text of it: `cms/stories-world/2015%2F11%2F26%2Fferry`. */
export function isOfEditor(branch: string): boolean {
  return (
    /^cms\/[a-z0-9][a-z0-9-]*\/[\p{L}\p{N}%_][\p{L}\p{N}\p{M}%._-]*$/u.test(branch) && !/\.\.|\.lock$|\.$/.test(branch)
  );
}

/** A blob of some bytes. */
export function storedBlob(top: string, bytes: Uint8Array): string {
  return lineOf(git(top, ['hash-object', '-w', '--stdin'], bytes));
}

/** What git printed, without the end of its line. */
export function lineOf(output: Buffer): string {
  return output.toString().replace(/\n$/, '');
}
