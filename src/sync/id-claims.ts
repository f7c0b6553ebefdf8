/** An id belongs to one story, whether it says so or has it by its address. */

import { articlePath, type Catalog } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import type { Article } from '../content/article.ts';
import { readLink } from '../content/links.ts';
import { defaultLanguage } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import type { CheckedFile } from './cross-check.ts';
import { idRef } from './dependents.ts';

/** Of two files with one id, the Problem is that of the one that says it; of two that say it, the second’s. */
export function idProblems({ catalog, site, file }: CheckedFile, { id }: Article): UnplacedProblem[] {
  if (id === undefined) return [];
  const other = otherWithId(catalog, file, id, site);
  if (other === undefined) return [];
  return [
    {
      file,
      field: ['id'],
      code: 'article/id-taken',
      what: `“${id}” is also the id of content/${other}, and feeds would take both for one story.`,
      fix:
        translationFix(file, other, id, site) ??
        `Keep it in the story that was published there first; write “id: ${id.replace(/\/?$/, '-2/')}” in the other.`,
    },
  ];
}

const endOfName = /(?:\.([A-Za-z]+(?:-[A-Za-z0-9]+)*))?\.md$/;

/** A translation has an id of its own, with its language at the beginning. */
function translationFix(file: CatalogFile, other: string, id: string, site: Site): string | undefined {
  const target = readLink(id, site);
  if (target.kind !== 'article' || file.path.replace(endOfName, '') !== other.replace(endOfName, '')) return undefined;
  const bare = target.language === defaultLanguage(site) ? id : id.slice(target.language.length + 1);
  const [here, there] = [file.path, other].map((path) => endOfName.exec(path)?.[1] ?? defaultLanguage(site));
  const [language, where] = here === target.language ? [there, 'in the other'] : [here, 'here'];
  const prefix = language === defaultLanguage(site) ? '' : `/${language}`;
  return `Each language of a story has an id of its own: write “id: ${prefix}${bare}” ${where}.`;
}

function otherWithId(catalog: Catalog, file: CatalogFile, id: string, site: Site): string | undefined {
  const target = readLink(id, site);
  const there = target.kind === 'article' && catalog.files.at(articlePath(target.story, target.language, site));
  if (there && there.id !== file.id && catalog.article(there.id)?.id === undefined) return there.path;
  const sayers = catalog.refs.filesReferringTo(idRef(id)).flatMap((each) => catalog.files.withId(each) ?? []);
  return sayers.find(({ id: each, path }) => path < file.path && catalog.article(each)?.id === id)?.path;
}
