/**
 * What a target knows of itself, in one SQLite file that stays with it: the editions that readers had, which bytes are
 * served at every path that ever was, what is to go, and whether it is held. What is sent is written down before the first
 * file is touched, so that whoever comes after a kill knows where its files may differ from the manifest.
 */
import type { Database } from '../catalog/database.ts';
import type { Change, Served } from './change-list.ts';
import { openLedger } from './ledger-database.ts';
import { LedgerRecovery } from './ledger-recovery.ts';
import { LedgerRows } from './ledger-rows.ts';
import { type StateName, schema, version } from './ledger-schema.ts';
import { PackIndex } from './pack-index.ts';

/** How many editions back one can go. */
const editionsKept = 10;

/** `name` is the edition’s own, `revision` the commit it was built from. */
export type Edition = { number: number; name: string; revision: string; at: number; how: 'publish' | 'rollback' };

export class Ledger {
  /** Where bytes are packed, if they are. */
  readonly packs: PackIndex;
  /** To take what it knows elsewhere. */
  readonly rows: LedgerRows;
  /** For when it and the files beside it do not belong together. */
  readonly recovery: LedgerRecovery;
  readonly #db: Database;

  constructor(file: string) {
    const { db, found } = openLedger(file);
    this.#db = db;
    if (found === 0) this.transaction(() => this.#db.exec(`${schema}; PRAGMA user_version = ${version}`));
    this.packs = new PackIndex(this.#db);
    this.rows = new LedgerRows(this.#db);
    this.recovery = new LedgerRecovery(this.#db);
  }

  close(): void {
    this.#db.close();
  }

  /** A file of its own, as it is now. */
  copyTo(file: string): void {
    this.#db.copyTo(file);
  }

  /** Another number once anything was written. */
  writes(): number {
    return this.#db.all<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0;
  }

  transaction<T>(work: () => T): T {
    return this.#db.transaction(work);
  }

  get(name: StateName): string | undefined {
    return this.#db.all<{ value: string }>('SELECT value FROM state WHERE name = ?', name)[0]?.value;
  }

  set(name: StateName, value: string | undefined): void {
    if (value === undefined) this.#db.run('DELETE FROM state WHERE name = ?', name);
    else this.#db.run('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value);
  }

  /** Those that readers had, the present one first. */
  editions(most: number = editionsKept + 1): Edition[] {
    const columns = 'number, name, revision, at, how';
    return this.#db.all(`SELECT ${columns} FROM edition WHERE live = 1 ORDER BY number DESC LIMIT ?`, most);
  }

  /** What is served at a path; undefined where nothing is. */
  served(path: string): Served | undefined {
    const [row] = this.#db.all<{ hash: string | null; gone: number }>(
      'SELECT hash, gone FROM file WHERE path = ?',
      path,
    );
    return servedOf(row?.hash ?? null, row?.gone ?? 0);
  }

  /** Whether anything ever was at a path. */
  wasServed(path: string): boolean {
    return this.#db.all('SELECT 1 FROM file WHERE path = ?', path).length > 0;
  }

  /** All that is served. */
  *manifest(): Iterable<[path: string, served: Served]> {
    const sql = 'SELECT path, hash, gone FROM file WHERE hash IS NOT NULL ORDER BY path';
    for (const { path, hash, gone } of this.#db.each<{ path: string; hash: string; gone: number }>(sql))
      yield [path, { hash, isGone: gone === 1 }];
  }

  /** Writes down what is about to be sent, and to which tree; what was begun before and never ended is dropped. */
  begin(edition: Omit<Edition, 'number'>, changes: readonly Change[], tree: string): Edition {
    return this.transaction(() => {
      this.dropUnfinished();
      const { name, revision, at, how } = edition;
      const number = (this.#db.all<{ n: number | null }>('SELECT max(number) AS n FROM edition')[0]?.n ?? 0) + 1;
      this.#db.run('INSERT INTO edition VALUES (?, ?, ?, ?, ?, 0)', number, name, revision, at, how);
      for (const { path, before, after } of changes) {
        const values = [before?.hash ?? null, Number(before?.isGone ?? false), after?.hash ?? null];
        const sql = 'INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)';
        this.#db.run(sql, number, path, ...values, Number(after?.isGone ?? false));
        this.#db.run('INSERT OR IGNORE INTO behind VALUES (?, ?)', tree, path);
      }
      this.set('tree', tree);
      return { number, ...edition };
    });
  }

  /** What was begun and has not ended: readers have it if its tree is the live one. */
  unfinished(): { edition: Edition; tree: string } | undefined {
    const columns = 'number, name, revision, at, how';
    const [edition] = this.#db.all<Edition>(`SELECT ${columns} FROM edition WHERE live = 0`);
    return edition && { edition, tree: this.get('tree') ?? '' };
  }

  dropUnfinished(): void {
    this.#db.run('DELETE FROM change WHERE edition IN (SELECT number FROM edition WHERE live = 0)');
    this.#db.run('DELETE FROM edition WHERE live = 0');
  }

  /** Readers have it: the manifest becomes what was sent, and the other tree is behind. */
  finish({ number }: Edition, otherTree: string | undefined): void {
    this.transaction(() => {
      const changes = this.changes(number);
      const sql =
        'INSERT INTO file VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, gone = excluded.gone';
      for (const { path, after } of changes) {
        this.#db.run(sql, path, after?.hash ?? null, Number(after?.isGone ?? false));
        if (!after) this.#db.run('DELETE FROM leaving WHERE path = ?', path);
        if (otherTree !== undefined) this.#db.run('INSERT OR IGNORE INTO behind VALUES (?, ?)', otherTree, path);
      }
      this.caughtUp(this.get('tree') ?? '');
      this.#db.run('UPDATE edition SET live = 1 WHERE number = ?', number);
      this.set('tree', undefined);
    });
  }

  /** What an edition changed, by path. */
  changes(edition: number): Change[] {
    const rows = this.#db.all<{ path: string; before: string | null; bg: number; after: string | null; ag: number }>(
      'SELECT path, before, before_gone AS bg, after, after_gone AS ag FROM change WHERE edition = ? ORDER BY path',
      edition,
    );
    return rows.map(({ path, before, bg, after, ag }) => ({
      path,
      before: servedOf(before, bg),
      after: servedOf(after, ag),
    }));
  }

  /** Bytes that only editions too old to go back to had; they are forgotten. */
  forgetOld(): string[] {
    const [oldest] = this.#db.all<{ number: number }>(
      'SELECT number FROM edition WHERE live = 1 ORDER BY number DESC LIMIT 1 OFFSET ?',
      editionsKept,
    );
    if (!oldest) return [];
    return this.transaction(() => {
      const since = oldest.number;
      const needed = 'SELECT 1 FROM change AS later WHERE later.before = change.before AND later.edition > ?';
      const sql = `SELECT DISTINCT before FROM change WHERE edition <= ? AND before IS NOT NULL AND NOT EXISTS (${needed})`;
      const hashes = this.#db.all<{ before: string }>(sql, since, since).map(({ before }) => before);
      this.#db.run('DELETE FROM change WHERE edition <= ?', since);
      return hashes;
    });
  }

  caughtUp(tree: string): void {
    this.#db.run('DELETE FROM behind WHERE tree = ?', tree);
  }

  /** Where a tree may differ from the manifest. */
  behind(tree: string): string[] {
    return this.#db.all<{ path: string }>('SELECT path FROM behind WHERE tree = ?', tree).map(({ path }) => path);
  }

  /** Paths that are not in the edition any more, with the instant from which that was so. */
  leaving(): Map<string, number> {
    const rows = this.#db.all<{ path: string; since: number }>('SELECT path, since FROM leaving');
    return new Map(rows.map(({ path, since }) => [path, since]));
  }

  leave(path: string, since: number): void {
    this.#db.run('INSERT OR IGNORE INTO leaving VALUES (?, ?)', path, since);
  }

  stay(path: string): void {
    this.#db.run('DELETE FROM leaving WHERE path = ?', path);
  }

  /** Files at the addresses of lists that have emptied, and the URLs to which these lead. */
  answers(): Map<string, string> {
    const rows = this.#db.all<{ path: string; target: string }>('SELECT path, target FROM answer ORDER BY path');
    return new Map(rows.map(({ path, target }) => [path, target]));
  }

  answer(path: string, target: string | undefined): void {
    if (target === undefined) this.#db.run('DELETE FROM answer WHERE path = ?', path);
    else
      this.#db.run('INSERT INTO answer VALUES (?, ?) ON CONFLICT DO UPDATE SET target = excluded.target', path, target);
  }

  /** Paths that the editions after one of that number changed; undefined where that is not known any more. */
  changedSince(edition: number): string[] | undefined {
    const isKnown = this.#db.all('SELECT 1 FROM change WHERE edition = ? LIMIT 1', edition + 1).length > 0;
    if (!isKnown && edition < (this.editions(1)[0]?.number ?? 0)) return undefined;
    const sql = 'SELECT DISTINCT path FROM change WHERE edition > ? ORDER BY path';
    return this.#db.all<{ path: string }>(sql, edition).map(({ path }) => path);
  }

  /** Every path that was ever served. */
  everServed(): string[] {
    return this.#db.all<{ path: string }>('SELECT path FROM file ORDER BY path').map(({ path }) => path);
  }

  /** Those that are told of editions, and of which they were told last. */
  hooks(): Map<string, number> {
    const rows = this.#db.all<{ name: string; told: number }>('SELECT name, told FROM hook');
    return new Map(rows.map(({ name, told }) => [name, told]));
  }

  /** `told` undefined: it is no hook any more. */
  setHook(name: string, told: number | undefined): void {
    if (told === undefined) this.#db.run('DELETE FROM hook WHERE name = ?', name);
    else this.#db.run('INSERT INTO hook VALUES (?, ?) ON CONFLICT DO UPDATE SET told = excluded.told', name, told);
  }
}

/** The edition with which the manifest was last in step with the cache, by the cache’s name for it and the ledger’s number. */
export function builtIn(ledger: Ledger): { name?: string; number: number } {
  const [name, number = '0'] = ledger.get('built')?.split(' ') ?? [];
  return { name, number: Number(number) };
}

function servedOf(hash: string | null, gone: number): Served | undefined {
  return hash === null ? undefined : { hash, isGone: gone === 1 };
}
