/**
 * What the editor saves in the newsroom’s repository: a story that is being written is a branch, with a request to publish
 * it beside it (`requests.ts`). Every ref moves from what it was known to be, so two at once never lose the words of one.
 */
import { MachineryError } from '../../errors.ts';
import { git, nulList, readObjects, tryGit } from '../../source/git.ts';
import { type Changes, lineOf, treeWith } from './trees.ts';

/** Told to who edits; `status` is that of HTTP. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type Person = { name: string; email: string };

export type StoredFile = { path: string; id: string; bytes: Buffer };

export type Commit = { id: string; message: string; author: Person; seconds: number };

const refOf = (branch: string) => `refs/heads/${branch}`;

export class Branches {
  readonly top: string;
  /** The one that readers get, as `main`. */
  readonly target: string;
  /** The content folder below `top`: nothing else is shown or written. */
  readonly #folder: string;
  #listed: { commit: string; files: ReadonlyMap<string, string> } | undefined;

  constructor(top: string, target: string, folder: string) {
    this.top = top;
    this.target = target;
    this.#folder = folder;
  }

  /** The commit of a branch; undefined of one that is not there. */
  head(branch: string): string | undefined {
    if (tryGit(this.top, ['check-ref-format', refOf(branch)]).status !== 0) return undefined;
    const run = tryGit(this.top, ['rev-parse', '--verify', '--quiet', `${refOf(branch)}^{commit}`]);
    return run.status === 0 ? lineOf(run.stdout) : undefined;
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

  /** A commit on what `from` is, as the new end of a branch, which ended there or, where it is new, was not there. */
  commit(branch: string, { from, isNew }: { from: string; isNew: boolean }, saved: Saved): string {
    for (const path of saved.changes.keys()) this.#mine(path);
    const before = lineOf(git(this.top, ['rev-parse', `${from}^{tree}`]));
    const tree = treeWith(this.top, before, saved.changes) ?? before;
    const commit = this.#commitOf(tree, [from], saved);
    this.#move(branch, commit, isNew ? undefined : from);
    return commit;
  }

  /**
   * Makes a branch part of the target. Where that is checked out, the files of the working tree follow as with a merge by hand: git
   * refuses it where somebody has changed one of them and not committed that.
   */
  merge(branch: string, saved: Omit<Saved, 'changes'>): string {
    const [ours, theirs] = [this.head(this.target), this.head(branch)];
    if (ours === undefined || theirs === undefined) throw new Refused(404, `There is no branch “${branch}”.`);
    const conflicts = this.conflicts(branch);
    if (typeof conflicts !== 'string')
      throw new Refused(
        405,
        `Somebody else has published another text of the same file meanwhile: ${conflicts.join(', ')}. Nothing was published and nothing is lost.`,
      );
    const commit = this.#commitOf(conflicts, [ours, theirs], saved);
    if (this.#isCheckedOut()) this.#follow(commit);
    else this.#move(this.target, commit, ours);
    this.remove(branch);
    return commit;
  }

  /** The tree of both, or the files in which the two differ at the same place. */
  conflicts(branch: string): string | string[] {
    const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', this.target, refOf(branch)];
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

  remove(branch: string): boolean {
    const end = this.head(branch);
    if (end === undefined || branch === this.target) return false;
    return tryGit(this.top, ['update-ref', '-d', refOf(branch), end]).status === 0;
  }

  #mine(path: string): string {
    const names = path.split('/');
    const isIn = this.#folder === '' || path.startsWith(`${this.#folder}/`);
    const isOdd = names.some((name) => name === '' || name.startsWith('.') || /[\\\p{Cc}]/u.test(name));
    if (!isIn || isOdd) throw new Refused(403, `The editor does not write “${path}”, which is no file of the content.`);
    return path;
  }

  #commitOf(tree: string, parents: readonly string[], { message, author }: Omit<Saved, 'changes'>): string {
    const by = Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, author.name],
        [`GIT_${who}_EMAIL`, author.email],
      ]),
    );
    const args = ['commit-tree', tree, ...parents.flatMap((id) => ['-p', id])];
    const run = tryGit(this.top, args, message, by);
    if (run.status !== 0) throw new MachineryError(`git commit-tree failed: ${run.stderr}`);
    return lineOf(run.stdout);
  }

  #move(branch: string, to: string, from: string | undefined): void {
    const run = tryGit(this.top, ['update-ref', refOf(branch), to, from ?? '0'.repeat(to.length)]);
    if (run.status !== 0)
      throw new Refused(409, 'Somebody else has saved at the same moment. Nothing is lost: save again.');
  }

  #isCheckedOut(): boolean {
    const run = tryGit(this.top, ['symbolic-ref', '--quiet', 'HEAD']);
    return run.status === 0 && lineOf(run.stdout) === refOf(this.target) && !this.#isBare();
  }

  #isBare(): boolean {
    return lineOf(git(this.top, ['rev-parse', '--is-bare-repository'])) === 'true';
  }

  #follow(commit: string): void {
    const run = tryGit(this.top, ['merge', '--ff-only', '--quiet', commit]);
    if (run.status !== 0)
      throw new Refused(
        409,
        `Nothing was published: a file of it is being changed in the newsroom’s folder, where that is not committed. ${run.stderr}`,
      );
  }
}

export type Saved = { changes: Changes; message: string; author: Person };
