/** The file of the content that a route is of, so that an error can name it; undefined for a listing, which is of many. */
import { gonePath } from '../content/endings.ts';
import { readFileScope, readPictureScope, type Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { articlePath, type Catalog, undatedPath } from './catalog.ts';

/** Its path below the content folder. */
export function contentFileOf(catalog: Catalog, scope: Scope, site: Site): string | undefined {
  const path = pathOf(catalog, scope, site);
  return path !== undefined && catalog.files.at(path) ? path : undefined;
}

function pathOf(catalog: Catalog, scope: Scope, site: Site): string | undefined {
  const { of, id, language } = scope;
  if (of === 'article' || of === 'social-card' || of === 'withdrawn') return articlePath(id, language, site);
  if (of === 'page') return undatedPath('pages', id, language, site);
  if (of === 'author') return `authors/${id}.yaml`;
  if (of === 'topic') return undatedPath('topics', id, language, site);
  if (of === 'picture') return catalog.files.pictureWith(readPictureScope(scope)?.file.blob ?? '')?.path;
  if (of === 'document' || of === 'public-file') return readFileScope(scope)?.path;
  if (of === 'gone') return gonePath;
  return of === 'redirect' ? catalog.claims.pathOf(id) : undefined;
}
