/** `/authors/`: everyone who has written something that is public. */
import { author as byline } from '../content/listings/author.ts';
import { textIn } from '../content/names.ts';
import { authorUrl } from '../content/urls.ts';
import { namesKind } from './names.ts';

export const authorIndex = namesKind('author-index', byline, (queries, language, site) =>
  queries.names('author', language).map((id) => {
    const author = queries.author(id);
    const role = author?.role && textIn(author.role, language, site.languages);
    const name = textIn(author?.name ?? id, language, site.languages);
    return { name, url: authorUrl(id, language, site), ...(role ? { role } : {}) };
  }),
);
