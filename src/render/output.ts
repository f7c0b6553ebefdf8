/**
 * The output folder: whether what lies in it can be trusted, and writing to it so that a reader never
 * meets half a file. A folder with something else in it is refused, never emptied.
 */

import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { RefusedOutput } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import { onFile } from '../source/system-error.ts';

const markerName = '.edition';
const temporaryName = '.tmp';

/**
 * What the folder says of itself: the edition it holds, or what of it differs from the one before, or the
 * word of the build that was writing it.
 */
export type OutputState =
  | { is: 'empty' }
  | { is: 'edition' | 'changes'; name: string }
  | { is: 'unfinished'; word: string }
  | { is: 'foreign' };

function foreign(folder: string): string {
  if (!statSync(folder).isDirectory()) return `${folder} is a file. Name a folder for the site with --out.`;
  return `${folder} holds files that Broadsheet did not write. It is never emptied: remove it yourself, or name another folder with --out.`;
}

function filled(folder: string): string {
  return `${folder} is not empty, and --changed-only is for an empty folder, or for one where the last build with this cache left what changed. Name another folder with --out.`;
}

/** What a list of removed files says of a folder of changes: those that have not come back, by path. */
export function removedIn(list: string, folder: string): string[] {
  if (!existsSync(list)) return [];
  const paths = new Set(readFileSync(list, 'utf8').split('\n').slice(0, -1));
  const isThere = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
  return [...paths].filter((path) => !isThere(path)).sort();
}

/** Links to one are none. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Makes a folder in the place of whatever else is there. False: another thread has made it meanwhile. */
function makeInPlaceOf(folder: string): boolean {
  for (;;) {
    try {
      mkdirSync(folder);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isFolder(folder)) return false;
    try {
      unlinkSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !isFolder(folder)) throw error;
    }
  }
}

export class OutputFolder {
  readonly folder: string;
  readonly #made = new Set<string>();
  /** The folder that was made last, until something is put into it. */
  #empty: string | undefined;
  readonly #removed: string | undefined;
  #word: string | undefined;
  #hasTemporary = false;
  #room = Buffer.allocUnsafeSlow(0);

  /** `removed`: the folder holds only what differs from a site elsewhere, and this file lists what is to go there. */
  constructor(folder: string, removed?: string) {
    this.folder = folder;
    this.#removed = removed;
  }

  /** The same folder for another thread, between `begin` and `finish`. No two threads write the same file. */
  static begun(folder: string): OutputFolder {
    const output = new OutputFolder(folder);
    output.#hasTemporary = true;
    return output;
  }

  state(): OutputState {
    if (!existsSync(this.folder)) return { is: 'empty' };
    if (!statSync(this.folder).isDirectory()) return { is: 'foreign' };
    const marker = join(this.folder, markerName);
    if (!existsSync(marker))
      return readdirSync(this.folder).every((name) => name === temporaryName) ? { is: 'empty' } : { is: 'foreign' };
    const text = readFileSync(marker, 'utf8').trim();
    const [, is, rest = ''] = /^(unfinished|changes) ?(.*)$/s.exec(text) ?? [];
    if (is === 'unfinished') return { is, word: rest };
    return is === 'changes' ? { is, name: rest } : { is: 'edition', name: text };
  }

  /** Throws RefusedOutput where a site may not be written. */
  accept(): void {
    if (this.state().is === 'foreign') throw new RefusedOutput(foreign(this.folder));
  }

