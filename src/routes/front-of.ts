/** The front that a listing belongs to: the page its archive and its feeds are of, and what it is called. */
import type { ListingFront, ListingWithFront } from '../content/listings/listing.ts';
import { hasFront, lastingIds, scopeIn } from '../content/listings/listing.ts';
import { listingOf, listingsWithFront } from '../content/listings/listings.ts';
import { textIn } from '../content/names.ts';
import { nameFromId } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { listingUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import type { Place } from './kind.ts';

/** `of` is the listing's name; `name` is undefined for what the interface has words for: the whole site, the corrections. */
export type FrontOf = { of: string; id: string; name?: string; url: string };

/** The listing of a scope, if it is of one that has fronts. */
export function frontListingOf(scope: Scope): ListingWithFront | undefined {
  const listing = listingOf(scope);
  return listing && hasFront(listing) ? listing : undefined;
}

/** The URL of the front at a place, if it is this kind that shows it. */
export function frontUrlAt({ scope, bucket }: Place, site: Site, kind: string): string | undefined {
  const listing = frontListingOf(scope);
  const isShown = listing && bucket === 0 && (listing.front.kind ?? 'listing-front') === kind;
  return isShown ? listingUrl(listing, scope.id, scope.language, site) : undefined;
}

/** The places of the fronts that are there whatever happens, of the listings that are wanted. */
export function lastingFronts(site: Site, isWanted: (front: ListingFront) => boolean): Place[] {
  const wanted = listingsWithFront().filter(({ front }) => isWanted(front));
  return site.languages.flatMap((language) =>
    wanted.flatMap((listing) =>
      lastingIds(listing, site).map((id) => ({ scope: scopeIn(listing, language, id), bucket: 0 })),
    ),
  );
}

/** What is given oldest first, in the order of the listing. */
export function inOrderOf<T>(scope: Scope, oldestFirst: readonly T[]): T[] {
  return frontListingOf(scope)?.front.isOldestFirst ? [...oldestFirst] : oldestFirst.toReversed();
}

/** Throws for a scope that has no front. */
export function frontOf(queries: Queries, scope: Scope, site: Site): FrontOf {
  const { of, id, language } = scope;
  const listing = frontListingOf(scope);
  if (!listing) throw new Error(`The listing ${of} has no front`);
  const name = nameOf(queries, listing, scope, site);
  return { of, id, name, url: listingUrl(listing, id, language, site) };
}

function nameOf(
  queries: Queries,
  { name, front }: ListingWithFront,
  { id, language }: Scope,
  site: Site,
): string | undefined {
  if (front.ids === 'one') return undefined;
  if (front.namedIn === 'topics') return queries.topicName(id, language);
  if (front.namedIn === 'authors') return textIn(queries.author(id)?.name ?? id, language, site.languages);
  const title = name === 'section' ? site.sections.find((section) => section.id === id)?.title : undefined;
  if (title !== undefined) return textIn(title, language, site.languages);
  return front.nameOf?.(id, language) ?? nameFromId(id);
}
