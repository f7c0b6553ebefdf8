/** The file of the content that a route is of, so that an error can name it; undefined for a listing, which is of many. */
import { claimOf } from '../content/redirect.ts';
import { readPictureScope, type Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { articlePath, type Catalog, undatedPath } from './catalog.ts';

/** Its path below the content folder. */
export function contentFileOf(catalog: Catalog, scope: Scope, site: Site): string | undefined {
  const path = pathOf(catalog, scope, site);
  return path !== undefined && catalog.file(path) ? path : undefined;
}

function pathOf(catalog: Catalog, scope: Scope, site: Site): string | undefined {
  const { of, id, language } = scope;
  if (of === 'article' || of === 'withdrawn') return articlePath(id, language, site);
  if (of === 'page') return undatedPath('pages', id, language, site);
  if (of === 'author') return `authors/${id}.yaml`;
  if (of === 'topic') return undatedPath('topics', id, language, site);
  if (of === 'picture') return fileWhere(catalog, 'blob = ?', readPictureScope(scope)?.file.blob ?? '');
  if (of !== 'redirect') return undefined;
  return fileWhere(catalog, 'id IN (SELECT file FROM claim WHERE claim = ?)', claimOf(id));
}

function fileWhere(catalog: Catalog, condition: string, value: string): string | undefined {
  return catalog.db.get<{ path: string }>(`SELECT path FROM file WHERE ${condition} ORDER BY path LIMIT 1`, value)
    ?.path;
}
