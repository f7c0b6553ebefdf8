/** `/404.html`, `/ru/404.html`: what a reader sees where there is nothing, with the way back to the news in that language. */

import { all } from '../content/listings/all.ts';
import { notFoundUrl } from '../content/urls.ts';
import { type Listed, listed } from './card.ts';
import { inEachLanguage, isWholeOf, type Kind, type PageHead } from './kind.ts';

const latestShown = 6;

export type NotFoundProps = PageHead & { latest: Listed[] };

export const notFound: Kind<'not-found', NotFoundProps> = {
  name: 'not-found',
  always: (site) => inEachLanguage(all, site),
  url: (place, site) => (isWholeOf(all, place) ? notFoundUrl(place.scope.language, site) : undefined),
  props(queries, { scope }, site) {
    const { language } = scope;
    return {
      url: notFoundUrl(language, site),
      language,
      alternates: [],
      latest: queries.newest(scope, latestShown, 'headline').map(listed),
    };
  },
};
