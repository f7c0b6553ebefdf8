/** Old addresses that lead to stories: as they are compared (`claimOf`), and as they are asked for. */
import { claimOf } from '../../content/redirect.ts';
import type { Database } from '../database.ts';
import { states } from './articles.ts';

export type ClaimedAddress = { address: string; path: string };

export class Claims {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The old addresses of a file, in place of those that it had. */
  replace(file: number, addresses: readonly string[]): void {
    const sql = 'SELECT claim, address FROM claim WHERE file = ?';
    const had = new Map(
      this.#db.all<{ claim: string; address: string }>(sql, file).map((row) => [row.claim, row.address]),
    );
    const has = new Map(addresses.toReversed().map((address) => [claimOf(address), address]));
    for (const [claim, address] of had)
      if (has.get(claim) !== address) this.#db.run('DELETE FROM claim WHERE claim = ? AND file = ?', claim, file);
    for (const [claim, address] of has)
      if (had.get(claim) !== address) this.#db.run('INSERT INTO claim VALUES (?, ?, ?)', claim, file, address);
  }

  /** The first file by path that claims an address, whether it is public or not. */
  pathOf(address: string): string | undefined {
    return this.#db.get<{ path: string }>(
      'SELECT path FROM claim JOIN file ON file.id = claim.file WHERE claim = ? ORDER BY path LIMIT 1',
      claimOf(address),
    )?.path;
  }

  /** Ids of files that claim something below the folder that a claim would be. */
  filesBelow(claim: string): number[] {
    return this.#db
      .all<{ file: number }>("SELECT file FROM claim WHERE claim > ?1 || '/' AND claim < ?1 || '0'", claim)
      .map(({ file }) => file);
  }

  /** All below the folder that a claim would be, by path. */
  below(claim: string): ClaimedAddress[] {
    return this.#db.all<ClaimedAddress>(
      "SELECT path, address FROM claim JOIN file ON file.id = claim.file WHERE claim > ?1 || '/' AND claim < ?1 || '0' ORDER BY path, address",
      claim,
    );
  }

  /** The article that an address leads to now, spelled just so: its id. */
  articleAt(address: string): number | undefined {
    return this.#db.get<{ id: number }>(
      `SELECT article.id FROM claim JOIN article ON article.id = claim.file WHERE claim = ? AND address = ? AND state != ${states.hidden}`,
      claimOf(address),
      address,
    )?.id;
  }

  /** All that lead somewhere now. */
  leading(): ClaimedAddress[] {
    return this.#db.all<ClaimedAddress>(
      `SELECT address, path FROM claim JOIN article ON article.id = claim.file JOIN file ON file.id = claim.file WHERE state != ${states.hidden}`,
    );
  }

  /** All of pages, topics and authors. */
  ofUndated(): ClaimedAddress[] {
    return this.#db.all<ClaimedAddress>(
      "SELECT address, path FROM claim JOIN file ON file.id = claim.file WHERE path GLOB 'pages/*' OR path GLOB 'topics/*' OR path GLOB 'authors/*'",
    );
  }

  /** All of stories that nobody may see yet. */
  hidden(): ClaimedAddress[] {
    return this.#db.all<ClaimedAddress>(
      `SELECT address, path FROM article JOIN claim ON claim.file = article.id JOIN file ON file.id = article.id WHERE state != ${states.public} AND state = ${states.hidden}`,
    );
  }

  /** Of files up to a path, all with one of some claims, or with one below the folder that `below` would be; by path. */
  rivals(path: string, claims: readonly string[], below: string | null): ClaimedAddress[] {
    return this.#db.all<ClaimedAddress>(
      `SELECT path, address FROM claim JOIN file ON file.id = claim.file
       WHERE path <= ?1 AND (claim IN (SELECT value FROM json_each(?2)) OR claim > ?3 || '/' AND claim < ?3 || '0')
       ORDER BY path, address`,
      path,
      JSON.stringify(claims),
      below,
    );
  }
}
