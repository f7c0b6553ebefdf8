/** Opens the file of a ledger, unless it is damaged or of a newer version. */
import { Database, type Row, type Value } from '../catalog/database.ts';
import { MachineryError } from '../errors.ts';
import { isDamaged, systemErrorOf } from '../source/system-error.ts';
import { version } from './ledger-schema.ts';

/** `found`: the version of what is there; 0 of a new one. */
export function openLedger(file: string): { db: Database; found: number } {
  const db = new LedgerDatabase(file);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000');
    const found = Number(db.get('PRAGMA user_version')?.user_version);
    if (found <= version) return { db, found };
    throw new MachineryError(
      'This target was published to by a newer version of Broadsheet, and what that wrote down there is not understood by this one. Nothing was sent, and readers have what they had. Install that version, or a later one, and publish again.',
    );
  } catch (error) {
    db.close();
    throw error instanceof MachineryError ? error : systemErrorOf(file, 'opened', error);
  }
}

/** SQLite notices damage where it reads; left to others, that would be told as of a cache, which could be removed. */
class LedgerDatabase extends Database {
  readonly #file: string;

  constructor(file: string) {
    super(file);
    this.#file = file;
  }

  override exec(sql: string): void {
    this.#tell(() => super.exec(sql));
  }

  override run(sql: string, ...values: Value[]): void {
    this.#tell(() => super.run(sql, ...values));
  }

  override insert(sql: string, ...values: Value[]): { changes: number; id: number } {
    return this.#tell(() => super.insert(sql, ...values));
  }

  override get<T extends Row>(sql: string, ...values: Value[]): T | undefined {
    return this.#tell(() => super.get<T>(sql, ...values));
  }

  override all<T extends Row>(sql: string, ...values: Value[]): T[] {
    return this.#tell(() => super.all<T>(sql, ...values));
  }

  override *each<T extends Row>(sql: string, ...values: Value[]): Generator<T, undefined> {
    try {
      yield* super.each<T>(sql, ...values);
    } catch (error) {
      throw this.#told(error);
    }
  }

  #tell<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.#told(error);
    }
  }

  #told(error: unknown): unknown {
    return isDamaged(error) ? damaged(this.#file) : error;
  }
}

function damaged(file: string): MachineryError {
  return new MachineryError(
    `${file}, which says what readers have, is damaged. Nothing more was sent, and readers have a whole edition. Put it back from a backup; or move it away, with what begins with its name, and publish again: then all is sent anew, one cannot go back to what was before, and a commit that was held is so no more.`,
  );
}
