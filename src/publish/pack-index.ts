/** Where a ledger has bytes that one can go back to, if these are packed. */
import type { Database } from '../catalog/database.ts';

/** `start` and `length` in bytes. */
export type Packed = { pack: string; start: number; length: number };

export class PackIndex {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(hash: string): Packed | undefined {
    return this.#db.get<Packed>('SELECT pack, start, length FROM packed WHERE hash = ?', hash);
  }

  set(hash: string, { pack, start, length }: Packed): void {
    this.#db.run('INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?)', hash, pack, start, length);
  }

  /** Forgets those that are not served; returns the packs in which nothing is left. */
  forget(hashes: readonly string[]): string[] {
    if (hashes.length === 0) return [];
    const before = this.#packs();
    const isServed = 'SELECT hash FROM file WHERE hash IS NOT NULL';
    const sql = `DELETE FROM packed WHERE hash IN (SELECT value FROM json_each(?)) AND hash NOT IN (${isServed})`;
    this.#db.run(sql, JSON.stringify(hashes));
    const after = new Set(this.#packs());
    return before.filter((pack) => !after.has(pack));
  }

  /** Of the packs with fewer than so many bytes the one with fewest, if there are more than `most` of them. */
  least(most: number, bytes: number): string | undefined {
    const sql = 'SELECT pack FROM packed GROUP BY pack HAVING sum(length) < ? ORDER BY sum(length), pack';
    const small = this.#db.all<Pick<Packed, 'pack'>>(sql, bytes);
    return small.length > most ? small[0]?.pack : undefined;
  }

  /** All that is in a pack. */
  in(pack: string): (Omit<Packed, 'pack'> & { hash: string })[] {
    const sql = 'SELECT hash, start, length FROM packed WHERE pack = ? ORDER BY start';
    return this.#db.all<Omit<Packed, 'pack'> & { hash: string }>(sql, pack);
  }

  #packs(): string[] {
    return this.#db.all<Pick<Packed, 'pack'>>('SELECT DISTINCT pack FROM packed').map(({ pack }) => pack);
  }
}
