/** What of a ledger travels: few rows as they are, and in a file what grows with the site. */
import type { Database } from '../catalog/database.ts';
import type { StateName } from './ledger-schema.ts';

type Row = (string | number)[];

/** What whoever publishes writes down beside editions. */
export type Notes = Record<'state' | 'leaving' | 'answer' | 'hook', Row[]>;

/** What says whether there is anything to do. */
export type Start = Record<'state' | 'edition' | 'hook', Row[]>;

/** All else that a ledger knows by name is of the place where it stays. */
export const notedNames = ['built', 'whole', 'due', 'held', 'refused'] as const satisfies readonly StateName[];

const names = notedNames.map((name) => `'${name}'`).join(', ');
const ofEditions = 12;

const which = {
  state: `WHERE name IN (${names})`,
  edition: `WHERE number IN (SELECT number FROM edition WHERE live = 1 ORDER BY number DESC LIMIT ${ofEditions})`,
  leaving: '',
  answer: '',
  hook: '',
};

export class LedgerRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  start(): Start {
    return { state: this.#rows('state'), edition: this.#rows('edition'), hook: this.#rows('hook') };
  }

  notes(): Notes {
    return {
      state: this.#rows('state'),
      leaving: this.#rows('leaving'),
      answer: this.#rows('answer'),
      hook: this.#rows('hook'),
    };
  }

  /** In place of what was there of them. */
  put(rows: Start | Notes): void {
    this.#db.transaction(() => {
      for (const [table, all] of Object.entries(rows)) {
        this.#db.run(`DELETE FROM ${table} ${which[table as keyof typeof which]}`);
        for (const row of all) this.#db.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, ...row);
      }
    });
  }

  /** Adds what another ledger, in a file of this machine, knows of paths. */
  addPaths(file: string): void {
    this.#db.run('ATTACH ? AS there', file);
    this.#db.transaction(() => {
      for (const table of ['file', 'change', 'leaving', 'answer'])
        this.#db.exec(`INSERT INTO ${table} SELECT * FROM there.${table}`);
    });
    this.#db.exec('DETACH there');
  }

  #rows(table: keyof typeof which): Row[] {
    const rows = this.#db.all(`SELECT * FROM ${table} ${which[table]}`);
    return rows.map((row) => Object.values(row) as Row);
  }
}
