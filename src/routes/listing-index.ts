/** The index of a listing that has no kind of its own for that: all its ids that have stories. */
import { all } from '../content/listings/all.ts';
import { hasIndex, scopeIn } from '../content/listings/listing.ts';
import { listingsWithFront } from '../content/listings/listings.ts';
import { indexUrl } from '../content/urls.ts';
import { frontOf } from './front-of.ts';
import { inEachLanguage, isWholeOf, type Kind } from './kind.ts';
import { type NamesProps, namesProps } from './names.ts';

export const listingIndex: Kind<'listing-index', NamesProps> = {
  name: 'listing-index',
  always: (site) => inEachLanguage(all, site),
  url(place, site) {
    if (!isWholeOf(all, place)) return undefined;
    return withoutOwnIndex().map((listing) => indexUrl(listing, place.scope.language, site));
  },
  props(queries, { scope: { language } }, site, url) {
    const listing = withoutOwnIndex().find((each) => indexUrl(each, language, site) === url);
    if (!listing) return undefined;
    const names = queries
      .names(listing.name, language)
      .map((id) => frontOf(queries, scopeIn(listing, language, id), site))
      .map(({ name = '', url: front }) => ({ name, url: front }));
    return namesProps({ queries, site, language, listing }, names);
  },
};

function withoutOwnIndex() {
  return listingsWithFront().filter((listing) => hasIndex(listing) && listing.front.indexKind === undefined);
}
