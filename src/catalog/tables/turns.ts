/** The instants at which what a file says begins to stand differently by itself, past and to come. */
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

  /** When an article turns, in place of what was known of it; `before`: that, packed, where it is at hand. */
  replace(article: number, turns: readonly Turn[], before = this.#articles.row(article)?.turns ?? null): void {
    const after = turns.flatMap(numbersOf);
    const packed = after.length === 0 ? null : packNumbers(after);
    if (packed && before && Buffer.compare(before, packed) === 0) return;
    this.#move(article, before ? unpackNumbers(before) : [], after);
    this.#articles.setTurns(article, packed);
  }

  /** The same of a file that is no article; `before`: as they were put last. */
  change(file: number, before: readonly Turn[], after: readonly Turn[]): void {
    this.#move(file, before.flatMap(numbersOf), after.flatMap(numbersOf));
  }

  #move(file: number, before: readonly number[], after: readonly number[]): void {
    for (let index = 0; index < before.length; index += 2) {
      const [at = 0, what = 0] = before.slice(index, index + 2);
      this.#db.run('DELETE FROM turn WHERE at = ? AND what = ? AND file = ?', at, what, file);
    }
    for (let index = 0; index < after.length; index += 2) {
      const [at = 0, what = 0] = after.slice(index, index + 2);
      this.#db.run('INSERT OR IGNORE INTO turn VALUES (?, ?, ?)', at, what, file);
    }
  }

  isAnyIn(span: ClockSpan): boolean {
    return this.#db.get('SELECT 1 FROM turn WHERE at > ? AND at <= ? LIMIT 1', ...span) !== undefined;
  }

  /** Whether something is taken from readers by the clock. */
  takesAwayIn(span: ClockSpan): boolean {
    const sql = `SELECT 1 FROM turn WHERE at > ? AND at <= ? AND what IN (${takingAway.join(', ')}) LIMIT 1`;
    return this.#db.get(sql, ...span) !== undefined;
  }

  /** Ids of the files that turn, each once. */
  filesIn(span: ClockSpan): number[] {
    return this.#db
      .all<{ file: number }>('SELECT DISTINCT file FROM turn WHERE at > ? AND at <= ?', ...span)
      .map(({ file }) => file);
  }

  /** All that is to come, in its order, with the files that turn. */
  after(now: Seconds): (Turn & { id: number; path: string })[] {
    const rows = this.#db.all<{ at: number; what: number; id: number; path: string }>(
      'SELECT at, what, id, path FROM turn JOIN file ON file.id = turn.file WHERE at > ? ORDER BY at, what, path',
      now,
    );
    return rows.flatMap(({ what, ...row }) => {
      const happening = happenings[what];
      return happening ? [{ ...row, what: happening }] : [];
    });
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

const ends: readonly Turn['what'][] = ['a story is withdrawn', 'a picture expires', 'a notice ends'];
const takingAway = ends.map((what) => happenings.indexOf(what));

/** Its instant, and the number of what happens. */
function numbersOf({ at, what }: Turn): [number, number] {
  return [at, happenings.indexOf(what)];
}
