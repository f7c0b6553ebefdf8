/** Articles that are public now, in each scope that lists them; in a scope newest first, and of one instant by path. */
import type { Seconds } from '../../content/times.ts';
import { type Database, soMany } from '../database.ts';
import { beginning, end } from '../intervals.ts';

/** An article in a scope, by its number. */
export type ListedArticle = { at: Seconds; id: number; path: string };

export type Listed = Pick<ListedArticle, 'at' | 'id'>;

/** What its place in a scope is told by. */
export type InOrder = Pick<ListedArticle, 'at' | 'path'>;

const select =
  'SELECT entry.at, file.id, path FROM entry CROSS JOIN file ON file.id = entry.article WHERE entry.scope = ? AND entry.at BETWEEN ? AND ?';
const filling = `SELECT at, id, path, filled FROM (
  SELECT entry.at, file.id, path, entry.bytes,
    sum(entry.bytes) OVER (ORDER BY entry.at, path DESC ROWS UNBOUNDED PRECEDING) AS filled
  FROM entry JOIN file ON file.id = entry.article WHERE scope = ? AND entry.at BETWEEN ? AND ?)
  WHERE filled > ? AND filled - bytes <= ? ORDER BY filled DESC`;
const byInstant = `SELECT at, article AS id FROM entry WHERE scope = ? AND at BETWEEN ? AND ? ORDER BY at DESC ${soMany}`;
const newestFirst = `${select} ORDER BY entry.at DESC, path ${soMany}`;
const oldestFirst = `${select} ORDER BY entry.at, path DESC ${soMany}`;
const olderFirst = `${select} AND (entry.at < ? OR path > ?) ORDER BY entry.at DESC, path ${soMany}`;
const laterFirst = `${select} AND (entry.at > ? OR path < ?) ORDER BY entry.at, path DESC LIMIT 1`;
/** As SQLite has it. */
const asManyAsThereAre = -1;

export class Entries {
  readonly #db: Database;
  /** Scopes in which instants are shared. */
  readonly #shared = new Set<number>();

  constructor(db: Database) {
    this.#db = db;
  }

  add(scope: number, at: Seconds, article: number, bytes: number): void {
    this.#db.run('INSERT INTO entry VALUES (?, ?, ?, ?)', scope, at, article, bytes);
  }

  /** Its row has other bytes. */
  resize(scope: number, at: Seconds, article: number, bytes: number): void {
    this.#db.run('UPDATE entry SET bytes = ? WHERE scope = ? AND at = ? AND article = ?', bytes, scope, at, article);
  }

  remove(scope: number, at: Seconds, article: number): void {
    this.#db.run('DELETE FROM entry WHERE scope = ? AND at = ? AND article = ?', scope, at, article);
  }

  newest(scope: number, limit: number): Listed[] {
    return this.#newestFirst(scope, [beginning, end], limit);
  }

  newestAt(scope: number): Seconds | undefined {
    const sql = 'SELECT max(at) AS at FROM entry WHERE scope = ?';
    return this.#db.get<{ at: Seconds | null }>(sql, scope)?.at ?? undefined;
  }

  oldest(scope: number, limit: number): ListedArticle[] {
    return this.#db.all<ListedArticle>(oldestFirst, scope, beginning, end, limit);
  }

  /** Both ends belong to it. */
  between(scope: number, from: Seconds, to: Seconds): Listed[] {
    return this.#newestFirst(scope, [from, to], asManyAsThereAre);
  }

  /**
   * Those of `between` whose rows, laid end to end from the oldest on, end after `after` bytes and not after `upTo`; with
   * the next one that is newer, if there is one.
   */
  filling(
    scope: number,
    [from, to]: readonly [Seconds, Seconds],
    [after, upTo]: readonly [number, number],
  ): { rows: ListedArticle[]; next: ListedArticle | undefined } {
    const found = this.#db.all<ListedArticle & { filled: number }>(filling, scope, from, to, after, upTo);
    const rows = found.filter(({ filled }) => filled <= upTo);
    return { rows, next: found.find(({ filled }) => filled > upTo) };
  }

  /** The instants of a scope between two, both included, each as often as something stands there; oldest first. */
  instants(scope: number, from: Seconds, to: Seconds): { at: Seconds; bytes: number }[] {
    return this.#db.all('SELECT at, bytes FROM entry WHERE scope = ? AND at BETWEEN ? AND ?', scope, from, to);
  }

  /** Numbers of the scopes in which something stands. */
  scopes(): number[] {
    return this.#db.all<{ scope: number }>('SELECT DISTINCT scope FROM entry').map(({ scope }) => scope);
  }

  /** The nearest ones. */
  older(scope: number, than: InOrder, limit: number): Listed[] {
    if (!this.#shared.has(scope)) {
      const rows = this.#newestFirst(scope, [beginning, than.at], limit + 1);
      const isBehind = ({ at, id }: Listed) => at < than.at || this.#pathOf(id) > than.path;
      if (!this.#shared.has(scope)) return rows.filter(isBehind).slice(0, limit);
    }
    return this.#db.all<ListedArticle>(olderFirst, scope, beginning, than.at, than.at, than.path, limit);
  }

  /** By instants alone they come in the order in which they are kept; only stories of one instant have to be sorted. */
  #newestFirst(scope: number, [from, to]: readonly [Seconds, Seconds], limit: number): Listed[] {
    if (!this.#shared.has(scope)) {
      const withNext = limit === asManyAsThereAre ? limit : limit + 1;
      const rows = this.#db.all<Listed>(byInstant, scope, from, to, withNext);
      const areApart = rows.every(({ at }, index) => at !== rows[index + 1]?.at);
      if (areApart) return limit === asManyAsThereAre ? rows : rows.slice(0, limit);
      this.#shared.add(scope);
    }
    return this.#db.all<ListedArticle>(newestFirst, scope, from, to, limit);
  }

  #pathOf(id: number): string {
    return this.#db.get<{ path: string }>('SELECT path FROM file WHERE id = ?', id)?.path ?? '';
  }

  /** The nearest one. */
  later(scope: number, than: InOrder): ListedArticle | undefined {
    return this.#db.get<ListedArticle>(laterFirst, scope, than.at, end, than.at, than.path);
  }
}
