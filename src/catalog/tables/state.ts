/** What the catalog as a whole stands for, and what became of its last build and check. */
import type { Database } from '../database.ts';

export type StateName =
  /** The version of the tables. */
  | 'schema'
  /** The source at the last sync (`Base`), as JSON; its instant. */
  | 'base'
  | 'now'
  | 'engine.content'
  | 'engine.all'
  /** What each kind of route is made of (`Looks`), as JSON; and hashes of that, by kind. */
  | 'engine.looks'
  | 'engine.kinds'
  /** The engine's version, as people know it. */
  | 'engine.version'
  /** How many routes there are. */
  | 'routes'
  /** The sum of what all routes are made of. */
  | 'edition'
  /** The word in an output folder that is being written. */
  | 'writing'
  /** The month that was open in the search index (`content/search/periods.ts`). */
  | 'search.open'
  /** Whether a check has seen the whole site. */
  | 'checked'
  /** Which skeletons of pages html-validate has found good, after the engine that made the pages. */
  | 'good markup'
  /** Whether `redirects.json` is to be written again. */
  | 'redirects';

export class State {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(name: StateName): string | undefined {
    return this.#db.get<{ value: string }>('SELECT value FROM state WHERE name = ?', name)?.value;
  }

  set(name: StateName, value: string): void {
    this.#db.run('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value);
  }

  forget(name: StateName): void {
    this.#db.run('DELETE FROM state WHERE name = ?', name);
  }
}
