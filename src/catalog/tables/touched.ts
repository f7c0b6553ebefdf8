/** Routes that have to be asked again, each with one reason. */
import { type Database, soMany } from '../database.ts';
import type { PlacedRow } from './routes.ts';

export type TouchedRoute = PlacedRow & { id: number; url: string; fp: string | null; why: string };
export type GoneRoute = { id: number; url: string; kind: string; reason: string };

/** From those that are touched, however many routes there are: SQLite keeps the order of a CROSS JOIN. */
const fromTouched = 'FROM touched CROSS JOIN route ON route.id = touched.route';
/** From some routes by their URL, however many are touched. */
const fromUrl = 'FROM route CROSS JOIN touched ON route.id = touched.route';
const columns = 'SELECT route.id, url, kind, scope, bucket, fp, why';

export class Touched {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The first reason stays. */
  add(route: number, why: string): void {
    this.#db.run('INSERT OR IGNORE INTO touched VALUES (?, ?)', route, why);
  }

  /** With this reason, whatever was said before. */
  addBecause(route: number, why: string): void {
    this.#db.run('INSERT INTO touched VALUES (?, ?) ON CONFLICT DO UPDATE SET why = excluded.why', route, why);
  }

  /** Every route there is. */
  addAll(why: string): void {
    this.#db.run('INSERT OR IGNORE INTO touched SELECT id, ? FROM route', why);
  }

  /** Every route of a kind. */
  addKind(kind: string, why: string): void {
    this.#db.run('INSERT OR IGNORE INTO touched SELECT id, ? FROM route WHERE kind = ?', why, kind);
  }

  remove(route: number): void {
    this.#db.run('DELETE FROM touched WHERE route = ?', route);
  }

  count(): number {
    return this.#db.get<{ n: number }>('SELECT count(*) AS n FROM touched')?.n ?? 0;
  }

  /** How many of each kind are there; it walks them all. */
  counts(): { kind: string; n: number }[] {
    return this.#db.all<{ kind: string; n: number }>(
      `SELECT kind, count(*) AS n ${fromTouched} WHERE gone = 0 GROUP BY kind`,
    );
  }

  /** By URL. */
  gone(): GoneRoute[] {
    return this.#db.all<GoneRoute>(
      `SELECT route.id, url, kind, why AS reason ${fromTouched} WHERE gone = 1 ORDER BY url`,
    );
  }

  /** Those at some URLs that are there. */
  at(urls: readonly string[]): TouchedRoute[] {
    return urls.flatMap(
      (url) => this.#db.get<TouchedRoute>(`${columns} ${fromUrl} WHERE gone = 0 AND url = ?`, url) ?? [],
    );
  }

  /** The files of a picture, by its stem. */
  ofPicture(stem: string): TouchedRoute[] {
    return this.#db.all<TouchedRoute>(
      `${columns} ${fromUrl} WHERE gone = 0 AND url >= ?1 || '-' AND url < ?1 || '.'`,
      stem,
    );
  }

  /** The first of those after a route that are there, by number. */
  after(route: number, limit: number): TouchedRoute[] {
    return this.#db.all<TouchedRoute>(
      `${columns} ${fromTouched} WHERE gone = 0 AND touched.route > ? ORDER BY touched.route ${soMany}`,
      route,
      limit,
    );
  }
}
