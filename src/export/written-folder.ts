/**
 * A folder that is written again and again, and that others may write to: a file is only replaced or removed as long as it
 * is what was written here last. Which files these are stands in a list beside them, a line for each before it is written,
 * so that a kill loses nothing.
 */

import { hash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusedOutput } from '../errors.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { replaceFile } from '../source/replace-file.ts';
import { onFile } from '../source/system-error.ts';

/** By it a folder is known for an export. */
export const listName = '.broadsheet-export';

export type FolderReport = { written: number; unchanged: number; removed: number; left: string[] };

export class WrittenFolder {
  readonly #path: string;
  readonly #before: Map<string, string>;
  readonly #now = new Map<string, string>();
  /** `left`: files that somebody else wrote or changed, so that they stay. */
  readonly report: FolderReport = { written: 0, unchanged: 0, removed: 0, left: [] };

  /** Refuses a folder that has files, and none of an export. */
  constructor(path: string) {
    this.#path = path;
    const list = join(path, listName);
    if (existsSync(path) && !existsSync(list) && onFile(path, 'read', () => readdirSync(path)).length > 0)
      throw new RefusedOutput(
        `${path} has files, and none of them is of an export. Name a new folder with --to, or an empty one.`,
      );
    onFile(path, 'made', () => mkdirSync(path, { recursive: true }));
    this.#before = existsSync(list) ? readList(readFileSync(list, 'utf8')) : new Map();
    onFile(list, 'written', () => appendFileSync(list, ''));
  }

  /** `path` has `/`. */
  put(path: string, bytes: Uint8Array | string): void {
    const now = hash('sha256', bytes);
    const file = join(this.#path, path);
    const there = readRegularFile(file);
    const isThere = there === undefined ? undefined : hash('sha256', there);
    this.#now.set(path, now);
    if (isThere === now) this.report.unchanged++;
    else if (isThere !== undefined && isThere !== this.#before.get(path)) this.report.left.push(path);
    else {
      onFile(file, 'made', () => mkdirSync(dirname(file), { recursive: true }));
      appendFileSync(join(this.#path, listName), `${now} ${path}\n`);
      replaceFile(file, bytes);
      this.report.written++;
    }
    this.#before.delete(path);
  }

  /** Removes what was written before and is not there any more, as long as nobody has changed it. */
  end(): void {
    for (const [path, written] of this.#before) {
      const file = join(this.#path, path);
      const there = readRegularFile(file);
      if (there === undefined) continue;
      if (hash('sha256', there) !== written) {
        this.report.left.push(path);
        continue;
      }
      rmSync(file);
      this.report.removed++;
      removeEmpty(dirname(path), this.#path);
    }
    const lines = [...this.#now].map(([path, now]) => `${now} ${path}\n`);
    replaceFile(join(this.#path, listName), lines.join(''));
  }
}

/** Of several lines about a file the last counts. */
function readList(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(65), line.slice(0, 64)] as const])),
  );
}

function removeEmpty(folder: string, top: string): void {
  for (let each = folder; each !== '.'; each = dirname(each)) {
    if (readdirSync(join(top, each)).length > 0) return;
    rmdirSync(join(top, each));
  }
}
