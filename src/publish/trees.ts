/**
 * A folder that a web server serves: two trees, of which the link `current` names the one that readers have. The other is
 * brought up to date, then the link is renamed: the work is that of what changed, the switch is one step, and the edition
 * before is one step away. Unchanged files are the same file in both trees, so that they keep their time and with it their
 * ETag (nginx makes it of time and size).
 */
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onFile } from '../source/system-error.ts';
import { variantEndings, variantsOf } from './variants.ts';

export const names = ['a', 'b'] as const;
export type Tree = (typeof names)[number];

/** An empty file beside a page that only leads on: web servers then say so themselves, if they know where to. */
const movedEnding = '.moved';

/** What may lie beside a file and is of it. */
export const besides = [...variantEndings, movedEnding];

/** Files open at a time. */
const atOnce = 16;

export class Trees {
  readonly #folder: string;
  readonly #quality: number | undefined;
  readonly #isOwn: (path: string) => boolean;
  /** Files and folders that are to be on the disk before the switch. */
  readonly #unsynced = new Set<string>();

  /**
   * `isOwn` says whether the site has, or gets, a file of its own at a path, so that it is not what lies beside another.
   * `quality`: of what is packed, for tests, which have no time.
   */
  constructor(folder: string, isOwn: (path: string) => boolean, quality?: number) {
    this.#folder = folder;
    this.#isOwn = isOwn;
    this.#quality = quality;
  }

