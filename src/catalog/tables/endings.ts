/** Addresses that ended on purpose, as `gone.yaml` says: by what they claim (`claimOf`). */
import type { Ending } from '../../content/endings.ts';
import { claimOf } from '../../content/redirect.ts';
import type { Database } from '../database.ts';

type Row = { says: string };

export class Endings {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Whatever the spelling of an address. */
  at(address: string): Ending | undefined {
    return this.withClaim(claimOf(address));
  }

  withClaim(claim: string): Ending | undefined {
    const row = this.#db.get<Row>('SELECT says FROM ended WHERE claim = ?', claim);
    return row && JSON.parse(row.says);
  }

  isEmpty(): boolean {
    return this.#db.get('SELECT 1 FROM ended LIMIT 1') === undefined;
  }

  all(): Ending[] {
    return this.#db.all<Row>('SELECT says FROM ended').map(({ says }) => JSON.parse(says));
  }

  /** Those that lead to an address of the site. */
  leadingTo(target: string): Ending[] {
    return this.#db.all<Row>('SELECT says FROM ended WHERE target = ?', target).map(({ says }) => JSON.parse(says));
  }

  put(ending: Ending, target: string | undefined): void {
    const sql = 'INSERT OR REPLACE INTO ended VALUES (?, ?, ?)';
    this.#db.run(sql, claimOf(ending.url), JSON.stringify(ending), target ?? null);
  }

  remove({ url }: Ending): void {
    this.#db.run('DELETE FROM ended WHERE claim = ?', claimOf(url));
  }
}
