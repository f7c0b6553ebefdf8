/** A ledger and the files beside it that do not belong together: one was lost, or put back from a copy of another day. */
import type { Database } from '../catalog/database.ts';
import type { Served } from './change-list.ts';
import type { Edition } from './ledger.ts';

/** Of bytes that are not known: they are like no others. */
const unknown = '0'.repeat(64);

/** What readers have, as its files say. */
export type Found = {
  files: Iterable<Pick<Served, 'isGone'> & { path: string }>;
  edition?: Pick<Edition, 'name' | 'revision' | 'at'>;
};

export class LedgerRecovery {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * From here on every address that is known, or was found, has bytes that nobody knows, so that all of the next edition is sent,
   * and none of them ends without an answer. There is no way back to what was before.
   */
  adopt({ files, edition }: Found): void {
    this.#db.transaction(() => {
      this.#db.run('UPDATE file SET hash = ? WHERE hash IS NOT NULL', unknown);
      for (const { path, isGone } of files)
        this.#db.run(
          'INSERT INTO file VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, gone = excluded.gone',
          ...[path, unknown, Number(isGone)],
        );
      for (const table of ['answer', 'behind', 'leaving', 'change']) this.#db.exec(`DELETE FROM ${table}`);
      for (const [name, value] of Object.entries({ whole: 'yes', due: '0' }))
        this.#db.run(
          'INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
          ...[name, value],
        );
      if (edition) this.#add(edition);
      this.#db.exec('DELETE FROM edition WHERE number < (SELECT max(number) FROM edition)');
    });
  }

  /** The edition of that number was sent whole: it is the first that one can go back to. */
  begunAnew(number: number): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM change WHERE edition <= ?', number);
      this.#db.run('DELETE FROM edition WHERE number < ?', number);
    });
  }

  /** A tree has nothing yet of what is served. */
  leaveBehind(tree: string): void {
    this.#db.run('INSERT OR IGNORE INTO behind SELECT ?, path FROM file WHERE hash IS NOT NULL', tree);
  }

  #add({ name, revision, at }: Pick<Edition, 'name' | 'revision' | 'at'>): void {
    const [last] = this.#db.all<Edition>('SELECT * FROM edition ORDER BY number DESC LIMIT 1');
    if (last?.revision === revision && last.name === name) return;
    this.#db.run("INSERT INTO edition VALUES (?, ?, ?, ?, 'publish', 1)", (last?.number ?? 0) + 1, name, revision, at);
  }
}