  /** The tree that readers have; undefined before the first publish, and where the link leads elsewhere. */
  live(): Tree | undefined {
    const [current, ...trees] = ['current', ...names].map((name) => realPathOf(join(this.#folder, name)));
    return current === undefined ? undefined : names.find((_, index) => trees[index] === current);
  }

  /** Whether there is a link, wherever it leads. */
  hasLink(): boolean {
    return lstatSync(join(this.#folder, 'current'), { throwIfNoEntry: false }) !== undefined;
  }

  empty(tree: Tree): void {
    rmSync(join(this.#folder, tree), { recursive: true, force: true });
  }

  fileIn(tree: Tree, path: string, isGone: boolean): string {
    return join(this.#folder, tree, isGone ? goneFile(path) : path);
  }

  /** Puts bytes at a path of a tree, with their variants; `at`, in seconds, is later than that of any edition before. */
  async place(tree: Tree, path: string, from: { file: string; at: number; isGone: boolean }): Promise<void> {
    const to = this.fileIn(tree, path, from.isGone);
    if (existsSync(dirname(to))) this.remove(tree, path);
    await this.#onFile(to, async () => {
      this.#makeFolder(dirname(to));
      const bytes = await readFile(from.file);
      writeFileSync(to, bytes);
      const beside = await this.#besideOf(path, bytes, from.file);
      const others = [...beside].filter(([ending]) => !this.#isOwn(path + ending));
      for (const [ending, content] of others) writeFileSync(to + ending, content);
      for (const each of [to, ...others.map(([ending]) => to + ending)]) {
        utimesSync(each, from.at, from.at);
        this.#unsynced.add(each);
      }
    });
  }

  /** Bytes that are gone back to are packed already. */
  async #besideOf(path: string, bytes: Buffer, file: string): Promise<Map<string, Uint8Array>> {
    const beside = this.#isKept(file) ? readBeside(file) : await variantsOf(path, bytes, this.#quality);
    if (leadsOn(path, bytes)) beside.set(movedEnding, new Uint8Array());
    return beside;
  }

  /** Makes a path of one tree what it is in the other, with its time. */
  link(from: Tree, to: Tree, path: string, isGone: boolean): void {
    this.remove(to, path);
    const source = this.fileIn(from, path, isGone);
    const target = this.fileIn(to, path, isGone);
    onFile(target, 'written', () => {
      this.#makeFolder(dirname(target));
      linkSync(source, target);
      for (const ending of this.#endingsOf(path))
        if (existsSync(source + ending)) linkSync(source + ending, target + ending);
      this.#unsynced.add(dirname(target));
    });
  }

  /** Removes what is at a path, in whatever form, and folders that are empty without it. */
  remove(tree: Tree, path: string): void {
    const root = join(this.#folder, tree);
    for (const form of new Set([path, goneFile(path)]))
      for (const ending of ['', ...this.#endingsOf(form)]) removeFile(join(root, form) + ending);
    let folder = dirname(join(root, path));
    while (folder !== root && isRemovedIfEmpty(folder)) {
      this.#unsynced.delete(folder);
      folder = dirname(folder);
    }
    if (existsSync(folder)) this.#unsynced.add(folder);
  }

  /** What is written is on the disk before readers are led to it. */
  async sync(): Promise<void> {
    const paths = [...this.#unsynced].filter((path) => existsSync(path));
    const folders = new Set(paths.map((path) => dirname(path)));
    const all = [...new Set([...paths, ...folders])];
    const next = all.values();
    const work = async () => {
      for (const path of next) await syncPath(path);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    this.#unsynced.clear();
  }

  /** From here on readers have this tree. */
  async switchTo(tree: Tree): Promise<void> {
    const link = join(this.#folder, 'current');
    await this.#onFile(link, async () => {
      rmSync(`${link}.next`, { force: true });
      symlinkSync(tree, `${link}.next`);
      renameSync(`${link}.next`, link);
      await syncPath(this.#folder);
    });
  }

  /** Keeps bytes that are served now and soon are not. */
  keep(tree: Tree, path: string, { hash, isGone }: { hash: string; isGone: boolean }): void {
    const kept = this.kept(hash);
    const file = this.fileIn(tree, path, isGone);
    if (existsSync(kept) || !existsSync(file)) return;
    onFile(kept, 'written', () => {
      mkdirSync(dirname(kept), { recursive: true });
      // No file of a tree is ever written into.
      for (const ending of variantEndings)
        if (existsSync(file + ending) && !this.#isOwn(path + ending)) linkAnew(file + ending, kept + ending);
      linkSync(file, kept);
    });
  }

  kept(hash: string): string {
    return join(this.#folder, 'kept', hash);
  }

  forget(hashes: readonly string[]): void {
    for (const hash of hashes) for (const ending of ['', ...variantEndings]) removeFile(this.kept(hash) + ending);
  }

  #isKept(file: string): boolean {
    return dirname(file) === join(this.#folder, 'kept');
  }

  /** Of what may lie beside a path and goes where it goes. */
  #endingsOf(path: string): string[] {
    return besides.filter((ending) => !this.#isOwn(path + ending));
  }

  #makeFolder(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) this.#unsynced.add(dirname(first));
  }

  async #onFile(file: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      onFile(file, 'written', () => {
        throw error;
      });
    }
  }
}

/** Where a page that says that its story was withdrawn lies: web servers find it there and answer 410. */
function goneFile(path: string): string {
  return path.endsWith('index.html') ? `${path.slice(0, -'index.html'.length)}gone.html` : path;
}

/** What was packed of kept bytes, by ending. */
function readBeside(file: string): Map<string, Uint8Array> {
  const there = variantEndings.filter((ending) => existsSync(file + ending));
  return new Map(there.map((ending) => [ending, readFileSync(file + ending)]));
}

/** A kill may have left one. */
function linkAnew(from: string, to: string): void {
  rmSync(to, { force: true });
  linkSync(from, to);
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function leadsOn(path: string, bytes: Buffer): boolean {
  return path.endsWith('.html') && bytes.includes('<meta http-equiv="refresh"');
}

function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Where a folder is, or where one would be that is not, there is no file.
    if (code === undefined || !['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code))
      onFile(file, 'removed', () => {
        throw error;
      });
  }
}

function isRemovedIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
