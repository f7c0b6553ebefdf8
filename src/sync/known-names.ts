/** What a newsroom has, for remedies: asked of the catalog once what is asked for was taken in, and then kept. */

import type { Catalog } from '../catalog/catalog.ts';
import type { Author } from '../content/author.ts';
import type { Known } from '../content/known.ts';
import type { IdAndNames } from '../content/suggest.ts';
import type { ChangedFiles } from './intake.ts';

export function knownIn(catalog: Catalog, changed: ChangedFiles): Known {
  let authors: IdAndNames[] | undefined;
  let stories: IdAndNames[] | undefined;
  return {
    authors() {
      authors ??= authorsIn(catalog);
      return authors;
    },
    stories() {
      stories ??= storiesIn(catalog);
      return stories;
    },
    has: (path) => (changed.has(path) ? changed.get(path) !== null : catalog.file(path) !== undefined),
  };
}

function authorsIn(catalog: Catalog): IdAndNames[] {
  return catalog.db
    .all<{ path: string; value: string | null }>(
      "SELECT path, value FROM file LEFT JOIN record ON record.id = file.id WHERE path GLOB 'authors/*.yaml' ORDER BY path",
    )
    .map(({ path, value }) => {
      const name = value === null ? {} : (JSON.parse(value) as Author).name;
      return {
        id: path.slice('authors/'.length, -'.yaml'.length),
        names: typeof name === 'string' ? [name] : Object.values(name),
      };
    });
}

/** By their dates and slugs, and by their slugs alone; the latest first. */
function storiesIn(catalog: Catalog): IdAndNames[] {
  const paths = catalog.db.all<{ path: string }>(
    "SELECT path FROM file WHERE path GLOB 'articles/*.md' ORDER BY path DESC",
  );
  const ids = new Set(paths.map(({ path }) => path.slice('articles/'.length).replace(/\..*$/, '')));
  return [...ids].map((id) => ({ id, names: [id.slice(id.lastIndexOf('/') + 1)] }));
}
