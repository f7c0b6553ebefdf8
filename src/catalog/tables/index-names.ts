/** What indexes say of the ids of each listing that have stories in a language. */
import type { IndexName } from '../../content/index-names.ts';
import type { Language } from '../../content/names.ts';
import type { Database } from '../database.ts';

type Row = Omit<IndexName, 'role' | 'sortedAs'> & { role: string | null; sortedAs: string | null };

/** The index of a listing in a language. */
export type Index = { listing: string; language: Language };

const columns =
  'SELECT id, letter, name, role, sorted_as AS sortedAs, bytes FROM name WHERE listing = ? AND language = ?';

export class IndexNames {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  at({ listing, language }: Index, id: string): IndexName | undefined {
    const row = this.#db.get<Row>(`${columns} AND id = ?`, listing, language, id);
    return row && named(row);
  }

  all({ listing, language }: Index): IndexName[] {
    return this.#db.all<Row>(columns, listing, language).map(named);
  }

  under({ listing, language }: Index, letter: string): IndexName[] {
    return this.#db.all<Row>(`${columns} AND letter = ?`, listing, language, letter).map(named);
  }

  put({ listing, language }: Index, { id, letter, name, role, sortedAs, bytes }: IndexName): void {
    const sql = 'INSERT OR REPLACE INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
    this.#db.run(sql, listing, language, id, letter, name, role ?? null, sortedAs ?? null, bytes);
  }

  remove({ listing, language }: Index, id: string): void {
    this.#db.run('DELETE FROM name WHERE listing = ? AND language = ? AND id = ?', listing, language, id);
  }

  /** How much stands under each letter. */
  sizes({ listing, language }: Index): { letter: string; n: number; bytes: number }[] {
    const sql =
      'SELECT letter, count(*) AS n, sum(bytes) AS bytes FROM name WHERE listing = ? AND language = ? GROUP BY letter';
    return this.#db.all(sql, listing, language);
  }

  /** All indexes that have a name. */
  indexes(): Index[] {
    return this.#db.all('SELECT DISTINCT listing, language FROM name');
  }

  forget(): void {
    this.#db.run('DELETE FROM name');
  }
}

function named({ role, sortedAs, ...row }: Row): IndexName {
  return { ...row, ...(role === null ? {} : { role }), ...(sortedAs === null ? {} : { sortedAs }) };
}
