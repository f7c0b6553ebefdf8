/**
 * Writes down what was done, so that a build killed at any moment is finished by the next. A route's
 * fingerprint is cleared before its file is touched and set after, each in a transaction of a batch.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { Watch } from '../catalog/intervals.ts';
import { changeEdition, partOfEdition } from './edition.ts';
import type { Batch } from './plan-edition.ts';

/** Before any file of the batch is touched. */
export function clearRoutes(catalog: Catalog, batch: Batch): void {
  catalog.transaction(() => {
    let sum = 0n;
    for (const { id, url } of [...batch.gone, ...batch.stale]) {
      const fp = catalog.routes.fingerprint(id);
      if (fp === null) continue; // as of a route that is new
      sum -= partOfEdition(url, fp);
      catalog.routes.clearFingerprint(id);
    }
    changeEdition(catalog, sum);
  });
}

/** After all files of the batch are as they should be. */
export function settleRoutes(catalog: Catalog, batch: Batch): void {
  catalog.transaction(() => {
    if (catalog.state.get('checked') !== undefined)
      for (const { id } of [...batch.gone, ...batch.stale]) catalog.links.uncheck(id);
    for (const { id } of batch.gone) {
      settle(catalog, id, []);
      catalog.routes.remove(id);
    }
    for (const { id, watches } of batch.unchanged) settle(catalog, id, watches);
    let sum = 0n;
    for (const { id, url, watches, fingerprint } of batch.stale) {
      settle(catalog, id, watches, fingerprint);
      sum += partOfEdition(url, fingerprint);
    }
    changeEdition(catalog, sum);
  });
}

/** Settles batches whose files need not be made, since they are elsewhere what they should be. */
export function* settleUnrendered(
  catalog: Catalog,
  batches: Iterable<Batch>,
): Generator<{ batch: Batch; written: number }> {
  for (const batch of batches) {
    clearRoutes(catalog, batch);
    settleRoutes(catalog, batch);
    yield { batch, written: 0 };
  }
}

function settle(catalog: Catalog, id: number, watches: readonly Watch[], fingerprint: string | null = null): void {
  catalog.routes.settle(id, fingerprint, catalog.watches.replace(id, watches));
  catalog.touched.remove(id);
}
