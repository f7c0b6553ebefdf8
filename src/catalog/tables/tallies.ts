/** How much each scope has, in the whole (bucket 0) and by its periods (`content/periods.ts`), as far as it is counted by them. */
import type { Language } from '../../content/names.ts';
import { readScope, scopeName } from '../../content/scopes.ts';
import type { Bucket } from '../../content/times.ts';
import type { Database } from '../database.ts';

/** How many, and the bytes of their rows at the most. */
export type Size = { n: number; bytes: number };

export const nothing: Size = { n: 0, bytes: 0 };

export class Tallies {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(scope: number, bucket: Bucket): Size {
    return this.#db.get<Size>('SELECT n, bytes FROM tally WHERE scope = ? AND bucket = ?', scope, bucket) ?? nothing;
  }

  set(scope: number, bucket: Bucket, { n, bytes }: Size): void {
    if (n === 0) this.#db.run('DELETE FROM tally WHERE scope = ? AND bucket = ?', scope, bucket);
    else
      this.#db.run(
        'INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = excluded.n, bytes = excluded.bytes',
        ...[scope, bucket, n, bytes],
      );
  }

  /** Both ends belong to it; oldest first. */
  between(scope: number, from: Bucket, to: Bucket): ({ bucket: Bucket } & Size)[] {
    const sql = 'SELECT bucket, n, bytes FROM tally WHERE scope = ? AND bucket BETWEEN ? AND ? ORDER BY bucket';
    return this.#db.all(sql, scope, from, to);
  }

  /** The first between two that has something. */
  first(scope: number, from: Bucket, to: Bucket): Bucket | undefined {
    const sql = 'SELECT bucket FROM tally WHERE scope = ? AND bucket BETWEEN ? AND ? ORDER BY bucket LIMIT 1';
    return this.#db.get<{ bucket: Bucket }>(sql, scope, from, to)?.bucket;
  }

  /** Everything that is counted. */
  everywhere(): { scope: number; bucket: Bucket }[] {
    return this.#db.all('SELECT scope, bucket FROM tally');
  }

  /** Numbers of the scopes that are counted. */
  scopes(): number[] {
    return this.#db.all<{ scope: number }>('SELECT DISTINCT scope FROM tally').map(({ scope }) => scope);
  }

  forget(scope: number): void {
    this.#db.run('DELETE FROM tally WHERE scope = ?', scope);
  }

  /** Ids of a listing that have so many articles in a language, sorted. */
  ids(of: string, language: Language, least = 1): string[] {
    return this.#db
      .all<{ name: string }>(
        'SELECT name FROM scope JOIN tally ON tally.scope = scope.id WHERE bucket = 0 AND n >= ? AND name GLOB ? ORDER BY name',
        least,
        scopeName({ of, language, id: '*' }),
      )
      .map(({ name }) => readScope(name).id);
  }
}
