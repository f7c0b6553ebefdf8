/** What articles are joined with, from the catalog as of now. */
import { isForSearch } from '../content/life.ts';
import type { InLanguage, Joins } from '../content/records.ts';
import type { Site } from '../content/site.ts';
import type { Catalog } from './catalog.ts';
import { states } from './tables/articles.ts';

export function joinsIn(catalog: Catalog, site: Site): Joins {
  return {
    author: (id) => catalog.author(id),
    topic: (id, language) => catalog.topic(id, language, site),
    languages: (story) => languagesOf(catalog, story, site),
    picture: (path) => catalog.picture(path),
    document: (path) => catalog.document(path),
  };
}

/** What search engines are told of a story’s only language does not matter to others. */
function languagesOf(catalog: Catalog, story: string, site: Site): InLanguage[] {
  const shown = site.languages.flatMap((language) => {
    const row = catalog.storyRow(story, language, site);
    return row?.state === states.public ? [{ language, id: row.id }] : [];
  });
  return shown.map(({ language, id }) => {
    const article = shown.length > 1 ? catalog.writtenArticle(id) : undefined;
    return article && !isForSearch(article) ? { language, isForSearch: false } : { language };
  });
}
