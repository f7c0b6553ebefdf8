/** `/feeds/`: what a reader can follow. The feeds of topics and authors are found from their own pages. */
import { all } from '../content/listings/all.ts';
import { feedsUrl } from '../content/urls.ts';
import { inEachLanguage, isWholeOf, type Kind, type PageHead, pageHead } from './kind.ts';

export const feedsPage: Kind<'feeds-page', PageHead> = {
  name: 'feeds-page',
  always: (site) => inEachLanguage(all, site),
  url: (place, site) => (isWholeOf(all, place) ? feedsUrl(place.scope.language, site) : undefined),
  props(queries, { scope }, site) {
    return pageHead(queries, site, scope.language, (each) => feedsUrl(each, site));
  },
};
