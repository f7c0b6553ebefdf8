/** What each article says, how it stands at the catalog’s instant, and hashes of what it shows; by the id of its file. */
import type { Article } from '../../content/article.ts';
import type { ArticleState } from '../../content/life.ts';
import { Remembered } from '../../content/remember.ts';
import type { Database } from '../database.ts';
import { unpackArticle } from '../packed.ts';

/** Numbers for `article.state`. */
export const states = { hidden: 0, public: 1, withdrawn: 2 } as const satisfies Record<ArticleState, number>;

export type ArticleRow = {
  id: number;
  /** Null for none. */
  turns: Uint8Array | null;
  state: number;
  h1: string | null;
  h2: string | null;
  h3: string | null;
  standing: string | null;
};

/** `story.md`, `story.ru.md`: no sign is between a full stop and a slash. */
const isOfStory = "path > ?1 || '.' AND path < ?1 || '/'";

/** Of some 5 kB each: of ten thousand stories all, which are walked through several times; where memory is to be saved, a page’s. */
const mostUnpacked = { usual: 24_000, small: 500 };

export class Articles {
  readonly #db: Database;
  /** A page shows many others, and each is shown by many. */
  readonly #unpacked: Remembered<number, Article | undefined>;

  constructor(db: Database, isSmall: boolean) {
    this.#db = db;
    this.#unpacked = new Remembered(mostUnpacked[isSmall ? 'small' : 'usual']);
  }

  row(id: number): ArticleRow | undefined {
    return this.#db.get<ArticleRow>('SELECT id, turns, state, h1, h2, h3, standing FROM article WHERE id = ?', id);
  }

  /** What its file says, shared by all who ask: never to be changed. */
  written(id: number): Article | undefined {
    return this.#unpacked.get(id, () => {
      const sql = 'SELECT path, value FROM article JOIN file USING (id) WHERE id = ?';
      const row = this.#db.get<{ path: string; value: string }>(sql, id);
      return row && unpackArticle(row.value, row.path);
    });
  }

  /** To be called when rows may have been rolled back under it. */
  forgetUnpacked(): void {
    this.#unpacked.forgetAll();
  }

  at(path: string): { id: number; state: number } | undefined {
    return this.#db.get('SELECT article.id, state FROM file JOIN article USING (id) WHERE path = ?', path);
  }

  /** The first days after a day, as `2015/11/27`, with stories whose files end in, say, `.ru` (and `.md`) and are no drafts. */
  daysAfter(day: string, ending: string, most: number): string[] {
    const days: string[] = [];
    for (let last: string | undefined = day; last !== undefined && days.length < most; ) {
      last = this.#db.get<{ day: string }>(
        `SELECT substr(path, 10, 10) AS day FROM file JOIN article USING (id)
         WHERE path > ?1 AND path < 'articles0' AND path GLOB '*/*' || ?2 AND path NOT GLOB ?3 AND json_extract(value, '$.draft') IS NULL
         ORDER BY path LIMIT 1`,
        `articles/${last}0`,
        `${ending}.md`,
        ending === '' ? '*.*.md' : '',
      )?.day;
      if (last !== undefined) days.push(last);
    }
    return days;
  }

  /** Ids of those below a folder whose files end in, say, `.ru` (and `.md`), a few at a time. */
  *below(folder: string, ending: string): Generator<number, undefined> {
    const sql = `SELECT id, path FROM file JOIN article USING (id)
      WHERE path > ?1 AND path < ?2 || '~' AND path GLOB '*/*' || ?3 AND path NOT GLOB ?4 ORDER BY path LIMIT 50`;
    for (let last: string | undefined = folder; last !== undefined; ) {
      const some: { id: number; path: string }[] = this.#db.all(
        sql,
        last,
        folder,
        `${ending}.md`,
        ending === '' ? '*.*.md' : '',
      );
      for (const { id } of some) yield id;
      last = some.at(-1)?.path;
    }
  }

  /** A story in all its languages: ids. */
  ofStory(story: string): number[] {
    return this.#db
      .all<{ id: number }>(`SELECT id FROM file JOIN article USING (id) WHERE ${isOfStory}`, `articles/${story}`)
      .map(({ id }) => id);
  }

  /** Those that are hidden or withdrawn, by path: few beside an archive. */
  unpublished(): { path: string; state: number; value: string }[] {
    return this.#db.all(
      `SELECT path, state, value FROM article JOIN file USING (id) WHERE state != ${states.public} ORDER BY path`,
    );
  }

  /** Those of a day (`2015/11/27`) and of all after it, by path. */
  since(day: string): { path: string; blob: string; state: number; value: string }[] {
    return this.#db.all(
      `SELECT path, blob, state, value FROM file JOIN article USING (id)
       WHERE path > 'articles/' || ? AND path < 'articles0' ORDER BY path`,
      day,
    );
  }

  /** What those that are public say, packed; a walk through the archive. */
  *publicValues(): Generator<string, undefined> {
    for (const { value } of this.#db.each<{ value: string }>(
      `SELECT value FROM article WHERE state = ${states.public}`,
    ))
      yield value;
  }

  /** How a story stands in each of its languages, by path. */
  statesOf(story: string): { path: string; state: number }[] {
    return this.#db.all(
      `SELECT path, state FROM file JOIN article USING (id) WHERE ${isOfStory} ORDER BY path`,
      `articles/${story}`,
    );
  }

  isDraft(id: number): boolean {
    return this.#db.get("SELECT 1 FROM article WHERE id = ? AND json_extract(value, '$.draft')", id) !== undefined;
  }

  /** Where those that are not hidden stand, packed. */
  *standings(): Generator<string, undefined> {
    const sql = 'SELECT standing FROM article WHERE standing IS NOT NULL';
    for (const { standing } of this.#db.each<{ standing: string }>(sql)) yield standing;
  }

  put(id: number, state: number, value: string): void {
    this.#unpacked.forget(id);
    this.#db.run(
      'INSERT INTO article (id, state, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, value = excluded.value',
      id,
      state,
      value,
    );
  }

  setState(id: number, state: number): void {
    this.#db.run('UPDATE article SET state = ? WHERE id = ?', state, id);
  }

  /** Hashes of what it shows at each depth, and where it stands, packed; null while it is hidden. */
  setShown(id: number, { h1, h2, h3, standing }: Pick<ArticleRow, 'h1' | 'h2' | 'h3' | 'standing'>): void {
    this.#db.run('UPDATE article SET h1 = ?, h2 = ?, h3 = ?, standing = ? WHERE id = ?', h1, h2, h3, standing, id);
  }

  /** Those of its rows in `turn`, packed. */
  setTurns(id: number, packed: Uint8Array | null): void {
    this.#db.run('UPDATE article SET turns = ? WHERE id = ?', packed, id);
  }

  remove(id: number): void {
    this.#unpacked.forget(id);
    this.#db.run('DELETE FROM article WHERE id = ?', id);
  }
}
