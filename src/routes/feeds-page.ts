/** `/feeds/`: what a reader can follow. The feeds of topics and authors are found from their own pages. */
import { listings, readScope } from '../content/scopes.ts';
import { feedsUrl } from '../content/urls.ts';
import { eachLanguage, type Kind, type PageHead, pageHead } from './kind.ts';

export const feedsPage: Kind<PageHead> = {
  name: 'feeds-page',
  always: (site) => eachLanguage(site, (language) => listings.all(language)),
  url({ scope, bucket }, site) {
    const { of, language } = readScope(scope);
    return of === 'all' && bucket === 0 ? feedsUrl(language, site) : undefined;
  },
  props(queries, { scope }, site) {
    return pageHead(queries, site, readScope(scope).language, (each) => feedsUrl(each, site));
  },
};
