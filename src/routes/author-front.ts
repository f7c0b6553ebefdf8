/** An author's front: who it is, and the newest stories under that byline. */

import { textIn } from '../content/names.ts';
import type { Portrait } from '../content/portrait.ts';
import { authorUrl } from '../content/urls.ts';
import { frontUrlAt } from './front-of.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import type { Kind, PageHead } from './kind.ts';
import { listHead } from './list-head.ts';
import { wholeAddress } from './whole-address.ts';

export type AuthorFrontProps = PageHead &
  FrontListing & {
    author: {
      id: string;
      name: string;
      role?: string;
      bio?: string;
      email?: string;
      links: { name: string; url: string }[];
      isDesk: boolean;
      hasLeft: boolean;
      portrait?: Portrait;
    };
  };

export const authorFront: Kind<'author-front', AuthorFrontProps> = {
  name: 'author-front',
  url: (place, site) => frontUrlAt(place, site, 'author-front'),
  props(queries, place, site) {
    const { scope } = place;
    const { id, language } = scope;
    const author = queries.author(id);
    if (!author) return undefined;
    const words = (text: typeof author.role) =>
      text === undefined ? undefined : textIn(text, language, site.languages);
    return {
      ...listHead(queries, place, site, (each) => authorUrl(id, each, site)),
      ...frontListing(queries, scope),
      author: {
        id,
        name: textIn(author.name, language, site.languages),
        role: words(author.role),
        bio: words(author.bio),
        email: author.email,
        links: author.links.flatMap(({ name, url }) => {
          const address = wholeAddress(url, queries, site);
          return address === undefined ? [] : { name, url: address };
        }),
        isDesk: author.desk,
        portrait: queries.portrait(id, language),
        hasLeft: author.left !== undefined,
      },
    };
  },
};
