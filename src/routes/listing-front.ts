/** The front of a listing that has no kind of its own for that: its stories, and the way to the rest. */
import { hasIndex, type ListingWithFront } from '../content/listings/listing.ts';
import { indexUrl, listingUrl } from '../content/urls.ts';
import { frontListingOf, frontOf, frontUrlAt, lastingFronts } from './front-of.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import type { Kind, PageHead } from './kind.ts';
import { listHead } from './list-head.ts';

export type ListingFrontProps = PageHead &
  FrontListing & {
    /** The listing's name, and what this front of it is called. */
    of: string;
    name: string;
    /** The page of all its fronts. */
    index?: string;
    feeds: ListingWithFront['front']['feeds'];
  };

export const listingFront: Kind<'listing-front', ListingFrontProps> = {
  name: 'listing-front',
  always: (site) => lastingFronts(site, ({ kind }) => kind === undefined),
  url: (place, site) => frontUrlAt(place, site, 'listing-front'),
  props(queries, place, site) {
    const { scope } = place;
    const listing = frontListingOf(scope);
    return (
      listing && {
        ...listHead(queries, place, site, (each) => listingUrl(listing, scope.id, each, site)),
        ...frontListing(queries, scope),
        of: listing.name,
        name: frontOf(queries, scope, site).name ?? listing.name,
        index: hasIndex(listing) ? indexUrl(listing, scope.language, site) : undefined,
        feeds: listing.front.feeds,
      }
    );
  },
};
