/** Ids that stories name, or have named, by parts of what they are compared by. Nothing is ever taken back. */
import type { Database } from '../database.ts';

export class NamedIds {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** `of` is the listing whose id it is. */
  note(of: string, part: string, id: string): void {
    this.#db.run('INSERT OR IGNORE INTO named VALUES (?, ?, ?)', of, part, id);
  }

  /** Ids with a part that begins so. */
  beginning(of: string, start: string): string[] {
    // No letter comes after z and before {.
    return this.#db
      .all<{ id: string }>('SELECT id FROM named WHERE listing = ? AND part >= ? AND part < ?', of, start, `${start}{`)
      .map(({ id }) => id);
  }
}
