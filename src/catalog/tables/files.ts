/** The listing that the catalog stands for, by path below the content folder. */
import type { FileId } from '../../source/source.ts';
import type { Database } from '../database.ts';

export type CatalogFile = { id: number; path: string; mode: number; blob: string };

const columns = 'id, path, mode, blob';

export class Files {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  at(path: string): CatalogFile | undefined {
    return this.#db.get<CatalogFile>(`SELECT ${columns} FROM file WHERE path = ?`, path);
  }

  withId(id: number): CatalogFile | undefined {
    return this.#db.get<CatalogFile>(`SELECT ${columns} FROM file WHERE id = ?`, id);
  }

  all(): CatalogFile[] {
    return this.#db.all<CatalogFile>(`SELECT ${columns} FROM file`);
  }

  /** Sorted; as in `pages/*.md`, where a star stands for slashes too. */
  pathsLike(glob: string): string[] {
    return this.#db
      .all<{ path: string }>('SELECT path FROM file WHERE path GLOB ? ORDER BY path', glob)
      .map(({ path }) => path);
  }

  /** Whether a folder has another file than this. */
  isBeside(folder: string, path: string): boolean {
    const sql = "SELECT 1 FROM file WHERE path > ?1 AND path < ?1 || '~' AND path != ?2 LIMIT 1";
    return this.#db.get(sql, folder, path) !== undefined;
  }

  /** The first by path of the files with a key; that there are more is a Problem. */
  keyed(key: string): CatalogFile | undefined {
    return this.allKeyed(key)[0];
  }

  /** All files with a key, by path. */
  allKeyed(key: string): CatalogFile[] {
    return this.#db.all<CatalogFile>(`SELECT ${columns} FROM file WHERE key = ? ORDER BY path`, key);
  }

  /** Paths of the files whose key is like this, sorted. */
  keyedLike(glob: string): string[] {
    return this.#db
      .all<{ path: string }>('SELECT path FROM file WHERE key GLOB ? ORDER BY path', glob)
      .map(({ path }) => path);
  }

  /** Keys of all pictures that have these bytes. */
  keysWith(blob: string): string[] {
    const sql =
      "SELECT key FROM file WHERE blob = ? AND path NOT GLOB '*.md' AND path NOT GLOB '*.yaml' AND key IS NOT NULL";
    return this.#db.all<{ key: string }>(sql, blob).map(({ key }) => key);
  }

  /** A picture whose blob begins so; the first of several by its path. */
  pictureLike(blob: string): CatalogFile | undefined {
    return this.#db.get<CatalogFile>(
      `SELECT ${columns} FROM file WHERE blob >= ?1 AND blob < ?1 || 'g' AND path NOT GLOB '*.md' AND path NOT GLOB '*.yaml' ORDER BY path LIMIT 1`,
      blob,
    );
  }

  /** Paths of what lies in a folder, sorted. */
  pathsIn(folder: string): string[] {
    return this.#db
      .all<{ path: string }>("SELECT path FROM file WHERE path > ?1 AND path < ?1 || '~' ORDER BY path", folder)
      .map(({ path }) => path);
  }

  /** A picture that has these bytes; the first of several by its path. */
  pictureWith(blob: string): CatalogFile | undefined {
    return this.#db.get<CatalogFile>(
      `SELECT ${columns} FROM file WHERE blob = ? AND path NOT GLOB '*.md' AND path NOT GLOB '*.yaml' ORDER BY path LIMIT 1`,
      blob,
    );
  }

  /** Returns its id. `key`: of a picture, a document or a public file, what its path is compared by. */
  add(path: string, { mode, blob }: FileId, key: string | null): number {
    return this.#db.insert('INSERT INTO file (path, mode, blob, key) VALUES (?, ?, ?, ?)', path, mode, blob, key).id;
  }

  change(id: number, { mode, blob }: FileId): void {
    this.#db.run('UPDATE file SET mode = ?, blob = ? WHERE id = ?', mode, blob, id);
  }

  remove(id: number): void {
    this.#db.run('DELETE FROM file WHERE id = ?', id);
  }

  /** The targets of its rows in `ref`, packed. */
  refs(id: number): Uint8Array | null {
    return this.#db.get<{ refs: Uint8Array | null }>('SELECT refs FROM file WHERE id = ?', id)?.refs ?? null;
  }

  setRefs(id: number, packed: Uint8Array): void {
    this.#db.run('UPDATE file SET refs = ? WHERE id = ?', packed, id);
  }
}
