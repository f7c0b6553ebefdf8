/**
 * What the catalog knows of files that were found good: where each links to, and its ids. So after a change only the
 * files that were written since are judged, and those that link to what has gone. It relies on nothing
 * that the plan believes: a page that was wrongly not rendered is found by where it links to.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { packNumbers, unpackNumbers } from '../catalog/packed.ts';
import { outputPath, urlOfOutput } from '../content/urls.ts';
import type { SurveyedFile } from './links.ts';
import { hasPlace, type Places } from './resolve.ts';

export class KnownLinks {
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Whether a whole survey has been remembered since the catalog was made. */
  get isComplete(): boolean {
    return this.#catalog.state('checked') !== undefined;
  }

  /** Files that the site has, and those of them that are not known to be good. */
  count(): { files: number; unchecked: number } {
    const unchecked = this.#catalog.db.get<{ n: number }>('SELECT count(*) AS n FROM unchecked')?.n ?? 0;
    return { files: this.#catalog.routeCount, unchecked };
  }

  hasFile(path: string): boolean {
    return this.#routeOf(path) !== undefined;
  }

  everyPath(): string[] {
    return this.#catalog.db
      .all<{ url: string }>('SELECT url FROM route WHERE gone = 0')
      .map(({ url }) => outputPath(url));
  }

  /** Files to judge: written since they were last found good, not found good then, or linking to what has gone. */
  unchecked(): string[] {
    const { db } = this.#catalog;
    db.transaction(() => this.#uncheckWhatLinksToGone());
    return db
      .all<{ url: string }>('SELECT url FROM unchecked JOIN route ON route.id = unchecked.route WHERE gone = 0')
      .map(({ url }) => outputPath(url))
      .sort();
  }

  #uncheckWhatLinksToGone(): void {
    const { db } = this.#catalog;
    const missing = 'SELECT route FROM unchecked WHERE route NOT IN (SELECT id FROM route WHERE gone = 0)';
    const gone = new Set(db.all<{ route: number }>(missing).map(({ route }) => route));
    if (gone.size === 0) return;
    for (const { route, targets } of db.each<{ route: number; targets: Uint8Array }>('SELECT route, targets FROM link'))
      if (idsIn(targets).some((id) => gone.has(id))) db.run('INSERT OR IGNORE INTO unchecked VALUES (?)', route);
    for (const id of gone) {
      for (const table of ['unchecked', 'link', 'link_to_place']) db.run(`DELETE FROM ${table} WHERE route = ?`, id);
    }
  }

  /** The ids of a page that is as it was when it was judged last. */
  placesOf(path: string): Places | undefined {
    const row = this.#catalog.db.get<{ places: string }>(
      'SELECT places FROM link WHERE route = ? AND route NOT IN (SELECT route FROM unchecked)',
      this.#routeOf(path) ?? 0,
    );
    return row && new Set(row.places.split(' '));
  }

  /** Files that name a place on one of `files` that is not there, as far as it is known. */
  namingMissingPlaces(files: readonly SurveyedFile[]): string[] {
    return files.flatMap(({ path, places }) => {
      const named = this.#catalog.db.all<{ place: string; url: string }>(
        'SELECT place, url FROM link_to_place JOIN route ON route.id = link_to_place.route WHERE target = ? AND gone = 0',
        this.#routeOf(path) ?? 0,
      );
      return named.filter(({ place }) => !hasPlace(places, place)).map(({ url }) => outputPath(url));
    });
  }

  /** Writes down where files link to; those in `faulty` are judged again by every check until they are mended. */
  remember(files: Iterable<SurveyedFile>, faulty: ReadonlySet<string>): void {
    this.#catalog.db.transaction(() => {
      for (const file of files) this.#rememberFile(file);
      for (const path of faulty) this.#uncheck(path);
    });
  }

  /** Begins a whole survey: what was known is forgotten, and it is complete once `end` was called. */
  begin(): { file(file: SurveyedFile): void; end(faulty: ReadonlySet<string>): void } {
    const { db } = this.#catalog;
    db.run("DELETE FROM state WHERE name = 'checked'");
    db.transaction(() => {
      for (const table of ['unchecked', 'link', 'link_to_place']) db.run(`DELETE FROM ${table}`);
    });
    let waiting: SurveyedFile[] = [];
    const flush = () => {
      this.remember(waiting, new Set());
      waiting = [];
    };
    return {
      file: (file) => {
        waiting.push(file);
        if (waiting.length === filesAtOnce) flush();
      },
      end: (faulty) => {
        flush();
        this.remember([], faulty);
        this.#catalog.setState('checked', 'yes');
      },
    };
  }

  #rememberFile({ path, targets, namedPlaces, places }: SurveyedFile): void {
    const { db } = this.#catalog;
    const route = this.#routeOf(path);
    if (route === undefined) return;
    const ids = [...targets].map((target) => this.#routeOf(target)).filter((id) => id !== undefined);
    db.run('DELETE FROM unchecked WHERE route = ?', route);
    db.run('INSERT OR REPLACE INTO link VALUES (?, ?, ?)', route, packIds(ids), [...places.keys()].join(' '));
    db.run('DELETE FROM link_to_place WHERE route = ?', route);
    for (const { target, place } of namedPlaces) {
      const id = this.#routeOf(target);
      if (id !== undefined) db.run('INSERT OR IGNORE INTO link_to_place VALUES (?, ?, ?)', id, place, route);
    }
  }

  #uncheck(path: string): void {
    const route = this.#routeOf(path);
    if (route !== undefined) this.#catalog.db.run('INSERT OR IGNORE INTO unchecked VALUES (?)', route);
  }

  /** The number of the route whose file this is. */
  #routeOf(path: string): number | undefined {
    return this.#catalog.db.get<{ id: number }>('SELECT id FROM route WHERE url = ? AND gone = 0', urlOfOutput(path))
      ?.id;
  }
}

const filesAtOnce = 5000;

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
