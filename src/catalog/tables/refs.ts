/** Which file refers to what; a chance meeting of two targets’ hashes only costs a second look. */
import { type Database, soMany } from '../database.ts';
import { spotOf } from '../hash.ts';
import { packNumbers, unpackNumbers } from '../packed.ts';
import type { Files } from './files.ts';

/** What a file refers to by linking to a URL. */
export function linkRef(url: string): string {
  return `link:${url}`;
}

export class Refs {
  readonly #db: Database;
  readonly #files: Files;

  constructor(db: Database, files: Files) {
    this.#db = db;
    this.#files = files;
  }

  /** What a file refers to, in place of what it did before; `before`: that, packed, where it is at hand. */
  replace(file: number, targets: readonly string[], before = this.#files.refs(file)): void {
    const after = [...new Set(targets.map(spotOf))];
    const packed = packNumbers(after);
    if (before && Buffer.compare(before, packed) === 0) return;
    const [had, has] = [new Set(before ? unpackNumbers(before) : []), new Set(after)];
    for (const spot of had.difference(has)) this.#db.run('DELETE FROM ref WHERE target = ? AND file = ?', spot, file);
    for (const spot of has.difference(had)) this.#db.run('INSERT INTO ref VALUES (?, ?)', spot, file);
    this.#files.setRefs(file, packed);
  }

  /** Ids of files. */
  filesReferringTo(target: string): number[] {
    return this.#db
      .all<{ file: number }>('SELECT file FROM ref WHERE target = ?', spotOf(target))
      .map(({ file }) => file);
  }

  /** Ids of files. */
  filesLinkingTo(url: string): number[] {
    return this.filesReferringTo(linkRef(url));
  }

  isReferredTo(target: string): boolean {
    return this.#db.get('SELECT 1 FROM ref WHERE target = ? LIMIT 1', spotOf(target)) !== undefined;
  }

  /** Of some of the files that refer to it. */
  somePaths(target: string, limit: number): string[] {
    return this.#db
      .all<{ path: string }>(
        `SELECT path FROM ref JOIN file ON file.id = ref.file WHERE target = ? ${soMany}`,
        spotOf(target),
        limit,
      )
      .map(({ path }) => path);
  }
}
