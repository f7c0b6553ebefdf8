/**
 * A target that is a folder on this machine, from which a web server serves `current/`:
 * `a/` and `b/` (two trees), `current` (a link to one of them), `kept/` (bytes to go back to), `target.sqlite` (the ledger),
 * `cache/` (what builds remember), `outgoing/` (what readers do not have yet), and what nginx is to know of old addresses.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MachineryError } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import { type Change, editionFile } from './change-list.ts';
import { foundIn } from './found-tree.ts';
import { type Edition, Ledger } from './ledger.ts';
import { type Lock, takePublishLock } from './lock.ts';
import { redirectMaps, writeRedirectMaps } from './redirect-maps.ts';
import type { Redirects, Target, ToSend } from './target.ts';
import { names, type Tree, Trees } from './trees.ts';

/** Files that are packed and written at a time. */
const atOnce = 8;

export async function openFolderTarget(folder: string, who: string, quality?: number): Promise<Target> {
  makeFolder(folder);
  const lock = takePublishLock(folder, who);
  try {
    const target = new FolderTarget(folder, lock, quality);
    target.recover();
    return target;
  } catch (error) {
    lock.release();
    throw error;
  }
}

class FolderTarget implements Target {
  readonly ledger: Ledger;
  readonly cache: string;
  readonly outgoing: string;
  readonly #folder: string;
  readonly #lock: Lock;
  readonly #trees: Trees;
  /** The tree that readers have. */
  #live: Tree | undefined;
  /** Whether the ledger does not know what is in it. */
  #isLost = false;
  /** What is sent now. */
  #coming: ReadonlySet<string> = new Set();

  constructor(folder: string, lock: Lock, quality: number | undefined) {
    this.#folder = folder;
    this.#lock = lock;
    this.#trees = new Trees(folder, (path) => this.#isOwn(path), quality);
    this.cache = join(folder, 'cache');
    this.outgoing = join(folder, 'outgoing');
    this.ledger = new Ledger(join(folder, 'target.sqlite'));
  }

