/**
 * For `check`, once it has seen the whole site: what good files link to, their ids, the places on other pages that they
 * name; and which files are not known to be good, by their routes’ numbers.
 */
import type { Database } from '../database.ts';
import { packNumbers, unpackNumbers } from '../packed.ts';

export type LinksOfRoute = {
  /** Routes that it links to. */
  targets: readonly number[];
  /** Ids on the page. */
  places: Iterable<string>;
  /** Places on other routes. */
  namedPlaces: readonly { target: number; place: string }[];
};

export class Links {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A file that was found good. */
  remember(route: number, { targets, places, namedPlaces }: LinksOfRoute): void {
    this.#db.run('DELETE FROM unchecked WHERE route = ?', route);
    this.#db.run('INSERT OR REPLACE INTO link VALUES (?, ?, ?)', route, packIds(targets), [...places].join(' '));
    this.#db.run('DELETE FROM link_to_place WHERE route = ?', route);
    for (const { target, place } of namedPlaces)
      this.#db.run('INSERT OR IGNORE INTO link_to_place VALUES (?, ?, ?)', target, place, route);
  }

  /** It was written, is gone, or was found faulty. */
  uncheck(route: number): void {
    this.#db.run('INSERT OR IGNORE INTO unchecked VALUES (?)', route);
  }

  /** What links to a route that has gone is no longer known to be good, and of that route nothing is known. */
  uncheckWhatLinksToGone(): void {
    const missing = 'SELECT route FROM unchecked WHERE route NOT IN (SELECT id FROM route WHERE gone = 0)';
    const gone = new Set(this.#db.all<{ route: number }>(missing).map(({ route }) => route));
    if (gone.size === 0) return;
    const all = this.#db.each<{ route: number; targets: Uint8Array }>('SELECT route, targets FROM link');
    for (const { route, targets } of all) if (idsIn(targets).some((id) => gone.has(id))) this.uncheck(route);
    for (const route of gone) {
      this.#db.run('DELETE FROM unchecked WHERE route = ?', route);
      this.#db.run('DELETE FROM link WHERE route = ?', route);
      this.#db.run('DELETE FROM link_to_place WHERE route = ?', route);
    }
  }

  forgetAll(): void {
    this.#db.run('DELETE FROM unchecked');
    this.#db.run('DELETE FROM link');
    this.#db.run('DELETE FROM link_to_place');
  }

  countUnchecked(): number {
    return this.#db.get<{ n: number }>('SELECT count(*) AS n FROM unchecked')?.n ?? 0;
  }

  uncheckedUrls(): string[] {
    return this.#db
      .all<{ url: string }>('SELECT url FROM unchecked JOIN route ON route.id = unchecked.route WHERE gone = 0')
      .map(({ url }) => url);
  }

  /** The ids of a page that is known to be good. */
  placesOf(route: number): string[] | undefined {
    return this.#db
      .get<{ places: string }>(
        'SELECT places FROM link WHERE route = ? AND route NOT IN (SELECT route FROM unchecked)',
        route,
      )
      ?.places.split(' ');
  }

  /** Which places of a route are named, and at which URL. */
  naming(target: number): { place: string; url: string }[] {
    return this.#db.all(
      'SELECT place, url FROM link_to_place JOIN route ON route.id = link_to_place.route WHERE target = ? AND gone = 0',
      target,
    );
  }
}

/** In order, each as its distance from the one before: a byte or two. */
function packIds(ids: readonly number[]): Uint8Array {
  const sorted = [...ids].sort((a, b) => a - b);
  return packNumbers(sorted.map((id, index) => id - (sorted[index - 1] ?? 0)));
}

function idsIn(packed: Uint8Array): number[] {
  let id = 0;
  return unpackNumbers(packed).map((distance) => {
    id += distance;
    return id;
  });
}
