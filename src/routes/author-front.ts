/** An author's front: who it is, and the newest stories under that byline. */

import { textIn } from '../content/names.ts';
import { readScope } from '../content/scopes.ts';
import { authorUrl } from '../content/urls.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';
import { wholeAddress } from './whole-address.ts';

export type AuthorFrontProps = PageHead &
  FrontListing & {
    author: {
      id: string;
      name: string;
      role?: string;
      bio?: string;
      links: { name: string; url: string }[];
      isDesk: boolean;
    };
  };

export const authorFront: Kind<AuthorFrontProps> = {
  name: 'author-front',
  url({ scope, bucket }, site) {
    const { of, id, language } = readScope(scope);
    return of === 'author' && bucket === 0 ? authorUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = readScope(scope);
    const author = queries.author(id);
    if (!author) return undefined;
    const words = (text: typeof author.role) =>
      text === undefined ? undefined : textIn(text, language, site.languages);
    return {
      ...pageHead(queries, site, language, (each) => authorUrl(id, each, site)),
      ...frontListing(queries, scope, false),
      author: {
        id,
        name: textIn(author.name, language, site.languages),
        role: words(author.role),
        bio: words(author.bio),
        links: author.links.flatMap(({ name, url }) => {
          const address = wholeAddress(url, queries, site);
          return address === undefined ? [] : { name, url: address };
        }),
        isDesk: author.desk,
      },
    };
  },
};
