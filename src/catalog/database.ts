/**
 * Opens the catalog's database: one build at a time, its bytes checked against a checksum beside it,
 * since SQLite does not notice garbage. A catalog that cannot be trusted is made anew; that may cost
 * time and never changes a byte of the site.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { onFile, sqliteResult, systemErrorOf } from '../source/system-error.ts';
import { takeLock } from './cache-lock.ts';
import { checksumOf, checksumWithLog, logBytesKept, pageBytes, stampOf } from './checksum.ts';
import { schema, schemaVersion } from './schema.ts';
import { State } from './tables/state.ts';

export type Value = string | number | null | Uint8Array;
export type Row = Record<string, Value>;

/** Bare, as `LIMIT ?`, it would have SQLite plan a statement anew each time that it is used. */
export const soMany = 'LIMIT ? + 0';

/** A database whose statements are prepared once. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** With `get`, since to tell what `insert` tells takes half as long as most of these take. */
  run(sql: string, ...values: Value[]): void {
    this.#prepare(sql).get(...values);
  }

  /** How many rows came, and the number of the last. */
  insert(sql: string, ...values: Value[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  get<T extends Row>(sql: string, ...values: Value[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }

  all<T extends Row>(sql: string, ...values: Value[]): T[] {
    return this.#prepare(sql).all(...values) as T[];
  }

  /** Rows one by one; give each use that overlaps another its own text of SQL. */
  each<T extends Row>(sql: string, ...values: Value[]): Iterable<T> {
    return this.#db.prepare(sql).iterate(...values) as Iterable<T>;
  }

  /** All or nothing: an exception rolls back and goes on up. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** The same of work that waits for others. Nobody else uses the database meanwhile. */
  async longTransaction<T>(work: () => Promise<T>): Promise<T> {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  #rollBack(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK'); // SQLite has done so itself where the disk is full
  }

  /** A copy without gaps, in a file that is not there yet. */
  copyTo(file: string): void {
    this.run('VACUUM INTO ?', file);
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }
}

export type OpenDatabase = {
  db: Database;
  /** What was wrong with the one before, if it was made anew. */
  repaired: string | undefined;
  close(): void;
};

/**
 * Opens `<cache>/<name>.sqlite`, holding the lock until it is closed. An empty `cache` keeps all in memory. `isSmall`: memory is
 * to be saved, though all is written for the first time.
 */
export function openDatabase(cache: string | undefined, name: string, isSmall = false): OpenDatabase {
  if (cache === undefined) {
    const db = new Database(':memory:');
    createTables(db);
    return { db, repaired: undefined, close: () => db.close() };
  }
  const lock = takeLock(cache);
  try {
    return openLocked(join(cache, `${name}.sqlite`), lock, isSmall);
  } catch (error) {
    lock.close();
    throw error;
  }
}

function openLocked(file: string, lock: DatabaseSync, isSmall: boolean): OpenDatabase {
  const fault = faultOf(file);
  if (fault) removeDatabase(file);
  const trusted = readSum(file);
  rmSync(`${file}.sum`, { force: true });
  const opened = openTables(file, isSmall);
  const close = () => {
    // A log that was written into the file meanwhile no longer holds every change: then all is read.
    const isLogWhole = trusted !== undefined && trusted.stamp === stampOf(file);
    const sum = isLogWhole ? checksumWithLog(file, trusted.sum) : undefined;
    opened.db.close();
    try {
      writeSum(file, sum ?? checksumOf(file));
    } finally {
      lock.close();
    }
  };
  return { db: opened.db, repaired: fault ?? opened.repaired, close };
}

/** Puts a database file in the place of a cache folder's; a build that comes between finds none, and makes one anew. */
export function replaceDatabase(cache: string, name: string, by: string): void {
  const lock = takeLock(cache);
  try {
    const file = join(cache, `${name}.sqlite`);
    removeDatabase(file);
    renameSync(by, file);
  } finally {
    lock.close();
  }
}

/** What is wrong with a database file by its checksum; undefined where nothing is, or none was left. */
function faultOf(file: string): string | undefined {
  const left = readSum(file);
  if (left === undefined || left.stamp === stampOf(file)) return undefined;
  if (left.sum !== checksumOf(file)) return 'its bytes were not as the last build left them';
  writeSum(file, left.sum); // copied whole, with another time
  return undefined;
}

type Sum = { /** Size and modification time of the file that the sum is of. */ stamp: string; sum: number };

function readSum(file: string): Sum | undefined {
  if (!existsSync(file) || !existsSync(`${file}.sum`)) return undefined;
  const [size, modified, sum] = readFileSync(`${file}.sum`, 'utf8').split(' ');
  return { stamp: `${size} ${modified}`, sum: Number(sum) };
}

function writeSum(file: string, sum: number): void {
  const beside = `${file}.sum`;
  try {
    onFile(beside, 'written', () => writeFileSync(beside, `${stampOf(file)} ${sum}`));
  } catch (error) {
    rmSync(beside, { force: true }); // half a sum would condemn the whole catalog
    throw error;
  }
}

function removeDatabase(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`, `${file}.sum`]) rmSync(each, { force: true });
}

function openTables(file: string, isSmall: boolean): { db: Database; repaired: string | undefined } {
  const isNew = !existsSync(file);
  try {
    const db = new Database(file);
    setUp(db, isSmall ? 'small' : isNew ? 'first' : 'usual');
    if (isNew) createTables(db);
    if (readVersion(db) === schemaVersion) return { db, repaired: undefined };
    db.close();
  } catch (error) {
    if (!isDamage(error)) throw systemErrorOf(file, 'opened', error);
  }
  removeDatabase(file);
  const db = new Database(file);
  setUp(db, isSmall ? 'small' : 'first');
  createTables(db);
  return { db, repaired: 'it was damaged, or of another version of Broadsheet' };
}

/** Not a database, or one that is damaged or has other tables; of another error, making it anew would be no end. */
function isDamage(error: unknown): boolean {
  return [1, 11, 26].includes(sqliteResult(error));
}

/** A first build writes everything, in no order: it gets more memory than one that looks things up. */
const cacheKilobytes = { first: 65536, usual: 16384, small: 4096 };

function setUp(db: Database, size: keyof typeof cacheKilobytes): void {
  const checkpointPages = logBytesKept / pageBytes;
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(`PRAGMA temp_store = ${size === 'small' ? 'FILE' : 'MEMORY'}`);
  db.exec(`PRAGMA cache_size = -${cacheKilobytes[size]}; PRAGMA wal_autocheckpoint = ${checkpointPages}`);
}

function readVersion(db: Database): number {
  return Number(new State(db).get('schema'));
}

function createTables(db: Database): void {
  db.transaction(() => {
    db.exec(schema);
    new State(db).set('schema', String(schemaVersion));
  });
}
