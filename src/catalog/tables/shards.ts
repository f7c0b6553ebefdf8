/**
 * The search index: where each public story stands in it, and the shards, which have the terms of these alone. A shard is known by a
 * scope, which is its period in a language, and a bucket of that.
 */
import type { Language } from '../../content/names.ts';
import { readScope, type Scope, scopeName, singles } from '../../content/scopes.ts';
import type { Seat } from '../../content/search/seats.ts';
import type { Seconds } from '../../content/times.ts';
import type { Database } from '../database.ts';
import type { Scopes } from './scopes.ts';

/** `terms`: packed (`terms.ts`). */
export type StoryWithTerms = { id: number; at: Seconds; path: string; terms: Uint8Array };

/** A public story; `seat`: where it stands in the index until now. */
export type SeatedStory = { id: number; at: Seconds; seat: Seat | null };

export class Shards {
  readonly #db: Database;
  readonly #scopes: Scopes;

  constructor(db: Database, scopes: Scopes) {
    this.#db = db;
    this.#scopes = scopes;
  }

  /** Of what stands in a scope of a listing between two instants, both included: oldest first, as in that listing. */
  stories(scope: number, from: Seconds, to: Seconds): Iterable<StoryWithTerms> {
    return this.#db.each<StoryWithTerms>(
      `SELECT file.id, entry.at, path, found_by.value AS terms FROM entry
       JOIN file ON file.id = entry.article JOIN found_by ON found_by.article = entry.article
       WHERE entry.scope = ? AND entry.at BETWEEN ? AND ? ORDER BY entry.at, path DESC`,
      scope,
      from,
      to,
    );
  }

  /** The same ones without their terms. */
  seated(scope: number, from: Seconds, to: Seconds): SeatedStory[] {
    return this.#db.all<SeatedStory>(
      `SELECT file.id, entry.at, seat.value AS seat FROM entry
       JOIN file ON file.id = entry.article LEFT JOIN seat ON seat.article = entry.article
       WHERE entry.scope = ? AND entry.at BETWEEN ? AND ? ORDER BY entry.at, path DESC`,
      scope,
      from,
      to,
    );
  }

  seatOf(article: number): Seat | undefined {
    return this.#db.get<{ value: Seat }>('SELECT value FROM seat WHERE article = ?', article)?.value;
  }

  setSeat(article: number, seat: Seat): void {
    this.#db.run('INSERT OR REPLACE INTO seat VALUES (?, ?)', article, seat);
  }

  forgetSeat(article: number): void {
    this.#db.run('DELETE FROM seat WHERE article = ?', article);
  }

  forgetSeats(): void {
    this.#db.run('DELETE FROM seat');
  }

  at(of: Scope, bucket: number): string | undefined {
    const sql = 'SELECT value FROM shard WHERE scope = ? AND bucket = ?';
    return this.#db.get<{ value: string }>(sql, this.#scopes.id(of), bucket)?.value;
  }

  put(of: Scope, bucket: number, value: string): void {
    this.#db.run('INSERT OR REPLACE INTO shard VALUES (?, ?, ?)', this.#scopes.id(of), bucket, value);
  }

  remove(of: Scope, bucket: number): void {
    this.#db.run('DELETE FROM shard WHERE scope = ? AND bucket = ?', this.#scopes.id(of), bucket);
  }

  /** How many shards there are of a period: they are numbered from 0. */
  count(of: Scope): number {
    const sql = 'SELECT max(bucket) AS last FROM shard WHERE scope = ?';
    const last = this.#db.get<{ last: number | null }>(sql, this.#scopes.id(of))?.last ?? null;
    return last === null ? 0 : last + 1;
  }

  /** Every period of every language that has shards, and every month of which stories are told. */
  scopes(): Scope[] {
    return [...this.#scopesLike(singles.shard('*', '*')), ...this.months('*')];
  }

  /** Every shard, and every file that tells of stories. */
  everywhere(): { scope: Scope; bucket: number }[] {
    return this.scopes().flatMap((scope) =>
      Array.from({ length: this.count(scope) }, (_, bucket) => ({ scope, bucket })),
    );
  }

  /** The months of a language, or of all, that have stories. */
  months(language: Language | '*'): Scope[] {
    return this.#scopesLike(singles.foundStories(language, '*'));
  }

  #scopesLike(scope: Scope): Scope[] {
    const sql = `SELECT name FROM scope WHERE name GLOB ? AND EXISTS (SELECT 1 FROM shard WHERE shard.scope = scope.id) ORDER BY name`;
    return this.#db.all<{ name: string }>(sql, scopeName(scope)).map(({ name }) => readScope(name));
  }
}
