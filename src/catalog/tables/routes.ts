/** Every URL of the site. A route that has ended stays, as gone, until its file is. */
import { type Scope, scopeName } from '../../content/scopes.ts';
import type { Bucket } from '../../content/times.ts';
import type { Database } from '../database.ts';
import type { State } from './state.ts';

/** A kind at a place. */
type Placed = { kind: string; scope: Scope; bucket: Bucket };

/** The same as rows have it: with the scope as text. */
export type PlacedRow = { kind: string; scope: string; bucket: Bucket };
type RouteRow = PlacedRow & { id: number; gone: number };

export class Routes {
  readonly #db: Database;
  readonly #state: State;

  constructor(db: Database, state: State) {
    this.#db = db;
    this.#state = state;
  }

  /** How many there are, kept up to date: counting them would take longer than a small change. */
  get count(): number {
    return Number(this.#state.get('routes') ?? 0);
  }

  changeCount(by: number): void {
    if (by !== 0) this.#state.set('routes', String(this.count + by));
  }

  /** Also one that is gone. */
  row(url: string): RouteRow | undefined {
    return this.#db.get<RouteRow>('SELECT id, kind, scope, bucket, gone FROM route WHERE url = ?', url);
  }

  /** Its number, if something answers there. */
  at(url: string): number | undefined {
    return this.#db.get<{ id: number }>('SELECT id FROM route WHERE url = ? AND gone = 0', url)?.id;
  }

  /** Whether readers find something there; the notice of an address that ended on purpose is not that. */
  isThere(url: string): boolean {
    const sql = "SELECT 1 FROM route WHERE url = ? AND gone = 0 AND kind != 'gone'";
    return this.#db.get(sql, url) !== undefined;
  }

  /** Whether something answers at an address that begins so. */
  isThereBelow(start: string): boolean {
    const sql = "SELECT 1 FROM route WHERE url >= ?1 AND url < ?1 || '~' AND gone = 0 LIMIT 1";
    return this.#db.get(sql, start) !== undefined;
  }

  /** That answer, by URL. */
  ofKind(kind: string): { url: string; scope: string; bucket: number }[] {
    return this.#db.all('SELECT url, scope, bucket FROM route WHERE kind = ? AND gone = 0 ORDER BY url', kind);
  }

  urls(): string[] {
    return this.#db.all<{ url: string }>('SELECT url FROM route WHERE gone = 0').map(({ url }) => url);
  }

  /** At most so many of each kind, those that came last. */
  someOfEachKind(most: number): (PlacedRow & { id: number; url: string })[] {
    const columns = 'id, url, kind, scope, bucket';
    const numbered = `SELECT ${columns}, row_number() OVER (PARTITION BY kind ORDER BY id DESC) AS n FROM route WHERE gone = 0`;
    return this.#db.all(`SELECT ${columns} FROM (${numbered}) WHERE n <= ? ORDER BY kind, n`, most);
  }

  /** Returns its number. */
  make(url: string, { kind, scope, bucket }: Placed): number {
    const sql = 'INSERT INTO route (url, kind, scope, bucket) VALUES (?, ?, ?, ?)';
    return this.#db.insert(sql, url, kind, scopeName(scope), bucket).id;
  }

  /** It is there again, or is now something else. */
  become(id: number, { kind, scope, bucket }: Placed): void {
    const sql = 'UPDATE route SET kind = ?, scope = ?, bucket = ?, gone = 0 WHERE id = ?';
    this.#db.run(sql, kind, scopeName(scope), bucket, id);
  }

  end(id: number): void {
    this.#db.run('UPDATE route SET gone = 1 WHERE id = ?', id);
  }

  remove(id: number): void {
    this.#db.run('DELETE FROM route WHERE id = ?', id);
  }

  /** What its file was made of; null if that is not known to be good. */
  fingerprint(id: number): string | null {
    return this.#db.get<{ fp: string | null }>('SELECT fp FROM route WHERE id = ?', id)?.fp ?? null;
  }

  clearFingerprint(id: number): void {
    this.#db.run('UPDATE route SET fp = NULL WHERE id = ?', id);
  }

  clearFingerprints(): void {
    this.#db.run('UPDATE route SET fp = NULL');
  }

  /** Those of its rows in `watch`, packed. */
  watches(id: number): Uint8Array | null {
    return this.#db.get<{ watches: Uint8Array | null }>('SELECT watches FROM route WHERE id = ?', id)?.watches ?? null;
  }

  /** Null of either: it stays. */
  settle(id: number, fingerprint: string | null, watches: Uint8Array | null): void {
    const sql = 'UPDATE route SET fp = coalesce(?, fp), watches = coalesce(?, watches) WHERE id = ?';
    if (fingerprint !== null || watches !== null) this.#db.run(sql, fingerprint, watches, id);
  }
}
