/** Ids of topics that stories have, or had, by parts of what they are compared by. Nothing is ever taken back. */
import type { Database } from '../database.ts';

export class Topics {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  note(part: string, id: string): void {
    this.#db.run('INSERT OR IGNORE INTO topic VALUES (?, ?)', part, id);
  }

  /** Ids with a part that begins so. */
  beginning(start: string): string[] {
    // No letter comes after z and before {.
    return this.#db
      .all<{ id: string }>('SELECT id FROM topic WHERE part >= ? AND part < ?', start, `${start}{`)
      .map(({ id }) => id);
  }
}
