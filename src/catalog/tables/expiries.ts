/** Until when which pictures may be shown, as the files of articles say it; each with the bytes that it has now. */
import type { Seconds } from '../../content/times.ts';
import type { Database } from '../database.ts';

/** `key` of the picture's path; `blob`: `` while there is no such file. */
export type Expiry = { key: string; blob: string; at: Seconds };

const columns = 'key, blob, at';

export class Expiries {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What an article's file says, in place of what it said before. Returns the bytes of which that is not the same. */
  replace(article: number, after: readonly Expiry[]): string[] {
    const sql = `SELECT ${columns} FROM expiry WHERE article = ?`;
    const before = this.#db.all<Expiry>(sql, article);
    const [had, has] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
    const changed = [
      ...before.filter((each) => !has.has(textOf(each))),
      ...after.filter((each) => !had.has(textOf(each))),
    ];
    if (changed.length === 0) return [];
    this.#db.run('DELETE FROM expiry WHERE article = ?', article);
    for (const { key, blob, at } of after)
      this.#db.run('INSERT OR IGNORE INTO expiry VALUES (?, ?, ?, ?)', key, blob, at, article);
    return changed.map(({ blob }) => blob);
  }

  /** A picture has other bytes now, or is gone. */
  setBytes(key: string, blob: string): void {
    this.#db.run('UPDATE expiry SET blob = ? WHERE key = ?', blob, key);
  }

  /** The earliest for some bytes in a story's folder, which ends in a slash: whatever the file and whoever says it. */
  in(folder: string, blob: string): Seconds | undefined {
    const sql = 'SELECT min(at) AS at FROM expiry WHERE key >= ? AND key < ? AND blob = ?';
    return this.#db.get<{ at: Seconds | null }>(sql, folder, afterFolder(folder), blob)?.at ?? undefined;
  }

  /** The earliest for the same bytes in any other folder. */
  outside(folder: string, blob: string): Expiry | undefined {
    const sql = `SELECT ${columns} FROM expiry WHERE blob = ? AND NOT (key >= ? AND key < ?) ORDER BY at, key LIMIT 1`;
    return this.#db.get<Expiry>(sql, blob, folder, afterFolder(folder));
  }
}

function textOf({ key, blob, at }: Expiry): string {
  return `${at} ${blob} ${key}`;
}

/** What comes after everything in the folder: no sign is between a slash and 0. */
function afterFolder(folder: string): string {
  return `${folder.slice(0, -1)}0`;
}
