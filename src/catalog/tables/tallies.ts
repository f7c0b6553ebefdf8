/** How many articles each scope has, in the whole (bucket 0) and by years, months or days. */
import type { Language } from '../../content/names.ts';
import { readScope, scopeName } from '../../content/scopes.ts';
import type { Bucket } from '../../content/times.ts';
import type { Database } from '../database.ts';

export class Tallies {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(scope: number, bucket: Bucket): number {
    return this.#db.get<{ n: number }>('SELECT n FROM tally WHERE scope = ? AND bucket = ?', scope, bucket)?.n ?? 0;
  }

  set(scope: number, bucket: Bucket, n: number): void {
    if (n === 0) this.#db.run('DELETE FROM tally WHERE scope = ? AND bucket = ?', scope, bucket);
    else this.#db.run('INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = excluded.n', scope, bucket, n);
  }

  /** Both ends belong to it; oldest first. */
  between(scope: number, from: Bucket, to: Bucket): { bucket: Bucket; n: number }[] {
    const sql = 'SELECT bucket, n FROM tally WHERE scope = ? AND bucket BETWEEN ? AND ? ORDER BY bucket';
    return this.#db.all(sql, scope, from, to);
  }

  /** Everything that is counted. */
  everywhere(): { scope: number; bucket: Bucket }[] {
    return this.#db.all('SELECT scope, bucket FROM tally');
  }

  /** Ids of a listing that have articles in a language, sorted. */
  ids(of: string, language: Language): string[] {
    return this.#db
      .all<{ name: string }>(
        'SELECT name FROM scope JOIN tally ON tally.scope = scope.id WHERE bucket = 0 AND name GLOB ? ORDER BY name',
        scopeName({ of, language, id: '*' }),
      )
      .map(({ name }) => readScope(name).id);
  }
}
