/** Where a ledger has bytes that one can go back to, if these are packed. */
import type { DatabaseSync } from 'node:sqlite';

/** `start` and `length` in bytes. */
export type Packed = { pack: string; start: number; length: number };

export class PackIndex {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  get(hash: string): Packed | undefined {
    const row = this.#db.prepare('SELECT pack, start, length FROM packed WHERE hash = ?').get(hash);
    return row as Packed | undefined;
  }

  set(hash: string, { pack, start, length }: Packed): void {
    this.#db.prepare('INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?)').run(hash, pack, start, length);
  }

  /** Forgets those that are not served; returns the packs in which nothing is left. */
  forget(hashes: readonly string[]): string[] {
    if (hashes.length === 0) return [];
    const before = this.#packs();
    const isServed = 'SELECT hash FROM file WHERE hash IS NOT NULL';
    const sql = `DELETE FROM packed WHERE hash IN (SELECT value FROM json_each(?)) AND hash NOT IN (${isServed})`;
    this.#db.prepare(sql).run(JSON.stringify(hashes));
    const after = new Set(this.#packs());
    return before.filter((pack) => !after.has(pack));
  }

  /** Of the packs with fewer than so many bytes the one with fewest, if there are more than `most` of them. */
  least(most: number, bytes: number): string | undefined {
    const sql = 'SELECT pack FROM packed GROUP BY pack HAVING sum(length) < ? ORDER BY sum(length), pack';
    const small = this.#db.prepare(sql).all(bytes) as Pick<Packed, 'pack'>[];
    return small.length > most ? small[0]?.pack : undefined;
  }

  /** All that is in a pack. */
  in(pack: string): (Omit<Packed, 'pack'> & { hash: string })[] {
    const sql = 'SELECT hash, start, length FROM packed WHERE pack = ? ORDER BY start';
    return this.#db.prepare(sql).all(pack) as (Omit<Packed, 'pack'> & { hash: string })[];
  }

  #packs(): string[] {
    return (this.#db.prepare('SELECT DISTINCT pack FROM packed').all() as Pick<Packed, 'pack'>[]).map(
      ({ pack }) => pack,
    );
  }
}
