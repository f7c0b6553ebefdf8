/** A cache that begins with what another one knows, which is nearer than nothing. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from './catalog.ts';
import { replaceDatabase } from './database.ts';

/** Of folders. Nothing is done where `cache` has a catalog, or the other has none that a build has filled. */
export function beginLike(other: string, cache: string): void {
  const has = (folder: string) => existsSync(join(folder, 'production.sqlite'));
  if (has(cache) || !has(other)) return;
  const copy = join(cache, 'loading.sqlite');
  rmSync(copy, { force: true });
  const catalog = openCatalog(other);
  try {
    if (catalog.state.get('base') === undefined) return;
    catalog.db.copyTo(copy);
  } finally {
    catalog.close();
  }
  replaceDatabase(cache, 'production', copy);
}
