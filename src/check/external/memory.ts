/**
 * What is remembered of links to other sites from one check to the next, in a file of its own beside the catalog: no page
 * depends on it, and a catalog that is made anew takes nothing of it away. Each answer is kept as it comes.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../catalog/database.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { sqliteResult, systemErrorOf } from '../../source/system-error.ts';
import type { Answer, Known } from './verdict.ts';

const version = 1;

const schema = `
  CREATE TABLE link (
    address TEXT PRIMARY KEY, asked INTEGER NOT NULL, verdict TEXT NOT NULL, said TEXT NOT NULL,
    deadSince INTEGER, movedTo TEXT
  ) WITHOUT ROWID;
  -- Hosts that are to be left alone, until milliseconds since 1970.
  CREATE TABLE rest (host TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${version};
`;

type Row = {
  address: string;
  asked: number;
  verdict: Answer['is'];
  said: string;
  deadSince: number | null;
  movedTo: string | null;
};

export class LinkMemory {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  all(): Map<string, Known> {
    const rows = this.#db.all<Row>('SELECT * FROM link');
    return new Map(
      rows.map(({ address, asked, verdict, said, deadSince, movedTo }) => [
        address,
        { is: verdict, said, asked, ...(deadSince !== null && { deadSince }), ...(movedTo !== null && { movedTo }) },
      ]),
    );
  }

  remember(address: string, { asked, is, said, deadSince, movedTo }: Known): void {
    const sql = 'INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?, ?)';
    this.#db.run(sql, address, asked, is, said, deadSince ?? null, movedTo ?? null);
  }

  /** What is linked to no more. */
  forget(addresses: Iterable<string>): void {
    this.#db.transaction(() => {
      for (const address of addresses) this.#db.run('DELETE FROM link WHERE address = ?', address);
    });
  }

  rests(): Map<string, number> {
    const rows = this.#db.all<{ host: string; until: number }>('SELECT host, until FROM rest');
    return new Map(rows.map(({ host, until }) => [host, until]));
  }

  /** All those whose time is still to come. */
  keepRests(rests: ReadonlyMap<string, number>, now: number): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM rest');
      for (const [host, until] of rests) if (until > now) this.#db.run('INSERT INTO rest VALUES (?, ?)', host, until);
    });
  }

  close(): void {
    this.#db.close();
  }
}

/** One that is of another version or cannot be read is begun anew: links are asked again, and nothing else is lost. */
export function openLinkMemory(cache: string): LinkMemory {
  makeFolder(cache);
  const file = join(cache, 'external-links.sqlite');
  try {
    const known = openIfGood(file);
    if (known) return new LinkMemory(known);
    for (const each of [file, `${file}-journal`]) rmSync(each, { force: true });
    const db = new Database(file);
    db.exec(schema);
    return new LinkMemory(db);
  } catch (error) {
    throw systemErrorOf(file, 'opened', error);
  }
}

/** SQLite’s own numbers for a file that is no database, or a damaged one. */
const damaged: ReadonlySet<number> = new Set([11, 26]);

function openIfGood(file: string): Database | undefined {
  const db = new Database(file);
  try {
    db.exec('PRAGMA busy_timeout = 20000');
    const isGood = db.get<{ quick_check: string }>('PRAGMA quick_check')?.quick_check === 'ok';
    if (isGood && db.get<{ user_version: number }>('PRAGMA user_version')?.user_version === version) return db;
  } catch (error) {
    if (!damaged.has(sqliteResult(error))) throw error;
  }
  db.close();
  return undefined;
}
