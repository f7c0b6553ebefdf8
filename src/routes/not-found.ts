/** `/404.html`: what a reader sees where there is nothing, with the way back to the news. */

import { all } from '../content/listings/all.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { defaultLanguage } from '../content/names.ts';
import { type Listed, listed } from './card.ts';
import { isWholeOf, type Kind, type PageHead } from './kind.ts';

const latestShown = 6;

export type NotFoundProps = PageHead & { latest: Listed[] };

export const notFound: Kind<'not-found', NotFoundProps> = {
  name: 'not-found',
  always: (site) => [{ scope: scopeIn(all, defaultLanguage(site)), bucket: 0 }],
  url: (place, site) =>
    isWholeOf(all, place) && place.scope.language === defaultLanguage(site) ? '/404.html' : undefined,
  props(queries, { scope }) {
    const { language } = scope;
    return {
      url: '/404.html',
      language,
      alternates: [],
      latest: queries.newest(scope, latestShown, 'headline').map(listed),
    };
  },
};
