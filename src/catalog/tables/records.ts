/** What the files that are no articles hold, as JSON: site, authors, topics, pages, notices, the front page’s picks, sizes of pictures. */
import type { Database } from '../database.ts';

export class Records {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  at(path: string): string | undefined {
    return this.#db.get<{ value: string }>('SELECT record.value FROM file JOIN record USING (id) WHERE path = ?', path)
      ?.value;
  }

  /** By the id of its file. */
  of(file: number): string | undefined {
    return this.#db.get<{ value: string }>('SELECT value FROM record WHERE id = ?', file)?.value;
  }

  /** Of files whose paths are like this, by path; null where nothing can be said of the file. */
  like(glob: string): { path: string; value: string | null }[] {
    return this.#db.all(
      'SELECT path, value FROM file LEFT JOIN record ON record.id = file.id WHERE path GLOB ? ORDER BY path',
      glob,
    );
  }

  put(file: number, value: string): void {
    this.#db.run('INSERT INTO record VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', file, value);
  }

  remove(file: number): void {
    this.#db.run('DELETE FROM record WHERE id = ?', file);
  }
}
