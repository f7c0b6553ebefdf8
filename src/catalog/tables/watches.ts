/** What routes looked at, kept so that those that hold a point are found at once (`../intervals.ts`). */
import type { Database } from '../database.ts';
import { classOf, packWatches, unpackWatches, type Watch } from '../intervals.ts';
import type { Routes } from './routes.ts';

export class Watches {
  readonly #db: Database;
  readonly #routes: Routes;

  constructor(db: Database, routes: Routes) {
    this.#db = db;
    this.#routes = routes;
  }

  isEmpty(): boolean {
    return this.#db.get('SELECT 1 FROM watch LIMIT 1') === undefined;
  }

  /** What a route looks at, in place of what it did before. Returns that, packed, to be kept with the route; null where it is the same. */
  replace(route: number, watches: readonly Watch[]): Uint8Array | null {
    const packed = packWatches(watches);
    const before = this.#routes.watches(route);
    if (before && Buffer.compare(before, packed) === 0) return null;
    const remove =
      'DELETE FROM watch WHERE scope = ? AND class = ? AND lo = ? AND span = ? AND depth = ? AND route = ?';
    for (const { scope, lo, hi, depth } of before ? unpackWatches(before) : [])
      this.#db.run(remove, scope, classOf(lo, hi), lo, hi - lo, depth, route);
    const add = 'INSERT OR IGNORE INTO watch VALUES (?, ?, ?, ?, ?, ?)';
    for (const { scope, lo, hi, depth } of watches)
      this.#db.run(add, scope, classOf(lo, hi), lo, hi - lo, depth, route);
    return packed;
  }

  /** To ask of many points: which of the classes a scope has is found once, while its watches stay as they are. */
  inScope(scope: number): WatchesOfScope {
    const next = 'SELECT min(class) AS class FROM watch WHERE scope = ? AND class > ?';
    const found: number[] = [];
    for (let last: number | null = -1; last !== null; ) {
      last = this.#db.get<{ class: number | null }>(next, scope, last)?.class ?? null;
      if (last !== null) found.push(last);
    }
    const sql =
      'SELECT route FROM watch WHERE scope = ? AND class = ? AND lo BETWEEN ? AND ? AND lo + span >= ? AND depth >= ?';
    return {
      routesMeeting: ([from, to], depth) =>
        found.flatMap((each) =>
          this.#db
            .all<{ route: number }>(sql, scope, each, from - 4 ** each, to, from, depth)
            .map(({ route }) => route),
        ),
    };
  }
}

export type WatchesOfScope = {
  /** Routes that looked at any instant from one to another, at least so deep. */
  routesMeeting(between: readonly [number, number], depth: number): number[];
};
