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
    has: (path) => (changed.has(path) ? changed.get(path) !== null : catalog.files.at(path) !== undefined),
  };
}

function authorsIn(catalog: Catalog): IdAndNames[] {
  return catalog.records.like('authors/*.yaml').map(({ path, value }) => {
    const name = value === null ? {} : (JSON.parse(value) as Author).name;
    return {
      id: path.slice('authors/'.length, -'.yaml'.length),
      names: typeof name === 'string' ? [name] : Object.values(name),
    };
  });
}

/** By their dates and slugs, and by their slugs alone; the latest first. */
function storiesIn(catalog: Catalog): IdAndNames[] {
  const paths = catalog.files.pathsLike('articles/*.md').reverse();
  const ids = new Set(paths.map((path) => path.slice('articles/'.length).replace(/\..*$/, '')));
  return [...ids].map((id) => ({ id, names: [id.slice(id.lastIndexOf('/') + 1)] }));
}