  /**
   * Throws RefusedOutput unless the folder is empty, or holds the changes up to an edition, or what a build with that word
   * had written of them. Says which.
   */
  acceptChanges(edition: string, word: string | undefined): 'empty' | 'continued' {
    const state = this.state();
    if (state.is === 'empty') {
      if (this.#removed) rmSync(this.#removed, { force: true });
      return 'empty';
    }
    const isLeft = word === undefined && state.is === 'changes' && state.name === edition;
    if (isLeft || (state.is === 'unfinished' && state.word === word)) return 'continued';
    throw new RefusedOutput(filled(this.folder));
  }

  /** To be called before the first write: until `finish`, the folder says that it is unfinished. */
  begin(word: string): void {
    if (this.#word === word) return;
    this.#replace(markerName, `unfinished ${word}\n`);
    this.#word = word;
  }

  /** The folder now holds the edition of this name, or only what is new in it. */
  finish(name: string): void {
    this.removeTemporary();
    replaceFile(join(this.folder, markerName), this.#removed ? `changes ${name}\n` : `${name}\n`);
    this.#word = undefined;
  }

  /** To be called after the last write, where `finish` is not. */
  removeTemporary(): void {
    rmSync(join(this.folder, temporaryName), { recursive: true, force: true });
    this.#hasTemporary = false;
  }

  /** Writes a file unless it holds just these bytes. True if it was written. */
  write(path: string, content: string | Uint8Array): boolean {
    const bytes = typeof content === 'string' ? this.#encode(content) : content;
    // Folders first: what is looked at below a link would be someone else's.
    this.#attempt(path, () => this.#makeFolder(dirname(path)));
    if (!this.#isNew(path) && this.#holds(path, bytes)) return false;
    this.#replace(path, bytes);
    return true;
  }

  /** Until the next text: making room for each would take longer than to fill it. */
  #encode(text: string): Uint8Array {
    const most = 3 * text.length;
    if (this.#room.length < most) this.#room = Buffer.allocUnsafeSlow(2 * most);
    return this.#room.subarray(0, this.#room.write(text));
  }

  #holds(path: string, bytes: Uint8Array): boolean {
    const file = join(this.folder, path);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) rmSync(file, { recursive: true });
    if (!stat?.isFile() || stat.size !== bytes.length) return false;
    return Buffer.compare(readFileSync(file), bytes) === 0;
  }

  /** Nothing can be there: its folder has just been made. To be asked when something is put there. */
  #isNew(path: string): boolean {
    const isNew = dirname(path) === this.#empty;
    if (isNew) this.#empty = undefined;
    return isNew;
  }

  #makeFolder(path: string): void {
    if (this.#made.has(path) || path === '.') return;
    this.#makeFolder(dirname(path));
    const folder = join(this.folder, path);
    if ((this.#isNew(path) || !isFolder(folder)) && makeInPlaceOf(folder)) this.#empty = path;
    this.#made.add(path);
  }

  #replace(path: string, bytes: string | Uint8Array): void {
    if (!this.#hasTemporary) this.#attempt(path, () => this.#makeTemporary());
    replaceFile(join(this.folder, path), bytes, join(this.folder, temporaryName, `next-${threadId}`));
  }

  /** Made anew, since a build that was killed may have left it with or without something in it. */
  #makeTemporary(): void {
    const temporary = join(this.folder, temporaryName);
    rmSync(temporary, { recursive: true, force: true });
    makeFolder(temporary);
    this.#hasTemporary = true;
  }

  #attempt(path: string, work: () => void): void {
    onFile(join(this.folder, path), 'written', work);
  }

  /** Removes a file, and the folders that are empty without it. Nothing below a link is touched. */
  remove(path: string): void {
    // Noted first, and also of what is not here: it is to go from the site elsewhere.
    if (this.#removed) onFile(this.#removed, 'written', (list) => appendFileSync(list, `${path}\n`));
    if (!this.#isReached(dirname(path))) return;
    rmSync(join(this.folder, path), { recursive: true, force: true });
    let folder = dirname(path);
    while (folder !== '.') {
      try {
        rmdirSync(join(this.folder, folder));
      } catch {
        return; // not empty, or already gone
      }
      this.#made.delete(folder);
      folder = dirname(folder);
    }
  }

  /** Whether a folder is there and no link leads to it. */
  #isReached(path: string): boolean {
    if (path === '.') return true;
    return this.#isReached(dirname(path)) && isFolder(join(this.folder, path));
  }

  /** Removes every file that is not to be here: for a folder that another build left. Links are never followed. */
  removeAllBut(isWanted: (path: string) => boolean): string[] {
    const removed: string[] = [];
    const walk = (below: string) => {
      for (const entry of readdirSync(join(this.folder, below), { withFileTypes: true })) {
        const path = below ? `${below}/${entry.name}` : entry.name;
        if (path === markerName || path === temporaryName) continue;
        if (entry.isDirectory()) walk(path);
        else if (!entry.isFile() || !isWanted(path)) removed.push(path);
      }
    };
    if (existsSync(this.folder)) walk('');
    for (const path of removed) this.remove(path);
    return removed;
  }
}
