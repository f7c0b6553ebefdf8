/** The instants at which articles begin to stand differently by themselves, past and to come. */
import { happenings, type Turn } from '../../content/life.ts';
import type { Seconds } from '../../content/times.ts';
import type { Database } from '../database.ts';
import { packNumbers, unpackNumbers } from '../packed.ts';
import type { Articles } from './articles.ts';

/** Above the first, up to the second: whatever turns at an instant is as it will be from that on. */
export type ClockSpan = [after: Seconds, to: Seconds];

export class Turns {
  readonly #db: Database;
  readonly #articles: Articles;

  constructor(db: Database, articles: Articles) {
    this.#db = db;
    this.#articles = articles;
  }

  /** When an article turns, in place of what was known of it. */
  replace(article: number, turns: readonly Turn[]): void {
    const after = turns.map(({ at, what }) => [at, happenings.indexOf(what)] as const);
    const packed = after.length === 0 ? null : packNumbers(after.flat());
    const before = this.#articles.row(article)?.turns ?? null;
    if (packed && before && Buffer.compare(before, packed) === 0) return;
    const numbers = before ? unpackNumbers(before) : [];
    for (let index = 0; index < numbers.length; index += 2) {
      const [at = 0, what = 0] = numbers.slice(index, index + 2);
      this.#db.run('DELETE FROM turn WHERE at = ? AND what = ? AND article = ?', at, what, article);
    }
    for (const [at, what] of after) this.#db.run('INSERT OR IGNORE INTO turn VALUES (?, ?, ?)', at, what, article);
    this.#articles.setTurns(article, packed);
  }

  isAnyIn(span: ClockSpan): boolean {
    return this.#db.get('SELECT 1 FROM turn WHERE at > ? AND at <= ? LIMIT 1', ...span) !== undefined;
  }

  /** Articles that turn, each once. */
  articlesIn(span: ClockSpan): number[] {
    return this.#db
      .all<{ article: number }>('SELECT DISTINCT article FROM turn WHERE at > ? AND at <= ?', ...span)
      .map(({ article }) => article);
  }

  next(after: Seconds): Turn | undefined {
    const row = this.#db.get<{ at: number; what: number }>(
      'SELECT at, what FROM turn WHERE at > ? ORDER BY at, what LIMIT 1',
      after,
    );
    const what = row && happenings[row.what];
    return row && what && { at: row.at, what };
  }
}