  /**
   * A publish that was stopped after the switch is ended; one that was stopped before it is as if it had never begun. Where the trees
   * are not those of the ledger, all is sent anew.
   */
  recover(): void {
    const unfinished = this.ledger.unfinished();
    const live = this.#trees.live();
    if (unfinished && live === unfinished.tree) this.ledger.finish(unfinished.edition, other(live));
    else if (unfinished) this.ledger.dropUnfinished();
    const known = this.ledger.served(editionFile)?.hash;
    const having = (tree: Tree | undefined) => tree && hashOf(join(this.#folder, tree, editionFile));
    this.#live = live ?? (known === undefined ? undefined : names.find((tree) => having(tree) === known));
    this.#isLost = having(this.#live) !== known;
    // Due at once, so that readers have it again though there is no other commit.
    if (!this.#isLost && this.#live && !this.#trees.hasLink()) this.ledger.set('due', '0');
    if (!this.#isLost) return;
    this.emptyOutgoing();
    this.ledger.recovery.adopt(this.#live ? foundIn(join(this.#folder, this.#live)) : { files: [] });
  }

  /** All of it is here. */
  async load(): Promise<void> {}

  async kept(hash: string): Promise<string> {
    return this.#trees.kept(hash);
  }

  async send({ edition, stages, fileOf }: ToSend): Promise<Edition> {
    const changes = stages.flat();
    this.#coming = new Set(changes.flatMap(({ path, after }) => (after ? [path] : [])));
    const idle = this.#live === 'a' ? 'b' : 'a';
    const live = this.#isLost ? undefined : this.#live;
    if (!existsSync(join(this.#folder, idle, editionFile)) || !live) {
      this.#trees.empty(idle);
      if (live) this.ledger.recovery.leaveBehind(idle);
    }
    const begun = this.ledger.begin(edition, changes, idle);
    if (live) for (const { path, before } of changes) if (before) this.#trees.keep(live, path, before);
    await this.#bringUpToDate(idle, live, { changes, fileOf, at: edition.at });
    await this.#trees.sync();
    this.#verify(idle, changes);
    await this.#trees.switchTo(idle);
    this.ledger.finish(begun, other(idle));
    this.#live = idle;
    if (this.#isLost) this.#beginAnew(begun, other(idle));
    if (!live) await this.#follow(other(idle), idle);
    this.#trees.forget(this.ledger.forgetOld());
    return begun;
  }

  /** After the first edition the other tree gets all of it, so that the next one costs what it changes. */
  async #follow(tree: Tree, live: Tree): Promise<void> {
    for (const path of this.ledger.behind(tree)) {
      const served = this.ledger.served(path);
      if (served) this.#trees.link(live, tree, path, served.isGone);
    }
    await this.#trees.sync();
    this.ledger.caughtUp(tree);
  }

  #beginAnew({ number }: Edition, old: Tree): void {
    this.ledger.recovery.begunAnew(number);
    this.#trees.empty(old);
    rmSync(this.#trees.kept(''), { recursive: true, force: true });
    this.#isLost = false;
  }

  #isOwn(path: string): boolean {
    return this.#coming.has(path) || this.ledger.served(path) !== undefined;
  }

  /** What goes comes first: a file may stand where a folder is to be. */
  async #bringUpToDate(
    idle: Tree,
    live: Tree | undefined,
    { changes, fileOf, at }: Pick<ToSend, 'fileOf'> & { changes: readonly Change[]; at: number },
  ): Promise<void> {
    const changed = new Map(changes.map((change) => [change.path, change]));
    const paths = [...new Set([...this.ledger.behind(idle), ...changed.keys()])];
    const wanted = new Map(
      paths.map((path) => [path, changed.has(path) ? changed.get(path)?.after : this.ledger.served(path)]),
    );
    for (const path of paths) if (!wanted.get(path)) this.#trees.remove(idle, path);
    const files = wanted.entries();
    const work = async () => {
      for (const [path, after] of files) {
        const change = changed.get(path);
        if (!after) continue;
        if (change)
          await this.#trees.place(idle, path, { file: mustBeThere(await fileOf(change)), at, isGone: after.isGone });
        else if (live) this.#trees.link(live, idle, path, after.isGone);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  /** Before readers have it: what lies there is what was to be sent. */
  #verify(tree: Tree, changes: readonly Change[]): void {
    for (const { path, after } of changes) {
      const files = [false, true].map((isGone) => this.#trees.fileIn(tree, path, isGone));
      const [there, gone] = after?.isGone ? files.reverse() : files;
      const hash = there === undefined ? undefined : hashOf(there);
      const isStray = gone !== there && isFile(gone);
      if (hash !== after?.hash || isStray)
        throw new MachineryError(
          `${there} is not what was written there. Readers still have the last edition; see what else writes to ${this.#folder}, then publish again.`,
        );
    }
  }

  /** A link that somebody removed is put back. A file that would be the same is not touched, so that whoever watches it does nothing in vain. */
  async lead({ stamp, read }: Redirects): Promise<void> {
    if (this.#live && !this.#trees.hasLink()) await this.#trees.switchTo(this.#live);
    const answers = this.ledger.answers();
    const files = Object.values(redirectMaps).map((name) => join(this.#folder, name));
    const from = `${stamp} ${createHash('sha256')
      .update(JSON.stringify([...answers]))
      .digest('hex')}`;
    if (this.ledger.get('led') === from && files.every((file) => existsSync(file))) return;
    const maps = writeRedirectMaps(await read(), answers);
    for (const [which, name] of Object.entries(redirectMaps)) {
      const file = join(this.#folder, name);
      const bytes = maps[which as keyof typeof maps];
      if (!existsSync(file) || !readFileSync(file).equals(bytes)) replaceFile(file, bytes);
    }
    this.ledger.set('led', from);
  }

  emptyOutgoing(): void {
    rmSync(this.outgoing, { recursive: true, force: true });
  }

  /** It is written down as it happens. */
  async save(): Promise<void> {}

  async close(): Promise<void> {
    this.ledger.close();
    this.#lock.release();
  }
}

function other(tree: Tree): Tree {
  return tree === 'a' ? 'b' : 'a';
}

function mustBeThere(file: string): string {
  if (existsSync(file)) return file;
  throw new MachineryError(
    `${file} is not there any more, and that edition needs it. Readers have what they had. Take back what is wrong with “git revert”, and publish that.`,
  );
}

function isFile(path: string | undefined): path is string {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

function hashOf(file: string): string | undefined {
  if (!isFile(file)) return undefined;
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
