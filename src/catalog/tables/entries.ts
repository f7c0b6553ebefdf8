/** Articles that are public now, in each scope that lists them; in a scope newest first, and of one instant by path. */
import type { Seconds } from '../../content/times.ts';
import type { Database } from '../database.ts';
import { beginning, end } from '../intervals.ts';

/** An article in a scope, with what it takes to unpack it. */
export type ListedArticle = { at: Seconds; path: string; value: string };

/** What its place in a scope is told by. */
export type InOrder = Pick<ListedArticle, 'at' | 'path'>;

const select =
  'SELECT entry.at, path, value FROM entry CROSS JOIN article ON article.id = entry.article CROSS JOIN file ON file.id = entry.article WHERE entry.scope = ? AND entry.at BETWEEN ? AND ?';
const newestFirst = 'ORDER BY entry.at DESC, path';
const oldestFirst = 'ORDER BY entry.at, path DESC';

export class Entries {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(scope: number, at: Seconds, article: number): void {
    this.#db.run('INSERT INTO entry VALUES (?, ?, ?)', scope, at, article);
  }

  remove(scope: number, at: Seconds, article: number): void {
    this.#db.run('DELETE FROM entry WHERE scope = ? AND at = ? AND article = ?', scope, at, article);
  }

  newest(scope: number, limit: number): ListedArticle[] {
    return this.#db.all<ListedArticle>(`${select} ${newestFirst} LIMIT ?`, scope, beginning, end, limit);
  }

  oldest(scope: number, limit: number): ListedArticle[] {
    return this.#db.all<ListedArticle>(`${select} ${oldestFirst} LIMIT ?`, scope, beginning, end, limit);
  }

  /** Both ends belong to it. */
  between(scope: number, from: Seconds, to: Seconds): ListedArticle[] {
    return this.#db.all<ListedArticle>(`${select} ${newestFirst}`, scope, from, to);
  }

  /** The nearest ones. */
  older(scope: number, than: InOrder, limit: number): ListedArticle[] {
    const sql = `${select} AND (entry.at < ? OR path > ?) ${newestFirst} LIMIT ?`;
    return this.#db.all<ListedArticle>(sql, scope, beginning, than.at, than.at, than.path, limit);
  }

  /** The nearest one. */
  later(scope: number, than: InOrder): ListedArticle | undefined {
    const sql = `${select} AND (entry.at > ? OR path < ?) ${oldestFirst} LIMIT 1`;
    return this.#db.get<ListedArticle>(sql, scope, than.at, end, than.at, than.path);
  }
}
