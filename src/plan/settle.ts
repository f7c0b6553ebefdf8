/**
 * Writes down what was done, so that a build killed at any moment is finished by the next. A route's
 * fingerprint is cleared before its file is touched and set after, each in a transaction of a batch.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { classOf, packWatches, unpackWatches, type Watch } from '../catalog/intervals.ts';
import { changeEdition, partOfEdition } from './edition.ts';
import type { Batch } from './plan-edition.ts';

/** Before any file of the batch is touched. */
export function clearRoutes(catalog: Catalog, batch: Batch): void {
  catalog.db.transaction(() => {
    let sum = 0n;
    for (const { id, url } of [...batch.gone, ...batch.stale]) {
      const fp = catalog.db.get<{ fp: string | null }>('SELECT fp FROM route WHERE id = ?', id)?.fp;
      if (fp) sum -= partOfEdition(url, fp);
      catalog.db.run('UPDATE route SET fp = NULL WHERE id = ?', id);
    }
    changeEdition(catalog, sum);
  });
}

/** After all files of the batch are as they should be. */
export function settleRoutes(catalog: Catalog, batch: Batch): void {
  catalog.db.transaction(() => {
    if (catalog.state('checked') !== undefined)
      for (const { id } of [...batch.gone, ...batch.stale])
        catalog.db.run('INSERT OR IGNORE INTO unchecked VALUES (?)', id);
    for (const { id } of batch.gone) {
      replaceWatches(catalog, id, []);
      catalog.db.run('DELETE FROM route WHERE id = ?', id);
      catalog.db.run('DELETE FROM touched WHERE route = ?', id);
    }
    for (const { id, watches } of batch.unchanged) settle(catalog, id, watches);
    let sum = 0n;
    for (const { id, url, watches, fingerprint } of batch.stale) {
      settle(catalog, id, watches);
      catalog.db.run('UPDATE route SET fp = ? WHERE id = ?', fingerprint, id);
      sum += partOfEdition(url, fingerprint);
    }
    changeEdition(catalog, sum);
  });
}

function settle(catalog: Catalog, id: number, watches: readonly Watch[]): void {
  replaceWatches(catalog, id, watches);
  catalog.db.run('DELETE FROM touched WHERE route = ?', id);
}

function replaceWatches(catalog: Catalog, route: number, watches: readonly Watch[]): void {
  const packed = packWatches(watches);
  const before = catalog.db.get<{ watches: Uint8Array | null }>(
    'SELECT watches FROM route WHERE id = ?',
    route,
  )?.watches;
  if (before && Buffer.compare(before, packed) === 0) return;
  for (const { scope, lo, hi, depth } of before ? unpackWatches(before) : []) {
    catalog.db.run(
      'DELETE FROM watch WHERE scope = ? AND class = ? AND lo = ? AND span = ? AND depth = ? AND route = ?',
      scope,
      classOf(lo, hi),
      lo,
      hi - lo,
      depth,
      route,
    );
  }
  for (const { scope, lo, hi, depth } of watches) {
    catalog.db.run(
      'INSERT OR IGNORE INTO watch VALUES (?, ?, ?, ?, ?, ?)',
      scope,
      classOf(lo, hi),
      lo,
      hi - lo,
      depth,
      route,
    );
  }
  catalog.db.run('UPDATE route SET watches = ? WHERE id = ?', packed, route);
}
